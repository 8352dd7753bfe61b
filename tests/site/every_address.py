"""The URLs of all patterns of the site, for tests that cover every page."""

from django.urls import get_resolver, reverse
from django.utils.translation import override

from eligibility.law.questions import QUESTIONS
from fleksjob_site.personas.persons import PERSONS
from fleksjob_site.texts.ready import READY_TEXTS
from fleksjob_site.warm_up import patterns

PLACES = {
    "question": QUESTIONS[0],
    "person": PERSONS["amina"],
    "variant": "da-en",
    "key": READY_TEXTS[0].key,
    "rest": "#v1.abc",
}
"""Example values for the parameters of URL patterns."""


def every_address(language: str = "en") -> dict[str, str]:
    """All URLs by the name of their pattern, in one language."""
    with override(language):
        return {
            name: reverse(name, kwargs={place: PLACES[place] for place in places})
            for name, places in patterns(get_resolver())
        }
