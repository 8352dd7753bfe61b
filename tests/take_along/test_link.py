"""The link: whole cases survive the round trip; damage, other text and tricks are rejected."""

import json
import tracemalloc
from datetime import date
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility.law.flow import walk
from fleksjob_site.take_along.link import MAX_BYTES, MAX_CHARACTERS, BadLink, Fault, parsable, read, write
from fleksjob_site.visitor import VisitorData
from salary.law.cases import MAX_CASES
from salary.pages.forms import IncomeForm
from tests.eligibility.law.answering import ON, every_way
from tests.take_along.carrying import ANSWERS, CASE, CASES, TOLD, TYPED, linked

FIELDS = (*IncomeForm({}, require_all=False).fields, "month-month", "month-year")


def fault_of(text: str, on: date = ON) -> Fault:
    with pytest.raises(BadLink) as bad:
        read(text, on)
    return bad.value.fault


@st.composite
def walks(draw: st.DrawFn) -> dict[str, str]:
    """The answers of a walk, just begun, half-way or complete."""
    stored = draw(st.sampled_from(every_way()))
    keys = list(walk(stored, ON).answers)
    return {key: stored[key] for key in keys[: draw(st.integers(0, len(keys)))]}


numbers = st.builds("{}{}{:02}".format, st.integers(0, 37), st.sampled_from(".,"), st.integers(0, 99))
forms = st.fixed_dictionaries(
    {name: st.just(typed) for name, typed in TYPED.items()} | {"hours_per_week": numbers, "wage": numbers},
    optional={"goal_month": numbers, "efficiency_up_to": numbers, "hours_unknown": st.just("on")},
)
kept = st.fixed_dictionaries({name: st.just(typed) for name, typed in CASE.items()} | {"wage": numbers})
cases = st.lists(kept, max_size=MAX_CASES).map(tuple)


@given(st.builds(VisitorData, walks(), st.just({}) | forms, cases))
def test_a_link_gives_back_the_data_it_was_made_from(visitor: VisitorData) -> None:
    visitor = parsable(visitor, ON)
    if visitor == VisitorData():
        assert fault_of(write(visitor)) == Fault.EMPTY
    else:
        assert read(write(visitor), ON).visitor == visitor
        assert read(f"https://example.org/en/open/#{write(visitor)}", ON).visitor == visitor


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=IncomeForm.max_length), min_size=1, max_size=3))
def test_income_fields_from_a_link_are_always_valid_input(typed: dict[str, str]) -> None:
    income = read(write(VisitorData(ANSWERS, typed)), ON).visitor.income
    # A month comes with both of its boxes, also where one of them is empty.
    assert {name: text for name, text in income.items() if text}.items() <= typed.items()
    assert not IncomeForm(income, require_all=False).errors


def test_the_longest_walk_fits_with_a_full_form_and_all_cases() -> None:
    full = TYPED | {"supplements_full_time_month": "21.092,50 kr.", "other_wage_month": "21.092,50 kr.",
                    "side_business_month": "21.092,50 kr."}  # fmt: skip
    three = tuple(CASE | {"wage": f"1{number}0"} for number in range(MAX_CASES))
    longest = max(every_way(), key=lambda stored: len(str(walk(stored, ON).answers)))
    visitor = VisitorData({key: longest[key] for key in walk(longest, ON).answers}, full, three)
    assert read(write(visitor), ON).visitor == visitor


def test_a_link_is_short_enough_for_a_mail() -> None:
    assert len(write(VisitorData(ANSWERS))) < 350
    assert len(write(TOLD)) < 550


@pytest.mark.parametrize("other", "A_z09-.!å# ")
def test_any_changed_character_is_detected(other: str) -> None:
    link = write(TOLD)
    for place, was in enumerate(link):
        if was != other:
            fault_of(link[:place] + other + link[place + 1 :])


def test_any_lost_or_swapped_characters_are_detected() -> None:
    link = write(TOLD)
    for place in range(len(link)):
        fault_of(link[:place] + link[place + 1 :])
        fault_of(link[:place])
        swapped = link[:place] + link[place : place + 2][::-1] + link[place + 2 :]
        if swapped != link:
            fault_of(swapped)


def test_line_breaks_and_brackets_of_a_mail_do_no_harm() -> None:
    link = f"https://example.org/aabn/#{write(TOLD)}"
    folded = "\r\n ".join(link[start : start + 70] for start in range(0, len(link), 70))
    assert read(f" <{folded}>\n", ON).visitor == TOLD


SITE = "https://example.org/en/open/"
LINK = f"{SITE}#{write(TOLD)}"


