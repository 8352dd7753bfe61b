"""Files stay small, so that each has one purpose."""

import subprocess
from pathlib import Path

from django.conf import settings


def test_no_python_file_or_template_is_above_250_lines() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py", "*.html"],
        cwd=settings.BASE_DIR, capture_output=True, text=True, check=True,
    )  # fmt: skip
    files = [file for name in listed.stdout.split() if (file := settings.BASE_DIR / name).exists()]
    assert len(files) > 50
    long = {str(file): lines for file in files if (lines := len(file.read_text("utf-8").splitlines())) > 250}
    assert long == {}


def test_own_javascript_stays_below_320_lines() -> None:
    # Some pages load a short file of their own, and only other websites load what makes a frame.
    assets = settings.SITE_DIR / "assets"
    files = set(assets.glob("*.js")) - {assets / name for name in OF_SOME_PAGES}
    assert sum(lines_of(file) for file in files) < 320
    assert {name for name, most in OF_SOME_PAGES.items() if lines_of(assets / name) > most} == set()
    assert lines_of(settings.SITE_DIR / "embed" / "embed.v1.js") <= 60


def lines_of(file: Path) -> int:
    return len(file.read_text("utf-8").splitlines())


OF_SOME_PAGES = {"framed.js": 10, "opening.js": 11, "searching.js": 5, "turning.js": 16}
