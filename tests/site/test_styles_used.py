"""Styles that no template and no script uses are left out when they are built, and only those."""

import re

import pytest
from django.conf import settings

ASSETS = settings.SITE_DIR / "assets"
OWN = [*sorted((ASSETS / "own").glob("*.scss")), ASSETS / "apart.scss"]
PACKAGES = ("eligibility", "fleksjob_site", "salary")
CODE = [path for package in PACKAGES for path in sorted((settings.BASE_DIR / package).rglob("*.py"))]
TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))

# Of `{{ kind }}-note` and `big{% if long %}ger{% endif %}` the build could not know how the class begins.
UNKNOWN = re.compile(r"""class="[^"]*(?:\}\}[\w-]|[\w-]\{%[^%]*%\}[\w-])""")


def built() -> set[str]:
    css = "".join((ASSETS / f"dist/{sheet}.css").read_text("utf-8") for sheet in ("site", "apart"))
    return set(re.findall(r"\.([a-z][\w-]*)", css))


def test_the_styles_of_the_site_itself_are_all_used() -> None:
    text = "".join(re.sub(r"//.*|@include [^;{]*|\"[^\"]*\"", "", path.read_text("utf-8")) for path in OWN)
    selectors = re.findall(r"[^;{}]+(?=\{)", text)
    own = {name for selector in selectors for name in re.findall(r"\.([a-z][\w-]*)", selector)}
    assert len(own) > 100
    assert own - built() == set()


def test_styles_that_nothing_uses_are_left_out() -> None:
    assert {"form-hint", "table"} <= built()
    assert {"table--zebra", "displayheading-1"} & built() == set()


def test_the_build_knows_the_classes_that_python_writes() -> None:
    known = re.search(r"inPython = \[(.+)\]", (ASSETS / "used.mjs").read_text("utf-8"))
    assert known
    code = "".join(path.read_text("utf-8") for path in CODE)
    classes = re.findall(r"""class(?:=|["']: ?)\\?["']([\w -]+)\\?["']""", code)
    written = {name for names in classes for name in names.split()}
    assert written == set(re.findall(r"\"([\w-]+)\"", known[1]))


def test_a_composed_class_begins_with_letters_of_its_own() -> None:
    assert len(TEMPLATES) > 100
    assert [path.name for path in TEMPLATES if UNKNOWN.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("composed", ['class="{{ kind }}-note"', 'class="a big{% if long %}ger{% endif %}"'])
def test_a_class_whose_beginning_is_unknown_is_found(composed: str) -> None:
    assert UNKNOWN.search(composed)
