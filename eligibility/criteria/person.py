"""Conditions on the person: age, and the benefits that exclude a fleksjob."""

from datetime import date

from eligibility.criteria.criterion import Criterion, Judgement, for_the_municipality, met, not_met
from eligibility.pension_age import cohort_of, pension_month
from eligibility.questions.question import TARGET_GROUP, Answers
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import ALL, BEK_PENSION, FLEKSYDELSE, LSP, Source
from fleksjob_site.kernel.text import N_, Value


def below_pension_age(answers: Answers, on: date) -> Judgement | None:
    """Met before the month in which state pension age is reached, not met after it."""
    birth = answers.get("birth-month")
    if birth is None:
        return None
    if not isinstance(birth, Month):
        return for_the_municipality(
            N_("You have not said when you were born."), N_("Tell the month and year you were born in.")
        )
    limit, cohort = pension_month(birth), cohort_of(birth)
    values: dict[str, Value] = {"birth": birth, "limit": limit, "years": cohort.years}
    if Month.of(on) < limit:
        # Only the past groups have half years, but an act may bring them back.
        half = N_("You were born in {birth} and reach state pension age at {years}½, in {limit}.")
        whole = N_("You were born in {birth} and reach state pension age at {years}, in {limit}.")
        return met(half if cohort.months else whole, values)
    if Month.of(on) == limit:
        return for_the_municipality(
            N_("You were born in {birth} and reach state pension age this month. The day decides."),
            N_("The municipality knows the day you were born."),
            values,
        )
    return not_met(
        N_("You were born in {birth} and reached state pension age in {limit}."),
        N_("Nothing changes this, unless the month or the year is mistyped."),
        values,
    )


def no_pension_paid_out(answers: Answers, on: date) -> Judgement | None:
    """Neither førtidspension nor seniorpension is paid out."""
    match answers.get("benefit"):
        case None:
            return None
        case "disability-pension":
            return not_met(
                N_("Disability pension is paid out to you."),
                N_(
                    "The pension can be put at rest when you go over to a flexi-job, and resumed later. Ask the "
                    "municipality before you change anything."
                ),
            )
        case "disability-pension-at-rest":
            return for_the_municipality(
                N_("You have a disability pension that is at rest."),
                N_("The municipality must say what your pension at rest means for a flexi-job."),
            )
        case "senior-pension":
            return not_met(
                N_("Senior pension is paid out to you."),
                N_(
                    "You can ask for the pension to be put at rest. Ask what that means for you before you change "
                    "anything."
                ),
            )
        case "unknown":
            return for_the_municipality(
                N_("You don't know whether a pension is paid out to you."),
                N_("The letter about your payment says what it is."),
            )
        case _:
            return met(N_("Neither disability pension nor senior pension is paid out to you."))


def no_other_early_exit(answers: Answers, on: date) -> Judgement | None:
    """Efterløn stops while one is covered by the fleksjob rules; fleksydelse and a fleksjob exclude each other."""
    match answers.get("benefit"):
        case "efterlon":
            return met(
                N_(
                    "You get early retirement benefit (efterløn). It is no bar, but its payment stops while "
                    "you are covered by the flexi-job rules."
                )
            )
        case "fleksydelse":
            return for_the_municipality(
                N_("You get fleksydelse. You can't have it and a flexi-job at the same time."),
                N_("You would have to choose. Ask the municipality what leaving fleksydelse means for you."),
            )
        case _:
            return None


def early_pension_never_used(answers: Answers, on: date) -> Judgement | None:
    """The right to tidlig pension has not been used; it is not asked of those too young to have had it."""
    match answers.get("early-pension"):
        case "no":
            return met(N_("You have never been paid early pension."))
        case "yes":
            return not_met(
                N_("You have been paid early pension. Whoever has used that right is outside the scheme."),
                N_("Nothing in the law changes this once the right has been used."),
            )
        case "unknown":
            return for_the_municipality(
                N_("You don't know whether you have been paid early pension."),
                N_("Udbetaling Danmark can tell you."),
            )
        case _ if "situation" in answers:
            return met(N_("You are too young to have been paid early pension."))
        case _:
            return None


PERSON = (
    Criterion("pension-age", N_("Below state pension age"), (TARGET_GROUP, Source(LSP, "§ 1 a")), below_pension_age),
    Criterion(
        "no-pension",
        N_("No disability pension or senior pension paid out"),
        (TARGET_GROUP, Source(BEK_PENSION, "§ 7"), Source(LSP, "§ 26 e")),
        no_pension_paid_out,
    ),
    Criterion(
        "no-early-exit",
        N_("No other benefit that excludes a flexi-job"),
        (Source(ALL, "§ 74 c, stk. 5"), Source(FLEKSYDELSE, "§ 20, stk. 1")),
        no_other_early_exit,
    ),
    Criterion(
        "early-pension",
        N_("Early pension never used"),
        (TARGET_GROUP, Source(LSP, "§ 26 g")),
        early_pension_never_used,
    ),
)
