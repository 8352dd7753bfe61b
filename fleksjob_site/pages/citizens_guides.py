"""The chapters for citizens, in the order they are read."""

from fleksjob_site.kernel.text import N_
from fleksjob_site.pages.guide import Guide, Stage

CITIZENS = (
    Guide(
        "how-it-works",
        N_("how-it-works/"),
        "citizens",
        N_("How a flexi-job works"),
        N_("The short version: who it is for, how you are paid and how long it lasts."),
        N_(
            "What a Danish flexi-job (fleksjob) is: who it is for, what it is not, how pay and subsidy work, and "
            "how long it lasts. In plain English."
        ),
    ),
    Guide(
        "the-way",
        N_("the-way/"),
        "citizens",
        N_("The way to a flexi-job"),
        N_(
            "Step by step from the first contact to your first day at work: who does what, what you may ask for, and "
            "what to bring."
        ),
        N_(
            "From the first contact to the first day in a flexi-job (fleksjob): who does what, what you may ask for "
            "and what to bring. As it is in 2026."
        ),
        affected_by_new_act=True,
    ),
    Guide(
        "until-the-decision",
        N_("until-the-decision/"),
        "citizens",
        N_("Until the municipality has decided"),
        N_(
            "Finding out takes time. This is what you live on meanwhile, how long sickness benefit lasts, and what "
            "you can do yourself."
        ),
        N_(
            "While your flexi-job (fleksjob) case is open: sickness benefit and the 22 weeks, what your employer must "
            "do, and a diary of the work trial."
        ),
        affected_by_new_act=True,
    ),
    Guide(
        "while-you-wait",
        N_("while-you-wait/"),
        "citizens",
        N_("While you wait for a flexi-job"),
        N_(
            "The municipality has said yes, but you don't have a job yet. This is what you can get, what you must"
            " do, and how you can look for a job."
        ),
        N_(
            "After a flexi-job (fleksjob) is granted: unemployment allowance (ledighedsydelse), duties, holiday, "
            "courses, the new assessment and ways to find a job."
        ),
        affected_by_new_act=True,
        stage=Stage.GRANTED,
    ),
    Guide(
        "the-job",
        N_("the-job/"),
        "citizens",
        N_("Pay and rules in the job"),
        N_(
            "In a flexi-job (*fleksjob*) your employer pays for the work you do, and the municipality adds a "
            "subsidy. This is how the two fit together, and what happens over the years."
        ),
        N_(
            "Hours and pace, wage and subsidy, the wage ceiling, what to tell the municipality, follow-up, five years "
            "and permanent flexi-job (fleksjob) at 40."
        ),
        stage=Stage.IN_THE_JOB,
    ),
    Guide(
        "disagree-about-pay",
        N_("disagree-about-pay/"),
        "citizens",
        N_("If you disagree about the pay or the capacity"),
        N_("Find out whether it is the wage or the subsidy that is wrong, and who can put it right."),
        N_(
            "Wrong pay in a flexi-job (fleksjob)? Who decides on wage, hours, pace and subsidy, what the union and "
            "the Labour Court do, and how far back."
        ),
        stage=Stage.RIGHTS,
    ),
    Guide(
        "illness-and-holiday",
        N_("illness-and-holiday/"),
        "citizens",
        N_("Illness, leave and holiday in a flexi-job"),
        N_("See what happens to the money from the municipality when you are ill, on leave or on holiday."),
        N_(
            "Flexi-job and ill, on parental leave or on holiday: what happens to the flexi-wage subsidy, sickness"
            " benefit and holiday money."
        ),
        affected_by_new_act=True,
        stage=Stage.IN_THE_JOB,
    ),
    Guide(
        "work-injury",
        N_("work-injury/"),
        "citizens",
        N_("When the cause is a work injury"),
        N_(
            "Then you may have two cases: one about compensation and one about a flexi-job (*fleksjob*). This is how "
            "they fit together."
        ),
        N_(
            "Work injury and flexi-job (fleksjob): report it in time, compensation from AES, lost earning capacity, "
            "and what it means for your subsidy."
        ),
    ),
    Guide(
        "pension-and-fund",
        N_("pension-and-unemployment-fund/"),
        "citizens",
        N_("Pension, unemployment insurance fund and early retirement"),
        N_("A yes to a flexi-job changes other schemes too. One date matters before you change anything yourself."),
        N_(
            "Flexi-job and pension, ATP, unemployment insurance fund (a-kasse) and early retirement (efterløn). Stay "
            "in your a-kasse for now: one date matters."
        ),
        stage=Stage.GRANTED,
    ),
    Guide(
        "your-rights",
        N_("your-rights/"),
        "citizens",
        N_("Your rights in the case"),
        N_(
            "The municipality must help you, hear you and give reasons. You can bring somebody with you, see your"
            " file and appeal."
        ),
        N_(
            "Flexi-job (fleksjob): guidance, a helper at meetings, your file, time limits, reasons, and how to "
            "appeal the municipality's decision step by step."
        ),
        stage=Stage.RIGHTS,
    ),
    Guide(
        "not-a-danish-citizen",
        N_("not-a-danish-citizen/"),
        "citizens",
        N_("If you are not a Danish citizen"),
        N_(
            "There is no citizenship requirement for a flexi-job (*fleksjob*). But benefits and permits have rules of "
            "their own."
        ),
        N_(
            "Flexi-job (fleksjob) for foreigners in Denmark: citizenship, residence, the half-year rule, permits, "
            "permanent residence and interpreters."
        ),
    ),
    Guide(
        "losing-it",
        N_("if-you-lose-it/"),
        "citizens",
        N_("If you lose the grant or the job"),
        N_(
            "What stops, what continues, and what you can do if the municipality says no or your employer dismisses "
            "you."
        ),
        N_(
            "A no after 2½, 4½ or five years, dismissal from a flexi-job (fleksjob), notice, unemployment allowance, "
            "and what applies while you appeal."
        ),
        affected_by_new_act=True,
        stage=Stage.IN_THE_JOB,
    ),
)
