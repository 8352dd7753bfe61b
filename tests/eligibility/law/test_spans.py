"""The grants that a timeline shows one after another, on 21 November 2026, for every way a grant can go on."""

import pytest

from tests.eligibility.law.answering import assessed
from tests.eligibility.law.test_timeline import AGAIN, ASKS, IN_FLEKSJOB, OLD_TERMS, OWN_BUSINESS

SPANS = {
    "a first grant, and permanent after it": (
        ASKS, [("five-years", "2026-11", "2031-11"), ("permanent", "2031-11", "2050-05")]),
    "permanent after an earlier one": (AGAIN, [("permanent", "2026-11", "2050-05")]),
    "below 40 at the end of the first": (
        {"birth-month": "1995-07"}, [("five-years", "2026-11", "2031-11"), ("five-years", "2031-11", "2036-11")]),
    "the day decides about 40": (
        {"birth-month": "1991-11"}, [("five-years", "2026-11", "2031-11"), ("municipality", "2031-11", "2036-11")]),
    "no month of birth": (
        {"birth-month": "unknown"}, [("five-years", "2026-11", "2031-11"), ("municipality", "2031-11", "2036-11")]),
    "no month of birth, a second one": (AGAIN | {"birth-month": "unknown"}, []),
    "pension age in the five years": ({"birth-month": "1961-03"}, [("five-years", "2026-11", "2028-03")]),
    "pension age at their end": ({"birth-month": "1963-11"}, [("five-years", "2026-11", "2031-11")]),
    "pension age a month after their end": (
        {"birth-month": "1963-12"}, [("five-years", "2026-11", "2031-11"), ("permanent", "2031-11", "2031-12")]),
    "permanent until pension age before five years are over": (
        AGAIN | {"birth-month": "1961-03"}, [("permanent", "2026-11", "2028-03")]),
    "a business": (
        OWN_BUSINESS, [("five-years", "2026-11", "2031-11"), ("five-years", "2031-11", "2036-11")]),
    "a business with pension age in the second grant": (
        OWN_BUSINESS | {"birth-month": "1966-05"},
        [("five-years", "2026-11", "2031-11"), ("five-years", "2031-11", "2034-05")]),
    "a business that had the subsidy before": (OWN_BUSINESS | {"business-subsidy-before": "yes"}, []),
    "a fleksjob that runs": (
        IN_FLEKSJOB, [("five-years", "2023-08", "2028-08"), ("permanent", "2028-08", "2050-05")]),
    "five years over": (IN_FLEKSJOB | {"fleksjob-started": "2021-11"}, []),
    "the old terms": (OLD_TERMS, [("old-terms", "2026-11", "2050-05")]),
    "the old terms, no month of birth": (
        OLD_TERMS | {"birth-month": "unknown"}, [("old-terms", "2026-11", "2036-11")]),
    "the old terms, a month before pension age": (
        OLD_TERMS | {"birth-month": "1959-12"}, [("old-terms", "2026-11", "2026-12")]),
    "the old terms in the month of pension age": (OLD_TERMS | {"birth-month": "1959-11"}, []),
}  # fmt: skip


@pytest.mark.parametrize(("changed", "expected"), SPANS.values(), ids=SPANS.keys())
def test_one_grant_follows_another_to_pension_age_or_one_grant_ahead(
    changed: dict[str, str], expected: list[tuple[str, str, str]]
) -> None:
    timeline = assessed(**changed).timeline
    assert timeline
    assert [(span.duration.value, str(span.first), str(span.last)) for span in timeline.spans] == expected
