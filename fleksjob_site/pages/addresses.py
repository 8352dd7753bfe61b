"""Every external URL that the site links to, in one list for a link checker."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from fleksjob_site.texts.links import LINKS
from fleksjob_site.texts.sources import LAW, PRACTICE
from fleksjob_site.texts.words import WORDS
from salary.law.published import read_examples
from salary.law.rates import periods


def addresses() -> dict[str, str]:
    """Each URL with its description in the active language, sorted by URL."""
    return dict(sorted(_all()))


def _all() -> Iterator[tuple[str, str]]:
    for link in LINKS.values():
        yield link.url, f"{_(link.owner)}: {_(link.purpose)}"
    for word in WORDS.values():
        yield from ((term.url, term.word) for term in word.terms.values() if term.url)
    for example in read_examples():
        if example.source_url:
            yield example.source_url, _("a published example")
    for rates in periods():
        for named in rates.figures():
            yield named.figure.url, f"{named.figure.law} {named.figure.paragraph}"
    for document in (LAW | PRACTICE).values():
        yield document.url, document.title
