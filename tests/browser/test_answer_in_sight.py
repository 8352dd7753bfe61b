"""The answer of the income page stays in sight while any field has the focus, beside the form and on a phone."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import WORDS, OpenPage

CASES = {
    "one month": {},
    "a range": {"hours_up_to": "20"},
}
TYPED = {
    "hours_per_week": "15", "efficiency_percent": "60", "wage": "180", "pension_on_top_percent": "10",
    "tax_percent": "38", "tax_deduction_month": "5400",
}  # fmt: skip
FIELDS = "#income-form :is(input:not([type=hidden]), button, summary)"

# The boxes of whatever has the focus, and of what must stay in sight.
BOXES = """([field, ...shown]) => {
  field.focus();
  const box = (element) => {
    const { top, bottom, width } = element.getBoundingClientRect();
    return { top, bottom, width };
  };
  const drawn = field.matches("[type=radio], [type=checkbox]") ? field.labels[0] : field;
  return [box(drawn), ...shown.map(box)];
}"""


def calculated(open_page: OpenPage, language: str, changed: dict[str, str], screen: dict[str, int]) -> Page:
    """The page with a result after tax and every group of fields opened."""
    page = open_page(WORDS[language]["income"], viewport=screen)
    page.locator("#income-form details").evaluate_all("all => all.forEach(details => { details.open = true })")
    for name, typed in (TYPED | changed).items():
        page.locator(f"#id_{name}").fill(typed)
    page.locator("[name=tax_main_card][value=municipality]").check(force=True)
    expect(page.locator(".result-figure-third")).to_be_visible()
    return page


def boxes(page: Page, *selectors: str) -> list[tuple[str, list[dict[str, float]]]]:
    """For each field: which it is, its box while it has the focus, and the boxes of the selectors."""
    shown = [page.locator(selector).element_handle() for selector in selectors]
    found: list[tuple[str, list[dict[str, float]]]] = []
    for field in page.locator(FIELDS).element_handles():
        if field.is_visible():
            name = field.evaluate("field => field.id || field.textContent.trim()")
            found.append((name, page.evaluate(BOXES, [field, *shown])))
    assert len(found) > 30
    return found


@pytest.mark.parametrize("changed", CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["da", "en"])
def test_total_account_and_curve_are_in_sight_beside_every_field(
    open_page: OpenPage, language: str, changed: dict[str, str]
) -> None:
    page = calculated(open_page, language, changed, {"width": 1280, "height": 800})
    shown = (".result-panel .result-figure", ".result-figure-second", ".result-figure-third", ".curve-small")
    for name, (field, *answers) in boxes(page, *shown):
        assert field["top"] >= 0 and field["bottom"] <= 800, name  # noqa: PT018
        assert all(answer["top"] >= 0 and answer["bottom"] <= 800 for answer in answers), name
    expect(page.locator(".total-in-sight")).to_be_hidden()
    assert page.locator(".result-panel").evaluate("panel => panel.scrollTop") == 0


@pytest.mark.parametrize("changed", CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["da", "en"])
def test_on_a_phone_the_bar_is_in_sight_and_covers_no_field(
    open_page: OpenPage, language: str, changed: dict[str, Any]
) -> None:
    page = calculated(open_page, language, changed, {"width": 360, "height": 740})
    for name, (field, bar) in boxes(page, ".total-in-sight"):
        assert bar["top"] >= 0 and bar["bottom"] <= 740, name  # noqa: PT018
        assert bar["width"] <= 360
        assert field["top"] >= 0, name
        assert field["bottom"] <= bar["top"], name
    bar_text = page.locator(".total-in-sight").inner_text().replace("\u00a0", " ")
    headline = page.locator(".result-panel .result-figure").inner_text().replace("\u00a0", " ")
    assert headline in bar_text
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
