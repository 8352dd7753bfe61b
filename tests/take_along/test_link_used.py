"""Making and using a link: it replaces everything, opens on any installation, and is never logged."""

import json
import logging
import re
from urllib.parse import urlsplit

import pytest
from django.template.loader import get_template
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils.translation import override

from eligibility.law.questions import BY_KEY
from fleksjob_site.take_along.link import MAX_BYTES, read, write
from fleksjob_site.take_along.link_views import share_link
from fleksjob_site.visitor import VisitorData
from salary.pages.forms import IncomeForm
from tests.eligibility.law.answering import ON
from tests.take_along.carrying import ANSWERS, CASE, OWN, TOLD, TYPED, address, has_told, linked, told_by
from tests.visitor import Visitor

both_languages = pytest.mark.parametrize("language", ["da", "en"])


@both_languages
@pytest.mark.parametrize(
    ("carried", "leads_to"),
    [
        (TOLD, "eligibility:outcome"),
        (VisitorData(ANSWERS), "eligibility:outcome"),
        (VisitorData(OWN, TYPED), "income"),
        (VisitorData(cases=(CASE,)), "income"),
        (VisitorData(OWN), "where-you-live"),
    ],
)
def test_using_a_link_replaces_everything_and_redirects(
    client: Client, language: str, carried: VisitorData, leads_to: str
) -> None:
    has_told(client, VisitorData({"birth-month": "1980-01"}, {"goal_month": "1"}, (CASE, CASE | {"wage": "1"})))
    answer = client.post(address("use-link", language), {"link": write(carried)})
    assert told_by(client) == carried
    with override(language):
        question = reverse("eligibility:question", kwargs={"question": BY_KEY["lives-in-denmark"]})
    expected = question if leads_to == "where-you-live" else address(leads_to, language)
    assert answer.headers["Location"] == expected
    assert client.get(expected).status_code == 200


def test_a_link_without_a_valid_token_is_kept_and_can_be_submitted_again() -> None:
    guarded = Visitor(enforce_csrf_checks=True)
    guarded.get(address("open-link"))
    for name in ("use-link", "open-link"):
        refused = guarded.post(address(name), {"link": write(TOLD)})
        assert refused.status_code == 403
        assert f'name="link" value="{write(TOLD)}"' in refused.content.decode()
        assert told_by(guarded) == VisitorData()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', refused.content.decode())
    assert token
    again = guarded.post(address("open-link"), {"link": write(TOLD), "csrfmiddlewaretoken": token[1]}, follow=True)
    assert "Use these answers" in again.content.decode()


def test_a_link_posted_by_another_site_is_rejected() -> None:
    guarded = Visitor(enforce_csrf_checks=True)
    refused = guarded.post(address("use-link"), {"link": write(TOLD)}, headers={"origin": "https://evil.example"})
    assert refused.status_code == 403
    assert write(TOLD) not in refused.content.decode()


@both_languages
def test_a_link_is_in_the_language_of_the_page_and_holds_all_valid_answers(client: Client, language: str) -> None:
    request = RequestFactory().get("/")
    with override(language):
        link = share_link(request, VisitorData(ANSWERS | {"business-months": "24"}, TOLD.income, TOLD.cases), ON)
        section = str(get_template("take_along/_link.html").template.module.link_section(link))
    assert link.startswith(f"http://testserver{address('open-link', language)}#v1.")
    parts = urlsplit(link)
    assert not parts.query
    assert client.get(parts.path).status_code == 200
    assert read(link, ON).visitor == TOLD
    assert re.search(rf'<input type="text" readonly [^>]+ value="{re.escape(link)}"', section)
    assert 'data-copy="link-to-copy"' in section


def test_a_link_opens_on_an_installation_with_another_key(client: Client, settings: object) -> None:
    link = write(TOLD)
    settings.SECRET_KEY = "quite another key, on quite another machine, which never saw that link"  # type: ignore[attr-defined]
    client.post(address("use-link"), {"link": link})
    assert told_by(client) == TOLD


def test_the_fullest_link_that_can_be_read_fits_into_the_cookie(client: Client) -> None:
    client.get(address("open-link"))
    # Trailing spaces are harmless and fill each field to its maximum length.
    income = {name: text.ljust(IncomeForm.max_length) for name, text in TYPED.items() if text and name != "wage_kind"}
    parts = {"answers": ANSWERS, "cases": [CASE, CASE | {"wage": "210"}], "income": income | {"wage_kind": "hourly"}}
    content = json.dumps(parts, separators=(",", ":")).ljust(MAX_BYTES)
    assert len(content) == MAX_BYTES
    client.post(address("use-link"), {"link": linked(content)})
    assert told_by(client) == VisitorData(ANSWERS, parts["income"], tuple(parts["cases"]))
    assert all(len(f"__Host-{name}={cookie.value}") <= 4096 for name, cookie in client.cookies.items())


def test_no_answer_and_no_link_reaches_the_log(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    django = logging.getLogger("django")
    django.addHandler(caplog.handler)
    try:
        client.post(address("open-link"), {"link": write(TOLD)})
        client.post(address("use-link"), {"link": write(TOLD)})
        client.post(address("open-link"), {"link": linked('{"answers": {"birth-month": "1980-05"}, "cases": 7}')})
        Client(enforce_csrf_checks=True).post(address("use-link"), {"link": write(TOLD)})
        client.post(address("open-link"), {"link": write(TOLD) * 300})
    finally:
        django.removeHandler(caplog.handler)
    assert "Forbidden" in caplog.text
    for secret in ("1980", "adapted", "21.092", "v1.", write(TOLD)[3:20]):
        assert secret not in caplog.text


@both_languages
@pytest.mark.parametrize("mark", ["%23", "%2523", "*", ""])
def test_a_fragment_in_the_path_leads_to_the_page_that_asks_to_paste(
    client: Client, caplog: pytest.LogCaptureFixture, language: str, mark: str
) -> None:
    caplog.set_level(logging.DEBUG)
    django = logging.getLogger("django")
    django.addHandler(caplog.handler)
    try:
        answer = client.get(address("open-link", language) + mark + write(TOLD) + ".", follow=True)
    finally:
        django.removeHandler(caplog.handler)
    assert answer.redirect_chain == [(address("open-link", language), 302)]
    assert "data-opens-link" in answer.content.decode()
    assert write(TOLD)[:20] not in answer.content.decode()
    assert write(TOLD)[:20] not in caplog.text
