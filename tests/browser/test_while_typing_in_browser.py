"""While somebody types: errors come when a field is left, nothing jumps, and what was said before stays."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.stops import arrive
from tests.browser.visiting import WORDS, OpenPage, fill_official_example, follow

SCREENS = pytest.mark.parametrize("screen", [{"width": 360, "height": 740}, {"width": 1280, "height": 800}])
CALCULATE = "#income-form .button-primary"
ERROR = ".form-error-message"
TYPED = {"hours_per_week": "34.", "wage": "165,", "month-year": "20"}
MENDED = {"hours_per_week": "18", "wage": "200", "pension_on_top_percent": "0"}
# The field of the form with the focus and the next one, and where they are on the screen.
PLACES = """() => {
  const fields = [...document.querySelectorAll("#income-form [type=text]")].filter(field => field.checkVisibility());
  const at = fields.indexOf(document.activeElement);
  return fields.slice(at, at + 2).map(field => {
    const { left, top } = field.getBoundingClientRect();
    return [Math.round(left), Math.round(top)];
  });
}"""


def live_answer(page: Page, act: Callable[[], object]) -> None:
    """Do something and wait until the answer to it is on the page."""
    before = page.evaluate("settled")
    act()
    page.wait_for_function("before => settled > before", arg=before)


def write(page: Page, field: Locator, text: str) -> None:
    """Type something, and wait for the live answer; the clock is the test's own."""

    def act() -> None:
        field.fill(text)
        page.clock.run_for(300)

    live_answer(page, act)


def leave(page: Page, field: Locator) -> None:
    """Go to the next field, and wait for the live answer."""

    def act() -> None:
        field.press("Tab")
        page.clock.run_for(300)

    live_answer(page, act)


def count_answers(page: Page) -> None:
    page.evaluate("""() => {
      window.settled = 0;
      document.addEventListener("htmx:afterSettle", () => { settled++ });
    }""")


@pytest.mark.parametrize("name", TYPED)
def test_what_is_typed_is_no_error_until_the_field_is_left(open_page: OpenPage, name: str) -> None:
    page = arrive(open_page, "income with result", "en")
    count_answers(page)
    page.clock.install()
    field = page.locator(f"[name={name}]")
    write(page, field, TYPED[name])
    expect(page.locator(ERROR)).to_have_count(0)
    leave(page, field)
    page.clock.run_for(300)
    expect(page.locator(ERROR)).to_have_count(1)


def test_a_rest_is_judged_too_and_a_mended_error_goes_at_once(open_page: OpenPage) -> None:
    page = arrive(open_page, "income with result", "en")
    count_answers(page)
    page.clock.install()
    wage = page.locator("#id_wage")
    write(page, wage, "165,")
    expect(page.locator(ERROR)).to_have_count(0)
    live_answer(page, lambda: page.clock.run_for(1400))
    expect(page.locator(ERROR)).to_have_count(1)
    write(page, wage, "165,5")
    expect(page.locator(ERROR)).to_have_count(0)


def test_going_from_the_month_to_its_year_does_not_leave_the_field(open_page: OpenPage) -> None:
    page = arrive(open_page, "income with result", "en")
    count_answers(page)
    page.clock.install()
    write(page, page.locator("#id_month"), "0")
    page.locator("#id_month").press("Tab")
    expect(page.locator("#id_month-year")).to_be_focused()
    page.clock.run_for(300)
    expect(page.locator(ERROR)).to_have_count(0)
    leave(page, page.locator("#id_month-year"))
    expect(page.locator(ERROR)).to_have_count(1)


@SCREENS
def test_nothing_moves_while_errors_come_and_go(open_page: OpenPage, screen: dict[str, int]) -> None:
    page = arrive(open_page, "income with result", "en", viewport=screen)
    count_answers(page)
    page.clock.install()
    for name in ("hours_per_week", "wage", "pension_on_top_percent", "tax_percent", "ceiling_month", "month-year"):
        field = page.locator(f"[name={name}]")
        good = field.input_value()
        field.focus()
        places = page.evaluate(PLACES)
        for typed, errors in (("3,4,5", 1), (good, 0)):
            write(page, field, typed)
            page.clock.run_for(2000)
            expect(page.locator(ERROR)).to_have_count(errors)
            assert page.evaluate(PLACES) == places, name
        # Left with an error, it moves nothing of where somebody has gone.
        write(page, field, "3,4,5")
        field.press("Tab")
        places = page.evaluate(PLACES)
        page.clock.run_for(2000)
        expect(page.locator(ERROR)).to_have_count(1)
        assert page.evaluate(PLACES) == places, name
        write(page, field, good)
        expect(page.locator(ERROR)).to_have_count(0)


