"""A live answer leaves out what the page has already, and says the same as the whole page in all that it holds."""

import re
from collections.abc import Iterator

import pytest

from tests.browser.state import State
from tests.browser.states import states
from tests.live_form import LiveForm, form_in, without_form
from tests.visitor import Visitor

WORDS = ("", "7", "12,5", "12.50 kr.", "x", "99999999")
PASSING = re.compile(r' value="[^"]*"(?=[^>]*type="hidden")|(?<=type="hidden" name=")([^"]*)" value="[^"]*"')
TEXT = re.compile(r'(<input type="text"[^>]*?) value="[^"]*"')
# What somebody has opened stays open.
OPEN = re.compile(r"(?<=<details)([^>]*) open")
PLAIN = re.compile(r' data-read="\d+(?:\.\d{1,2})?"')
LATE = re.compile(
    r'(<details[^>]* data-late[^>]*>\s*<summary[^>]*>.*?</summary>\s*<div class="details-text"[^>]*>)', re.DOTALL
)
MAIN = re.compile(r"<main.*</main>", re.DOTALL)


def live_states() -> dict[str, State]:
    """The states of pages with a live form that are reached without a click."""
    return {
        state.name: state
        for state in states()
        if not state.act and not state.fault and "data-live" in page_of(state)[1]
    }


def page_of(state: State, language: str = "en") -> tuple[Visitor, str]:
    visitor = Visitor()
    visitor.tells(**{name.replace("-", "_"): value for name, value in state.session.items()})
    return visitor, visitor.get(state.url(language), follow=True).content.decode()


STATES = live_states()


def changes(form: LiveForm) -> Iterator[dict[str, str]]:
    """What the form sends after one of its fields has been changed."""
    yield form.sends
    for name in form.typed:
        for text in WORDS:
            yield form.sends | {name: text}
        yield form.sends | {name: text, "typing": re.sub("-(?:day|month|year)$", "", name)}
    for name, values in form.choices.items():
        yield from (form.sends | {name: value} for value in values)
    for name in form.ticks:
        ticked = {**form.sends, name: "on"}
        yield ticked
        yield {other: value for other, value in ticked.items() if other != name}


@pytest.mark.parametrize("name", STATES)
def test_forms_of_the_same_outline_differ_only_in_what_is_typed(name: str) -> None:
    visitor, page = page_of(STATES[name])
    form = LiveForm(page)
    looks: dict[str, set[str]] = {}
    for sent in changes(form):
        answer = visitor.post(form.path, {"live": "1", **sent}).content.decode()
        outline = LiveForm(answer).live["live.has"]
        look = OPEN.sub(r"\1", TEXT.sub(r"\1", PASSING.sub("", form_in(answer))))
        looks.setdefault(outline, set()).add(PLAIN.sub("", look))
    assert len(looks) > 1
    for found in looks.values():
        assert len(found) == 1, sorted(found)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", STATES)
def test_a_live_answer_is_the_page_but_for_what_it_leaves_out(name: str, language: str) -> None:
    visitor, page = page_of(STATES[name], language)
    form = LiveForm(page)
    sent = form.sends | {"live": "1"}
    whole = visitor.post(form.path, sent).content.decode()
    has = LiveForm(whole).live["live.has"]
    same = visitor.post(form.path, sent | {"live.has": has}).content.decode()
    brief = visitor.post(form.path, sent | {"live.has": has, "live.brief": "1"}).content.decode()
    assert "data-same" in form_in(same)
    assert without_form(PASSING.sub("", same)) == without_form(PASSING.sub("", whole))
    late, waiting = LATE.split(same), LATE.split(brief)
    assert [PASSING.sub("", part) for part in late[1::2]] == waiting[1::2]
    assert all(part.startswith("</div>") for part in waiting[2::2])
    assert not any(part.startswith("</div>") for part in late[2::2])


# The button of a month leads on to the answer for all months.
@pytest.mark.parametrize("name", [name for name, state in STATES.items() if state.pattern != "payout"])
def test_what_is_typed_live_gives_the_same_page_as_the_button(name: str) -> None:
    visitor, page = page_of(STATES[name])
    form = LiveForm(page)
    live = visitor.post(form.path, form.sends | {"live": "1"}).content.decode()
    by_button = visitor.post(form.path, form.sends, follow=True).content.decode()
    if 'data-module="error-summary"' in by_button:
        pytest.skip("the button asks for what is empty")
    main, whole = (MAIN.findall(PASSING.sub("", html))[0] for html in (live, by_button))
    assert without_form(main) == without_form(whole)
