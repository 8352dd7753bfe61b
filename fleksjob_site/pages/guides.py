"""The guides: their titles, their order, and their URLs."""

from dataclasses import dataclass

from fleksjob_site.kernel.text import N_


@dataclass(frozen=True, slots=True)
class Guide:
    """A page of the site that is the same for everybody; all texts are message ids.

    `key` names the URL pattern and the template, `part` the guide it is a chapter of. `affected_by_new_act` is True if
    the main act expected in 2027 is likely to change the rules that it describes.
    """

    key: str
    slug: str
    part: str
    title: str
    lead: str
    description: str
    affected_by_new_act: bool = False

    @property
    def template(self) -> str:
        return f"guides/{self.key.replace('-', '_')}.html"


GUIDES = (
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
            "Step by step from the first contact to your first day at work: who does what, what you may ask for, "
            "and what is good to bring."
        ),
        N_(
            "From the first contact to the first day in a flexi-job (fleksjob): who does what, what you may ask "
            "for and what is good to bring. As it is in 2026."
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
            "After the yes to a fleksjob: unemployment allowance (ledighedsydelse), your duties, holiday, courses, "
            "the new assessment and ways to find a job."
        ),
        affected_by_new_act=True,
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
            "Hours and pace, wage and subsidy, the wage ceiling, what to tell the municipality, follow-up, five "
            "years and permanent fleksjob at 40."
        ),
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
    ),
    Guide(
        "pension-and-fund",
        N_("pension-and-unemployment-fund/"),
        "citizens",
        N_("Pension, unemployment insurance fund and early retirement"),
        N_("A yes to a flexi-job changes other schemes too. One date matters before you change anything yourself."),
        N_(
            "Flexi-job and pension, ATP, unemployment insurance fund (a-kasse) and early retirement (efterløn). Wait "
            "with leaving your a-kasse: a date matters."
        ),
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
    ),
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
    ),
    Guide(
        "rates",
        N_("rates/"),
        "",
        N_("Rates and sources"),
        N_("Every rate since 2013 with its source, and the acts and orders that the site stands on."),
        N_("The rates of the flexi-wage subsidy for every year since 2013, with sources, as a table and as files."),
    ),
    Guide(
        "ready-texts",
        N_("texts-to-send/"),
        "",
        N_("Texts you can send"),
        N_("Short texts in Danish for the municipality, your employer and somebody to bring along. Copy and fill in."),
        N_(
            "Texts to copy for a case on a flexi-job (fleksjob): ask the municipality, ask for the full-time wage, "
            "bring someone, ask for an interpreter."
        ),
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
    ),
    Guide(
        "privacy",
        N_("privacy/"),
        "",
        N_("Your privacy"),
        N_("The site does not keep your answers. They lie in your own browser, and you can delete them at any time."),
        N_(
            "Sealed cookies in your own browser, no login, no name, no CPR number, no statistics. How to "
            "delete your answers."
        ),
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
            "Accessibility statement for this website about flexi-job (fleksjob): status, tests, contact and "
            "where to complain."
        ),
    ),
    Guide(
        "about",
        N_("about/"),
        "",
        N_("About the site and where to get help"),
        N_("What this site is, who runs it, and who can help you with your case."),
        N_(
            "What this guide to flexi-job (fleksjob) is, who is behind it, how to report an error, and where you "
            "can get help and advice."
        ),
    ),
)
"""All guides, those of one part in the order they are read."""

BY_KEY = {guide.key: guide for guide in GUIDES}
