"""What to do, and what to bring: the way through the municipality for each kind of case."""

from eligibility.law.advice import Advice
from eligibility.law.amounts import Amount
from eligibility.law.changes import (
    DESCRIPTION_INSTEAD_OF_PLAN,
    MUNICIPALITY_INSTEAD_OF_JOB_CENTRE,
    REPAYMENT_IN_GOOD_FAITH,
)
from fleksjob_site.kernel.law import (
    BEK_APPEAL,
    BEK_CLARIFICATION,
    BEK_EFFORT,
    BEK_FUND,
    BEK_SELF_EMPLOYED,
    LAB,
    LAS,
    LOB_REFORM,
    REFORM_2025,
    RSL,
)
from fleksjob_site.kernel.practice import APPEALS_2014, CABI_TEAM, IDA_PRACTICE, MINISTER_2025, STAR_WEBINAR
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Percent, Text

_TAKEN_OFF = Percent(30)
"""How much of the income is taken off the subsidy for self-employed people (LAB § 126, stk. 5)."""

_CONTACT = (
    Advice(
        Text(N_("Contact your municipality's job centre. You can do it in work, on sick leave or out of work.")),
        (Source(RSL, "§ 9, stk. 1"),),
        until=MUNICIPALITY_INSTEAD_OF_JOB_CENTRE,
    ),
    Advice(
        Text(N_("Contact the municipality where you live. You can do it in work, on sick leave or out of work.")),
        (
            Source(RSL, "§ 9, stk. 1"),
            Source(IDA_PRACTICE, "", Status.PRACTICE),
            Source(STAR_WEBINAR, "", Status.PRACTICE),
        ),
        since=MUNICIPALITY_INSTEAD_OF_JOB_CENTRE,
    ),
)

_DESCRIPTION = (
    Advice(
        Text(
            N_(
                "You and your caseworker write the preparatory part of a rehabilitation plan. A rehabilitation team, "
                "where you take part, then gives its recommendation before the decision."
            )
        ),
        (Source(LAB, "§ 118, stk. 1"), Source(BEK_CLARIFICATION, "§§ 2-3")),
        until=DESCRIPTION_INSTEAD_OF_PLAN,
    ),
    Advice(
        Text(
            N_(
                "When the municipality thinks that you are in the target group, it writes an overall description of "
                "your prerequisites for working (samlet beskrivelse). It must ask the region's health coordinator for "
                "advice, the minister said when the act was proposed. The act itself only says what the coordinator "
                "does when asked. You must be involved before the advice is given."
            )
        ),
        (
            Source(REFORM_2025, "§ 43"),
            Source(LOB_REFORM, "§ 15 a"),
            Source(MINISTER_2025, "", Status.PRACTICE),
            # The date, 1 July 2026, is inferred: we could not read the act's commencement clause.
            Source(STAR_WEBINAR, "", Status.READING),
        ),
        since=DESCRIPTION_INSTEAD_OF_PLAN,
    ),
)

_TO_CLARIFY = Text(
    N_(
        "The municipality finds out what you can do, often by a work placement (virksomhedspraktik). It may ask for a "
        "statement from your doctor, and it pays for it."
    )
)
_DOCTORS_STATEMENT = (
    Advice(_TO_CLARIFY, (Source(RSL, "§ 10"), Source(BEK_CLARIFICATION, "§ 4")), until=DESCRIPTION_INSTEAD_OF_PLAN),
    Advice(_TO_CLARIFY, (Source(RSL, "§ 10"), Source(BEK_APPEAL, "§ 17, stk. 1")), since=DESCRIPTION_INSTEAD_OF_PLAN),
)

STEPS = (
    *_CONTACT,
    Advice(
        Text(
            N_(
                "The municipality must look at all kinds of help. You can't demand that it looks only at a flexi-job. "
                "If it refuses to open a flexi-job case, that is a decision you can appeal."
            )
        ),
        (Source(RSL, "§ 5"), Source(APPEALS_2014, "", Status.PRACTICE)),
    ),
    *_DOCTORS_STATEMENT,
    *_DESCRIPTION,
    Advice(
        Text(
            N_(
                "If you get a yes and are out of work, you can get unemployment allowance (ledighedsydelse), which "
                "has conditions of its own. You can ask for a certificate for employers (fleksjobbevis)."
            )
        ),
        (Source(LAB, "§ 117, stk. 3"), Source(LAS, "§ 74 a")),
    ),
    Advice(
        Text(
            N_(
                "When there is a job, the employer applies in VITAS, and the municipality assesses how many hours you "
                "can work and at what pace. You and the employer base your agreement on that."
            )
        ),
        (Source(LAB, "§ 122, stk. 2"), Source(BEK_EFFORT, "§ 136, stk. 1, nr. 4")),
    ),
    Advice(
        Text(
            N_(
                "Don't leave your unemployment insurance fund (a-kasse) or stop paying for early retirement benefit "
                "(efterløn) before the first of the month after the decision. It may cost you the right to flexible "
                "retirement benefit (fleksydelse). Ask your a-kasse first."
            )
        ),
        (Source(BEK_FUND, "§ 30, stk. 4"),),
    ),
)


