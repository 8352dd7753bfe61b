"""The catalogs are complete: nothing missing, empty or uncertain, and the same places in every text."""

import re
import shutil
import string
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po, write_po
from django.conf import settings

from fleksjob_site.texts.languages import LANGUAGES, SOURCE_LANGUAGE

TRANSLATED = [language.code for language in LANGUAGES if language is not SOURCE_LANGUAGE]
each_language = pytest.mark.parametrize("language", TRANSLATED)


def file_of(language: str) -> Path:
    return Path(settings.BASE_DIR, "locale", language, "LC_MESSAGES", "django.po")


DANISH = file_of("da")


def catalog(path: Path) -> dict[object, Message]:
    with path.open("rb") as file:
        return {message.id: message for message in read_po(file) if message.id}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[object, Message]:
    """Every text that the code and the templates hold now."""
    target = tmp_path_factory.mktemp("texts") / "django.pot"
    mapping = str(settings.BASE_DIR / "pyproject.toml")
    CommandLineInterface().run(["pybabel", "-q", "extract", "-F", mapping, "-o", str(target), str(settings.BASE_DIR)])
    return catalog(target)


@each_language
def test_every_text_is_in_the_catalog(texts: dict[object, Message], language: str) -> None:
    translated = catalog(file_of(language))
    assert set(texts) - set(translated) == set()
    assert set(translated) - set(texts) == set(), "texts that are no longer used"


@each_language
def test_no_text_of_a_catalog_is_empty_or_uncertain(language: str) -> None:
    for message in catalog(file_of(language)).values():
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(said), message.id
        assert not message.fuzzy, message.id


@each_language
def test_texts_of_a_catalog_have_the_same_places(language: str) -> None:
    def places(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}

    for message in catalog(file_of(language)).values():
        source = message.id if isinstance(message.id, tuple) else (message.id,)
        translated = message.string if isinstance(message.string, tuple) else (message.string,)
        for text in translated:
            assert places(text) == places(source[0]), message.id


@each_language
def test_addresses_are_plain_and_all_different(language: str) -> None:
    slugs = {id: message.string for id, message in catalog(file_of(language)).items() if str(id).endswith("/")}
    assert slugs
    for slug in slugs.values():
        assert re.fullmatch(r"[a-z0-9-]+/(<question:question>/)?", str(slug))
    assert len(set(slugs.values())) == len(slugs)


def test_below_half_is_always_called_practice_and_nobody_is_told_to_qualify() -> None:
    for message in catalog(DANISH).values():
        for text in (str(message.id), str(message.string)):
            if "50 %" in text and re.search(r"below 50|under 50", text):
                assert re.search("practice|praksis", text, re.IGNORECASE), text
            assert not re.search(
                r"you (do not |don't )?qualify|you are (not )?eligible|du er (ikke )?berettiget", text.lower()
            )


@pytest.fixture
def locale(tmp_path: Path) -> Path:
    """A copy of the catalogs, for `make messages` to change."""
    return Path(shutil.copytree(settings.BASE_DIR / "locale", tmp_path / "locale"))


def po_in(locale: Path) -> Path:
    return locale / DANISH.relative_to(settings.BASE_DIR / "locale")


def make_messages(locale: Path) -> None:
    """The recipe itself. What it depends on is taken as made, so that nothing is installed."""
    tools = Path(sys.executable).parent
    subprocess.run(
        ["make", "--old-file=.venv/.installed", "messages", f"LOCALE={locale}", f"BIN={tools}"],
        cwd=settings.BASE_DIR, capture_output=True, text=True, check=True,
    )  # fmt: skip


def rewrite(path: Path, *, renamed: dict[str, str], removed: list[str]) -> None:
    """Change the English of some messages in a catalog, and take others out of it, as if they were new in the code."""
    with path.open("rb") as file:
        messages = read_po(file)
    for english in [*renamed, *removed]:
        message = messages[english]
        assert message
        del messages[english]
        if english in renamed:
            messages.add(renamed[english], message.string)
    with path.open("wb") as file:
        write_po(file, messages)


def test_make_messages_changes_nothing_while_no_text_has_changed(locale: Path) -> None:
    make_messages(locale)
    assert po_in(locale).read_bytes() == DANISH.read_bytes()


def test_a_corrected_text_keeps_its_danish_for_review(locale: Path) -> None:
    english, before = "Do you live in Denmark?", "Do you liv in Denmark?"
    rewrite(po_in(locale), renamed={english: before}, removed=[])
    make_messages(locale)
    found = catalog(po_in(locale))
    assert before not in found
    assert found[english].string == catalog(DANISH)[english].string
    assert found[english].fuzzy
    assert f'#| msgid "{before}"\n' in po_in(locale).read_text("utf-8"), "what the Danish was written for"
    assert [message.id for message in found.values() if message.fuzzy] == [english]


def test_a_new_text_never_takes_the_danish_of_another_one_unmarked(locale: Path) -> None:
    # A few of all lengths, and addresses.
    danish = catalog(DANISH)
    new = [english for english in danish if isinstance(english, str)][::150]
    new += [english for english in danish if str(english).endswith("/")][::20]
    rewrite(po_in(locale), renamed={}, removed=list(dict.fromkeys(new)))
    make_messages(locale)
    found = catalog(po_in(locale))
    assert {english for english in new if found[english].string and not found[english].fuzzy} == set()
    assert any(found[english].fuzzy for english in new), "some look like another text"
    assert any(not found[english].string for english in new), "others do not"


def test_a_number_and_its_per_cent_sign_never_break_apart(texts: dict[object, Message]) -> None:
    breakable = re.compile(r"[0-9}] %(?![(a-z])")
    said = [text for message in texts for text in (message if isinstance(message, tuple) else (message,))]
    for language in TRANSLATED:
        for message in catalog(file_of(language)).values():
            said += message.string if isinstance(message.string, tuple) else [str(message.string)]
    persons = (settings.SITE_DIR / "personas" / "personas.toml").read_text("utf-8")
    assert [text for text in map(str, said) if breakable.search(text)] == []
    assert breakable.findall(persons) == []
