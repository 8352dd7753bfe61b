"""The catalogs are complete: nothing missing, empty or uncertain, and the same places in every text."""

import re
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po
from django.conf import settings

from fleksjob_site.texts.languages import LANGUAGES, SOURCE_LANGUAGE

TRANSLATED = [language.code for language in LANGUAGES if language is not SOURCE_LANGUAGE]
each_language = pytest.mark.parametrize("language", TRANSLATED)


def file_of(language: str) -> Path:
    return Path(settings.BASE_DIR, "locale", language, "LC_MESSAGES", "django.po")


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
    for message in catalog(file_of("da")).values():
        for text in (str(message.id), str(message.string)):
            if "50 %" in text and re.search(r"below 50|under 50", text):
                assert re.search("practice|praksis", text, re.IGNORECASE), text
            assert not re.search(
                r"you (do not |don't )?qualify|you are (not )?eligible|du er (ikke )?berettiget", text.lower()
            )
