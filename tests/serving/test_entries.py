"""Each entry of a session is in one part, and so in one cookie."""

from fleksjob_site.serving.parts import Entry, Part, entries_of


def test_the_parts_divide_the_entries_among_them() -> None:
    divided = [entry for part in Part for entry in entries_of(part)]
    assert sorted(divided) == sorted(Entry)
    assert entries_of(Part.TOKEN) == ()
