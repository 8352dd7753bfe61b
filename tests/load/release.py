"""A next release of the site: the same code with another script, and so with a static file of another name."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.deploy.cluster import ROOT

PARTS = ("eligibility", "fleksjob_site", "locale", "salary", "templates")


def next_release(folder: Path, *, keep_former_files: bool) -> Path:
    """Build it in a folder of its own; with the former static files, as NOTES.md has it, or without."""
    unneeded = shutil.ignore_patterns("node_modules", "__pycache__", "static")
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=unneeded)
    shutil.copy(ROOT / "manage.py", folder)
    script = folder / "fleksjob_site" / "assets" / "dist" / "app.js"
    script.write_text(script.read_text("utf-8") + "// The next release.\n", "utf-8")
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "--clear", "-v", "0"],
        cwd=folder, env=os.environ | {"SECRET_KEY": "only for collecting the static files and no session", "HTTPS": "0",
                                      "DJANGO_SETTINGS_MODULE": "fleksjob_site.settings"}, check=True,
    )  # fmt: skip
    if keep_former_files:
        former, static = ROOT / "fleksjob_site" / "static", folder / "fleksjob_site" / "static"
        for file in former.rglob("*.*"):
            if file.is_file() and not (new := static / file.relative_to(former)).exists():
                shutil.copy(file, new)
    return folder


def script_of(release: Path) -> str:
    """The address of the one script that differs between releases."""
    manifest = (release / "fleksjob_site" / "static" / "staticfiles.json").read_text("utf-8")
    name = manifest.split('"app.js": "')[1].split('"')[0]
    return f"/static/{name}"
