"""Packages of Node in the browser, for tests that run them inside a page."""

import subprocess
from functools import cache

from django.conf import settings

ASSETS = settings.SITE_DIR / "assets"


@cache
def in_page(exports: str, name: str) -> str:
    """A script that makes what a module exports known to the page under `name`."""
    command = [ASSETS / "node_modules" / ".bin" / "esbuild", "--bundle", "--format=iife", f"--global-name={name}"]
    made = subprocess.run(command, cwd=ASSETS, input=exports, capture_output=True, text=True, check=True)
    return f"{made.stdout}\nwindow.{name} = {name};"
