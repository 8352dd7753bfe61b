"""The page of the full-time wage that an employer states: ticks and amounts, the sum, the text, and what it keeps."""

import html as entities
import re
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import gettext, override

from fleksjob_site.serving.parts import Entry
from salary.law.full_time_wage import CEILING_LINES, LEFT_OUT, PART_LABELS, PART_MEANINGS, Part
from salary.law.stated_wage import PAID_APART
from salary.pages.stated_form import TICKED_LINES, StatedWageForm, kept_stated_wage
from tests.browser.sessions import STATED
from tests.salary.pages.test_payout import words
from tests.salary.pages.test_wage_ceiling import figure
from tests.visitor import Visitor

PAGE = {"da": "/indkomst/arbejdsgiver/fuldtidsloen/", "en": "/en/income/employer/full-time-wage/"}
GUIDE = {"da": "/for-arbejdsgivere/", "en": "/en/for-employers/"}
COST = {"da": "/indkomst/arbejdsgiver/", "en": "/en/income/employer/"}
STEPS = {"da": "/indkomst/arbejdsgivers-trin/", "en": "/en/income/employer-steps/"}
CEILING = {"da": "/indkomst/loenloft/", "en": "/en/income/wage-ceiling/"}
WAGE = {"wage_kind": "hourly", "wage": "180", "full_time_hours_per_week": "37", "pension_on_top_percent": "10"}
WAGE |= {"holiday": "account"}
PAID_OUT = WAGE | {"holiday": "paid-out"}
ANY_LINE = pytest.mark.parametrize("part", TICKED_LINES)
EACH_LANGUAGE = pytest.mark.parametrize("language", ["da", "en"])


def shown(client: Client, address: str) -> str:
    """The words of a page without markup."""
    page = re.sub(r"<(?:script|style).*?</(?:script|style)>", "", client.get(address).content.decode(), flags=re.DOTALL)
    return " ".join(entities.unescape(re.sub(r"<[^>]+>", "", page)).split())


def sent(client: Client, **changed: str) -> str:
    return words(client.post(PAGE["en"], WAGE | changed, follow=True))


def ticked(html: str) -> set[str]:
    return set(re.findall(r'name="has_(\w+)" class="form-checkbox" checked', html))


@EACH_LANGUAGE
def test_guide_and_calculators_name_each_line_in_the_same_words(client: Client, language: str) -> None:
    with override(language):
        guide, cost, stated, ceiling = (shown(client, page[language]) for page in (GUIDE, COST, PAGE, CEILING))
        for line in CEILING_LINES:
            words_of = f"{gettext(line.label)}. {gettext(line.meaning)}"
            assert words_of in guide, words_of
            assert words_of in cost, words_of
            assert gettext(line.meaning) in stated
        for part in Part:
            assert gettext(PART_LABELS[part]) in ceiling
            assert gettext(PART_MEANINGS[part]) in ceiling
            assert gettext(PART_LABELS[part]) in stated
        for line in LEFT_OUT:
            words_of = f"{gettext(line.label)}. {gettext(line.meaning)}"
            assert all(words_of in page for page in (guide, cost, stated, ceiling)), words_of


@pytest.mark.parametrize(("language", "amount"), [("da", "32.746 kr."), ("en", "DKK 32,746")])
def test_it_is_added_up_live_and_by_the_button(client: Client, language: str, amount: str) -> None:
    for page in (
        words(client.post(PAGE[language], STATED | {"live": "1"})),
        words(client.post(PAGE[language], STATED, follow=True)),
    ):
        assert figure(page) == amount


def test_the_months_with_more_and_their_sum_are_named(client: Client) -> None:
    page = entities.unescape(re.sub(r"<[^>]+>", "", sent(client, **STATED)))
    assert "In May it is DKK 34,246, because more is paid: Holiday pay" in page.replace("\u00a0", " ")
    assert "In June and December it is DKK 35,246, because more is paid: Free-choice pay" in page.replace("\u00a0", " ")


@ANY_LINE
def test_a_ticked_line_counts_with_its_amount(client: Client, part: Part) -> None:
    page = sent(client, **{f"has_{part}": "on", part.value: "500"})
    assert figure(page) == "DKK 32,246"
    assert ticked(page) == {part.value}


@ANY_LINE
def test_a_tick_without_an_amount_is_an_error_in_words(client: Client, part: Part) -> None:
    page = sent(client, **{f"has_{part}": "on"})
    assert "Enter the amount, or untick the box." in page
    assert figure(page) is None
    # While somebody types, the sum is shown without it, and says so; text and page to sign wait.
    live = words(client.post(PAGE["en"], WAGE | {f"has_{part}": "on", "live": "1"}))
    assert figure(live) == "DKK 31,746"
    assert re.search(rf"Not in the sum yet:</strong></p> <ul><li>{re.escape(PART_LABELS[part])}</li></ul>", live)
    assert "Enter the amount, or" not in live
    assert "textarea" not in live


@ANY_LINE
def test_an_amount_without_a_tick_counts_as_ticked(client: Client, part: Part) -> None:
    page = sent(client, **{part.value: "500"})
    assert figure(page) == "DKK 32,246"
    assert ticked(page) == {part.value}


