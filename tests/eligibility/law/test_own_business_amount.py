"""The amount that the walk names for self-employed people is the rate that the calculation holds."""

from eligibility.law.steps import OWN_BUSINESS_STEPS
from fleksjob_site.kernel.calendar import Month
from salary.law.rates import rates_for


def test_the_yearly_amount_named_to_self_employed_people_is_the_rate_of_2026() -> None:
    rate = rates_for(Month(2026, 11)).self_employed_year
    assert rate is not None
    named = [step for step in OWN_BUSINESS_STEPS if f"in 2026 at most DKK {rate.amount:,} a year" in step.text.message]
    assert len(named) == 1
    # The same paragraph and the same certainty as the rate itself.
    assert (rate.paragraph, rate.status) in {(source.paragraph, source.status) for source in named[0].sources}
