"""The guides: their titles, their order, and their URLs."""

from collections.abc import Iterable
from itertools import groupby

from fleksjob_site.kernel.text import N_
from fleksjob_site.pages.citizens_guides import CITIZENS
from fleksjob_site.pages.guide import Guide, Stage

EMBEDDING = "embedding"
"""The page that shows a calculator in a frame, and the code for it."""
_ORDER = list(Stage)

GUIDES = (
    *sorted(CITIZENS, key=lambda chapter: _ORDER.index(chapter.stage)),
    Guide(
        "for-employers",
        N_("for-employers/"),
        "employers",
        N_("Employing somebody in a flexi-job"),
        N_("You pay for the work that gets done. The municipality pays the employee a subsidy on top."),
        N_(
            "What a flexi-job means for an employer: what you pay, the steps before hiring, the contract, and the"
            " full-time wage you must state."
        ),
        stage=Stage.OTHERS,
    ),
    Guide(
        "during-the-job",
        N_("during-the-job/"),
        "employers",
        N_("When you have somebody in a flexi-job"),
        N_(
            "A flexi-job changes over time. Talk often, adapt the job in time, and call the municipality before a"
            " problem grows."
        ),
        N_(
            "For employers: adapting the job, help from the municipality, regular talks, more hours, illness, "
            "problems, and what to report."
        ),
        stage=Stage.OTHERS,
    ),
    Guide(
        "for-the-municipality",
        N_("for-the-municipality/"),
        "",
        N_("For people who work in the municipality"),
        N_("How to use the site in a meeting, what it does not do, and where the rules are uncertain."),
        N_(
            "For municipal staff: using the site in a meeting, rules by date, comparing cases, the API, its "
            "limits, and open points in the rules."
        ),
        stage=Stage.OTHERS,
    ),
    Guide(
        "api-docs",
        N_("api-guide/"),
        "",
        N_("The API for developers"),
        N_("Your own program can get the same amounts, questions and dates. You need no sign-up and no key."),
        N_(
            "For developers: every call in the open API, with its fields, a sample answer, and code in curl, Python "
            "and JavaScript."
        ),
        stage=Stage.OTHERS,
    ),
    Guide(
        "words",
        N_("word-list/"),
        "",
        N_("Word list"),
        N_(
            "What the words in a flexi-job case mean, in Danish and in English. Where no source gives an English "
            "word, we say that it is our own."
        ),
        N_(
            "The words of the Danish flexi-job scheme (fleksjob) in plain English: each with its Danish word and "
            "its source."
        ),
        stage=Stage.LOOK_UP,
    ),
    Guide(
        "rates",
        N_("rates/"),
        "",
        N_("Rates and sources"),
        N_("Every rate since 2013 with its source, and the acts and executive orders that the site is based on."),
        N_("The rates of the flexi-wage subsidy for every year since 2013, with sources, as a table and as files."),
        stage=Stage.LOOK_UP,
    ),
    Guide(
        "ready-texts",
        N_("texts-to-send/"),
        "",
        N_("Texts you can send"),
        N_("Short texts in Danish for the municipality, your employer and somebody to bring along. Copy and fill in."),
        N_(
            "Texts to copy for a flexi-job (fleksjob) case: ask the municipality, ask for the full-time wage, bring "
            "someone, ask for an interpreter."
        ),
        stage=Stage.LOOK_UP,
    ),
    Guide(
        "work-trial-diary",
        N_("diary-of-a-work-trial/"),
        "",
        N_("Diary of a work trial"),
        N_("A sheet to print and fill in, so that the municipality can see how the days really were."),
        N_(
            "A sheet to print for a work trial (virksomhedspraktik): date, hours, tasks, breaks, pace, and how you "
            "felt the day after."
        ),
        stage=Stage.LOOK_UP,
    ),
    Guide(
        "trust",
        N_("how-far-can-i-trust-this/"),
        "",
        N_("How far can I trust this?"),
        N_("What we have checked, what the site does not cover, and what nobody can say for sure."),
        N_(
            "Published examples next to our own figures, what is not covered, what no source settles, and figures "
            "that circulate and are not right."
        ),
        stage=Stage.THE_SITE,
    ),
    Guide(
        EMBEDDING,
        N_("show-the-calculator/"),
        "",
        N_("Show the calculator on your own website"),
        N_("Municipalities, unions and others can show the calculators on their own pages with a few lines of code."),
        N_(
            "Code for showing the flexi-wage subsidy calculator or the payout check on your own website, with a "
            "preview. No cookies, and nothing is kept."
        ),
        stage=Stage.THE_SITE,
    ),
    Guide(
        "privacy",
        N_("privacy/"),
        "",
        N_("Your privacy"),
        N_("The site does not keep your answers. They stay in your own browser, and you can delete them at any time."),
        N_(
            "Sealed cookies in your own browser, no login, no name, no CPR number, no statistics. How to "
            "delete your answers."
        ),
        stage=Stage.THE_SITE,
    ),
    Guide(
        "was",
        N_("was/"),
        "",
        N_("Accessibility statement"),
        N_(
            "How accessible this website is, how it was tested, and what you can do if something does not work for you."
        ),
        N_(
            "Accessibility statement for this website about flexi-jobs (fleksjob): status, tests, contact and where "
            "to complain."
        ),
        stage=Stage.THE_SITE,
    ),
    Guide(
        "about",
        N_("about/"),
        "",
        N_("About the site and where to get help"),
        N_("What this site is, who runs it, and who can help you with your case."),
        N_(
            "What this guide to flexi-jobs (fleksjob) is, who is behind it, how to report an error, and where you can "
            "get help and advice."
        ),
        stage=Stage.THE_SITE,
    ),
    Guide(
        "all-pages",
        N_("all-pages/"),
        "",
        N_("All guides and pages"),
        N_("Everything on the site in one list. The guides come first, in the order you need them."),
        N_(
            "Every page of the fleksjob guide in one list: the guides in the order you need them, the calculators, "
            "the texts, the word list and the rates."
        ),
        stage=Stage.THE_SITE,
    ),
)
"""All guides, those of one part in the order they are read, which is that of the stages."""

BY_KEY = {guide.key: guide for guide in GUIDES}


def by_stage(guides: Iterable[Guide]) -> list[tuple[Stage, list[Guide]]]:
    """The guides in the groups that they are listed in."""
    return [(stage, list(group)) for stage, group in groupby(guides, key=lambda guide: guide.stage)]