@ANY_LINE
def test_taking_the_tick_away_empties_the_amount(client: Visitor, part: Part) -> None:
    page = sent(client, **{part.value: "500"})
    on_page = re.search(r'name="ticked" value="([^"]*)"', page)
    assert on_page
    assert on_page[1] == part.value
    without = sent(client, ticked=on_page[1], **{part.value: "500"})
    assert figure(without) == "DKK 31,746"
    assert ticked(without) == set()
    assert part.value not in client.session[Entry.STATED_WAGE]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"wage": ""}, "Enter the wage."),
        ({"wage": "32000"}, "Is this a monthly wage?"),
        ({"wage_kind": "yearly"}, "Choose one of the two kinds of wage."),
        ({"pension_on_top_percent": ""}, "Enter the pension, or 0 if there is none."),
        ({"pension": "2886"}, "Enter the pension as a percentage or in kroner, not both."),
        ({"holiday": ""}, "Choose how the employee's holiday is paid."),
        ({"holiday": "none"}, "Choose one of the three."),
        (
            {"holiday": "supplement", "holiday_pay_5": "on"},
            "Enter the amount, or untick the months.",
        ),
        ({"bonus": "much"}, "Enter the amount as a number"),
        ({"full_time_hours_per_week": "0"}, "Enter a number between"),
        ({"stated_until_now": "-1"}, "Enter"),
    ],
)
def test_a_wrong_field_says_what_to_write(client: Visitor, wrong: dict[str, str], message: str) -> None:
    page = sent(client, **wrong)
    assert message in entities.unescape(page)
    assert "There is a problem" in page
    assert figure(page) is None


def test_the_pension_can_be_given_in_kroner(client: Client) -> None:
    page = sent(client, pension_on_top_percent="", pension="2886")
    assert figure(page) == "DKK 31,746"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"paid_hours_per_week": "20"}, "Your employee loses DKK 500 a month before tax."),
        ({"paid_hours_per_week": "20", "stated_until_now": "31000"}, "Your employee loses DKK 746 a month before tax."),
        ({"paid_hours_per_week": "10"}, "Your employee loses nothing in an ordinary month."),
        ({"paid_hours_per_week": "20", "stated_until_now": "40000"}, "so it costs your employee nothing."),
    ],
)
def test_it_says_what_a_figure_that_is_too_low_costs(client: Client, changed: dict[str, str], said: str) -> None:
    page = re.sub(r"<[^>]+>", "", sent(client, **changed)).replace("\u00a0", " ")
    assert said in page
    assert "If the figure is" not in sent(client)


@EACH_LANGUAGE
def test_the_text_is_danish_on_both_pages_and_explained_on_the_english(client: Client, language: str) -> None:
    page = words(client.post(PAGE[language], STATED, follow=True)).replace("\u00a0", " ")
    text = re.search(r'<textarea readonly[^>]* lang="da"[^>]*>(.*?)</textarea>', page)
    assert text
    for part in ("32.746 kr.", "37 timer", "§ 12", "I maj er det 34.246 kr.", "I juni og december", "Bonus", "lønloft"):
        assert part in text[1]
    assert ("Full-time wage in this job on ordinary terms" in page) == (language == "en")


@pytest.mark.parametrize("part", PAID_APART)
def test_every_month_can_be_ticked_and_all_of_them_are_each_month(part: Part) -> None:
    for number in range(1, 13):
        found = kept_stated_wage(PAID_OUT | {part.value: "100", f"{part}_{number}": "on"})
        assert found
        assert [each.months for each in found.higher] == [(number,)]
    found = kept_stated_wage(PAID_OUT | {part.value: "100"} | {f"{part}_{number}": "on" for number in range(1, 13)})
    assert found
    assert found.higher == ()
    assert found.month == 31846


def test_it_is_kept_gone_on_with_and_deleted(client: Visitor) -> None:
    sent(client, **STATED)
    assert client.get("/en/go-on/").headers["Location"] == PAGE["en"]
    assert figure(words(client.get(PAGE["en"]))) == "DKK 32,746"
    client.post("/en/delete-my-answers/")
    assert figure(words(client.get(PAGE["en"]))) is None


@pytest.mark.parametrize("page", [GUIDE["en"], COST["en"], CEILING["en"], "/en/all-pages/"])
def test_the_pages_around_it_lead_here(client: Client, page: str) -> None:
    assert f'href="{PAGE["en"]}"' in client.get(page).content.decode()


def test_it_keeps_what_a_newer_release_has_stored() -> None:
    form = StatedWageForm(WAGE | {"ticked": "bonus", "later": "1"}, require_all=False)
    newer: dict[str, Any] = form.fields_of_newer_release({"even_later": "2"})
    assert newer == {"even_later": "2", "later": "1"}


@EACH_LANGUAGE
def test_a_figure_that_is_too_low_can_cost_something_and_need_not(client: Client, language: str) -> None:
    for page in (GUIDE, COST, PAGE, STEPS):
        words_of = shown(client, page[language])
        assert ("for lavt tal kan koste" if language == "da" else "too low can cost") in words_of
        assert not re.search(r"for lavt (?:tal|beløb) koster|too low costs", words_of)


def test_either_of_the_two_fields_of_pension_will_do_so_neither_is_marked_as_required(client: Client) -> None:
    page = words(client.get(PAGE["en"]))
    pension = page[page.index('id="pension"') : page.index('id="on-top"')]
    assert "Fill in one of these two fields." in pension
    assert "required" not in pension


@EACH_LANGUAGE
def test_it_speaks_to_the_employer_of_pension_and_the_text_to_the_municipality(client: Client, language: str) -> None:
    page = entities.unescape(words(client.post(PAGE[language], STATED, follow=True)))
    table, text = re.search(r"<table.*?</table>", page), re.search(r"<textarea readonly.*?</textarea>", page)
    assert table
    assert text
    assert {"da": "Den pension, du betaler", "en": "The pension you pay"}[language] in table[0]
    assert "du betaler" not in text[0]
    assert "Arbejdsgiverens pension" in text[0]
    assert {"da": "Skriv beløbet inklusive den pension", "en": "Include the pension you pay on it"}[language] in page
