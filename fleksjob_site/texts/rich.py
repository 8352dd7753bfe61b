"""Texts with simple markup: links, terms of the word list, and Danish words on a page in another language.

A text may hold `[words](page:name)`, with `#anchor` after the name for a section, `[words](here:anchor)` on
the page itself, `[words](to:key)` for a link out of the site, `[words](term:key)` for a term of the word list,
`**strong**`, and `*a Danish word*` on a page in another language. Anything else is shown as it is.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from django.template.loader import get_template
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation.trans_real import translation
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Text, Value
from fleksjob_site.texts.languages import LAW_LANGUAGE, OTHER_LANGUAGES, Language
from fleksjob_site.texts.links import LINKS
from fleksjob_site.texts.words import WORDS
from fleksjob_site.texts.writing import NUMBERS, page_language, places, say, words_of

_markdown = MarkdownIt("zero").enable(["emphasis", "link"])


def rich(text: str) -> Markup:
    """The text as HTML; KeyError or NoReverseMatch for a link without a target."""
    return Markup(_markdown.renderInline(text))


def plain(text: str) -> str:
    """A message as `rich` takes it, without its links and marks: for a file that has neither."""
    return _LINK_OR_MARK.sub(lambda found: found[1] or "", text)


_LINK_OR_MARK = re.compile(r"\[([^\]]*)\]\([^)]*\)|\*")


def say_html(value: Value | Markup | Promise, language: str | None = None) -> str:
    """A value as `say` writes it; in other languages, Danish terms and Danish brackets get lang="da"."""
    language = language or page_language().code
    # Most values on a page; they contain no terms.
    if write := NUMBERS.get(type(value)):
        return write(value, language)
    if isinstance(value, Promise):
        return Markup(_marked_once(str(value), language)) if language in _DANISH else str(value)
    if language not in _DANISH or isinstance(value, Decimal | int | date | Month):
        return value if isinstance(value, Markup) else say(value, language)
    if isinstance(value, Text) and "({" not in value.message:
        return _text_html(value, language)
    return Markup(_marked(value if isinstance(value, Markup) else say(value, language), language))


def say_each(values: Iterable[Value], between: str, language: str | None = None) -> Markup:
    """Several values as `say_html` writes them, with this HTML between them: a row of a table in one call."""
    language = language or page_language().code
    return Markup(between.join([_value_html(value, language) for value in values]))


def _value_html(value: Value | Markup | Promise, language: str) -> str:
    """Numbers, units and names of months hold nothing to escape."""
    write = NUMBERS.get(type(value))
    return write(value, language) if write else escape(say_html(value, language))


def _text_html(text: Text, language: str) -> Markup:
    """The message is marked up once and cached; the values in it are marked up each time."""
    message = words_of(translation(language), text.message)
    if not places(message):
        return _message_html(message, language)
    values = {name: _value_html(text.values[name], language) for name in places(message)}
    return Markup(_marked_once(message, language).format(**values))


@cache
def _message_html(message: str, language: str) -> Markup:
    return Markup(_marked_once(message, language).format())


def _marked(text: str, language: str) -> str:
    return _DANISH[language].sub(_marked_danish, str(escape(text)))


def _marked_danish(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith("{") else f"{_BEGIN_DANISH}{found[0]}</i>"


_marked_once = cache(_marked)
"""Only for texts from the code: what visitors type must not be cached."""


_BEGIN_DANISH = f'<i lang="{LAW_LANGUAGE.code}">'
# Terms that the word list has no entry for.
_MORE_TERMS = {
    "A-indkomst", "A-skat", "aktindsigt", "AM-bidrag", "AM-indkomst", "barselsdagpenge", "bisidder", "delpension",
    "Feriekonto", "finansieringsbidrag", "folkepension", "folkepensionsalderen", "forskudsopgørelse", "frikort",
    "fritvalg", "hovedkort", "indkomstregisteret", "omregningssats", "plejevederlag", "Samlet Betaling",
    "søgnehelligdage", "tabt arbejdsfortjeneste", "tilpasningsprocent", "Udbetaling Danmark",
    "udbetalingsspecifikation", "virksomhedsordningen", "§ 56-aftale",
}  # fmt: skip


@cache
def danish_terms(language: Language) -> str:
    """A pattern for any Danish term in a text in another language, the longest first."""
    differing = (word.in_law for word in WORDS.values() if word.in_law.word != word.terms[language.code].word)
    names = {name for term in differing for name in (term.word, *term.also)}
    return "|".join(map(re.escape, sorted((names | _MORE_TERMS) - language.danish_words, key=len, reverse=True)))


def danish_in_brackets(language: Language) -> str:
    """A pattern for brackets in such a text whose whole content is Danish."""
    return rf"(?:{danish_terms(language)})[^()]*|[^()]*[æøå][^()]*"


def _danish(language: Language) -> re.Pattern[str]:
    brackets, terms = danish_in_brackets(language), danish_terms(language)
    # The name of a {placeholder} is not part of the text.
    return re.compile(rf"\{{\w+\}}|(?<=\()(?:{brackets})(?=\))|(?<![\w-])(?:{terms})(?![\w-])", re.IGNORECASE)


_DANISH: dict[str | None, re.Pattern[str]] = {language.code: _danish(language) for language in OTHER_LANGUAGES}


def _term(key: str) -> tuple[str, str]:
    note = get_template("components/word_note.html").render({"word": WORDS[key], "language": page_language().code})
    return f'<a class="term" href="{escape(reverse("words"))}#{key}">', f"</a>{note}"


def _page(name: str) -> tuple[str, str]:
    name, mark, anchor = name.partition("#")
    return f'<a href="{escape(reverse(name) + mark + anchor)}">', "</a>"


_OPENINGS: dict[str, Callable[[str], tuple[str, str]]] = {
    "page": _page,
    "here": lambda anchor: (f'<a href="#{escape(anchor)}">', "</a>"),
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
_markdown.add_render_rule("em_open", lambda *_: _BEGIN_DANISH)
_markdown.add_render_rule("em_close", lambda *_: "</i>")
