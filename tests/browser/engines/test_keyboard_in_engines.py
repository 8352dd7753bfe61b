"""A question and the income form by keyboard alone, in each engine."""

from django.urls import reverse
from django.utils.translation import override

from tests.browser.conftest import Server
from tests.browser.engines.engine import Window
from tests.browser.engines.test_journey import BUTTON, EVERYWHERE, LIVE_BUTTON, SUMMARY, TOTAL
from tests.browser.visiting import WORDS


@EVERYWHERE
def test_a_question_and_the_income_form_by_keyboard(window: Window, server: Server, language: str) -> None:
    with override(language):
        window.open(server.url + reverse("eligibility:start"))
    window.follow("#main a.button")
    tab_to(window, "#id_answer")
    window.keys("5", "Tab", *"1980")
    tab_to(window, BUTTON)
    window.leads_on(lambda: window.keys("Enter"))
    tab_to(window, "input[type=radio]")
    window.keys("Space")
    assert window.count("input[type=radio]:checked") == 1
    window.keys("ArrowDown")
    assert window.property("input[type=radio]", "checked") is False
    tab_to(window, BUTTON)
    window.leads_on(lambda: window.keys("Enter"))
    assert window.count(SUMMARY) == 0

    window.open(server.url + WORDS[language]["income"])
    for field, text in (("hours_per_week", "18"), ("wage", "200"), ("month", "5"), ("month-year", "2024")):
        tab_to(window, f"#id_{field}")
        window.keys("Control+a", *text)
    tab_to(window, "#more summary")
    window.keys("Enter")
    assert window.property("#more", "open") is True
    tab_to(window, LIVE_BUTTON)
    window.leads_on(lambda: window.keys("Enter"))
    assert window.text(TOTAL) == WORDS[language]["total_less_atp"]


def tab_to(window: Window, selector: str) -> None:
    """Press Tab until the element has the focus, which shows, whole, in the window."""
    for _ in range(60):
        window.keys("Tab")
        if window.script(f"document.activeElement.matches({selector!r})"):
            break
    else:
        raise AssertionError(f"no Tab leads to {selector}")
    shown = "(box => box.bottom > 0 && box.top < innerHeight)(document.activeElement.getBoundingClientRect())"
    window.until(shown)
