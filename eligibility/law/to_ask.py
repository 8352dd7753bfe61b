"""What to ask at the meeting with the municipality: by outcome, by what is open, and by situation."""

from __future__ import annotations

from collections.abc import Iterator

from eligibility.law.changes import DESCRIPTION_INSTEAD_OF_PLAN
from eligibility.law.facts import Age, Route
from eligibility.law.in_short import InShort
from eligibility.law.outcome import Outcome
from eligibility.law.situation import Situation
from fleksjob_site.kernel.text import N_, Text

MAX_QUESTIONS = 5
"""What fits on the first page of the letter, with room for notes."""


def to_ask(in_short: InShort, situation: Situation) -> tuple[Text, ...]:
    """The questions in the words of the person who asks them; the ones about open conditions come first."""
    about_conditions = tuple(_about(in_short))
    general = () if situation.age == Age.PAST else tuple(_general(in_short.outcome, situation))
    return tuple(Text(message) for message in (*about_conditions[: MAX_QUESTIONS - len(general)], *general))


def _about(in_short: InShort) -> Iterator[str]:
    for finding in in_short.unsettled:
        yield from ABOUT_CONDITIONS[finding.criterion.key]


def _general(outcome: Outcome, situation: Situation) -> Iterator[str]:
    match outcome:
        case Outcome.MUST_CLARIFY | Outcome.POINTS_TOWARDS:
            if outcome == Outcome.POINTS_TOWARDS:
                yield N_("What do you still need from me?")
                if situation.on < DESCRIPTION_INSTEAD_OF_PLAN:
                    yield N_("Will my case go to the rehabilitation team, and when?")
                else:
                    yield N_("Will you write an overall description (samlet beskrivelse) of my case, and when?")
            if situation.on_sick_leave:
                yield N_("When will my sickness benefit (sygedagpenge) be reviewed?")
            yield N_("When can you decide whether I can get a flexi-job?")
        case Outcome.NOT_WITH_THESE_ANSWERS:
            yield N_("What other help can I get?")
            yield N_("If you say no, can I have the decision and the reasons in writing?")
        case Outcome.IN_SCHEME:
            yield N_("When is my next follow-up?")
            yield N_("Which changes must I tell you about, and how?")
            yield N_("Which wage ceiling do you use, and who gave it to you?")
        case Outcome.OTHER_RULES if situation.route == Route.OWN_BUSINESS:
            yield N_("Which papers about my business do you need?")
            yield N_("When can you decide whether I can get the subsidy?")
        case Outcome.OTHER_RULES:
            yield N_("What happens to my terms if my job changes?")
            yield N_("What applies if I start in a new flexi-job?")


ABOUT_CONDITIONS = {
    "pension-age": (N_("Where do I apply for state pension?"),),
    "lives-in-denmark": (N_("Is it you who decides my case, or another municipality?"),),
    "no-pension": (N_("Does my pension rule out a flexi-job?"), N_("What happens to my pension if I get a flexi-job?")),
    "no-early-exit": (N_("What happens to my benefit if I get a flexi-job?"),),
    "early-pension": (N_("Does my early pension rule out a flexi-job?"),),
    "lasting": (N_("How do you find out whether the limitation is permanent?"),),
    "any-work": (N_("Which work do you think I could do on ordinary terms?"),),
    "substantial": (N_("How will you find out how many hours I can work, and at what pace?"),),
    "may-grow": (N_("Could I work more over time, and what would help?"),),
    "alternatives": (
        N_("What is left to try, and when can it be done?"),
        N_("Is any of it clearly pointless in my case?"),
    ),
    "business-benefit": (N_("Does my benefit rule out the subsidy?"),),
    "business-capacity": (N_("How will you find out how much I can work in my business?"),),
    "business-full-use": (N_("How do you judge whether I use all my capacity in the business?"),),
    "business-in-denmark": (N_("How do you judge whether the business is my main occupation in Denmark?"),),
    "business-months": (N_("How do you count the months and hours I have run the business?"),),
}
"""What to ask about each condition where it is open or does not fit (message ids), by its key."""
