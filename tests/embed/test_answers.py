"""The calculators for other websites answer as the pages do, without a session and without a form token."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import localdate

from fleksjob_site.take_along.link import read
from salary.law.payout.month import last_paid_for
from salary.pages.payout_kept import unpack
from tests.embed.places import A_MONTH, ADDRESSES, FILLED
from tests.site.every_address import every_address
from tests.visitor import Visitor

INCOMES: dict[str, dict[str, str]] = {
    "plain": {},
    "range": {"hours_up_to": "25"},
    "month": {"wage_kind": "month", "wage": "9500"},
    "card": {"tax_percent": "38", "tax_deduction_month": "5400", "tax_main_card": "municipality"},
    "no pace": {"efficiency_unknown": "on"},
    "goal": {"goal_month": "33000", "today_month": "15000"},
    "ceiling added up": {"ceiling_month": "32746", "ceiling_added_up": "32746"},
    "ceiling too low": {"ceiling_month": "20000", "ceiling_confirmed": "on"},
    "other": {"other_wage_month": "2000", "own_atp_kind": "other", "own_atp_month": "33", "own_pension_month": "400"},
}
MONTHS: dict[str, dict[str, str]] = {
    "too little": {},
    "right": {"subsidy": "18840"},
    "too much": {"subsidy": "19000"},
    "ceiling not known": {"ceiling_kind": "unknown", "ceiling": ""},
    "a question": {"ceiling": "9000"},
    "its answer": {"ceiling": "9000", "ceiling_ok": "1"},
    "an older month": {"month-year": "2025", "month-month": "3"},
}


def plain(html: str) -> str:
    """The HTML without what differs by intent: that links open in a new tab, and the space around."""
    return re.sub(r"\s+", " ", html.replace(' target="_blank"', "")).strip()


def between(html: str, start: str, end: str) -> str:
    return plain(html.split(start, 1)[1].split(end, 1)[0])


def errors(html: str) -> list[str]:
    return [plain(found) for found in re.findall(r'<span class="form-error-message"[^>]*>.*?</span>', html, re.DOTALL)]


def posted(calculator: str, language: str, fields: dict[str, str]) -> str:
    """The page that a browser without cookies gets."""
    answer = Client(enforce_csrf_checks=True).post(ADDRESSES[calculator, language], fields)
    assert answer.status_code == 200
    return answer.content.decode()


def page(name: str, language: str, fields: dict[str, str]) -> str:
    """The page of the site itself after the same form."""
    return Visitor().post(every_address(language)[name], fields, follow=True).content.decode()


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("case", INCOMES)
def test_the_income_is_that_of_the_page(case: str, language: str) -> None:
    fields = FILLED["income"] | INCOMES[case]
    ours, theirs = posted("income", language, fields), page("income", language, fields)
    sections: dict[str, Callable[[str], str]] = {
        "result": lambda html: between(html, '<section class="result-panel"', "</section>"),
        "said": lambda html: between(html, 'id="announcement"', "</div>"),
        "lines": lambda html: re.findall(r'id="step-[^>]*>.*?</summary>', html, re.DOTALL),
        "sources": lambda html: sorted(re.findall(r'id="law-[^>]*>', html)),
        "after tax": lambda html: between(html, 'id="after-tax"', "</table>") if 'id="after-tax"' in html else "",
    }
    assert "data-result" in ours
    for name, section in sections.items():
        assert section(ours) == section(theirs), name
    assert ("33.000" in ours or "33,000" in ours) == (case == "goal")


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("case", MONTHS)
def test_the_check_is_that_of_the_page(case: str, language: str) -> None:
    fields = A_MONTH | MONTHS[case]
    ours, theirs = posted("payout", language, fields), page("payout", language, fields)
    assert "data-result" in ours
    month = f"{fields['month-year']}-{int(fields['month-month']):02}"
    # What is asked comes before a form with the answers, which differs.
    asked = case == "a question"
    here = between(ours.split('id="answer-heading"')[1], "</h3>", "<form" if asked else "<p><strong>")
    there = between(theirs, '<h3 class="payout-month">', "<form" if asked else '<form class="month-tools')
    assert here == there.split("</h3>")[1].strip()
    assert f'id="steps-{month}"' in ours


@pytest.mark.parametrize("language", ["da", "en"])
def test_what_is_asked_about_a_month_can_be_answered_in_the_frame(language: str) -> None:
    asked = posted("payout", language, A_MONTH | {"ceiling": "9000"})
    form = re.search(r'<form class="d-print-none" method="post" action="([^"]+)">(.*?)</form>', asked, re.DOTALL)
    assert form
    assert form[1] == ADDRESSES["payout", language]
    named = re.findall(r'name="([^"]+)" value="([^"]*)"', form[2])
    assert dict(named)["ceiling_ok"] == "1"
    answered = posted("payout", language, dict(named))
    assert '<form class="d-print-none"' not in answered
    assert 'value="9000"' in answered


WRONG: dict[str, dict[str, str]] = {
    "income": {"hours_per_week": "400", "wage": '"><b>x', "month-month": "13", "wage_kind": "nothing"},
    "payout": {"wage": "abc", "subsidy": "-1", "month-year": "2126", "ceiling_kind": "nothing"},
}


@pytest.mark.parametrize(("calculator", "language"), ADDRESSES)
def test_wrong_input_shows_the_errors_of_the_page_and_keeps_what_was_typed(calculator: str, language: str) -> None:
    fields = FILLED[calculator] | WRONG[calculator]
    html = posted(calculator, language, fields)
    assert errors(html) == errors(page(calculator, language, fields))
    assert len(errors(html)) >= len(WRONG[calculator]) - 1
    assert 'data-module="error-summary"' in html
    assert "<b>" not in html
    assert "data-result" not in html
    for name in ("wage", "subsidy"):
        if name in WRONG[calculator]:
            assert unescape(re.findall(rf'name="{name}" value="([^"]*)"', html)[0]) == WRONG[calculator][name]
    # An empty form is an error once its button is pressed, and not while somebody is typing or changes the language.
    assert errors(posted(calculator, language, {}))
    for more in ({"live": "1", "typing": "wage"}, {"switch": "1"}):
        assert errors(posted(calculator, language, more)) == []


@pytest.mark.parametrize(("calculator", "language"), ADDRESSES)
def test_the_language_is_changed_with_what_was_typed(calculator: str, language: str) -> None:
    other = {"da": "en", "en": "da"}[language]
    html = Client().get(ADDRESSES[calculator, language]).content.decode()
    assert f'formaction="{ADDRESSES[calculator, other]}"' in html
    switched = posted(calculator, other, FILLED[calculator] | {"switch": "1"})
    assert f'<html lang="{other}">' in switched
    assert "data-result" in switched


def whole_page(html: str) -> str:
    return re.findall(r'<a target="_blank" class="button button-secondary" href="([^"]+)"', html)[0]


@pytest.mark.parametrize(("calculator", "language"), ADDRESSES)
def test_the_whole_page_is_opened_with_what_was_entered(calculator: str, language: str) -> None:
    address = every_address(language)
    assert whole_page(Client().get(ADDRESSES[calculator, language]).content.decode()) == address[calculator]
    link = whole_page(posted(calculator, language, FILLED[calculator]))
    path, _, fragment = link.partition("#")
    assert path == address["open-link"]
    carried = read(fragment, localdate()).visitor
    if calculator == "income":
        assert carried.income == FILLED["income"]
    else:
        [row] = carried.payouts
        assert unpack(list(row)).items() >= (A_MONTH.items() - {("pension_unit", "kroner")})
        [(_, paid)] = carried.paid_months(localdate())
        assert paid.month < last_paid_for(localdate())
    # Followed, and used.
    visitor = Visitor()
    visitor.post(path, {"link": fragment}, follow=True)
    used = visitor.post(address["use-link"], {"link": fragment}, follow=True)
    assert "data-result" in used.content.decode() or 'id="answer"' in used.content.decode()


def test_what_cannot_be_read_is_left_out_of_the_link() -> None:
    link = whole_page(posted("income", "en", FILLED["income"] | {"wage": "abc"}))
    assert "wage" not in read(link.partition("#")[2], localdate()).visitor.income
    half = posted("payout", "en", A_MONTH | {"ceiling": ""})
    assert whole_page(half) == every_address()["payout"]


@pytest.mark.parametrize(("calculator", "language"), ADDRESSES)
def test_links_leave_the_frame_and_the_forms_do_not(calculator: str, language: str, settings: Any) -> None:
    settings.SITE_OWNER = "Eksempelby Kommune"
    html = posted(calculator, language, FILLED[calculator])
    links = re.findall(r"<a [^>]*>", html)
    assert len(links) > 10
    for link in links:
        assert ('target="_blank"' in link) == ('href="#' not in link), link
    forms = re.findall(r"<form [^>]*>", html)
    assert forms
    assert all(f'action="{ADDRESSES[calculator, language]}"' in form for form in forms)
    assert "csrfmiddlewaretoken" not in html
    assert "Eksempelby Kommune" in html
    for page_name in ("about", "home"):
        assert f'href="{every_address(language)[page_name]}' in html
    only = {"da": "Kun kommunen afgør", "en": "Only the municipality decides"}[language]
    assert only in html
    assert "navigation-menu" not in html


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("kept", [True, False])
def test_a_frame_does_not_speak_of_letter_and_tables_and_keeps_the_choice(kept: bool, language: str) -> None:
    fields = FILLED["income"] | INCOMES["card"] | ({"tax_in_letter": "on"} if kept else {})
    ours, theirs = posted("income", language, fields), page("income", language, fields)
    label = re.compile(r'<label[^>]*for="id_tax_in_letter"')
    assert label.search(theirs)
    assert not label.search(ours)
    assert bool(re.search(r'<input type="hidden" name="tax_in_letter" value="on"', ours)) == kept
    address = unescape(re.findall(r'class="button button-secondary" href="([^"]+)"', ours)[0])
    carried = read(address.partition("#")[2], localdate()).visitor.income
    assert ("tax_in_letter" in carried) == kept


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("calculator", ["income", "payout"])
def test_the_name_of_the_site_is_one_piece_so_that_its_spaces_are_kept(calculator: str, language: str) -> None:
    # In a flexible box each piece of text is laid out by itself, without the spaces around it.
    html = Client().get(ADDRESSES[calculator, language]).content.decode()
    link = between(html, '<header class="embed-head', "<nav").partition(">")[2].partition("<a ")[2].partition(">")[2]
    assert re.fullmatch(r"<(span)>.*</\1></a>", link)
