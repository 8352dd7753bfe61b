"""The start of the application: errors of Django's checks stop it with their message, warnings do not."""

import os
import subprocess
import sys

from django.conf import settings

WITHOUT_ANSWER = "from fleksjob_site.personas.persons import PERSONS; del PERSONS['amina'].answers['benefit']"
WITHOUT_RATES = "import time_machine; time_machine.travel('2091-12-24T12:00Z').start()"
PRINT_CHECKS = "from django.core.checks import run_checks; print(run_checks())"


def started(before: str, after: str) -> subprocess.CompletedProcess[str]:
    """Import the application as a server does, between two pieces of code."""
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "fleksjob_site.settings",
        "SECRET_KEY": settings.SECRET_KEY,
        "HTTPS": "0",
    }
    return subprocess.run(
        [sys.executable, "-c", f"{before}\nimport fleksjob_site.wsgi\n{after}"],
        cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_an_error_stops_the_start_and_is_said() -> None:
    start = started(WITHOUT_ANSWER, "print('started')")
    assert start.returncode == 1
    assert start.stdout == ""
    assert "The site can't start. Django's checks found errors:\n" in start.stderr
    assert "(fleksjob_site.E001) Example person 'amina' has no valid answer to the question 'benefit'." in start.stderr


def test_a_warning_does_not_stop_the_start_and_leaves_the_log_alone() -> None:
    start = started(WITHOUT_RATES, PRINT_CHECKS)
    assert start.returncode == 0
    assert "No rates for 2091-01." in start.stdout
    assert start.stderr == ""
