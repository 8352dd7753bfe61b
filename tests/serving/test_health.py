"""Health checks: the process responds, the node can show pages, and which rates are missing."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import Client
from django.utils.translation import trans_real

from fleksjob_site.serving import health
from fleksjob_site.texts.languages import DANISH, LANGUAGES
from salary.law.drafting import is_drafted
from salary.law.rates import periods
from tests.conftest import TODAY

PUBLISHED = tuple(rates for rates in periods() if not is_drafted(rates))
NEXT = PUBLISHED[-1].valid_to.plus(months=1)


@pytest.fixture(autouse=True)
def rates_as_published(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No rates that were looked up before, and no draft of a later year, which readyz would report."""
    monkeypatch.setattr(health, "periods", lambda: PUBLISHED)
    health._rates.cache_clear()
    yield
    health._rates.cache_clear()


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
@pytest.mark.parametrize("host", ["10.1.2.3:8000", "somewhere.invalid", "not a host at all"])
def test_a_check_is_answered_under_any_host_name_without_cookie_or_redirect(
    client: Client, settings: Any, address: str, host: str
) -> None:
    settings.SECURE_SSL_REDIRECT = True
    client.cookies["session"] = "x" * 200
    answer = client.get(address, headers={"host": host})
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert not answer.cookies
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_a_health_check_accepts_only_get_and_head(client: Client, address: str) -> None:
    assert client.head(address).status_code == 200
    assert client.post(address).status_code == 405


def test_a_complete_node_is_ready(client: Client) -> None:
    parts = {"catalogs": "ok", "static": "ok", "fonts": "ok", "rates": "ok", "settings": "ok", "clock": "ok"}
    assert client.get("/readyz").json() == {"status": "ready"} | parts


def test_a_node_without_the_fonts_of_the_letter_is_not_ready_and_says_so(client: Client, settings: Any) -> None:
    settings.LETTER_FONTS = [font.with_suffix(".gone") for font in settings.LETTER_FONTS]
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["fonts"] == "missing: IBMPlexSans-Regular.gone, IBMPlexSans-SemiBold.gone"


def test_a_node_without_the_danish_texts_is_not_ready_and_says_so(client: Client, settings: Any, tmp_path: Any) -> None:
    settings.LOCALE_PATHS = [tmp_path]
    kept, trans_real._translations = trans_real._translations, {}
    try:
        answer = client.get("/readyz")
        assert client.get("/healthz").status_code == 200
    finally:
        trans_real._translations = kept
    assert answer.status_code == 503
    assert answer.json()["status"] == "not ready"
    assert answer.json()["catalogs"] == "missing: da"


def test_a_language_without_a_catalog_is_reported_as_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(health, "LANGUAGES", (*LANGUAGES, replace(DANISH, code="sv")))
    assert health.missing_catalogs() == ["sv"]


def test_a_node_whose_manifest_lacks_a_stylesheet_is_not_ready_and_says_so(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(staticfiles_storage.hashed_files, "site.css")
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["static"] == "missing: site.css"


def test_a_node_whose_files_are_gone_is_not_ready_and_says_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(staticfiles_storage.hashed_files, "app.js", "app.gone.js")
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["static"] == "missing: app.js"


def test_a_year_without_rates_is_reported_and_logged_once_and_the_node_stays_ready(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    with time_machine.travel(datetime(NEXT.year, NEXT.month, 1, 0, 5, tzinfo=ZoneInfo("Europe/Copenhagen"))):
        for _ in range(3):
            answer = client.get("/readyz")
            assert answer.status_code == 200
            assert answer.json()["rates"] == f"No rates for {NEXT}."
    assert [record.getMessage() for record in caplog.records] == [f"No rates for {NEXT}."]


def test_a_clock_that_is_more_than_a_minute_off_is_reported_and_logged_once(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    health._warn_of_clock.cache_clear()
    caplog.set_level(logging.WARNING)
    now = int(TODAY.timestamp())
    for checked_at, said in (
        (now, "ok"),
        (now - 50, "ok"),
        (now + 50, "ok"),
        (now - 3600, "3600"),
        (now + 3600, "-3600"),
    ):
        with time_machine.travel(TODAY, tick=False):
            answer = client.get("/readyz", headers={"x-checked-at": str(checked_at)})
        assert answer.status_code == 200
        assert answer.json()["clock"].removesuffix(" seconds off") == said
    assert client.get("/readyz", headers={"x-checked-at": "soon"}).json()["clock"] == "ok"
    assert [record.getMessage() for record in caplog.records] == [
        "The clocks of this node and of the balancer differ by more than a minute."
    ]
