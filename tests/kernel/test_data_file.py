"""Where a fault of a TOML file stands."""

import pytest

from fleksjob_site.kernel.data_file import line_of

TEXT = """as_on = 2026-01-01

[LAB]
url = "a"

[LAS]
title = "b"

[[person]]
key = "anna"
[person.da]
story = "c"
[person.en]
summary = "d"

[[person]]
key = "bo"
definition_da = "e"
[person.da]
story = "f"
"""


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("as_on",), 1),
        (("LAS", "title"), 7),
        # What is missing is told by the table that lacks it, and never by another one that has it.
        (("LAB", "title"), 3),
        (("person", 0, "da", "summary"), 11),
        (("person", 0, "descriptions", "en", "summary"), 14),
        (("person", 1, "key"), 17),
        (("person", 1, "da", "story"), 20),
        (("person", 1, "terms", "da", "definition"), 19),
        (("nowhere",), 0),
        ((), 0),
    ],
)
def test_a_fault_has_the_line_of_its_key_or_of_the_table_that_lacks_it(place: tuple[str | int, ...], line: int) -> None:
    assert line_of(TEXT, place) == line
