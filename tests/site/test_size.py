"""Files stay small, so that each has one purpose."""

import subprocess

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
    files = (settings.SITE_DIR / "assets").glob("*.js")
    assert sum(len(file.read_text("utf-8").splitlines()) for file in files) < 320
