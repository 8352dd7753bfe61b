"""What an act and its paragraphs are called on a day."""

from collections.abc import Iterator
from datetime import date

import pytest

from fleksjob_site.kernel.concordance import CONCORDANCE, cited_on, names_of, repealed_on
from fleksjob_site.kernel.law import BEK_SELF_EMPLOYED, BEK_SELF_EMPLOYED_2022, BEK_SUBSIDY, BEK_SUBSIDY_2023, LAB, RSL
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from tests.renumbering import NEW_ACT, SINCE, renumbered

NUMBERS = {"§ 116": "§ 60", "§ 123": "§ 70", "§ 123, stk. 3": "§ 71", "§ 126": "§ 80", "§ 189 a": "§ 99 b"}
BEFORE = date(2026, 12, 31)


@pytest.fixture
def new_act() -> Iterator[None]:
    with renumbered(NUMBERS):
        yield


@pytest.mark.parametrize(
    ("read", "now"),
    [
        ("§ 116", "§ 60"),
        ("§ 116, stk. 2", "§ 60, stk. 2"),
        ("§ 123, stk. 1-2", "§ 70, stk. 1-2"),
        ("§ 123, stk. 3", "§ 71"),
        ("§ 126, stk. 5, jf. § 189 a", "§ 80, stk. 5, jf. § 99 b"),
        ("§§ 116 og 123", "§§ 60 og 70"),
        ("§§ 123-126", "§§ 70-80"),
        ("", ""),
    ],
)
@pytest.mark.usefixtures("new_act")
def test_a_paragraph_is_called_by_its_new_number_from_the_day_on_and_by_the_old_before(read: str, now: str) -> None:
    source = Source(LAB, read, Status.READING)
    assert source.on(SINCE) == Source(NEW_ACT, now, Status.READING, SINCE)
    assert source.on(BEFORE) == Source(LAB, read, Status.READING, BEFORE)
    assert not source.on(SINCE).remark


@pytest.mark.usefixtures("new_act")
def test_what_was_read_under_a_new_number_is_called_by_the_old_one_before() -> None:
    assert Source(NEW_ACT, "§ 70, stk. 2").on(BEFORE) == Source(LAB, "§ 123, stk. 2", day=BEFORE)


@pytest.mark.usefixtures("new_act")
def test_a_paragraph_without_an_entry_is_cited_as_it_was_read_with_a_remark() -> None:
    source = Source(LAB, "§ 117").on(SINCE)
    assert source == Source(LAB, "§ 117", day=SINCE)
    assert source.remark
    assert source.remark.values == {"until": SINCE}


def test_orders_that_followed_on_others_are_called_by_those_of_the_time() -> None:
    assert cited_on(BEK_SUBSIDY, "§ 12, stk. 4", date(2024, 3, 10)) == (BEK_SUBSIDY_2023, "§ 12, stk. 4")
    assert cited_on(BEK_SUBSIDY, "§ 12, stk. 4", date(2024, 3, 11)) == (BEK_SUBSIDY, "§ 12, stk. 4")
    days = [date(2022, 3, 1), date(2023, 12, 31), date(2024, 1, 1), date(2024, 3, 11), date(2026, 1, 31)]
    called = [cited_on(BEK_SELF_EMPLOYED, "§§ 8-10", day)[0].short for day in (*days, date(2026, 2, 1))]
    orders = ["BEK 247/2022", "BEK 247/2022", "BEK 1684/2023", "BEK 233/2024", "BEK 233/2024", "BEK 1794/2025"]
    assert called == orders


@pytest.mark.parametrize(
    ("source", "day", "since"),
    [
        (Source(LAB, "§ 123"), date(2013, 1, 1), date(2020, 1, 1)),
        (Source(BEK_SUBSIDY, "§ 2"), date(2023, 12, 1), date(2024, 1, 1)),
        (Source(BEK_SELF_EMPLOYED, "§ 8"), date(2022, 2, 28), BEK_SELF_EMPLOYED_2022.since),
    ],
)
def test_before_the_first_text_that_was_read_a_remark_says_since_when_it_holds(
    source: Source, day: date, since: date
) -> None:
    remark = source.on(day).remark
    assert remark
    assert remark.values == {"since": since}


def test_a_source_keeps_the_day_it_was_given_and_has_no_remark_without_one() -> None:
    source = Source(BEK_SUBSIDY, "§ 2").on(date(2024, 1, 1))
    assert source.on(date(2026, 1, 1)) == source
    assert not Source(BEK_SUBSIDY, "§ 2").remark
    assert not Source(RSL, "§ 5").on(date(2013, 1, 1)).remark


def test_every_name_of_a_place_is_found_from_any_of_them() -> None:
    names = {document.short for document, _ in names_of(BEK_SELF_EMPLOYED, "§ 8")}
    assert names == {"BEK 247/2022", "BEK 1684/2023", "BEK 233/2024", "BEK 1794/2025"}
    assert names == {document.short for document, _ in names_of(BEK_SELF_EMPLOYED_2022, "§ 8")}


def test_an_act_holds_from_the_day_that_the_one_before_it_is_repealed() -> None:
    for entry in CONCORDANCE:
        assert entry.new.since == repealed_on(entry.old)
        assert entry.old.since
        assert entry.old.since < entry.since
