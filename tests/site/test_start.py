"""The start of the application: errors of Django's checks stop it with their message, warnings do not."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

WITHOUT_ANSWER = "from fleksjob_site.personas.persons import PERSONS; del PERSONS['amina'].answers['benefit']"
WITHOUT_RATES = "import time_machine; time_machine.travel('2091-12-24T12:00Z').start()"
PRINT_CHECKS = "from django.core.checks import run_checks; print(run_checks())"


def started(before: str, after: str, **changed: str) -> subprocess.CompletedProcess[str]:
    """Import the application as a server does, between two pieces of code."""
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "fleksjob_site.settings",
        "SECRET_KEY": settings.SECRET_KEY,
        "HTTPS": "0",
        **changed,
    }
    return subprocess.run(
        [sys.executable, "-c", f"{before}\nimport fleksjob_site.wsgi\n{after}"],
        cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_an_error_stops_the_start_and_is_printed() -> None:
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


ON_THE_INTERNET = {"HTTPS": "1", "ALLOWED_HOSTS": "fleksjob.example"}


def test_https_without_tls_termination_stops_the_start_and_names_the_redirect() -> None:
    start = started("", "print('started')", **ON_THE_INTERNET)
    assert start.returncode == 1
    assert start.stdout == ""
    assert "HTTPS=1, but nothing ends https: every page would redirect to itself. Set BEHIND_PROXY=1" in start.stderr


@pytest.mark.parametrize("ends", [{"BEHIND_PROXY": "1"}, {"GRANIAN_SSL_CERTIFICATE": "/site.pem"}], ids=str)
def test_a_missing_owner_or_contact_gives_a_warning(ends: dict[str, str]) -> None:
    warned = started("", "print('started')", **ON_THE_INTERNET, **ends)
    assert (warned.returncode, warned.stdout) == (0, "started\n")
    (line,) = map(json.loads, warned.stderr.splitlines())
    assert line["level"] == "WARNING"
    assert line["message"].startswith("Not set: SITE_OWNER, CONTACT_EMAIL.")
    named = {"SITE_OWNER": "Eksempel Kommune", "CONTACT_PHONE": "00 00 00 00"}
    assert started("", "", **ON_THE_INTERNET, **ends, **named).stderr == ""


def test_security_txt_names_the_contact_and_exists_only_with_one() -> None:
    ask = (
        "from django.test import Client\n"
        "answer = Client(HTTP_HOST='localhost').get('/.well-known/security.txt')\n"
        "print(answer.status_code, answer.content.decode() if answer.status_code == 200 else '')"
    )
    assert started("", ask).stdout.strip() == "404"
    told = started("", ask, SECURITY_CONTACT="sikkerhed@fleksjob.example").stdout
    assert told.startswith("200 Contact: mailto:sikkerhed@fleksjob.example\nExpires: 20")
    assert "Canonical: http://localhost/.well-known/security.txt\n" in told
    told = started("", ask, SECURITY_CONTACT="https://fleksjob.example/report").stdout
    assert told.startswith("200 Contact: https://fleksjob.example/report\n")


RECEIVERS = (
    "from django.core.signals import request_finished, request_started; "
    "signals = (request_started, request_finished); "
    "print([receiver().__name__ for signal in signals for _, receiver, _ in signal.receivers])"
)


def test_no_request_looks_for_a_database_or_a_cache_to_close() -> None:
    assert started("", RECEIVERS).stdout == "['reset_urlconf']\n"
