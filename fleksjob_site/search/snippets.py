"""The lines of a hit that show why it was found, with the words in question marked."""

from markupsafe import Markup, escape

from fleksjob_site.search.index import Hit, Index
from fleksjob_site.search.looked_for import LookedFor
from fleksjob_site.search.stems import WORD

LENGTH = 220
"""Characters shown of a text."""
_BEFORE = 60
"""Characters shown before the first word that was found."""


def snippet(hit: Hit, index: Index) -> Markup:
    """From the text that holds most of the words looked for; its beginning where it holds none."""
    texts = hit.entry.texts
    if not texts:
        return Markup("")
    text = max(texts, key=lambda each: (_fit(each, hit, index), -texts.index(each)))
    found = [(word.start(), word.end()) for word in WORD.finditer(text) if _way(word[0], hit, index)]
    begin, end = _window(text, found[0][0] if found else 0)
    parts, at = [escape("… " if begin else "")], begin
    for start, stop in found:
        if begin <= start and stop <= end:
            parts += [escape(text[at:start]), Markup("<mark>{}</mark>").format(text[start:stop])]
            at = stop
    return Markup("").join([*parts, escape(text[at:end]), escape(" …" if end < len(text) else "")])


def _way(word: str, hit: Hit, index: Index) -> LookedFor | None:
    """The best way in which a word of a text was looked for."""
    stem = index.vocabulary.stems.get(word.lower())
    fitting = (way for way in hit.looked_for if stem and way.fits(stem))
    return max(fitting, key=lambda way: way.weight, default=None)


def _fit(text: str, hit: Hit, index: Index) -> float:
    ways = {way for word in WORD.findall(text) if (way := _way(word, hit, index))}
    return sum(way.weight for way in ways)


def _window(text: str, first: int) -> tuple[int, int]:
    """Where to cut the text: between words, with the first word that was found well inside."""
    if len(text) <= LENGTH:
        return 0, len(text)
    begin = 0
    if first > LENGTH - _BEFORE:
        begin = text.rfind(" ", 0, first - _BEFORE) + 1
    if begin + LENGTH >= len(text):
        return begin, len(text)
    return begin, text.rfind(" ", begin, begin + LENGTH + 1)
