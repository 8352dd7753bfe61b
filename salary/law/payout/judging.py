"""What a check of payouts cannot judge, and what follows if too much was paid, each with the rule on it."""

from __future__ import annotations

from fleksjob_site.kernel.law import BEK_SUBSIDY, LAB, RSL
from fleksjob_site.kernel.practice import DECISION_27_23, DECISION_39_19
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.statement import Statement
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Text

CANNOT_JUDGE: tuple[Statement, ...] = (
    Statement(
        Text(
            N_(
                "Whether the wage ceiling itself is right. We use the one you enter. Ask your employer whether "
                "pension, supplements and holiday pay are in it."
            )
        ),
        (Source(BEK_SUBSIDY, "§ 12, stk. 1-2"), Source(BEK_SUBSIDY, "§ 13, stk. 1")),
    ),
    Statement(
        Text(N_("Bonus and other pay for several months, where it is not clear which months it was earned in.")),
        (Source(BEK_SUBSIDY, "§ 3, stk. 4"), Source(DECISION_27_23, "", Status.PRACTICE)),
    ),
    Statement(
        Text(
            N_(
                "Gifts and other benefits where it is not clear whether they are wage. You can enter taxed benefits in "
                "kind."
            )
        ),
        (Source(DECISION_39_19, "", Status.PRACTICE), Source(DECISION_27_23, "", Status.PRACTICE)),
    ),
    Statement(
        Text(N_("Which month the surplus of a side business belongs to. You can enter it for a month.")),
        (Source(BEK_SUBSIDY, "§ 1, stk. 1, nr. 3"), Source(BEK_SUBSIDY, "§ 3, stk. 5")),
    ),
    Statement(
        Text(N_("Two flexi-jobs with a wage ceiling each: the rules do not say which of them counts.")),
        (Source(LAB, "§ 123, stk. 3"), Source(BEK_SUBSIDY, "§ 3, stk. 5")),
    ),
    Statement(
        Text(N_("Parental benefit (barselsdagpenge) that you lost or asked for too late: there is no rule on it.")),
        (Source(BEK_SUBSIDY, "§ 9"),),
    ),
    Statement(
        Text(N_("Wage earned on a ship in the international register (DIS), which is converted first.")),
        (Source(BEK_SUBSIDY, "§ 1, stk. 2"),),
    ),
    Statement(
        Text(
            N_(
                "Three wage payments in one month, where you are paid every 14 days. The rules do not say how they "
                "are shared out."
            )
        ),
        (Source(BEK_SUBSIDY, "§ 4, stk. 1"),),
    ),
    Statement(
        Text(
            N_(
                "A payment that corrects an earlier month, or that rests on a wage the municipality only expected. "
                "Then a single month can look wrong although all months together are right."
            )
        ),
        (Source(BEK_SUBSIDY, "§ 4, stk. 2-4"), Source(BEK_SUBSIDY, "§ 3, stk. 4")),
    ),
)
"""Shown before and after the check. The decisions were read as retold by others."""

TOO_MUCH: tuple[Statement, ...] = (
    Statement(
        Text(
            N_(
                "You must pay money back only if you knew you were not entitled to it, or if you held something back "
                "that you knew you had to report."
            )
        ),
        (Source(LAB, "§ 125, stk. 1"),),
    ),
    Statement(
        Text(
            N_(
                "But the municipality must adjust the subsidy when your income turns out to be different. Then you "
                "may get less in the months after, even if you knew nothing about it."
            )
        ),
        (Source(BEK_SUBSIDY, "§ 4, stk. 2"), Source(BEK_SUBSIDY, "§ 4, stk. 4", Status.READING)),
    ),
    Statement(
        Text(
            N_(
                "Pay for several months' work is an exception. What can't be set off in the following months must be "
                "paid back."
            )
        ),
        (Source(LAB, "§ 125, stk. 3"),),
    ),
    Statement(
        Text(
            N_(
                "You have a duty to tell the municipality about changes that may matter, and about your own pension "
                "and the employer's. So tell it if something is not right."
            )
        ),
        (Source(RSL, "§ 11, stk. 2"), Source(LAB, "§ 123, stk. 2")),
    ),
)
"""What follows if a check shows that too much was paid; shown before the check and before the letter."""
