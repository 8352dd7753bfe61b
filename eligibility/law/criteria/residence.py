"""Where somebody lives: not a condition of the law, but it determines which municipality decides (RSL § 9)."""

from eligibility.law.criteria.criterion import Criterion, by_answer, for_the_municipality, met
from eligibility.law.questions.question import UNKNOWN
from fleksjob_site.kernel.law import BEK_APPEAL, RSL
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_

LIVES_IN_DENMARK = {
    "yes": met(N_("You live in Denmark, so the municipality where you live decides.")),
    "no": for_the_municipality(
        N_("You live outside Denmark. So it must be clarified which municipality decides."),
        N_(
            "If no municipality in Denmark is yours under the ordinary rules, it is the one where your employer or "
            "your own business, or its representative, is based. If none of them is based in Denmark, it is the one "
            "where you do most of your work. Sickness benefit (sygedagpenge) has rules of its own."
        ),
        brief=(
            N_("You live outside Denmark."),
            N_("It depends on where you and your employer are based."),
        ),
        sources=(Source(RSL, "§ 9, stk. 2-8"), Source(BEK_APPEAL, "§§ 8-10")),
    ),
    UNKNOWN: for_the_municipality(
        N_("You don't know whether you count as living in Denmark."),
        N_("Ask the municipality where you usually stay."),
    ),
}

RESIDENCE = Criterion(
    "lives-in-denmark",
    N_("The municipality that decides"),
    ("lives-in-denmark",),
    (Source(RSL, "§ 9, stk. 1"), Source(RSL, "§ 9, stk. 11")),
    by_answer("lives-in-denmark", LIVES_IN_DENMARK),
)
