"""Every place that cites an act, an order or a decision: law code, questions, pages, words and rates."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from jinja2 import Environment, nodes

from eligibility.law.pension_age import COHORTS
from eligibility.law.questions import QUESTIONS
from fleksjob_site import PACKAGES
from fleksjob_site.kernel import concordance
from fleksjob_site.kernel.concordance import PARAGRAPH_NUMBER
from fleksjob_site.kernel.document import Document
from fleksjob_site.texts.sources import DOCUMENTS
from fleksjob_site.texts.words import WORDS
from salary.law.rates import periods

KINDS = ("rules", "questions", "rates", "pages", "other code", "words")
"""Kinds of citing places, in the order they are printed. Those in the word list name an act but no paragraph."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A document and a paragraph as cited in the code, and where: the kind of place, and its name or line."""

    kind: str
    where: str
    document: Document
    paragraph: str

    @property
    def place(self) -> str:
        """`LAB § 123, stk. 1`."""
        return f"{self.document.short} {self.paragraph}".strip()


def citations() -> Iterator[Citation]:
    """Every citation, kind by kind; ValueError for one whose arguments are not literals."""
    yield from _in_code()
    for question in QUESTIONS:
        for source in question.sources:
            yield Citation("questions", question.key, source.document, source.paragraph)
    yield from _in_templates()
    by_url = {document.url: document for document in DOCUMENTS.values()}
    for word in WORDS.values():
        if (url := word.in_law.url) in by_url:
            yield Citation("words", word.key, by_url[url], "")
    for cohort in COHORTS:
        age = f"state pension age {cohort.years} years {cohort.months} months"
        yield Citation("rates", age, cohort.source.document, cohort.source.paragraph)
    # Rate files cite by the names under which they were read, but a change of the act affects them too.
    for rates in periods():
        for named in rates.figures():
            document = by_url.get(named.figure.url, named.figure.source.document)
            yield Citation("rates", f"{rates.valid_from} {named.key}", document, named.figure.paragraph)


def _in_code() -> Iterator[Citation]:
    names = {name: document for name, document in DOCUMENTS.items() if name.isupper()}
    for path in sorted(path for package in PACKAGES for path in (settings.BASE_DIR / package).rglob("*.py")):
        where = path.relative_to(settings.BASE_DIR)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Source":
                match node.args:
                    case [ast.Name(name), ast.Constant(str(paragraph)), *_] if name in names:
                        kind = "rules" if "law" in where.parts else "other code"
                        yield Citation(kind, f"{where}:{node.lineno}", names[name], paragraph)
                    case _ if where.as_posix() not in _MADE_FROM_DATA:
                        raise ValueError(f"{where}:{node.lineno}: a source is written out: Source(LAB, '§ 123')")


# These build a source from data.
_MADE_FROM_DATA = {
    "eligibility/law/pension_age.py",
    "fleksjob_site/kernel/source.py",
    "fleksjob_site/texts/amounts.py",
    "fleksjob_site/texts/sources.py",
    "salary/law/figure.py",
}


def _in_templates() -> Iterator[Citation]:
    environment = Environment(extensions=["jinja2.ext.i18n"])  # it parses and renders nothing
    for path in sorted((settings.BASE_DIR / "templates").rglob("*.*")):
        where = path.relative_to(settings.BASE_DIR)
        for call in environment.parse(path.read_text("utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "source":
                given = [argument.value if isinstance(argument, nodes.Const) else None for argument in call.args]
                match given:
                    case [str(name), *rest] if name in DOCUMENTS:
                        yield Citation("pages", f"{where}:{call.lineno}", DOCUMENTS[name], str((*rest, "")[0] or ""))
                    case _:
                        raise ValueError(f"{where}:{call.lineno}: a source names a document of sources.toml or law.py")


def cited_at(document: Document, paragraph: str, among: Sequence[Citation]) -> tuple[Citation, ...]:
    """The citations of the paragraph under any of its names, and of the act as a whole."""
    wanted = [(name, _Place.of(number)) for name, number in concordance.names_of(document, paragraph)]

    def rests_on_it(citation: Citation) -> bool:
        cited = _Place.of(citation.paragraph)
        if paragraph and citation.paragraph and not cited.paragraphs:
            # A whole chapter ("kap. 12") is named, and which paragraphs it has is not known here.
            return False
        return any(citation.document == name and place.meets(cited) for name, place in wanted)

    found = filter(rests_on_it, among)
    return tuple(sorted(found, key=lambda citation: KINDS.index(citation.kind)))


@dataclass(frozen=True, slots=True)
class _Place:
    """The paragraphs (§) and subsections (stk.) that a citation names; an empty set stands for all."""

    paragraphs: frozenset[str]
    subsections: frozenset[str]

    @classmethod
    def of(cls, paragraph: str) -> _Place:
        return cls(_listed("§§?", paragraph), _listed(r"stk\.", paragraph))

    def meets(self, other: _Place) -> bool:
        pairs = ((self.paragraphs, other.paragraphs), (self.subsections, other.subsections))
        return all(not one or not two or one & two for one, two in pairs)


def _listed(sign: str, text: str) -> frozenset[str]:
    """`§§ 5-7 og 9` names 5, 6, 7 and 9."""
    found: set[str] = set()
    for listed in re.findall(rf"{sign} ({PARAGRAPH_NUMBER}(?:(?:-| og |, ){PARAGRAPH_NUMBER})*)", text):
        for part in re.split(r" og |, ", listed):
            first, _, last = part.partition("-")
            between = range(int(first.split()[0]) + 1, int(last.split()[0])) if last else ()
            found |= {first, last or first, *map(str, between)}
    return frozenset(found)


def document_named(short: str) -> Document:
    """The act, order or decision by its short name; KeyError where there is none."""
    known = [*DOCUMENTS.values(), *(act for entry in concordance.CONCORDANCE for act in (entry.old, entry.new))]
    return {document.short: document for document in known}[short]
