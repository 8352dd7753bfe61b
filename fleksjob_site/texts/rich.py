"""Texts with a few marks in them: links, terms of the word list, and Danish words on an English page.

A text may hold `[words](page:name)`, `[words](to:key)` for a link out of the site, `[words](term:key)` for a term
of the word list, `**strong**`, and `*a Danish word*` on an English page. Anything else is shown as it is.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from django.template.loader import get_template
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation.trans_real import translation
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Text, Value
from fleksjob_site.texts.links import LINKS
from fleksjob_site.texts.words import WORDS
from fleksjob_site.texts.writing import places, say

_markdown = MarkdownIt("zero").enable(["emphasis", "link"])


def rich(text: str) -> Markup:
    """The text as HTML; KeyError or NoReverseMatch for a mark that leads nowhere."""
    return Markup(_markdown.renderInline(text))


def spoken(value: Value | Markup | Promise, language: str | None = None) -> str:
    """A value as `say` writes it; in English its Danish terms, and brackets in Danish, are marked as Danish."""
    language = language or get_language()
    if isinstance(value, Promise):
        return str(value) if language != "en" else _marked_once(str(value))
    # An amount, a number or a month holds no term, and most of what a page says are such.
    if language != "en" or isinstance(value, Decimal | int | date | Month):
        return value if isinstance(value, Markup) else say(value, language)
    if isinstance(value, Text) and "({" not in value.message:
        return _spoken_text(value)
    return _marked(value if isinstance(value, Markup) else say(value, language))


def _spoken_text(text: Text) -> Markup:
    """The message marked once for all, and what fills its places each for itself."""
    message = translation("en").gettext(text.message)
    values = {name: escape(spoken(text.values[name], "en")) for name in places(message)}
    return Markup(str(_marked_once(message)).format(**values))


def _marked(text: str) -> Markup:
    return Markup(_DANISH.sub(_marked_danish, str(escape(text))))


def _marked_danish(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith("{") else f'<i lang="da">{found[0]}</i>'


_marked_once = cache(_marked)
"""For texts of the code alone: what somebody has typed must not be kept."""


# Terms that the word list has no entry for, and those that are English words as well.
_ALSO = {
    "A-indkomst", "AM-bidrag", "AM-indkomst", "delpension", "Feriekonto", "folkepension", "folkepensionsalderen",
    "fritvalg", "plejevederlag", "søgnehelligdage", "tabt arbejdsfortjeneste", "tilpasningsprocent",
    "Udbetaling Danmark", "udbetalingsspecifikation", "§ 56-aftale",
}  # fmt: skip
_ENGLISH_TOO = {"status", "tempo"}
_NAMES = {name for word in WORDS.values() if word.da != word.en for name in (word.da, *word.da_also)}
TERM = "|".join(map(re.escape, sorted((_NAMES | _ALSO) - _ENGLISH_TOO, key=len, reverse=True)))
"""A Danish term, on a page or in a letter in English."""
IN_BRACKETS = rf"(?:{TERM})[^()]*|[^()]*[æøå][^()]*"
"""What stands in brackets and is Danish as a whole."""
# The name of a place to be filled is no word of the text.
_DANISH = re.compile(rf"\{{\w+\}}|(?<=\()(?:{IN_BRACKETS})(?=\))|(?<![\w-])(?:{TERM})(?![\w-])", re.IGNORECASE)


def _term(key: str) -> tuple[str, str]:
    note = get_template("components/word_note.html").render({"word": WORDS[key], "language": get_language()})
    return f'<a class="term" href="{escape(reverse("words"))}#{key}">', f"</a>{note}"


_OPENINGS: dict[str, Callable[[str], tuple[str, str]]] = {
    "page": lambda name: (f'<a href="{escape(reverse(name))}">', "</a>"),
    "to": lambda key: (f'<a href="{escape(LINKS[key].url)}">', "</a>"),
    "term": _term,
}


def _link_open(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    kind, _, name = str(tokens[index].attrs["href"]).partition(":")
    opening, env["closing"] = _OPENINGS[kind](name)
    return opening


def _link_close(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    closing: str = env.pop("closing")
    return closing


_markdown.add_render_rule("link_open", _link_open)
_markdown.add_render_rule("link_close", _link_close)
_markdown.add_render_rule("em_open", lambda *_: '<i lang="da">')
_markdown.add_render_rule("em_close", lambda *_: "</i>")
