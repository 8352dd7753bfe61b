"""Conditions on the person: age, and the benefits that exclude a fleksjob."""

from eligibility.law.changes import EARLY_PENSION_FROM
from eligibility.law.criteria.criterion import (
    Criterion,
    Judgement,
    Verdict,
    for_the_municipality,
    met,
    not_met,
)
from eligibility.law.criteria.residence import RESIDENCE
from eligibility.law.facts import Age, Benefit, Reply, Route
from eligibility.law.pension_age import AGE_MAY_RISE_FROM, cohort_of, pension_month
from eligibility.law.questions.question import TARGET_GROUP
from eligibility.law.situation import Situation
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import (
    ALL,
    BEK_PENSION,
    BEK_SELF_EMPLOYED,
    FLEKSYDELSE,
    LAB,
    LSP,
    PENSION_AGE_2025,
)
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_, Text, Value

_ASK_WHAT_IT_MEANS = N_("Ask what it means for you.")
_ASK_NOW = N_("Ask the municipality now what this means for your flexi-job and for the payment.")

# Lov 703/2025 ended the group with pension age 69 at people born in 1970, and set 70 for those born later.
_CHANGED_IN_2025_FROM = Month(1967, 1)


def below_pension_age(situation: Situation) -> Judgement | None:
    """Met before the month in which state pension age is reached, not met after it (LAB § 116, stk. 1, LSP § 1 a)."""
    if situation.age is None:
        return None
    birth = situation.birth
    if birth is None:
        return for_the_municipality(
            N_("You have not said when you were born."), N_("Enter the month and year you were born.")
        )
    limit, cohort = pension_month(birth), cohort_of(birth)
    values: dict[str, Value] = {"birth": birth, "limit": limit, "years": cohort.years}
    if situation.age == Age.BELOW:
        # Only groups that have reached pension age have half years today, but a later act may add them again.
        half = N_("You were born in {birth} and reach state pension age at {years}½, in {limit}.")
        whole = N_("You were born in {birth} and reach state pension age at {years}, in {limit}.")
        may_rise = N_(
            "You were born in {birth}. Under today's rules you reach state pension age at {years}, in {limit}. A "
            "later act may raise it."
        )
        reason = may_rise if birth >= AGE_MAY_RISE_FROM else half if cohort.months else whole
        return Judgement(Verdict.MET, Text(reason, values), sources=_age_sources(birth))
    if situation.age == Age.THIS_MONTH:
        return for_the_municipality(
            N_("You were born in {birth} and reach state pension age this month. It depends on the day."),
            N_("The municipality knows the day you were born."),
            values,
            _age_sources(birth),
            brief=(N_("You reach state pension age this month."), N_("It depends on the day.")),
        )
    return not_met(
        N_("You were born in {birth} and reached state pension age in {limit}."),
        N_("It can't be changed, unless the month or the year is mistyped."),
        values,
        _age_sources(birth),
        brief=("", N_("Only a mistake in the month or the year could change this.")),
    )


def _age_sources(birth: Month) -> tuple[Source, ...]:
    changed_in_2025 = (Source(PENSION_AGE_2025, ""),) if birth >= _CHANGED_IN_2025_FROM else ()
    return tuple(dict.fromkeys((TARGET_GROUP, cohort_of(birth).source, *changed_in_2025)))


def no_pension_paid_out(situation: Situation) -> Judgement | None:
    """Neither førtidspension nor seniorpension is paid out."""
    match situation.benefit:
        case None:
            return None
        case Benefit.DISABILITY_PENSION | Benefit.SENIOR_PENSION if situation.route == Route.OWN_BUSINESS:
            return not_met(
                N_("A pension is paid out to you. The subsidy for self-employed people can't be paid alongside it."),
                N_("Ask the municipality what it means for you before you change anything."),
                brief=(N_("A pension is paid out to you."), _ASK_WHAT_IT_MEANS),
            )
        case Benefit.DISABILITY_PENSION | Benefit.SENIOR_PENSION if situation.in_fleksjob:
            return not_met(
                N_("A pension is paid out to you alongside your flexi-job."), _ASK_NOW, brief=("", _ASK_WHAT_IT_MEANS)
            )
        case Benefit.DISABILITY_PENSION:
            return not_met(
                N_("Disability pension is paid out to you."),
                N_(
                    "The pension can be put on hold when you move to a flexi-job, and resumed later. Ask the "
                    "municipality before you change anything."
                ),
                brief=("", N_("Ask about putting it on hold before you change anything.")),
            )
        case Benefit.DISABILITY_PENSION_ON_HOLD if situation.route == Route.OWN_BUSINESS:
            return for_the_municipality(
                N_("You have a disability pension that is on hold."),
                N_("The municipality must say what your pension on hold means for the subsidy."),
                brief=("", _ASK_WHAT_IT_MEANS),
            )
        case Benefit.DISABILITY_PENSION_ON_HOLD:
            return for_the_municipality(
                N_("You have a disability pension that is on hold."),
                N_("The municipality must say what your pension on hold means for a flexi-job."),
                brief=("", _ASK_WHAT_IT_MEANS),
            )
        case Benefit.SENIOR_PENSION:
            return not_met(
                N_("Senior pension is paid out to you."),
                N_(
                    "You can ask for the pension to be put on hold. Ask what that means for you before you change "
                    "anything."
                ),
                brief=("", N_("Ask about putting it on hold before you change anything.")),
            )
        case Benefit.UNKNOWN:
            return for_the_municipality(
                N_("You don't know whether a pension is paid out to you."),
                N_("The letter about your payment says what it is."),
            )
        case _:
            return met(N_("Neither disability pension nor senior pension is paid out to you."))