@SCREENS
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_summary_shrinks_while_its_errors_are_mended(
    open_page: OpenPage, language: str, screen: dict[str, int]
) -> None:
    page = open_page(WORDS[language]["income"], viewport=screen)
    page.locator("#id_pension_on_top_percent").fill("many")
    follow(page, CALCULATE)
    links = page.locator("[data-module=error-summary] a")
    expect(links).to_have_count(3)
    count_answers(page)
    for left, (name, typed) in zip((2, 1, 0), MENDED.items(), strict=True):
        field = page.locator(f"#id_{name}")
        field.focus()
        place = page.evaluate(PLACES)[0]
        live_answer(page, lambda field=field, typed=typed: field.fill(typed))
        expect(links).to_have_count(left)
        expect(field).to_be_focused()
        assert page.evaluate(PLACES)[0] == place


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_last_result_stays_and_is_marked_while_the_site_is_not_reached(open_page: OpenPage, language: str) -> None:
    page = open_page(WORDS[language]["income"], expected_fault="503")
    fill_official_example(page)
    total = page.locator("[data-result]")
    expect(total).to_contain_text("30")
    was = total.inner_text()
    page.route("**/*", lambda route: route.fulfill(status=503))
    page.locator("#id_wage").fill("210")
    note = page.locator("p[data-old-note=unreachable]")
    expect(note).to_be_visible()
    expect(page.locator("#live")).to_have_text(note.inner_text())
    expect(page.locator(".total-in-sight [data-old-note=unreachable]")).to_be_visible()
    assert total.inner_text() == was
    page.unroute("**/*")
    page.locator("#id_wage").fill("220")
    expect(note).to_be_hidden()
    expect(total).not_to_have_text(was)


def test_a_note_that_the_site_is_not_reached_goes_with_the_next_answer_even_without_a_result(
    open_page: OpenPage,
) -> None:
    page = open_page(WORDS["en"]["income"], expected_fault="503")
    fill_official_example(page)
    expect(page.locator("[data-result]")).to_contain_text("30")
    wage, note = page.locator("#id_wage"), page.locator("p[data-old-note=unreachable]")
    changed = page.locator("p[data-old-note=changed]")
    for again in (False, True):
        wage.fill("1.23.4")
        wage.press("Tab")
        expect(changed).to_be_visible()
        if again:
            break
        page.route("**/*", lambda route: route.fulfill(status=503))
        wage.fill("1.23.5")
        wage.press("Tab")
        expect(note).to_be_visible()
        page.unroute("**/*")
    expect(note).to_be_hidden()


def test_a_request_that_hangs_counts_as_a_site_that_is_not_reached(open_page: OpenPage) -> None:
    page = open_page(WORDS["en"]["home"], expected_fault="htmx:timeout")

    def impatient(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('"timeout":10000', '"timeout":300'))

    page.route("**" + WORDS["en"]["income"], impatient)
    page.goto(WORDS["en"]["income"])
    page.unroute("**" + WORDS["en"]["income"])
    fill_official_example(page)
    expect(page.locator("[data-result]")).to_contain_text("30")
    page.route("**/*", lambda route: None)
    page.locator("#id_wage").fill("210")
    expect(page.locator("p[data-old-note=unreachable]")).to_be_visible()


@pytest.mark.parametrize(
    ("state", "field", "wrong"),
    [
        ("income with result", "wage", "1.23.4"),
        ("employer with result", "wage", "1.23.4"),
        ("wage ceiling added up", "wage", "1.23.4"),
        ("payout with a month begun", "wage", "1.23.4"),
        ("year with everything", "event1_number", "many"),
    ],
)
def test_an_answer_without_a_result_leaves_the_last_one_marked_as_old(
    open_page: OpenPage, state: str, field: str, wrong: str
) -> None:
    page = arrive(open_page, state, "en")
    figure = page.locator("[data-result]")
    was = figure.inner_text()
    headings = page.locator("#main :is(h2, h3)").all_inner_texts()
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    input = page.locator(f"[name={field}]")
    good = input.input_value()
    input.fill(wrong)
    page.keyboard.press("Tab")
    expect(page.locator(ERROR)).to_have_count(1)
    note = page.locator("p[data-old-note=changed]")
    expect(note).to_be_visible()
    assert figure.inner_text() == was
    assert page.locator("#main :is(h2, h3)").all_inner_texts() == headings
    input.fill(good)
    expect(note).to_be_hidden()
    expect(figure).to_have_text(was, use_inner_text=True)
