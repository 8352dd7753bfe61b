"""The states of the calculators beside the income page: one's own business, unemployment allowance, the other roads."""

from collections.abc import Iterator

from tests.browser.acts import filled, press, typed
from tests.browser.sessions import ALLOWANCE, NOW, OWN_BUSINESS, RICH_COUPLE
from tests.browser.state import State


def calculators() -> Iterator[State]:
    """Each page empty, with results, and in error."""
    yield State("own business empty", "own-business")
    yield State("own business with three years", "own-business", {"own-business": OWN_BUSINESS})
    yield State("own business without a usable year", "own-business", {"own-business": {"year1_use": "estimated"}})
    yield State("own business of a couple that earns too much", "own-business", {"own-business": RICH_COUPLE})
    yield State("own business answered while typing", "own-business", act=typed({"year1_result": "-40.000"}))
    yield State("own business in error", "own-business", act=press("#main form .button-primary"))
    yield State("allowance empty", "allowance")
    yield State("allowance with wage", "allowance", {"unemployment-allowance": ALLOWANCE})
    more = {"paid_pension": "3000", "side_hours": "10", "conversion_rate": "280", "owed": "30000"}
    yield State("allowance with all income", "allowance", {"unemployment-allowance": ALLOWANCE | more})
    yield State("allowance in error", "allowance", act=filled({"wage": "1.23.4"}))
    yield State("employer steps", "employer-steps")
    yield State("employer steps with dates", "employer-steps", {"employer-start": {"first_day": "2027-01-31"}})
    yield State("employer steps in error", "employer-steps", act=press("#main form .button-primary"))
    yield State("other roads", "other-roads")
    yield State("other roads beside a job", "other-roads", {"income": NOW})
