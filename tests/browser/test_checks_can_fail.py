"""Each check of every page, on a deliberately broken page; and the pages without JavaScript."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.alfa import faults_of, taken
from tests.browser.conftest import Server
from tests.browser.names import unheard
from tests.browser.states import State
from tests.browser.targets import beyond, small
from tests.browser.test_every_page import IN_FULL, STATES, Visitor, checked_html, layout, violations
from tests.browser.visited import Look, last_line, take_over, told

INCOME = next(state for state in STATES if state.name == "income with result")

SMALL = """document.querySelectorAll('.language-switcher :is(a, button)').forEach(link => {
  link.closest('ul').style.gap = '0';
  link.style.cssText = 'display: inline-block; width: 10px; min-width: 0; height: 10px; padding: 0; overflow: hidden';
})"""


@pytest.fixture
def visitor(chromium: Browser, server: Server) -> Iterator[Visitor]:
    someone = Visitor(chromium, server)
    # The visits of every page show that the unbroken page has no faults.
    assert INCOME.name in IN_FULL
    someone.arrive(INCOME, "en")
    yield someone
    someone.leave()


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        ("document.querySelectorAll('#id_wage-label, #id_wage-unit').forEach(part => part.remove())", "label:"),
        ("document.querySelector('#main .font-lead').style.color = '#eee'", "color-contrast:"),
        ("document.querySelector('#main .font-lead').style.color = '#666'", "color-contrast-enhanced:"),
        ("document.querySelector('html').removeAttribute('lang')", "html-has-lang:"),
        ("document.querySelector('#main h2').outerHTML = '<h5>Your month</h5>'", "heading-order:"),
        (SMALL, "target-size:"),
    ],
)
def test_a_rule_of_axe_that_is_broken_is_found(visitor: Visitor, broken: str, rule: str) -> None:
    visitor.page.evaluate(broken)
    assert any(found.startswith(rule) for found in violations(visitor.page))


VERDICT = """document.querySelector('#main .font-lead').outerHTML
  = '<dl class="in-short-not-met"><dd><strong>Below state pension age</strong></dd></dl>'"""
IN_ERROR = """document.querySelector('#id_wage').closest('.form-group').classList.add('form-error');
  document.querySelector('#id_wage').closest('.form-group').insertAdjacentHTML('beforeend',
    '<span class="form-error-message" id="id_wage-error">Wrong</span>')"""


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ("document.querySelectorAll('summary .sr-only').forEach(about => about.remove())", "cannot be told apart"),
        ("document.querySelector('#main a').textContent = 'Read more'", "is a link that says nothing by itself"),
        (VERDICT, "is not in words"),
        ("document.querySelector('.back-link').lastChild.remove()", "is not in words"),
        (IN_ERROR, "does not say its error"),
        ("document.querySelector('#more > [role]').removeAttribute('role')", "is not in a named group"),
        ("document.querySelector('.form-input-suffix').ariaHidden = null", "has a stray unit"),
        ("document.querySelector('[type=range]').ariaValueText = null", "a slider does not say"),
        ("document.querySelectorAll('form').forEach(form => form.innerHTML = '<input>')", "has no help"),
    ],
)
def test_what_is_seen_and_not_said_is_found(visitor: Visitor, broken: str, fault: str) -> None:
    visitor.page.evaluate(f"() => {{ {broken} }}")
    assert any(fault in found for found in unheard(visitor.page, "en"))


def test_a_small_target_and_large_text_without_room_are_found(visitor: Visitor) -> None:
    visitor.page.evaluate("document.querySelector('.back-link').style.padding = 0")
    assert [fault for fault in small(visitor.page) if "back-link" in fault]
    visitor.page.evaluate("document.querySelector('#main h1').style.whiteSpace = 'nowrap'")
    assert beyond(visitor.page)


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        ("document.querySelectorAll('#id_wage-label, #id_wage-unit').forEach(part => part.remove())", "sia-r8 "),
        ("document.querySelector('#main .font-lead').style.lineHeight = 1", "sia-r73 "),
        ("document.body.replaceChildren(...document.querySelectorAll('h1'))", "Alfa made only "),
    ],
)
def test_what_alfa_finds_and_how_little_it_looked_at_is_found(visitor: Visitor, broken: str, rule: str) -> None:
    visitor.page.evaluate(broken)
    (faults,) = faults_of([taken(visitor.page, "broken")]).values()
    assert any(fault.startswith(rule) for fault in faults)


@pytest.mark.parametrize(
    ("style", "fault"),
    [("width: 2000px", "scrolls sideways"), ("max-width: 80px; height: 20px; overflow: hidden", "cut off")],
)
def test_a_page_that_scrolls_sideways_or_cuts_text_off_is_found(visitor: Visitor, style: str, fault: str) -> None:
    visitor.page.evaluate("style => { document.querySelector('#main .font-lead').style.cssText = style }", style)
    found = layout(visitor.page)
    assert any(fault in seen for seen in found[320, "wide spacing"])
    assert any(fault in seen for seen in found[1280, "text at 200 %"])


def test_an_inline_style_violates_the_csp_and_is_found(visitor: Visitor) -> None:
    visitor.page.evaluate("document.querySelector('#main p').setAttribute('style', 'color: red')")
    assert any("Content Security Policy" in fault for fault in visitor.faults)


def test_something_loaded_from_elsewhere_is_found(visitor: Visitor) -> None:
    with visitor.page.expect_console_message(lambda message: message.type == "error"):
        visitor.page.evaluate(
            "document.querySelector('#main').append(Object.assign(new Image(), {src: '//127.0.0.1:9/x'}))"
        )
    assert visitor.faults


def test_html_that_is_not_valid_is_found(visitor: Visitor, tmp_path: Path) -> None:
    html = visitor.page.content()
    (tmp_path / "right.html").write_text(html, "utf-8")
    (tmp_path / "wrong.html").write_text(html.replace("<h1>", '<h1 id="main" colour="red">'), "utf-8")
    found = checked_html(tmp_path)
    assert found.keys() == {"wrong.html"}
    assert len(found["wrong.html"]) >= 2


def test_every_template_shows_its_content_without_javascript(chromium: Browser, server: Server) -> None:
    """In one language, since both have the same templates."""
    first: dict[str, State] = {}
    for state in STATES:
        if state.act is None and state.pattern:
            first.setdefault(state.pattern, state)
    someone = Visitor(chromium, server, java_script_enabled=False)
    for state in first.values():
        someone.arrive(state, "da")
        expect(someone.page.locator("h1")).to_be_visible()
        assert someone.page.locator("main").inner_text().strip()
        expect(someone.page.locator("[data-slider]:visible")).to_have_count(0)
        assert someone.faults == [], state.name
    someone.leave()


def test_the_last_line_claims_only_what_was_visited() -> None:
    looks = {Look("home", "home", "da", 320, "light"): 0, Look("income", "income empty", "da", 1280, "dark"): 2}
    said = "2 pages in 2 states × 1 language × 2 widths (320, 1280 px) × 2 modes (light, dark): 2 looks, 3 violations"
    assert last_line(looks, ["something on the console"]) == said
    assert last_line(dict(list(looks.items())[:1]), []).endswith("1 mode (light): 1 look, 0 violations")
    looks[Look("home", "home", "en", 320, "light")] = 0
    assert "2 modes (light, dark in da): 3 looks" in last_line(looks, [])


def test_the_report_of_a_process_reaches_the_main_one_complete() -> None:
    looks = {Look("home", "home", "da", 320, "light"): 0, Look("income", "income empty", "da", 1280, "dark"): 2}
    heard: tuple[dict[Look, int], list[str], list[str]] = {Look("home", "home", "en", 320, "light"): 1}, ["one"], []
    take_over(told(looks, ["other"], ["80 bytes"]), *heard)
    assert heard == ({Look("home", "home", "en", 320, "light"): 1, **looks}, ["one", "other"], ["80 bytes"])
