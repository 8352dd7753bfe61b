"""Other schemes to look at, for those to whose answers they are relevant."""

from __future__ import annotations

from collections.abc import Iterator

from eligibility.law.advice import Advice, in_force
from eligibility.law.criteria.criterion import Verdict
from eligibility.law.facts import Age, Benefit, Route
from eligibility.law.situation import Situation
from fleksjob_site.kernel.law import BEK_PENSION, BEK_SELF_EMPLOYED, COMPENSATION, LAB, LSP, SICKNESS
from fleksjob_site.kernel.practice import CABI_WORKPLACE
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Text


def elsewhere(situation: Situation, verdicts: dict[str, Verdict]) -> tuple[Advice, ...]:
    """Other help to ask about. None of it is judged here: each has conditions of its own."""
    return in_force(_elsewhere(situation, verdicts), situation.on)


def _elsewhere(situation: Situation, verdicts: dict[str, Verdict]) -> Iterator[Advice]:
    if situation.age == Age.PAST:
        yield _STATE_PENSION
        return
    if situation.can_get_senior_pension and _near_senior_pension(situation):
        yield _SENIOR_PENSION
    if situation.benefit == Benefit.DISABILITY_PENSION:
        yield _PENSION_ON_HOLD
    if verdicts.get("may-grow") == Verdict.MUNICIPALITY:
        yield _DISABILITY_PENSION
    if situation.has_workplace:
        yield _SPECIAL_TERMS
        yield _SECTION_56
    yield _AIDS
    if situation.is_without_work and not situation.within_six_years:
        yield _LATEST_WORKPLACE
    if situation.route == Route.OWN_BUSINESS:
        yield _AS_AN_EMPLOYEE
        yield _SPOUSE


def _near_senior_pension(situation: Situation) -> bool:
    """From six months before six years are left to state pension age, until it is reached (LSP §§ 26 a, 26 b)."""
    six_years, limit = situation.six_years_left, situation.pension_month
    if six_years is None or limit is None:
        return False
    return six_years.plus(months=-6) <= situation.this_month <= limit


_STATE_PENSION = Advice(
    Text(N_("State pension (folkepension): Udbetaling Danmark knows what you can get.")), (Source(LSP, "§ 1 a"),)
)
_SENIOR_PENSION = Advice(
    Text(
        N_(
            "Senior pension (seniorpension): for people with at most six years to state pension age, at least 20 to "
            "25 years at work, and a capacity that is permanently at most 15 hours a week in their latest job. You "
            "can apply up to six months before the six years begin. As a rule it is decided within six months."
        )
    ),
    (Source(LSP, "§ 26 a"), Source(LSP, "§ 26 b"), Source(LSP, "§ 26 d, stk. 2")),
)
_PENSION_ON_HOLD = Advice(
    Text(
        N_(
            "Disability pension on hold: the pension stops on the day a flexi-job starts, and it can be resumed. So "
            "you can try a flexi-job without giving up the pension."
        )
    ),
    (Source(BEK_PENSION, "§ 7"),),
)
_DISABILITY_PENSION = Advice(
    Text(
        N_(
            "Disability pension (førtidspension): for people who will permanently be unable to support themselves by "
            "work, even in a flexi-job. Under 40, the requirements are stricter."
        )
    ),
    (Source(LSP, "§ 16"),),
)
_SPECIAL_TERMS = Advice(
    Text(
        N_(
            "Other terms in the job you have: fewer hours or other tasks under a social chapter or on special terms, "
            "without any subsidy."
        )
    ),
    (Source(LAB, "§ 119, stk. 1-2"),),
)
_SECTION_56 = Advice(
    Text(
        N_(
            "A section 56 agreement (§ 56-aftale), approved by the municipality: where a long-term or chronic illness "
            "is expected to give at least ten days of absence a year, the employer gets money back from the first day "
            "of illness."
        )
    ),
    (Source(SICKNESS, "§ 56"),),
)
_AIDS = Advice(
    Text(N_("Personal assistance and aids at work: in an ordinary job and in a flexi-job alike.")),
    (Source(COMPENSATION, "§§ 3-7"), Source(COMPENSATION, "§ 15")),
)
_LATEST_WORKPLACE = Advice(
    Text(
        N_(
            "A flexi-job at the workplace you had last may need twelve months on special terms first. With another "
            "employer there is no such rule."
        )
    ),
    (Source(LAB, "§ 119"), Source(CABI_WORKPLACE, "", Status.PRACTICE)),
)
_SPOUSE = Advice(
    Text(
        N_(
            "If you work in your spouse's business with a wage agreement, own no part of the company, and both of you "
            "take part in running it, an ordinary flexi-job may be possible."
        )
    ),
    (Source(BEK_SELF_EMPLOYED, "§ 3"),),
)
_AS_AN_EMPLOYEE = Advice(
    Text(
        N_(
            "A flexi-job as an employee: if every kind of work is out of reach for you on ordinary terms, you can ask "
            "the municipality about that too. Go through the questions again and say that you are employed or out of "
            "work."
        )
    ),
    (Source(LAB, "§ 116"), Source(LAB, "§ 117, stk. 4")),
)
