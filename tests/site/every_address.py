"""Every address of the site, from its URL patterns, for tests of what holds on all of them."""

from collections.abc import Iterator

from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver
from django.utils.translation import override

from eligibility.law.questions import QUESTIONS
from fleksjob_site.personas.persons import PERSONS

PLACES = {"question": QUESTIONS[0], "person": PERSONS["amina"], "form": "da-en", "rest": "#v1.abc"}
"""What stands in an address that has a place for something."""


def every_address(language: str = "en") -> dict[str, str]:
    """All addresses by the name of their pattern, in one language."""
    with override(language):
        return {
            name: reverse(name, kwargs={place: PLACES[place] for place in places})
            for name, places in _patterns(get_resolver())
        }


def _patterns(resolver: URLResolver, space: str = "", outer: tuple[str, ...] = ()) -> Iterator[tuple[str, list[str]]]:
    """The name of each pattern, and the places in its address."""
    for pattern in resolver.url_patterns:
        places = (*outer, *pattern.pattern.converters)
        if isinstance(pattern, URLPattern):
            yield space + str(pattern.name), list(places)
        else:
            yield from _patterns(pattern, f"{pattern.namespace}:" if pattern.namespace else space, places)