_TO_THE_SUBSIDY = (
    *_CONTACT,
    Advice(
        Text(N_("Ask about the subsidy for self-employed people. The municipality must look at all kinds of help.")),
        (Source(RSL, "§ 5"), Source(LAB, "§ 117, stk. 4")),
    ),
    *_DESCRIPTION,
)
_WITH_THE_SUBSIDY = (
    Advice(
        Text(
            N_(
                "The average of your two best of the last three accounting years counts. If only one year can be used, "
                "that one counts. If none can, the subsidy is DKK 0. Send the municipality a new statement each year "
                "before 1 November."
            )
        ),
        (Source(BEK_SELF_EMPLOYED, "§ 9"), Source(BEK_SELF_EMPLOYED, "§ 11, stk. 6")),
    ),
    Advice(
        Text(
            N_(
                "If your taxable income turns out to be different, the subsidy is worked out again. The municipality "
                "can then ask for money back even if you acted in good faith."
            )
        ),
        (Source(BEK_SELF_EMPLOYED, "§ 8, stk. 3"), Source(BEK_SELF_EMPLOYED, "§ 15, stk. 2, nr. 1")),
        since=REPAYMENT_IN_GOOD_FAITH,
    ),
    Advice(
        Text(
            N_(
                "If the business closes, you get unemployment allowance (ledighedsydelse) only if you have also been "
                "granted a flexi-job as an employee."
            )
        ),
        (Source(LAS, "§ 74 a, stk. 5"),),
    ),
)


def own_business_steps(year: int, highest: Amount | None) -> tuple[Advice, ...]:
    """The way to the subsidy for self-employed people (LAB § 126), with the year's highest amount where it is known."""
    return (*_TO_THE_SUBSIDY, _own_business_subsidy(year, highest), *_WITH_THE_SUBSIDY)


def _own_business_subsidy(year: int, highest: Amount | None) -> Advice:
    rules = Source(BEK_SELF_EMPLOYED, "§§ 7-8")
    if highest is None:
        text = N_(
            "If it is granted, it is paid each month. We don't know the highest amount for {year}. {percent} of what "
            "the business and other work bring in is deducted from it. The municipality works it out again each year."
        )
        return Advice(Text(text, {"year": year, "percent": _TAKEN_OFF}), (rules, Source(LAB, "§ 126, stk. 5")))
    text = N_(
        "If it is granted, it is paid each month: in {year} at most {amount} a year before tax, less {percent} of "
        "what the business and other work bring in. The municipality works it out again each year."
    )
    return Advice(Text(text, {"year": year, "amount": highest.value, "percent": _TAKEN_OFF}), (rules, highest.source))


TO_BRING = (
    Advice(Text(N_("Your result, printed or on your phone.")), (Source(RSL, "§ 4"),)),
    Advice(
        Text(N_("Notes on what has been tried, when, and how it went.")),
        (Source(LAB, "§ 118, stk. 2, nr. 2"),),
    ),
    Advice(
        Text(
            N_(
                "Notes on what you can and can't do on an ordinary day: hours, breaks, tasks, and what they cost you "
                "afterwards."
            )
        ),
        (Source(LAB, "§ 118, stk. 2, nr. 1"),),
    ),
    Advice(
        Text(
            N_(
                "Letters from doctors and hospitals, if you have them. The municipality must itself get what is "
                "missing."
            )
        ),
        (Source(RSL, "§ 10"), Source(RSL, "§ 11, stk. 1")),
    ),
    Advice(
        Text(N_("Someone to come with you (bisidder), if you like.")),
        (Source(CABI_TEAM, "", Status.PRACTICE),),
    ),
)