def no_early_retirement_benefit(situation: Situation) -> Judgement | None:
    """Efterløn stops while somebody is covered by the fleksjob rules; fleksydelse and a fleksjob exclude each other."""
    if situation.route == Route.OWN_BUSINESS:
        # For self-employed people efterløn and fleksydelse belong to another condition, `business-benefit`.
        return None
    match situation.benefit:
        case Benefit.EFTERLON:
            return met(
                N_(
                    "You get early retirement benefit (efterløn). It does not rule out a flexi-job, but it is not "
                    "paid while you are covered by the flexi-job rules."
                )
            )
        case Benefit.FLEKSYDELSE:
            return for_the_municipality(
                N_(
                    "You get flexible retirement benefit (fleksydelse). You can't have it and a flexi-job at the same "
                    "time."
                ),
                N_(
                    "You would have to choose. Ask the municipality what leaving flexible retirement benefit means for"
                    " you."
                ),
                brief=(
                    N_("You get flexible retirement benefit (fleksydelse), and you can't have both."),
                    N_("You would have to choose."),
                ),
            )
        case _:
            return None


def early_pension_never_used(situation: Situation) -> Judgement | None:
    """The right to tidlig pension has not been used; those too young to have had it are not asked."""
    match situation.early_pension_paid:
        case Reply.NO:
            return met(N_("You have never been paid early pension."))
        case Reply.YES if situation.in_fleksjob:
            return not_met(
                N_("You have been paid early pension, which excludes a flexi-job."),
                _ASK_NOW,
                brief=("", _ASK_WHAT_IT_MEANS),
            )
        case Reply.YES:
            return not_met(
                N_("You have been paid early pension. Once you have used that right, the scheme is closed to you."),
                N_("Nothing in the law changes this once the right has been used."),
                brief=(N_("You have been paid early pension, so the scheme is closed to you."), ""),
            )
        case Reply.UNKNOWN:
            return for_the_municipality(
                N_("You don't know whether you have been paid early pension."),
                N_("Udbetaling Danmark can tell you."),
                brief=("", N_("Ask Udbetaling Danmark.")),
            )
        case _ if situation.route and situation.on < EARLY_PENSION_FROM:
            return met(N_("Early pension was first paid in 2022. Nobody can have been paid it before."))
        case _ if situation.route:
            return met(N_("You are too young to have been paid early pension."))
        case _:
            return None


PERSON = (
    Criterion(
        "pension-age",
        N_("Below state pension age"),
        ("birth-month",),
        (TARGET_GROUP, Source(LSP, "§ 1 a")),
        below_pension_age,
        own_business_sources=(Source(LAB, "§ 126, stk. 1, nr. 3"), Source(BEK_SELF_EMPLOYED, "§ 1, stk. 1, nr. 4")),
    ),
    RESIDENCE,
    Criterion(
        "no-pension",
        N_("No disability pension or senior pension paid out"),
        ("benefit", "situation"),
        (TARGET_GROUP, Source(BEK_PENSION, "§ 7"), Source(LSP, "§ 26 e")),
        no_pension_paid_out,
        own_business_sources=(Source(LAB, "§ 126, stk. 1, nr. 4"), Source(BEK_SELF_EMPLOYED, "§ 1, stk. 1, nr. 6")),
    ),
    Criterion(
        "no-early-exit",
        N_("Other benefits and a flexi-job"),
        ("benefit", "situation"),
        (Source(ALL, "§ 74 c, stk. 5"), Source(FLEKSYDELSE, "§ 20, stk. 1")),
        no_early_retirement_benefit,
    ),
    Criterion(
        "early-pension",
        N_("Early pension never used"),
        ("early-pension", "situation"),
        (TARGET_GROUP, Source(LSP, "§ 26 g")),
        early_pension_never_used,
        own_business_sources=(Source(LAB, "§ 126, stk. 1, nr. 3"), Source(BEK_SELF_EMPLOYED, "§ 1, stk. 1, nr. 6")),
    ),
)
