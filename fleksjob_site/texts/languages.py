"""The languages of the site: all that differs from one to another apart from the words in its catalog.

Django's settings read this module, so it must not import Django.
"""

from dataclasses import dataclass
from functools import cached_property

from babel import Locale
from babel.dates import get_month_names
from babel.numbers import get_decimal_symbol, get_group_symbol, get_minus_sign_symbol

from fleksjob_site.kernel.text import N_


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language that pages, letters and the API can be read in. Labels are message ids."""

    code: str
    """As in addresses, catalogs and `lang` attributes; also the name of its fields in the TOML files."""
    name: str
    """What its own speakers call it."""
    locale: Locale
    """Decides separators, names of months, the order of a date, and how a list is joined."""
    currency: str
    """How Danish kroner are abbreviated."""
    currency_first: bool
    also: str
    """In the language itself: the word for "also", shown before synonyms."""
    word_source: str
    """Label of the link to where a word of the word list comes from."""
    explained: str
    """Label of the explanations in this language, in the word list of another one."""
    letter: str
    """Label of the letter in this language."""
    stemmer: str
    """The name of its stemming algorithm in Snowball, for the search."""
    word_is_ours: str = ""
    """Shown where no source gives the word. This and the next three do not apply to the language of the law."""
    letter_in_two: str = ""
    """Label of the letter in the language of the law and this one side by side."""
    payout_letter_in_two: str = ""
    """The same for the letter about payouts."""
    danish_words: frozenset[str] = frozenset()
    """Danish terms that are words of this language as well, and so are not marked as Danish."""

    @cached_property
    def decimal_mark(self) -> str:
        return get_decimal_symbol(self.locale)

    @cached_property
    def percent_sign(self) -> str:
        """The sign as it stands after a number, in Danish with a no-break space before it."""
        return str(self.locale.percent_formats[None].suffix[0])

    @cached_property
    def separators(self) -> tuple[str, str, str]:
        """What the language writes for Python's comma, point and minus."""
        return get_group_symbol(self.locale), self.decimal_mark, get_minus_sign_symbol(self.locale)

    def with_separators(self, written: str) -> str:
        """A number as Python writes it, with the marks of the language. `str.translate` takes twice as long."""
        group, decimal, minus = self.separators
        if group != ",":
            written = written.replace(",", "\0").replace(".", decimal).replace("\0", group)
        return written.replace("-", minus) if "-" in written else written

    @cached_property
    def months(self) -> dict[int, str]:
        """The months by number, as they are written without a day."""
        return dict(get_month_names("wide", "stand-alone", self.locale).items())

    @cached_property
    def short_months(self) -> dict[int, str]:
        """The months by number in three or four letters, without a full stop."""
        names = get_month_names("abbreviated", "stand-alone", self.locale)
        return {number: name.rstrip(".") for number, name in names.items()}

    @property
    def cell_separator(self) -> str:
        """What spreadsheets of the language expect between the cells of a CSV file."""
        return ";" if self.decimal_mark == "," else ","

    @property
    def two_language_variant(self) -> str:
        """The variant of a letter in the language of the law and this one."""
        return f"{LAW_LANGUAGE.code}-{self.code}"


DANISH = Language(
    code="da",
    name="Dansk",
    locale=Locale("da", "DK"),
    currency="kr.",
    currency_first=False,
    also="Også",
    word_source=N_("Source of the Danish word"),
    explained=N_("In Danish, with sources"),
    letter=N_("The letter in Danish (PDF)"),
    stemmer="danish",
)
ENGLISH = Language(
    code="en",
    name="English",
    locale=Locale("en", "GB"),
    currency="DKK",
    currency_first=True,
    also="Also",
    word_source=N_("Source of the English word"),
    explained=N_("In English, with sources"),
    letter=N_("The letter in English (PDF)"),
    stemmer="english",
    word_is_ours=N_("The English word is our own translation."),
    letter_in_two=N_("The letter in Danish and English side by side (PDF)"),
    payout_letter_in_two=N_("Get it with English alongside (PDF)"),
    danish_words=frozenset({"status", "tempo"}),
)

LANGUAGES = (DANISH, ENGLISH)
"""In the order that pages offer them. The first is the default."""
BY_CODE = {language.code: language for language in LANGUAGES}
DEFAULT_LANGUAGE = LANGUAGES[0]
LAW_LANGUAGE = DANISH
"""The language of the acts and of the municipality; texts in other languages quote its terms."""
SOURCE_LANGUAGE = ENGLISH
"""The language of the texts in code and templates; it needs no catalog."""
OTHER_LANGUAGES = tuple(language for language in LANGUAGES if language is not LAW_LANGUAGE)
"""All but the language of the law."""
