"""The states of the calculators beside the income page: one's own business, unemployment allowance, the other roads."""

from collections.abc import Iterator

from tests.browser.acts import filled, press, typed
from tests.browser.sessions import ALLOWANCE, NOW, OWN_BUSINESS, RICH_COUPLE, STATED
from tests.browser.state import State


def calculators() -> Iterator[State]:
    """Each page empty, with results, and in error."""
    yield State("own business empty", "own-business")
    yield State("own business with three years", "own-business", {"own-business": OWN_BUSINESS})
    yield State("own business without a usable year", "own-business", {"own-business": {"year1_use": "estimated"}})
    yield State("own business of a couple that earns too much", "own-business", {"own-business": RICH_COUPLE})
    yield State("own business answered while typing", "own-business", act=typed({"year1_result": "-40.000"}))
    yield State("own business in error", "own-business", act=press("#main form .button-primary"))
    yield State("wage ceiling empty", "wage-ceiling")
    parts = {"wage": "180", "pension_on_top_percent": "10", "fixed_supplements": "1000", "bonus": "0"}
    yield State("wage ceiling added up", "wage-ceiling", {"full-time-wage": parts})
    yield State("wage ceiling from the employer", "wage-ceiling", {"full-time-wage": parts | {"source": "employer"}})
    yield State("wage ceiling answered while typing", "wage-ceiling", act=typed({"wage": "180"}))
    yield State("wage ceiling in error", "wage-ceiling", act=press("#main form .button-primary"))
    yield State("allowance empty", "allowance")
    yield State("allowance with wage", "allowance", {"unemployment-allowance": ALLOWANCE})
    more = {"paid_pension": "3000", "side_hours": "10", "conversion_rate": "280", "owed": "30000"}
    yield State("allowance with all income", "allowance", {"unemployment-allowance": ALLOWANCE | more})
    yield State("allowance in error", "allowance", act=filled({"wage": "1.23.4"}))
    yield State("employer steps", "employer-steps")
    yield State("employer steps with dates", "employer-steps", {"employer-start": {"first_day": "2027-01-31"}})
    yield State("employer steps in error", "employer-steps", act=press("#main form .button-primary"))
    stated, costs = "employer-full-time-wage", {"paid_hours_per_week": "20"}
    yield State("full-time wage empty", stated)
    yield State("full-time wage with lines and months", stated, {stated: STATED})
    yield State("full-time wage that was stated too low", stated, {stated: STATED | costs})
    low = {"stated_until_now": "20000"}
    yield State("full-time wage below an old figure", stated, {stated: STATED | costs | low})
    yield State("full-time wage before an amount is entered", stated, {stated: STATED | {"has_bonus": "on"}})
    yield State("full-time wage answered while typing", stated, act=typed({"wage": "180"}))
    yield State("full-time wage in error", stated, act=press("#main form .button-primary"))
    yield State("other roads", "other-roads")
    yield State("other roads beside a job", "other-roads", {"income": NOW})
