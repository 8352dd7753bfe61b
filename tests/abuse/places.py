"""Everything that can be requested: each URL pattern in each language, and the data of earlier visits."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from itertools import product
from typing import Any

from django.conf import settings
from django.urls import get_resolver, resolve, reverse
from django.urls.resolvers import URLPattern, URLResolver
from django.utils.translation import override

from eligibility.law.questions import QUESTIONS
from fleksjob_site.letter.views import VARIANTS
from fleksjob_site.personas.persons import PERSONS, data_of
from fleksjob_site.take_along.link import write
from fleksjob_site.texts.ready import READY_TEXTS
from tests.browser.states import states

ARGUMENTS: dict[str, tuple[Any, ...]] = {
    "variant": tuple(VARIANTS),
    "rest": ("#v1.abc",),
    "person": tuple(PERSONS.values()),
    "question": QUESTIONS,
    "key": tuple(text.key for text in READY_TEXTS),
}
"""Values for the parameters of URL patterns, by name."""


@cache
def places() -> tuple[str, ...]:
    """The URL of every pattern, with every argument, in every language."""
    found = set()
    for language, _ in settings.LANGUAGES:
        with override(language):
            for name, arguments in _patterns(get_resolver()):
                for values in product(*(ARGUMENTS[argument] for argument in arguments)):
                    found.add(reverse(name, kwargs=dict(zip(arguments, values, strict=True))))
    return tuple(sorted(found))


def _patterns(resolver: URLResolver, space: str = "", arguments: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    for pattern in resolver.url_patterns:
        of_this = (*arguments, *pattern.pattern.converters)
        if isinstance(pattern, URLPattern):
            yield space + str(pattern.name), of_this
        else:
            yield from _patterns(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space, of_this)


VisitorData = dict[str, Any]


@cache
def states_of_patterns() -> dict[str, tuple[tuple[str, VisitorData], ...]]:
    """For each pattern of a page: its address in each state of the browser tests, and what has been told there."""
    found: dict[str, list[tuple[str, VisitorData]]] = {}
    for state in states():
        if not state.address:
            of_pattern = found.setdefault(state.start or state.pattern, [])
            of_pattern += [(state.url(language), state.session) for language, _ in settings.LANGUAGES]
    return {name: tuple(pages) for name, pages in found.items()}


@cache
def patterns_with_forms() -> tuple[str, ...]:
    """The patterns of pages that can hold a form: those that may read the session, and those for other websites."""
    # The first address of each is in the first language, whichever the last request has left active.
    with override(settings.LANGUAGES[0][0]):
        return tuple(
            name
            for name, pages in states_of_patterns().items()
            if name.startswith("embed-") or not getattr(resolve(pages[0][0]).func, "sessionless", False)
        )


@cache
def sessions() -> tuple[VisitorData, ...]:
    """All kinds of visitor data, each once."""
    every = {repr(told): told for pages in states_of_patterns().values() for _, told in pages}
    return tuple(every.values())


@cache
def valid_links() -> tuple[str, ...]:
    """A link of each example person."""
    return tuple(write(data_of(person)) for person in PERSONS.values())


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


def forms_in(html: str) -> list[tuple[str, str, list[tuple[str, str, bool]]]]:
    """Method, address and fields of each form in a page: name, value, and whether a browser would send it untouched."""
    forms = []
    for head, inside in re.findall(r"<form\b([^>]*)>(.*?)</form>", html, re.DOTALL):
        fields = []
        for kind, field in re.findall(r"<(input|button|textarea|select)\b([^>]*)>", inside):
            name, choice = _attribute(field, "name"), kind == "button" or _attribute(field, "type") in _CHOICES
            if name and name != "csrfmiddlewaretoken":
                fields.append((name, _attribute(field, "value"), not choice or " checked" in field))
        forms.append((_attribute(head, "method") or "get", _attribute(head, "action"), fields))
    return forms


_CHOICES = {"radio", "checkbox", "submit"}


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'(?<![\w-]){name}="([^"]*)"', tag)
    return unescape(found[1]) if found else ""
