"""The drawn papers in a real browser: beside the fields or folded, and each number leads to its field."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.acts import open_the_papers
from tests.browser.visiting import OpenPage

PAYOUT, INCOME = "/en/income/check-my-payout/", "/en/income/"
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}


def numbers_in_sight(page: Page) -> list[str]:
    numbers = page.locator(".form-label .paper-number")
    return [number.inner_text() for number in numbers.all() if number.is_visible()]


@pytest.mark.parametrize("language", ["da", "en"])
def test_on_a_wide_screen_the_papers_stand_beside_the_fields(open_page: OpenPage, language: str) -> None:
    page = open_page({"da": "/indkomst/tjek-udbetaling/", "en": PAYOUT}[language], viewport=DESK)
    papers, form = page.locator(".papers").bounding_box(), page.locator("#month-form").bounding_box()
    assert papers
    assert form
    assert papers["x"] + papers["width"] <= form["x"]
    assert abs(papers["y"] - form["y"]) < 40
    # Both papers are in sight at once.
    assert papers["height"] < DESK["height"]
    expect(page.locator("#papers > summary")).to_be_hidden()
    assert numbers_in_sight(page) == ["1", "2", "3", "4", "5"]
    # Who does not see the numbers hears them, and hears once that a field must be filled in.
    expect(page.locator("#id_wage")).to_have_accessible_name(
        {"da": "1 Løn før skat kr.", "en": "1 The wage before tax DKK"}[language]
    )


def test_on_a_phone_the_papers_are_folded_above_the_fields(open_page: OpenPage) -> None:
    page = open_page(PAYOUT, viewport=PHONE)
    expect(page.locator(".paper").first).to_be_hidden()
    assert numbers_in_sight(page) == []
    open_the_papers(page)
    expect(page.locator(".paper")).to_have_count(2)
    assert numbers_in_sight(page) == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("address", [PAYOUT, INCOME])
def test_each_line_leads_to_its_field_even_to_one_that_is_folded_away(
    open_page: OpenPage, address: str, viewport: dict[str, int]
) -> None:
    page = open_page(address, viewport=viewport)
    open_the_papers(page)
    links = page.locator(".paper a")
    assert links.count() == {PAYOUT: 5, INCOME: 4}[address]
    for link in links.all():
        link.click()
        field = page.locator(str(link.get_attribute("href")))
        expect(field).to_be_focused()
        expect(field).to_be_in_viewport()


@pytest.mark.parametrize("address", [PAYOUT, INCOME])
def test_the_papers_stay_open_while_somebody_types(open_page: OpenPage, address: str) -> None:
    page = open_page(address, viewport=PHONE)
    open_the_papers(page)
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.locator("#id_wage").fill("6987")
    expect(page.locator(".paper").first).to_be_visible()


@pytest.mark.parametrize(("carry", "address"), [("income", INCOME), ("payout", PAYOUT)])
def test_the_wage_ceiling_is_carried_without_a_script(open_page: OpenPage, carry: str, address: str) -> None:
    page = open_page("/en/income/wage-ceiling/", java_script_enabled=False)
    page.locator("#id_wage").fill("180")
    page.locator("#ceiling-form .button-primary").click()
    expect(page.locator(".result-figure")).to_have_text("DKK\u00a028,860")
    page.locator(f"[name=carry][value={carry}]").click()
    assert address in page.url
    expect(page.locator({INCOME: "#id_ceiling_month", PAYOUT: "#id_ceiling"}[address])).to_have_value("28860")


WORDS = """rows => rows.map(row => {
    const badge = row.querySelector(".paper-number").getBoundingClientRect();
    const words = [...row.querySelectorAll("[lang=da], .paper-meaning")].map(word => word.getBoundingClientRect());
    return [words[0].top < badge.bottom, ...words.map(word => word.left - badge.right)];
})"""
LINES = """cells => cells.map(cell => {
    const text = document.createRange();
    text.selectNodeContents(cell);
    return new Set([...text.getClientRects()].map(part => Math.round(part.top))).size;
})"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", [PAYOUT, INCOME, "/indkomst/tjek-udbetaling/"])
def test_the_words_of_a_line_stand_beside_its_number_and_its_amount_on_one_line(
    open_page: OpenPage, address: str, width: int
) -> None:
    page = open_page(address, viewport={"width": width, "height": 800})
    open_the_papers(page)
    lines = page.locator(".paper-hit").evaluate_all(WORDS)
    assert lines
    assert all(beside and all(0 <= gap < 16 for gap in gaps) for beside, *gaps in lines), lines
    assert set(page.locator(".paper td").evaluate_all(LINES)) == {1}
