"""Who decides, how long it takes, and how to appeal."""

from eligibility.law.advice import Advice
from fleksjob_site.kernel.law import BEK_APPEAL, LAB, RSL
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_, Text

DECISION = (
    Advice(
        Text(N_("The municipality where you live or usually stay decides.")),
        (Source(RSL, "§ 9, stk. 1"),),
    ),
    Advice(
        Text(
            N_(
                "No act says how long it may take. Each municipality sets its own limit and must publish it. If it "
                "can't keep it, it must write to you and say when you can expect a decision."
            )
        ),
        (Source(RSL, "§ 3, stk. 2"),),
    ),
)

APPEAL = (
    Advice(
        Text(N_("You can appeal within four weeks of the day you got the decision.")),
        (Source(RSL, "§ 67"), Source(LAB, "§ 204")),
    ),
    Advice(
        Text(
            N_(
                "Send the appeal to the municipality. It looks at its decision again within four weeks. If it does "
                "not change it, it sends the appeal on to the National Social Appeals Board (Ankestyrelsen)."
            )
        ),
        (Source(RSL, "§ 66"), Source(BEK_APPEAL, "§ 11")),
    ),
    Advice(
        Text(
            N_("Is it urgent? Say why. If your appeal is urgent, the municipality must look at its decision at once.")
        ),
        (Source(BEK_APPEAL, "§ 11, stk. 5"),),
    ),
    Advice(
        Text(
            N_(
                "If you win only in part, tell the municipality within four weeks that you maintain your appeal. It "
                "then sends the rest on within 14 days."
            )
        ),
        (Source(BEK_APPEAL, "§ 12"),),
    ),
    Advice(
        Text(N_("The decision applies while the appeal is being considered.")),
        (Source(RSL, "§ 72, stk. 1"),),
    ),
)

PAY_DISPUTES = Advice(
    Text(
        N_(
            "If it is about your pay or your terms at work, ask your union. Such disputes are settled in the labour "
            "court system, not by the National Social Appeals Board (Ankestyrelsen). Without a collective agreement, "
            "the same applies if there is a comparable one and you or your employer demands it."
        )
    ),
    (Source(LAB, "§ 122, stk. 3-4"),),
)
"""Shown to those who have a fleksjob."""
