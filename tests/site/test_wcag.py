"""The table of WCAG 2.2 names every criterion of levels A and AA once, and only tests that exist."""

import re
from pathlib import Path

from django.conf import settings

TABLE = settings.BASE_DIR / "tests" / "browser" / "WCAG.md"
CRITERIA = {
    "A": """
        1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3
        2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2
    """,
    "AA": """
        1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8
        3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3
    """,
    "AAA": "1.4.6 2.4.9 2.4.13 2.5.5 3.3.5 3.3.6",
}
"""The criteria of WCAG 2.2; of AAA those that the site claims."""
ROW = re.compile(r"^\| ([\d.]+) [^|]+ \| (A+) \| (Passes|Not applicable) \| ([^|]+) \|$", re.MULTILINE)


def rows(text: str) -> list[tuple[str, str, str, str]]:
    return ROW.findall(text)


def test_every_criterion_has_one_row_with_its_level_and_a_reason() -> None:
    text = TABLE.read_text("utf-8")
    found = rows(text)
    assert len(found) == text.count("\n| ") - 1, "each line of the table but the heading can be read"
    for level, criteria in CRITERIA.items():
        assert [number for number, at, *_ in found if at == level] == criteria.split()
    assert len((CRITERIA["A"] + CRITERIA["AA"]).split()) == 55
    assert all(shown.strip() for *_, shown in found)


def test_the_tests_named_exist() -> None:
    named = set(re.findall(r"`([\w/]+\.py)`", TABLE.read_text("utf-8")))
    assert named
    places = (settings.BASE_DIR, TABLE.parent)
    assert [name for name in named if not any((Path(place) / name).exists() for place in places)] == []
