"""What an employer does from the first talk to the first years of a flexi-job, in order (LAB §§ 119-124)."""

from __future__ import annotations

from datetime import date

from fleksjob_site.kernel.law import BEK_EFFORT, BEK_SUBSIDY, COMPENSATION, DISCRIMINATION, LAB, SICKNESS
from fleksjob_site.kernel.practice import HEDENSTED, STAR_EMPLOYERS
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_
from salary.law.employer_step import EmployerStep, Stage

_STAR = Source(STAR_EMPLOYERS, "", Status.PRACTICE)

EMPLOYER_STEPS = (
    EmployerStep(
        "grant",
        Stage.BEFORE,
        N_("Ask whether the person has been granted a flexi-job"),
        N_(
            "Only someone whom the municipality has granted a flexi-job can be hired in one. Without a grant, the two "
            "of you can't agree on one yourselves. Ask the person or, if they agree to it, the municipality."
        ),
        (Source(LAB, "§ 117, stk. 1"),),
    ),
    EmployerStep(
        "call",
        Stage.BEFORE,
        N_("Call the municipality"),
        N_("Say what the job is, and when you would like to start. Ask who helps employers with flexi-jobs."),
        (_STAR,),
    ),
    EmployerStep(
        "try-out",
        Stage.BEFORE,
        N_("Try it out, if you are in doubt"),
        N_(
            "A [work placement (*virksomhedspraktik*)](term:virksomhedspraktik) can show which tasks and hours fit. "
            "You may use it, but you don't have to. The municipality can tell you whether it is possible."
        ),
        (Source(LAB, "§§ 57-61"), _STAR),
    ),
    EmployerStep(
        "vitas",
        Stage.BEFORE,
        N_("Apply in VITAS"),
        N_(
            "VITAS is the digital service where employers apply. You must use it, and the municipality can help you. "
            "There is no fixed deadline for an answer about a flexi-job, so apply early. [Go to VITAS](to:vitas)."
        ),
        (
            Source(BEK_EFFORT, "§ 136, stk. 1, nr. 4"),
            Source(BEK_EFFORT, "§ 136, stk. 3"),
            Source(BEK_EFFORT, "§ 136, stk. 5"),
        ),
    ),
    EmployerStep(
        "have-ready",
        Stage.BEFORE,
        N_("Have this ready for VITAS"),
        N_(
            "We have not seen a source that lists what VITAS asks for. Under the rules, these must be known: the "
            "tasks, the hours a week, the considerations, the first day, the wage, and the full-time wage."
        ),
        (
            Source(LAB, "§ 122, stk. 2", Status.READING),
            Source(LAB, "§ 123, stk. 3", Status.READING),
        ),
    ),
    EmployerStep(
        "assessment",
        Stage.BEFORE,
        N_("Get the assessment of hours and pace"),
        N_(
            "The municipality must make it as soon as it can. It says how many hours the person can work in this job, "
            "and at what pace. Your agreement is based on it."
        ),
        (Source(LAB, "§ 122, stk. 2"),),
    ),
    EmployerStep(
        "wait",
        Stage.AGREEMENT,
        N_("Don't sign until you have the assessment"),
        N_(
            "The agreement is based on the municipality's assessment of hours and pace. The law does not say outright "
            "that you must wait. This is our advice."
        ),
        (Source(LAB, "§ 122, stk. 2", Status.READING),),
    ),
    EmployerStep(
        "contract",
        Stage.AGREEMENT,
        N_("Make the agreement in writing"),
        N_(
            "A contract of employment as for everybody else, and a supplementary agreement on tasks, considerations "
            "and follow-up."
        ),
        (Source(LAB, "§ 122, stk. 3"), Source(LAB, "§ 122, stk. 4"), _STAR),
    ),
    EmployerStep(
        "full-time-wage",
        Stage.AGREEMENT,
        N_("State the full-time wage"),
        N_(
            "You must tell the municipality what full time would pay. A figure that is too low can cost your employee "
            "money. [Add it up](page:employer-full-time-wage)"
        ),
        (Source(LAB, "§ 123, stk. 3"), Source(BEK_SUBSIDY, "§ 12, stk. 1-4")),
    ),
    EmployerStep(
        "copies",
        Stage.AGREEMENT,
        N_("Send copies only if your employee agrees"),
        N_("The municipality and the union get a copy of the agreement if that is agreed with the employee."),
        (Source(LAB, "§ 122, stk. 3"), Source(LAB, "§ 122, stk. 4")),
    ),
    EmployerStep(
        "adapt",
        Stage.FIRST_WEEKS,
        N_("Adapt the job from the first day"),
        N_(
            "Agree on breaks, tasks, the place and aids, and ask the municipality what it can pay for. If the "
            "employee has a disability, it can be your duty. [Help you can get](page:during-the-job)"
        ),
        (
            Source(DISCRIMINATION, "§ 2 a"),
            Source(COMPENSATION, "§ 4"),
            Source(COMPENSATION, "§ 5, stk. 1, nr. 3"),
            _STAR,
        ),
        months=(0,),
    ),
    EmployerStep(
        "illness",
        Stage.FIRST_WEEKS,
        N_("Agree on what happens during illness"),
        N_(
            "When and how to report illness, and whether a section 56 agreement (*§ 56-aftale*) can be made. With "
            "one, the municipality refunds you from the first day, but only for absence due to the illness it covers, "
            "and no more than the sickness benefit. Your employee must have been with you for 8 weeks and have worked "
            "at least 74 hours in that time. The agreement is made for two years at a time."
        ),
        (Source(SICKNESS, "§ 30, stk. 2"), Source(SICKNESS, "§ 35, stk. 1"), Source(SICKNESS, "§ 56, stk. 1-4")),
    ),
    EmployerStep(
        "talks",
        Stage.FOLLOW_UP,
        N_("Talk about how things are going"),
        N_("At first for example every other month: hours, tasks, pace, help. Write down what you agree on."),
        (_STAR,),
        months=(2, 4, 6, 12),
    ),
    EmployerStep(
        "new-figure",
        Stage.FOLLOW_UP,
        N_("Look at the full-time wage once a year"),
        N_(
            "We advise you to send the municipality a new figure each time the pay or a supplement changes. At least "
            "one municipality asks employers to do so."
        ),
        (Source(LAB, "§ 123, stk. 3", Status.READING), Source(HEDENSTED, "", Status.PRACTICE)),
        months=(12, 24, 36, 48),
    ),
    EmployerStep(
        "municipality",
        Stage.FOLLOW_UP,
        N_("The municipality follows up"),
        N_("After 2½ years, and then every 2½ years, it meets the employee. It brings you in if needed."),
        (Source(LAB, "§ 121, stk. 1"),),
        months=(30, 60),
    ),
    EmployerStep(
        "status",
        Stage.FOLLOW_UP,
        N_("The assessment after 4½ years"),
        N_(
            "With a grant of five years the municipality assesses whether your employee can work on ordinary terms. "
            "The date fits if the grant began with this job. Nothing ends by itself."
        ),
        (Source(LAB, "§ 121, stk. 3-4"),),
        months=(54,),
    ),
    EmployerStep(
        "new-assessment",
        Stage.CHANGES,
        N_("More or fewer hours"),
        N_(
            "If you both agree that the capacity has changed, ask the municipality together for a new assessment. Your "
            "employee must tell it if the hours go down."
        ),
        (Source(LAB, "§ 122, stk. 2"), Source(LAB, "§ 121, stk. 2")),
    ),
    EmployerStep(
        "dismissal",
        Stage.CHANGES,
        N_("Before a dismissal"),
        N_(
            "Call the municipality first, and look for another way together. A dismissal follows the same rules and "
            "collective agreements as for everybody else."
        ),
        (Source(LAB, "§ 122, stk. 3-5", Status.READING), Source(DISCRIMINATION, "§ 2 a"), _STAR),
    ),
)
"""The list, in order; one wording for the page, the guide and the calendar file."""

BY_STAGE = {stage: tuple(step for step in EMPLOYER_STEPS if step.stage is stage) for stage in Stage}


def dated(first_day: date) -> tuple[tuple[date, EmployerStep], ...]:
    """What falls on a day, in order of time."""
    found = [(day, step) for step in EMPLOYER_STEPS for day in step.days(first_day)]
    return tuple(sorted(found, key=lambda entry: entry[0]))
