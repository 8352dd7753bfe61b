"""How long a grant lasts: five years, then permanent from 40."""

import pytest

from eligibility.law.flow import walk
from eligibility.law.grant import grant
from eligibility.law.situation import situation_of
from tests.eligibility.law.answering import FITTING, ON


@pytest.mark.parametrize(
    ("born", "earlier", "now", "then"),
    [
        # The five years end in November 2031.
        ("1980-05", "first", "five-years", "permanent"),
        ("1991-10", "first", "five-years", "permanent"),
        ("1991-11", "first", "five-years", "municipality"),
        ("1991-12", "first", "five-years", "five-years"),
        ("unknown", "first", "five-years", "municipality"),
        # After a first fleksjob the age now decides.
        ("1986-10", "earlier", "permanent", None),
        ("1986-11", "earlier", "municipality", None),
        ("1986-12", "earlier", "five-years", "permanent"),
        ("1995-01", "earlier", "five-years", "five-years"),
        ("1980-05", "unknown", "municipality", None),
    ],
)
def test_the_first_grant_is_for_five_years_and_from_40_the_next_is_permanent(
    born: str, earlier: str, now: str, then: str | None
) -> None:
    granted = grant(situation_of(walk(FITTING | {"birth-month": born, "earlier-fleksjob": earlier}, ON).answers, ON))
    assert (granted.now.value, granted.then and granted.then.value) == (now, then)
