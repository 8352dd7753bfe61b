"""Every address of the site, from its URL patterns, for tests of what holds on all of them."""

from django.urls import get_resolver, reverse
from django.utils.translation import override

from eligibility.law.questions import QUESTIONS
from fleksjob_site.personas.persons import PERSONS
from fleksjob_site.warm_up import patterns
from fleksjob_site.texts.ready import READY_TEXTS

PLACES = {
    "question": QUESTIONS[0],
    "person": PERSONS["amina"],
    "variant": "da-en",
    "key": READY_TEXTS[0].key,
    "rest": "#v1.abc",
}
"""What stands in an address that has a place for something."""


def every_address(language: str = "en") -> dict[str, str]:
    """All addresses by the name of their pattern, in one language."""
    with override(language):
        return {
            name: reverse(name, kwargs={place: PLACES[place] for place in places})
            for name, places in patterns(get_resolver())
        }
