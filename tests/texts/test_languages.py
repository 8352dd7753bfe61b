"""Only languages.py knows which languages there are, and a new one is written by its own rules."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from babel import Locale
from django.conf import settings
from django.utils.translation import override
from jinja2 import Environment, nodes

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Kroner, Percent, Value
from fleksjob_site.texts import languages
from fleksjob_site.texts.languages import BY_CODE, OTHER_LANGUAGES, Language
from fleksjob_site.texts.spreadsheet import as_csv
from fleksjob_site.texts.writing import fill, say

ROOT = Path(settings.BASE_DIR)
CODES = "|".join(BY_CODE)
KEY = re.compile(rf"({CODES})(-({CODES}))?")
"""What a language, or a letter in two, is known by."""
NAME = re.compile(rf"({CODES})|({CODES})_\w+|\w+_({CODES})")
"""An attribute or a field that one language has for itself."""
QUOTED = re.compile(rf"""(["'`])(?:{KEY.pattern})\1""")
TEMPLATES = Environment(extensions=["jinja2.ext.i18n"])


def in_python(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Constant(value=str(text)) if KEY.fullmatch(text):
                yield text
            case ast.Attribute(attr=name) | ast.keyword(arg=str(name)) | ast.AnnAssign(target=ast.Name(id=name)) if (
                NAME.fullmatch(name)
            ):
                yield name


def in_template(source: str) -> Iterator[str]:
    for node in TEMPLATES.parse(source).find_all((nodes.Const, nodes.Getattr, nodes.Keyword)):
        match node:
            case nodes.Const(value=str(text)) if KEY.fullmatch(text):
                yield text
            case nodes.Getattr(attr=name) | nodes.Keyword(key=name) if NAME.fullmatch(name):
                yield name


def in_quotes(source: str) -> Iterator[str]:
    """In a language that no parser is at hand for: JavaScript and Typst."""
    yield from (found[0] for found in QUOTED.finditer(source))


PYTHON = [
    path
    for package in ("eligibility", "fleksjob_site", "salary")
    for path in (ROOT / package).rglob("*.py")
    if path != Path(languages.__file__) and "node_modules" not in path.parts
]
OTHERS = [*(settings.SITE_DIR / "assets").glob("*.*js"), settings.SITE_DIR / "letter" / "letter.typ"]
SEARCHED = [
    *((path, in_python) for path in PYTHON),
    *((path, in_template) for path in (ROOT / "templates").rglob("*.*")),
    *((path, in_quotes) for path in OTHERS),
]


def test_nothing_else_compares_with_a_language_or_is_keyed_by_one() -> None:
    assert len(SEARCHED) > 200
    found = {str(path.relative_to(ROOT)): keys for path, find in SEARCHED if (keys := [*find(path.read_text("utf-8"))])}
    assert found == {}


@pytest.mark.parametrize(
    ("find", "source"),
    [
        (in_python, 'stop = "kr." if language == "da" else ""'),
        (in_python, "LOCALES = {'en': 'en_GB'}"),
        (in_python, 'FORMS = ("da-en",)'),
        (in_python, "class Word:\n    definition_da: str"),
        (in_python, "print(word.en)"),
        (in_python, "telling(en=1)"),
        (in_template, '{% if language == "en" %}English{% endif %}'),
        (in_template, '{{ url("letter", variant="da-en") }}'),
        (in_template, "{{ word.url_da }}"),
        (in_template, "{{ word['da'] }}"),
        (in_quotes, 'root.lang === "da"'),
        (in_quotes, "if 'en' not in data.languages { }"),
    ],
)
def test_a_language_that_is_compared_with_is_found(find: Callable[[str], Iterator[str]], source: str) -> None:
    assert len([*find(source)]) == 1


def test_settings_can_read_the_languages_before_django_is_set_up() -> None:
    check = "import sys, fleksjob_site.texts.languages; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], cwd=ROOT, check=False).returncode == 0


SWEDISH = Language(
    code="sv",
    name="Svenska",
    locale=Locale("sv", "SE"),
    currency="kr",
    currency_first=False,
    also="Även",
    word_source="Source of the Swedish word",
    explained="In Swedish, with sources",
    letter="The letter in Swedish (PDF)",
    stemmer="swedish",
)


@pytest.fixture
def swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BY_CODE, "sv", SWEDISH)


@pytest.mark.usefixtures("swedish")
@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Kroner("21092.5"), "21 092,50 kr"),
        (Kroner("-1500"), "−1 500 kr"),
        (Percent("12.5"), "12,5 %"),
        (Month(2024, 5), "maj 2024"),
        (Month(2024, 8), "augusti 2024"),
        (date(2026, 11, 21), "21 november 2026"),
        (("Ett", "Två", "Tre"), "Ett, två och tre"),
    ],
)
def test_a_new_language_is_written_by_its_own_rules(value: Value, written: str) -> None:
    assert say(value, "sv").replace("\u00a0", " ") == written


@pytest.mark.usefixtures("swedish")
def test_a_new_language_has_its_own_numbers_sentences_and_tables() -> None:
    numbers = [Decimal("1234567.891"), Decimal("-0.5"), Decimal(40)]
    with override("sv"):
        assert fill("Det blir {amount}.", amount=Kroner(5)) == "Det blir 5\u00a0kr."
        # A spreadsheet takes no other minus than this one.
        assert as_csv([numbers]) == "\ufeff1234567,89;-0,5;40\r\n"


def test_a_new_language_may_name_the_currency_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BY_CODE, "sv", replace(SWEDISH, currency="DKK", currency_first=True))
    assert say(Kroner("21092.5"), "sv") == "DKK\u00a021\u00a0092,50"


@pytest.mark.parametrize("language", OTHER_LANGUAGES, ids=lambda language: language.code)
def test_a_language_besides_that_of_the_law_has_every_label(language: Language) -> None:
    assert all([language.word_is_ours, language.letter_in_two, language.payout_letter_in_two])
