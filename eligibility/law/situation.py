"""One person's situation: the answers that count, read once into typed facts for everything that judges them.

Only this module and `questions` compare raw answer keys; everything else uses these typed facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eligibility.law.facts import Age, Alternatives, Benefit, Besides, Business, Capacity, Reply, Route, Workplace
from eligibility.law.pension_age import pension_month
from eligibility.law.questions.capacity import effective_hours
from eligibility.law.questions.question import UNKNOWN, Answers
from eligibility.law.questions.scheme import PERMANENT_FROM_AGE, began_before_2013
from eligibility.law.questions.workplace import six_years_left
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Hours, Months, Percent


@dataclass(frozen=True, slots=True)
class Situation:
    """What follows from the answers on a day. A fact is None where the questions behind it are not answered."""

    answers: Answers
    """The answers that count, for conditions that one answer alone decides."""
    on: date
    route: Route | None
    has_workplace: bool
    """Employed or on sick leave from a job."""
    on_sick_leave: bool
    is_without_work: bool
    birth: Month | None
    age: Age | None
    benefit: Benefit | None
    early_pension_paid: Reply | None
    capacity: Capacity
    measures: tuple[str, ...] | None
    alternatives: Alternatives | None
    workplace: Workplace
    business: Business
    besides: Besides
    named_start: Month | None
    """The month in which the fleksjob began or may begin, where one was named."""
    is_first_grant: bool | None
    has_permanent_grant: bool
    """Works in a fleksjob that was granted without a limit, as the person says."""

    @property
    def this_month(self) -> Month:
        return Month.of(self.on)

    @property
    def in_fleksjob(self) -> bool:
        """Whether the person works in a fleksjob now, by the present rules or those from before 2013."""
        return self.route in {Route.IN_SCHEME, Route.OLD_TERMS}

    @property
    def turns_40(self) -> Month | None:
        return self.birth.plus(years=PERMANENT_FROM_AGE) if self.birth else None

    @property
    def pension_month(self) -> Month | None:
        """The month in which state pension age is reached."""
        return pension_month(self.birth) if self.birth else None

    @property
    def six_years_left(self) -> Month | None:
        """The month in which exactly six years are left to state pension age."""
        return six_years_left(self.birth) if self.birth else None

    @property
    def within_six_years(self) -> bool:
        """Whether the month with exactly six years left to pension age is over, so that less than six are left."""
        return self.six_years_left is not None and self.six_years_left < self.this_month

    @property
    def can_get_senior_pension(self) -> bool:
        """Whether the person has none of the pensions that exclude it (LSP § 26 a, stk. 5)."""
        return self.benefit not in {
            Benefit.DISABILITY_PENSION,
            Benefit.DISABILITY_PENSION_ON_HOLD,
            Benefit.SENIOR_PENSION,
        }

    @property
    def start(self) -> Month | None:
        """The month that a grant counts from: this month for somebody who asks for one and has named no month.

        None for a present grant with an unknown start.
        """
        runs = self.in_fleksjob or self.business.had_subsidy_before
        return self.named_start or (None if runs else self.this_month)

    @property
    def nothing_tried_is_named(self) -> bool:
        """Whether the person has named no measure, or doesn't know of any."""
        return self.measures in {("none",), (UNKNOWN,)}


def situation_of(answers: Answers, on: date) -> Situation:
    """Read the answers that count, of a whole walk or a part of one, on the day `on`."""
    situation, birth = answers.get("situation"), answers.get("birth-month")
    route = _route(answers)
    started = answers.get("fleksjob-started" if route in {Route.IN_SCHEME, Route.OLD_TERMS} else "fleksjob-may-start")
    return Situation(
        answers=answers,
        on=on,
        route=route,
        has_workplace=situation in {"employee", "on-sick-leave"},
        on_sick_leave=situation == "on-sick-leave",
        is_without_work=situation == "without-work",
        birth=birth if isinstance(birth, Month) else None,
        age=None if birth is None else _age(birth if isinstance(birth, Month) else None, on),
        benefit=Benefit(str(answers["benefit"])) if "benefit" in answers else None,
        early_pension_paid=_reply(answers, "early-pension"),
        capacity=_capacity(answers),
        measures=measures if isinstance(measures := answers.get("measures"), tuple) else None,
        alternatives=Alternatives(str(answers["alternatives"])) if "alternatives" in answers else None,
        workplace=Workplace(
            *(
                _reply(answers, key)
                for key in (
                    "present-workplace",
                    "special-terms",
                    "written-agreement",
                    "real-attempt",
                    "acute",
                    "pointless-there",
                )
            )
        ),
        business=_business(answers),
        besides=_besides(answers),
        named_start=started if isinstance(started, Month) and route != Route.OLD_TERMS else None,
        is_first_grant=_is_first_grant(answers, route),
        has_permanent_grant=route == Route.IN_SCHEME and answers.get("first-fleksjob") == "permanent",
    )


def _reply(answers: Answers, key: str) -> Reply | None:
    return Reply(str(answers[key])) if key in answers else None


def _route(answers: Answers) -> Route | None:
    if began_before_2013(answers):
        return Route.OLD_TERMS
    match answers.get("situation"):
        case None:
            return None
        case "self-employed":
            return Route.OWN_BUSINESS
        case "in-fleksjob":
            return Route.IN_SCHEME
        case _:
            return Route.FLEKSJOB


def _age(birth: Month | None, on: date) -> Age:
    if birth is None:
        return Age.UNKNOWN
    limit, this = pension_month(birth), Month.of(on)
    return Age.BELOW if this < limit else Age.THIS_MONTH if this == limit else Age.PAST


def _capacity(answers: Answers) -> Capacity:
    hours, pace = answers.get("hours-per-week"), answers.get("pace-percent")
    known = hours if isinstance(hours, Hours) else None
    # In the middle of a walk, not answered yet is not the same as not known.
    pace_not_asked_yet = bool(known) and pace is None
    return Capacity(
        is_answered=hours is not None and not pace_not_asked_yet,
        hours=known,
        pace=pace if isinstance(pace, Percent) else None,
        effective=effective_hours(answers),
        may_grow=_reply(answers, "capacity-may-grow"),
    )


def _business(answers: Answers) -> Business:
    own = {answers.get("benefit"), answers.get("business-benefit")}
    excluding: Reply | None = None
    if "business-benefit" in answers:
        excluded = own & {"efterlon", "fleksydelse", "delpension", "former-support"}
        excluding = Reply.YES if excluded else Reply.UNKNOWN if UNKNOWN in own else Reply.NO
    months = answers.get("business-months")
    return Business(
        excluding_benefit=excluding,
        had_subsidy_before=answers.get("business-subsidy-before") == "yes",
        months=months if isinstance(months, Months) else None,
        months_are_answered=months is not None,
    )


def _besides(answers: Answers) -> Besides:
    business = answers.get("business-besides")
    return Besides(
        side_business=business == "side-business",
        at_spouse=business == "spouse",
        unknown=business == UNKNOWN,
        spouse_conditions=_reply(answers, "spouses-business"),
    )


def _is_first_grant(answers: Answers, route: Route | None) -> bool | None:
    """None where it is not known. People who get five years either way are not asked; theirs counts as a first."""
    if route == Route.OLD_TERMS:
        return None
    if route == Route.IN_SCHEME:
        return {"yes": True, "no": False, "permanent": False}.get(str(answers.get("first-fleksjob")))
    return {"first": True, "earlier": False}.get(str(answers.get("earlier-fleksjob", "first")))
