"""The development server reloads on every data file."""

import subprocess
from pathlib import Path

from django.conf import settings
from django.utils.autoreload import StatReloader, autoreload_started


def test_every_toml_file_is_watched() -> None:
    reloader = StatReloader()
    autoreload_started.send(sender=reloader)
    listed = subprocess.run(
        ["git", "ls-files", "eligibility/**.toml", "fleksjob_site/**.toml", "salary/**.toml"],
        cwd=settings.BASE_DIR, capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    watched = {file for file in reloader.watched_files() if file.suffix == ".toml"}
    assert watched == {Path(settings.BASE_DIR, name) for name in listed}
    assert len(watched) > 15
