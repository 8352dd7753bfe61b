"""Every form is answered with a redirect or a file, so that Back and reload never send it again.

The example on the home page and the search are exceptions: what was typed is kept nowhere, so there is no page to
redirect to.
"""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from fleksjob_site.personas.persons import PERSONS, data_of
from fleksjob_site.take_along.link import write
from salary.pages.pay_form import JUST_OPENED
from tests.eligibility.law.answering import FITTING
from tests.serving.test_sessions_attacked import noise
from tests.site.every_address import every_address
from tests.visitor import Visitor, cookies_of

MONTH = ["2026", "5", "a-income", "8000", "400", "800", "18840", "stated", "34000"]
INCOME = {"hours_per_week": "18", "efficiency_percent": "100", "wage_kind": "hourly", "wage": "200",
          "pension_on_top_percent": "0", "month-month": "5", "month-year": "2024"}  # fmt: skip
EVERYTHING: dict[str, Any] = {
    "eligibility": FITTING, "as-on": "2026-06-30", "income": INCOME, "income-cases": [INCOME, INCOME | {"wage": "210"}],
    "employer": {"wage": "180"}, "full-time-wage": {"wage": "180"}, "year": {"first": "2026-12"},
    "employer-start": {"first_day": "2027-01-31"}, "own-business": {"year1_result": "180000"},
    "unemployment-allowance": {"wage": "4000"}, "payouts": [MONTH],
    "employer-full-time-wage": {"wage": "180", "pension_on_top_percent": "10"},
    "opened": {"link": write(data_of(PERSONS["amina"]))},
}  # fmt: skip
SESSIONS = {"nothing told": {}, "everything told": EVERYTHING}
FORM = re.compile(r"<form\b[^>]*>")


class _Forms(HTMLParser):
    """The forms of a page: attributes, and the names and values of their fields."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[tuple[dict[str, str | None], dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "form":
            self.forms.append((found, {}))
        elif self.forms and tag in {"input", "textarea", "select", "button"} and found.get("name") != "switch":
            self.forms[-1][1][str(found.get("name"))] = found.get("value") or ""


def visitor(told: dict[str, Any]) -> Client:
    client = Visitor()
    client.cookies.load(cookies_of(told) if told else {})
    return client


def pages(told: dict[str, Any]) -> dict[str, str]:
    """All pages with a form, by URL, for a visitor who has told this."""
    found = {}
    for language in ("da", "en"):
        for name, address in every_address(language).items():
            for url in (address, f"{address}?show=link", f"{address}?payout"):
                answer = visitor(told).get(url) if not name.startswith("api:") else None
                if answer and answer.status_code == 200 and not answer.streaming and b"<form" in answer.content:
                    found[url] = answer.content.decode()
    return found


@pytest.mark.parametrize("told", SESSIONS)
def test_every_form_has_an_action_without_a_fragment_and_is_answered_with_a_redirect_or_a_file(told: str) -> None:
    sent = 0
    for url, html in pages(SESSIONS[told]).items():
        for form, fields in _Forms(html).forms:
            action = str(form.get("action") or "")
            assert action.startswith("/"), url
            assert "#" not in action, url
            for value in (None, "", "no such thing"):
                filled = {name: text if value is None or name in KEPT else value for name, text in fields.items()}
                assert_leads_on(visitor(SESSIONS[told]), action, filled)
                sent += 1
            # As the other language of the page does.
            assert_leads_on(visitor(SESSIONS[told]), action, fields | {"switch": "1"})
    assert sent > 100


OF_NOBODY = ("home-example", "search", "embed-income", "embed-payout")
STATELESS = {every_address(language)[name] for language in ("da", "en") for name in OF_NOBODY}
KEPT = {"csrfmiddlewaretoken", "page", "seen"}


@pytest.mark.parametrize("told", SESSIONS)
@pytest.mark.parametrize("name", [name for name in every_address() if not name.startswith("api:")])
def test_no_address_answers_a_post_with_a_page(told: str, name: str) -> None:
    """Also one that no page has a form for."""
    assert_leads_on(visitor(SESSIONS[told]), every_address()[name], {"answer": "x", "link": "x", "day": "x"})


def assert_leads_on(client: Client, action: str, fields: dict[str, str]) -> None:
    answer = client.post(action, fields)
    if action in STATELESS:
        assert answer.status_code == 200
        assert not answer.cookies
        return
    is_file = "attachment" in answer.headers.get("Content-Disposition", "")
    assert is_file or answer.status_code in {302, 405}, f"{answer.status_code} of {action} for {fields}"
    assert "#id_" not in answer.headers.get("Location", "")


def test_every_form_of_the_templates_has_an_action() -> None:
    forms = {
        f"{file.name}: {form}": 'action="' in form
        for file in Path(settings.BASE_DIR, "templates").rglob("*.html")
        for form in FORM.findall(file.read_text("utf-8"))
        # In a live answer, it stands for the form on the page.
        if "data-same" not in form
    }
    assert len(forms) > 15
    assert [form for form, has_action in forms.items() if not has_action] == []


@pytest.mark.parametrize(
    ("name", "reloads"),
    [("home", False), ("words", False), ("income", True), ("eligibility:outcome", True), ("take-along", True)],
)
def test_only_pages_with_answers_load_themselves_again(name: str, reloads: bool) -> None:
    html = visitor(EVERYTHING).get(every_address()[name]).content.decode()
    assert ("data-reloads" in html) is reloads


def test_a_wrong_answer_too_large_for_its_cookie_gets_the_notice_and_leaves_the_rest() -> None:
    client = visitor({"eligibility": {"birth-month": "1980-05", "a-new-question": noise(600)}})
    page = "/en/target-group/question/birth-month/"
    html = client.post(page, {"answer-month": noise(299), "answer-year": noise(300)}, follow=True).content.decode()
    assert "What you sent last was not saved" in html
    assert 'value="1980"' in html
    assert "alert-error" not in html


def test_a_month_that_a_button_has_just_opened_has_no_errors_until_it_is_sent() -> None:
    client = visitor({})
    page = "/en/income/check-my-payout/"
    month = {"month-month": "5", "month-year": "2026", "wage_kind": "with-pension", "wage": "15000", "subsidy": "9000",
             "ceiling_kind": "unknown"}  # fmt: skip
    assert client.post(page, month | {"subsidy": ""}).headers["Location"] == f"{page}?show=errors"
    client.post(page, month | {"next": "1"})
    assert "There is a problem" not in client.get(f"{page}?show=errors").content.decode()
    # A page of an older node sends the mark back, and it is not kept.
    client.post(page, {"wage_kind": "with-pension", "wage": "15000", JUST_OPENED: "1"})
    assert JUST_OPENED not in client.session["payout-open"]
    assert "There is a problem" in client.get(f"{page}?show=errors").content.decode()
