"""The digests of the rules name every module of the law packages, and cite nothing that the code does not."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from fleksjob_site.management.citations import citations, cited_at, document_named

CITATIONS = tuple(citation for citation in citations() if citation.paragraph)
PACKAGES = ("eligibility/law", "salary/law")


def text_of(package: str) -> str:
    return (settings.BASE_DIR / package / "RULES.md").read_text("utf-8")


def modules_of(package: str) -> list[str]:
    """The modules with anything in them, as a digest names them: `criteria/person.py`."""
    folder = settings.BASE_DIR / package
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.py") if path.stat().st_size)


def is_named(module: str, text: str) -> bool:
    """By its file name; an `__init__.py` also by its folder, `criteria/`."""
    return any(f"`{name}" in text for name in (module, module.removesuffix("__init__.py")) if name)


def named_modules(text: str) -> set[str]:
    return set(re.findall(r"`([a-z_/]+\.(?:py|toml))`", text))


def cited_in(text: str) -> list[str]:
    """The sources in italics, one by one, without their status."""
    spans = re.findall(r"(?<![*\w])\*([^*]+)\*(?!\*)", re.sub(r"\s+", " ", text))
    parts = [re.sub(r"^(practice|reading): ?", "", part.strip()) for span in spans for part in span.split(";")]
    return [part for part in parts if part]


def unknown(text: str) -> list[str]:
    """Sources that no rule, question, page or rate cites, with that paragraph and that stk."""
    missing = []
    for place in cited_in(text):
        short, sign, rest = place.partition(" §")
        try:
            document = document_named(short)
        except KeyError:
            missing.append(place)
            continue
        if sign and not cited_at(document, f"§{rest}", CITATIONS):
            missing.append(place)
    return missing


@pytest.mark.parametrize("package", PACKAGES)
def test_every_module_of_a_law_package_is_in_its_digest(package: str) -> None:
    text = text_of(package)
    assert [module for module in modules_of(package) if not is_named(module, text)] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_a_digest_names_no_module_that_is_gone(package: str) -> None:
    folders = [settings.BASE_DIR / package, settings.BASE_DIR / "fleksjob_site" / "kernel", settings.BASE_DIR]
    gone = {name for name in named_modules(text_of(package)) if not any(Path(f, name).exists() for f in folders)}
    assert gone == set()


@pytest.mark.parametrize("package", PACKAGES)
def test_a_digest_cites_only_what_the_code_cites(package: str) -> None:
    assert len(cited_in(text_of(package))) > 30
    assert unknown(text_of(package)) == []


def test_what_nothing_cites_is_found() -> None:
    assert unknown("*LAB § 123, stk. 2; practice: 12-19*") == []
    wrong = ["LAB § 999", "RSL § 72, stk. 9", "BEK 1/1999 § 1", "nobody"]
    assert unknown(f"*{'; '.join(wrong)}*") == wrong
