"""The files and commands that the documents name exist."""

import re

import pytest
from django.conf import settings

ROOT = settings.BASE_DIR
DOCUMENTS = (
    "README.md", "CONTRIBUTING.md", "fleksjob_site/DECISIONS.md", "fleksjob_site/deploy/NOTES.md",
    "tests/bench/RESULTS.md",
)  # fmt: skip
PLACES = ("", "fleksjob_site", "fleksjob_site/deploy", "fleksjob_site/letter", "fleksjob_site/assets/own")
"""Folders that a path in a document can start from."""
MADE = {"salary/law/rates/2027.toml", "salary/law/rates/YEAR.toml", "locale/sv/LC_MESSAGES/django.po"}
"""Files that the documents tell the reader to create."""
PATH = re.compile(r"[\w.@-]+(?:/[\w.@-]+)+/?|[\w@-]+\.(?:py|toml|md|html|scss|typ|json|lock|service|cfg|env|yaml)")


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def missing(text: str) -> list[str]:
    """Paths in code spans and links that are neither a path nor a file name in the repository."""
    spans = re.findall(r"`([^`\n]+)`", text) + re.findall(r"\]\(([^)#:]+)\)", text)
    named = {span for span in spans if PATH.fullmatch(span)} - MADE
    return sorted(path for path in named if not _exists(path))


def _exists(path: str) -> bool:
    if any((ROOT / place / path).exists() for place in PLACES):
        return True
    folders = ("eligibility", "salary", "fleksjob_site", "tests", "templates")
    return "/" not in path and any(next((ROOT / folder).rglob(path), None) for folder in folders)


def unknown_commands(text: str) -> set[str]:
    """Make targets and management commands that don't exist."""
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    own = {path.stem for path in ROOT.glob("*/management/commands/*.py")} | {"check"}
    made = set(re.findall(r"`make ([a-z]+)", text)) | set(re.findall(r"^ +make ([a-z]+)$", text, re.M))
    managed = set(re.findall(r"manage\.py ([a-z_]+)", text))
    return (made - targets) | (managed - own)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_file_named_in_a_document_exists(name: str) -> None:
    assert missing(text_of(name)) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_named_in_a_document_exists(name: str) -> None:
    assert unknown_commands(text_of(name)) == set()


def test_a_file_or_command_that_is_gone_is_found() -> None:
    assert missing("`salary/law/gone.py` and [here](gone.md), and `README.md`") == ["gone.md", "salary/law/gone.py"]
    assert unknown_commands("`make gone` and `make test`, `manage.py lost`") == {"gone", "lost"}


def test_the_readme_is_short_and_its_test_command_is_what_ci_runs() -> None:
    lines = text_of("README.md").splitlines()
    assert len(lines) <= 120
    assert "    make test" in lines
    assert text_of(".ci/run").rstrip().endswith("make test")
