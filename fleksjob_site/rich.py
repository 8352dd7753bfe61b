"""Texts with a few marks in them: links, terms of the word list, and Danish words on an English page.

A text may hold `[words](page:name)`, `[words](to:key)` for a link out of the site, `[words](term:key)` for a term
of the word list, `**strong**`, and `*a Danish word*` on an English page. Anything else is shown as it is.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from django.template.loader import get_template
from django.urls import reverse
from django.utils.translation import get_language
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from fleksjob_site.kernel.text import Text, Value
from fleksjob_site.pages.links import LINKS
from fleksjob_site.pages.words import WORDS
from fleksjob_site.writing import say

_markdown = MarkdownIt("zero").enable(["emphasis", "link"])


def rich(text: str) -> Markup:
    """The text as HTML; KeyError or NoReverseMatch for a mark that leads nowhere."""
    return Markup(_markdown.renderInline(text))


def spoken(value: Value | Markup, language: str | None = None) -> str:
    """A value as `say` writes it; in English its Danish terms, and brackets in Danish, are marked as Danish."""
    language = language or get_language()
    text = value if isinstance(value, Markup) else say(value, language)
    # An amount, a number or a month holds no term, and most of what a page says are such.
    if language != "en" or not isinstance(value, str | Text | tuple):
        return text
    return Markup(_DANISH.sub(r'<i lang="da">\g<0></i>', str(escape(text))))


# Terms that the word list has no entry for, and those that are English words as well.
_ALSO, _ENGLISH_TOO = {"A-indkomst", "AM-bidrag", "§ 56-aftale"}, {"status", "tempo"}
_NAMES = {name for word in WORDS.values() if word.da != word.en for name in (word.da, *word.da_also)}
TERM = "|".join(map(re.escape, sorted((_NAMES | _ALSO) - _ENGLISH_TOO, key=len, reverse=True)))
"""A Danish term, on a page or in a letter in English."""
IN_BRACKETS = rf"(?:{TERM})[^()]*|[^()]*[æøå][^()]*"
"""What stands in brackets and is Danish as a whole."""
_DANISH = re.compile(rf"(?<=\()(?:{IN_BRACKETS})(?=\))|(?<![\w-])(?:{TERM})(?![\w-])", re.IGNORECASE)


def _term(key: str) -> tuple[str, str]:
    note = get_template("components/word_note.html").render({"word": WORDS[key], "language": get_language()})
    # The joiner keeps the toggle on the line of its word.
    return f'<a class="term" href="{escape(reverse("words"))}#{key}">', f"</a>\u2060{note}"


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
