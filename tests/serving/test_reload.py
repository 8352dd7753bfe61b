"""The development server reloads on every data file."""

from django.conf import settings
from django.utils.autoreload import StatReloader, autoreload_started

PACKAGES = ("eligibility", "fleksjob_site", "salary")


def test_every_toml_file_is_watched() -> None:
    reloader = StatReloader()
    autoreload_started.send(sender=reloader)
    there = {file for name in PACKAGES for file in (settings.BASE_DIR / name).rglob("*.toml")}
    ours = {file for file in there if "node_modules" not in file.parts}
    assert {file for file in reloader.watched_files() if file.suffix == ".toml"} == ours
    names = {file.name for file in ours}
    assert {"2026.toml", "pension_age.toml", "personas.toml", "sources.toml", "words.toml"} <= names
