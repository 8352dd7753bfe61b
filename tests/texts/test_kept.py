"""What is rendered once and kept never shows anything of another request."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django import forms
from django.conf import settings
from django.core.cache import cache
from django.template import engines
from django.utils.translation import gettext_lazy, override
from markupsafe import Markup

from fleksjob_site.texts.forms import AmountField, ChoiceField
from fleksjob_site.texts.kept import Kept, field_key
from tests.browser.state import State
from tests.browser.states import states
from tests.visitor import Visitor

PASSING = re.compile(r'name="(?:csrfmiddlewaretoken|page)" value="[^"]*"')
LANGUAGES = [code for code, _ in settings.LANGUAGES]


def all_kept() -> list[Kept]:
    """What each language has kept in the environments of the site."""
    environments: Any = engines["jinja2"]
    languages = [one.globals for one in environments.env._environments.values()]
    return [one["once"].__self__ for one in languages] + [one["form_once"].args[0] for one in languages]


@contextmanager
def nothing_kept() -> Iterator[None]:
    before = [(kept, kept.most) for kept in all_kept()]
    for kept, _ in before:
        kept.most = 0
    yield
    for kept, most in before:
        kept.most = most


def shown(state: State, language: str, typed: dict[str, str] | None) -> str:
    """A page in a state, or what it answers to something typed, but for what is random."""
    visitor = Visitor()
    visitor.tells(**{name.replace("-", "_"): value for name, value in state.session.items()})
    cache.clear()
    url = state.url(language)
    response = visitor.get(url, follow=True) if typed is None else visitor.post(url, typed, follow=True)
    return PASSING.sub("", response.content.decode())


WRONG = dict.fromkeys(("hours_per_week", "wage", "answer", "answer-month", "tax_percent", "subsidy"), "1.23.4")
PAY = {"hours_per_week": "20", "efficiency_percent": "50", "pension_on_top_percent": "10", "live": "1"}
TYPED: tuple[dict[str, str] | None, ...] = (
    None,
    {"live": "1", **WRONG},
    PAY | {"wage_kind": "hourly", "wage": "187", "month-month": "5", "month-year": "2024"},
    PAY | {"wage_kind": "month", "wage": "19000", "month-month": "2", "month-year": "2019"},
)


def requests_of_all_pages() -> list[tuple[State, str, dict[str, str] | None]]:
    """Each page in its states; where something can be typed, also answers to that. Guides are kept as a whole."""
    pages = {(state.url("en"), str(state.session)): state for state in states() if not state.name.startswith("guide")}
    calculators = {"income", "employer-income", "allowance", "own-business", "payout", "year", "wage-ceiling"}
    framed = {"embed-income", "embed-payout"}
    typed = dict.fromkeys(calculators | framed, TYPED) | {"eligibility:question": TYPED[:2]}
    return [
        (state, language, answer)
        for state in pages.values()
        for answer in typed.get(state.pattern, TYPED[:1])
        for language in LANGUAGES
    ]


def test_every_page_is_the_same_as_without_keeping() -> None:
    requests = requests_of_all_pages()
    for request in requests:
        shown(*request)
    # Now each comes after a page that differs in person, language, month, value or error.
    afterwards = [shown(*request) for request in reversed(requests)]
    with nothing_kept():
        fresh = [shown(*request) for request in reversed(requests)]
    assert any("form-error" in page for page in fresh)
    for request, one, other in zip(reversed(requests), afterwards, fresh, strict=True):
        assert one == other, request


def once(kept: Kept, key: Any, *holes: Any, block: Callable[..., str], name: str = "block") -> str:
    return kept.text(name, key, caller=block, holes=holes)


def test_values_are_written_into_their_holes_and_escaped() -> None:
    kept, rendered = Kept(10), []

    def block(first: Any, second: Any) -> str:
        rendered.append(1)
        return Markup(f"<p>{second}-{first}-{second}</p>")

    assert once(kept, 1, "a", "<b>", block=block) == "<p>&lt;b&gt;-a-&lt;b&gt;</p>"
    assert once(kept, 1, Markup("<i>"), 2, block=block) == "<p>2-<i>-2</p>"
    assert rendered == [1]


def test_a_mark_that_a_visitor_types_is_no_hole() -> None:
    kept = Kept(10)
    for _ in range(2):
        assert once(kept, 1, "\ue0001\ue001", "b", block=lambda a, b: f"{a}.{b}") == "\ue0001\ue001.b"


def test_nothing_is_kept_without_a_key_or_where_none_may_be() -> None:
    texts = iter("abcd")
    for kept, key in ((Kept(10), None), (Kept(0), 1)):
        first, second = (once(kept, key, block=lambda: next(texts)) for _ in range(2))
        assert first != second


def test_keys_and_names_tell_blocks_apart() -> None:
    kept = Kept(10)
    for key in (1, "1", (1,), (1, None)):
        for name in ("one", "other"):
            assert once(kept, key, block=lambda key=key, name=name: f"{name} {key!r}", name=name) == f"{name} {key!r}"


def test_the_oldest_goes_when_there_is_no_room() -> None:
    kept = Kept(3)
    for key in range(100):
        once(kept, key, block=lambda: "old")
    assert [once(kept, key, block=lambda: "new") for key in (99, 98, 97, 0)] == ["old", "old", "old", "new"]


def test_the_pages_keep_no_more_than_they_may() -> None:
    for kept in all_kept():
        assert 0 < len(kept._parts) <= kept.most


class _Form(forms.Form):
    amount = AmountField(label=gettext_lazy("Wage"), least=0, most=10)
    kind = ChoiceField(choices=[("a", gettext_lazy("Month")), ("b", "B")], hints={"a": "first"})


def _changed(**values: Any) -> Callable[[_Form, str], None]:
    def change(form: _Form, name: str) -> None:
        vars(form.fields[name]).update(values)

    return change


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("amount", _changed(label="Other")),
        ("amount", _changed(help_text="Help")),
        ("amount", _changed(least=-1)),
        ("amount", _changed(required=True)),
        ("kind", _changed(_choices=[("a", "A"), ("c", "C")])),
        ("kind", _changed(hints={"a": "second"})),
    ],
)
def test_a_field_has_another_key_where_it_shows_something_else(name: str, change: Callable[[_Form, str], None]) -> None:
    one, same, other = _Form({}), _Form({}), _Form({})
    change(other, name)
    assert field_key(one[name]) == field_key(same[name]) != field_key(other[name])
    assert field_key(one[name]) != field_key(_Form({}, auto_id="x_%s")[name])
    assert field_key(one[name]) != field_key(_Form({}, prefix="second")[name])


def test_what_is_typed_is_in_no_key() -> None:
    with override("en"):
        assert field_key(_Form({"amount": "7"})["amount"]) == field_key(_Form({"amount": "8"})["amount"])
        assert field_key(_Form({"amount": "x"})["amount"]) is None
        form = _Form({"kind": "a"})
        assert field_key(form["kind"], "a") != field_key(form["kind"], "b")
        assert field_key(form["kind"], "typed") == field_key(form["kind"], "other")


def test_a_mark_of_a_required_field_is_in_its_key() -> None:
    keys = set()
    for required in (True, False):
        for marked in (True, False):
            form = _Form({})
            vars(form).update(is_required=lambda _, one=required: one, is_marked=lambda _, one=marked: one)
            keys.add(field_key(form["amount"]))
    assert len(keys) == 4
