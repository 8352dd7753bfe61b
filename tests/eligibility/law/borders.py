"""An assessment of the person whom every condition fits, but for some answers."""

from datetime import date

from eligibility.law.amounts import Amounts
from eligibility.law.assessment import Assessment, assess
from eligibility.law.flow import walk
from tests.eligibility.law.answering import FITTING, ON


def assessed(on: date = ON, **answers: str) -> Assessment:
    given = FITTING | {key.replace("_", "-"): answer for key, answer in answers.items()}
    return assess(walk(given, on).answers, on, Amounts())


def months_of(found: Assessment) -> dict[str, str]:
    """The month of each event, by its key."""
    assert found.timeline
    return {event.key.value: str(event.month) for event in found.timeline.events}
