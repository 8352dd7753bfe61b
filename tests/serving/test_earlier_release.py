"""A cookie and a link made by the first release, 0.1.0, still open with everything in them."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client

from fleksjob_site.take_along.link import read
from tests.salary.pages.test_income import PAGE

MADE: dict[str, Any] = json.loads((Path(__file__).parent / "release_0_1.json").read_text("utf-8"))


@pytest.fixture
def visitor(client: Client, settings: Any) -> Client:
    settings.SECRET_KEY_FALLBACKS = [MADE["key"]]
    client.cookies[settings.SESSION_COOKIE_NAME] = MADE["cookie"]
    return client


def test_its_cookie_opens_and_keeps_every_entry(visitor: Client) -> None:
    with time_machine.travel(datetime.fromisoformat(MADE["sealed"]) + timedelta(hours=23), tick=False):
        assert {name: value for name, value in visitor.session.items() if not name.startswith("_")} == MADE["holds"]
        page = visitor.get(PAGE["da"]).content.decode()
        assert "30.872" in page
        assert "Dine svar peger" in visitor.get("/maalgruppe/resultat/").content.decode()
        assert visitor.get("/indkomst/arbejdsgiver/").content.decode().count('value="180"') == 1
        assert "maj 2026" in visitor.get("/indkomst/tjek-udbetaling/").content.decode()


def test_its_link_opens_with_every_answer() -> None:
    read_back = read(MADE["link"], date(2026, 11, 21)).visitor
    assert read_back.answers == MADE["holds"]["eligibility"]
    assert read_back.income == MADE["holds"]["income"]
    assert list(read_back.cases) == MADE["holds"]["income-cases"]
