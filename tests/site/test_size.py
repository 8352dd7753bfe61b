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
    # Only calculators in a frame load framed.js, and only other websites what makes the frame.
    files = set((settings.SITE_DIR / "assets").glob("*.js")) - {FRAMED}
    assert sum(lines_of(file) for file in files) < 320
    assert lines_of(FRAMED) <= 10
    assert lines_of(settings.SITE_DIR / "embed" / "embed.v1.js") <= 60


def lines_of(file: Path) -> int:
    return len(file.read_text("utf-8").splitlines())


FRAMED = settings.SITE_DIR / "assets" / "framed.js"
