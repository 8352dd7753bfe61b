"""Words of a text and their stems, so that *ferien*, *ferie* and *ferier* are one word."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import cast

from Stemmer import Stemmer

from fleksjob_site.texts.languages import Language

WORD = re.compile(r"[^\W_]+")
# As people write them on a keyboard without these letters.
_LONG = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_SHORT = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})
_SHORTEST = str.maketrans({"æ": "a", "ø": "o", "å": "a"})

Stem = Callable[[str], str]


def stemmer(language: Language) -> Stem:
    """The stem of a lower-case word in a language. It keeps no word. Not to be shared between threads."""
    return cast(Stem, Stemmer(language.stemmer, 0).stemWord)


def words(text: str) -> Iterator[str]:
    """The words of a text in lower case."""
    return (found[0] for found in WORD.finditer(normalized(text).lower()))


def normalized(text: str) -> str:
    """Letters with their accents in one character, as the texts have them."""
    return unicodedata.normalize("NFC", text)


def spellings(word: str) -> set[str]:
    """How a word may be written without its Danish letters."""
    return {word.translate(letters) for letters in (_LONG, _SHORT, _SHORTEST)}