@pytest.mark.parametrize(
    "text",
    [
        *(LINK + end for end in (".", ",", ")", '"', "«", "»", ">", "!", "&#8221;", "</a>", ". Thanks", "\n-- \nPer")),
        *(start + LINK for start in ("Here it is: ", "«", "(", "<", "[open](", "See v2 or v1.0:\n")),
        f"Hi,\n\nthis is my link: {LINK}, see you on Monday!\nKim",
        LINK.replace("#", "%23"),
        LINK.replace("#", "%2523"),
        "https://eur01.safelinks.protection.outlook.com/?url="
        + quote(LINK, safe="")
        + "&data=05%7C02%7Ckim&reserved=0",
        "https://urldefense.com/v3/__" + LINK.replace("#", "*") + "__;Iw!!abc$",
        "\r\n".join("> " + LINK[start : start + 60] for start in range(0, len(LINK), 60)),
        "=\r\n".join(LINK[start : start + 60] for start in range(0, len(LINK), 60)),
    ],
)
def test_a_link_survives_mail_programs_and_what_people_put_around_it(text: str) -> None:
    assert read(text, ON).visitor == TOLD


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault.FOREIGN),
        ("https://example.org/en/open/", Fault.FOREIGN),
        ("https://example.org/en/open/#main", Fault.FOREIGN),
        ("v0.AAAA", Fault.FOREIGN),
        ("v1", Fault.FOREIGN),
        ("v²." + "A" * 20, Fault.FOREIGN),
        ("v2.AAAA", Fault.TOO_NEW),
        ("https://example.org/en/open/#v17.AAAA", Fault.TOO_NEW),
        ("v1.", Fault.DAMAGED),
        ("v1.A", Fault.DAMAGED),
        ("v1.AAAAAAAAAAAA", Fault.DAMAGED),
        ("v1.ååååååååå", Fault.DAMAGED),
        ("v1." + "A" * MAX_CHARACTERS, Fault.TOO_LONG),
    ],
)
def test_text_that_is_not_a_link_of_this_version_gets_the_matching_error(text: str, fault: Fault) -> None:
    assert fault_of(text) == fault


@pytest.mark.parametrize(
    "content",
    [
        "",
        "17",
        "[]",
        '{"answers": []}',
        '{"cases": {}}',
        '{"income": {"wage": "\\ud800"}}',
        '{"income": {"wage": "å"}}',
        b'{"income": {"wage": "\xff"}}',
        "[" * (MAX_BYTES - 1),
        '{"answers":' * 250,
    ],
)
def test_invalid_content_counts_as_damage_even_with_a_valid_checksum(content: str | bytes) -> None:
    assert fault_of(linked(content)) == Fault.DAMAGED


def test_truncated_content_counts_as_damage() -> None:
    assert fault_of(linked(json.dumps({"answers": ANSWERS}), cut=5)) == Fault.DAMAGED


def test_a_decompression_bomb_is_rejected_without_being_decompressed() -> None:
    bomb = linked(b" " * 4_000_000)
    assert len(bomb) < MAX_CHARACTERS
    tracemalloc.start()
    try:
        assert fault_of(bomb) == Fault.TOO_LONG
        assert tracemalloc.get_traced_memory()[1] < 8 * MAX_BYTES
    finally:
        tracemalloc.stop()


def test_a_link_at_the_limit_is_accepted_and_one_byte_more_is_not() -> None:
    content = json.dumps({"answers": ANSWERS})
    assert read(linked(content.ljust(MAX_BYTES)), ON).visitor == VisitorData(ANSWERS)
    assert fault_of(linked(content.ljust(MAX_BYTES + 1))) == Fault.TOO_LONG


def crafted(**parts: Any) -> VisitorData:
    return read(linked(json.dumps({"answers": ANSWERS} | parts)), ON).visitor


def test_fields_of_a_later_version_are_ignored_and_the_rest_is_read() -> None:
    later = {"shoe-size": "44", "situations": ["employee"]}
    visitor = crafted(
        answers=ANSWERS | later, income={"wage": "200", "shoe_size": "44", "hours_unknown": True}, more=[1]
    )
    assert visitor == VisitorData(ANSWERS, {"wage": "200"})


@pytest.mark.parametrize("answer", ["lottery", "", None, 12, ["none"]])
def test_an_answer_that_does_not_count_is_left_out_with_all_that_follows_from_it(answer: object) -> None:
    before = list(ANSWERS)[: list(ANSWERS).index("benefit")]
    assert list(crafted(answers=ANSWERS | {"benefit": answer}).answers) == before


def test_an_answer_to_a_question_that_is_not_asked_is_left_out() -> None:
    assert "business-months" not in crafted(answers=ANSWERS | {"business-months": "24"}).answers


def test_a_planned_start_is_left_out_once_it_has_passed() -> None:
    link = write(VisitorData(ANSWERS | {"fleksjob-may-start": "2026-12"}))
    assert read(link, ON).visitor.answers["fleksjob-may-start"] == "2026-12"
    assert read(link, date(2027, 1, 1)).visitor == VisitorData(ANSWERS)


def test_of_a_long_field_the_number_is_kept_and_never_the_beginning_of_one() -> None:
    assert crafted(income={"wage": "200" + " " * 500}).income == {"wage": "200"}
    assert crafted(income={"wage": " " * 58 + "21.092,50"}).income in ({"wage": "21092.5"}, {"wage": "21092,5"})
    assert crafted(income={"wage": "1" * 70}, employer={"hours_per_week": "12"}).income == {}


def test_cases_that_cannot_be_calculated_or_exceed_the_limit_are_left_out() -> None:
    assert crafted(cases=[CASE, CASE | {"wage": "a lot"}, {}]).cases == (CASE,)
    assert crafted(cases=[*CASES, CASE | {"wage": "210"}, CASE | {"wage": "220"}]).cases == (
        *CASES,
        CASE | {"wage": "210"},
    )


def test_a_link_without_valid_data_says_so() -> None:
    assert fault_of(linked("{}")) == Fault.EMPTY
    assert fault_of(linked('{"answers": {"shoe-size": "44"}, "cases": [{}]}')) == Fault.EMPTY
