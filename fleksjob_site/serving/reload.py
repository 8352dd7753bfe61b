"""Reloads the development server when a data file is saved; Django itself watches only code, templates and catalogs."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.autoreload import BaseReloader

from fleksjob_site import PACKAGES


def data_folders() -> set[Path]:
    """The folders of all TOML files, which are read when the site starts."""
    files = (file for name in PACKAGES for file in (settings.BASE_DIR / name).rglob("*.toml"))
    return {file.parent for file in files if "node_modules" not in file.parts}


def watch_data_files(sender: BaseReloader, **_kwargs: Any) -> None:
    """Receiver of `autoreload_started`."""
    for folder in data_folders():
        sender.watch_dir(folder, "*.toml")
