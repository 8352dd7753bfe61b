"""Everything that can be asked for: each URL pattern in each language, and what visitors have told before."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.conf import settings
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver
from django.utils.translation import override

from eligibility.questions import QUESTIONS
from fleksjob_site.letter.views import FORMS
from fleksjob_site.personas.persons import PERSONS, told_of
from fleksjob_site.take_along.link import write
from tests.browser.states import states

ARGUMENTS: dict[str, tuple[Any, ...]] = {
    "form": tuple(FORMS),
    "person": tuple(PERSONS.values()),
    "question": QUESTIONS,
}
"""What an argument of a pattern can be, by its name."""


@cache
def places() -> tuple[str, ...]:
    """The address of every pattern, with every argument, in every language."""
    found = set()
    for language, _ in settings.LANGUAGES:
        with override(language):
            for name, arguments in _patterns(get_resolver()):
                if arguments:
                    assert len(arguments) == 1, f"no pattern had two arguments before {name}"
                    found |= {reverse(name, kwargs={arguments[0]: value}) for value in ARGUMENTS[arguments[0]]}
                else:
                    found.add(reverse(name))
    return tuple(sorted(found))


def _patterns(resolver: URLResolver, space: str = "", arguments: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    for pattern in resolver.url_patterns:
        of_this = (*arguments, *pattern.pattern.converters)
        if isinstance(pattern, URLPattern):
            yield space + str(pattern.name), of_this
        else:
            yield from _patterns(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space, of_this)


@cache
def pages_with_forms() -> tuple[tuple[str, dict[str, Any]], ...]:
    """The address of each page in each state of the browser tests, with what the visitor has told there."""
    shown = [state for state in states() if not state.address]
    return tuple((state.url(language), state.session) for state in shown for language, _ in settings.LANGUAGES)


@cache
def sessions() -> tuple[dict[str, Any], ...]:
    """What visitors can have told, each once."""
    every = {repr(session): session for _, session in pages_with_forms()}
    return tuple(every.values())


@cache
def valid_links() -> tuple[str, ...]:
    """A link of each example person."""
    return tuple(write(told_of(person)) for person in PERSONS.values())


@cache
def link_pages() -> tuple[tuple[str, str], ...]:
    """Where a link is opened and then used, in each language."""
    pairs = []
    for language, _ in settings.LANGUAGES:
        with override(language):
            pairs.append((reverse("open-link"), reverse("use-link")))
    return tuple(pairs)


@cache
def static_files() -> tuple[str, ...]:
    """The addresses of a few static files."""
    return tuple(f"/static/{path.name}" for path in sorted(settings.STATIC_ROOT.glob("*.css"))[:2])


def forms_in(html: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Method, address and fields with their values of each form in a page; every choice of a field is a pair."""
    forms = []
    for head, inside in re.findall(r"<form\b([^>]*)>(.*?)</form>", html, re.DOTALL):
        fields = re.findall(r"<(?:input|button|textarea|select)\b([^>]*)>", inside)
        named = [(_attribute(field, "name"), _attribute(field, "value")) for field in fields]
        pairs = [(name, value) for name, value in named if name and name != "csrfmiddlewaretoken"]
        forms.append((_attribute(head, "method") or "get", _attribute(head, "action"), pairs))
    return forms


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'\b(?<!-){name}="([^"]*)"', tag)
    return found[1] if found else ""
