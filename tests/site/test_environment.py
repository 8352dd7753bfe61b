"""Environment variables at start: all errors are reported at once, and no value is repeated."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

KEY = "qK3-a-key-for-this-test-alone-0123456789-abcdefghijklmnop"
OTHER_KEY = "zzz-a-former-key-for-this-test-9876543210-ponmlkjihgfedcba"
WHOLE = {
    "DJANGO_SETTINGS_MODULE": "fleksjob_site.settings",
    "SECRET_KEY": KEY,
    "ALLOWED_HOSTS": "fleksjob.example",
}


def started(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "import fleksjob_site.settings"],
        cwd=settings.BASE_DIR, env={"PATH": os.environ["PATH"], **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"SECRET_KEY": ""}, ["SECRET_KEY: a key needs at least 40 characters"]),
        ({"SECRET_KEY": "Zq" * 30}, ["SECRET_KEY: a key needs at least 40 characters, 12 of them different"]),
        ({"SECRET_KEY_FALLBACKS": f"{OTHER_KEY}, {KEY}"}, ["SECRET_KEY_FALLBACKS: holds SECRET_KEY itself"]),
        ({"SECRET_KEY": f"{KEY},{OTHER_KEY}"}, ["SECRET_KEY: a key holds no comma"]),
        ({"SECRET_KEY_FALLBACKS": "short-and-secret"}, ["SECRET_KEY_FALLBACKS: a key needs at least"]),
        ({"ALLOWED_HOSTS": "localhost,127.0.0.1"}, ["ALLOWED_HOSTS: names your own machine only"]),
        ({"ALLOWED_HOSTS": "*"}, ["ALLOWED_HOSTS: must hold host names"]),
        ({"ALLOWED_HOSTS": "fleksjob.example,https://fleksjob.example"}, ["ALLOWED_HOSTS: must hold host names"]),
        ({"ALLOWED_HOSTS": ","}, ["ALLOWED_HOSTS: names no host"]),
        ({"ALLOWED_HOSTS": "fleksjob.example www.fleksjob.example"}, ["ALLOWED_HOSTS: must hold host names"]),
        ({"ALLOWED_HOSTS": "fleksjob.example;www.fleksjob.example"}, ["ALLOWED_HOSTS: must hold host names"]),
        ({"ALLOWED_HOSTS": "fleksjob.example:443"}, ["ALLOWED_HOSTS: must hold host names"]),
        ({"EMBED_HOSTS": "https://www.kommune.example,*"}, ["EMBED_HOSTS: must hold websites"]),
        ({"HSTS_PRELOAD": "1"}, ["HSTS_PRELOAD: needs HSTS_SUBDOMAINS=1"]),
        ({"SECURITY_CONTACT": "http://x.example"}, ["SECURITY_CONTACT: must be an address"]),
        ({"DEBUG": "1"}, ["DEBUG: shows code and settings"]),
        ({"HTTPS": "maybe"}, ["HTTPS: must be 1 or 0"]),
        ({"WAS_DATE": "soon"}, ["WAS_DATE: must be a date such as 2026-11-21"]),
        ({"CONTACT_EMAIL": "nobody"}, ["CONTACT_EMAIL: must be an address"]),
        (
            {"SECRET_KEY": "short-and-secret", "BEHIND_PROXY": "x", "ALLOWED_HOSTS": "*", "WAS_DATE": "2026-13-01"},
            ["SECRET_KEY: ", "BEHIND_PROXY: ", "ALLOWED_HOSTS: ", "WAS_DATE: "],
        ),
    ],
    ids=lambda value: ",".join(value) if isinstance(value, dict) else "",
)
def test_an_invalid_variable_stops_the_start_and_is_reported(environment: dict[str, str], said: list[str]) -> None:
    start = started(**WHOLE | environment)
    assert start.returncode == 1
    assert start.stderr.startswith("The site can't start. Check these environment variables:")
    assert len(start.stderr.splitlines()) == 1 + len(said)
    for words in said:
        assert f"  {words}" in start.stderr
    for value in (KEY, OTHER_KEY, "short-and-secret", "Zq", "soon", "maybe", "nobody"):
        assert value not in start.stderr


def test_all_missing_variables_are_reported_at_once() -> None:
    start = started()
    assert start.returncode == 1
    assert "  SECRET_KEY: is missing" in start.stderr
    assert "  ALLOWED_HOSTS: names your own machine only" in start.stderr


@pytest.mark.parametrize(
    "environment",
    [
        {"SECRET_KEY_FALLBACKS": OTHER_KEY, "WAS_DATE": "2026-11-21", "CONTACT_EMAIL": "borger@fleksjob.example"},
        {"WAS_DATE": "", "CONTACT_EMAIL": "", "SECRET_KEY_FALLBACKS": ""},
        {"HTTPS": "0", "DEBUG": "1", "ALLOWED_HOSTS": "localhost"},
        {"ALLOWED_HOSTS": "fleksjob.example,localhost"},
        {"ALLOWED_HOSTS": ".fleksjob.example, xn--rgrd-gra8k.example,192.0.2.1,[2001:db8::1]"},
        {"EMBED_HOSTS": "https://www.kommune.example, https://*.union.example:8443"},
        {"EMBED_HOSTS": ""},
        {"HSTS_SUBDOMAINS": "1", "HSTS_PRELOAD": "1", "SECURITY_CONTACT": "https://fleksjob.example/report"},
    ],
    ids=str,
)
def test_a_valid_environment_starts(environment: dict[str, str]) -> None:
    start = started(**WHOLE | environment)
    assert (start.returncode, start.stderr) == (0, "")


def test_over_https_the_cookie_is_bound_to_host_and_https() -> None:
    code = (
        # Whether rates are missing or drafted depends on the day and on the files.
        "from django.conf import settings; settings.SILENCED_SYSTEM_CHECKS += ['salary.W001', 'salary.W003']\n"
        "import django; django.setup()\n"
        "from django.core.management import call_command\n"
        "call_command('check', deploy=True, fail_level='WARNING')\n"
        "from django.test import Client\n"
        "client = Client(HTTP_HOST='fleksjob.example')\n"
        "plain = client.get('/en/income/')\n"
        "assert plain.status_code == 301 and plain['Location'] == 'https://fleksjob.example/en/income/', plain\n"
        "assert plain['Content-Security-Policy'].startswith('default-src')\n"
        "assert plain['Referrer-Policy'] == 'same-origin'\n"
        "secure = client.get('/en/income/', secure=True)\n"
        "assert secure['Strict-Transport-Security'] == 'max-age=31536000'\n"
        "assert client.get('/healthz', HTTP_HOST='10.0.0.7').status_code == 200\n"
        "foreign = client.get('/en/', secure=True, HTTP_HOST='evil.example')\n"
        "assert foreign.status_code == 400 and 'could not understand' in foreign.text\n"
        "cookie = client.cookies['__Host-session']\n"
        "assert cookie['secure'] and cookie['path'] == '/' and not cookie['domain']\n"
    )
    environment = WHOLE | {"PATH": os.environ["PATH"], "PYTHONWARNINGS": "error"}
    subprocess.run([sys.executable, "-c", code], cwd=settings.BASE_DIR, env=environment, check=True)


def test_hsts_subdomains_and_preload_are_sent_only_if_configured() -> None:
    code = "from fleksjob_site import settings as s; print(s.SECURE_HSTS_INCLUDE_SUBDOMAINS, s.SECURE_HSTS_PRELOAD)"
    for asked, printed in (({}, "False False"), ({"HSTS_SUBDOMAINS": "1", "HSTS_PRELOAD": "1"}, "True True")):
        environment = WHOLE | asked | {"PATH": os.environ["PATH"]}
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True
        )
        assert done.stdout.strip() == printed
