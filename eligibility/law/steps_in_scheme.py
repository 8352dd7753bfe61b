"""What to do in a fleksjob by the present rules, and in one from before 2013."""

from eligibility.law.advice import Advice
from eligibility.law.questions.scheme import OLD_TERMS
from fleksjob_site.kernel.law import LAB, RSL
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Text

IN_SCHEME_STEPS = (
    Advice(
        Text(N_("If the five years are over and you have no new decision, ask the municipality.")),
        (Source(LAB, "§ 121, stk. 3-4"),),
    ),
    Advice(
        Text(N_("Tell the municipality if your hours go down or your terms change.")),
        (Source(LAB, "§ 121, stk. 2"),),
    ),
    Advice(
        Text(
            N_(
                "At the follow-up you talk about how things are going and whether the conditions are still met. Say "
                "what you need at work (skånehensyn)."
            )
        ),
        (Source(LAB, "§ 121, stk. 1"),),
    ),
    Advice(
        Text(
            N_(
                "If you and your employer agree that your hours or your pace have changed, you can ask the "
                "municipality together for a new assessment."
            )
        ),
        (Source(LAB, "§ 122, stk. 2"),),
    ),
)

OLD_TERMS_STEPS = (
    Advice(
        Text(N_("Tell the municipality if your hours go down or your terms change.")),
        (Source(LAB, "§ 121, stk. 2", Status.READING),),
    ),
    Advice(
        Text(
            N_(
                "Before you give notice or change jobs: a new flexi-job comes under the rules in force since 2013. "
                "Ask your union or the municipality what that means for your pay."
            )
        ),
        OLD_TERMS,
    ),
    Advice(Text(N_("Talk with the municipality if you are in doubt.")), (Source(RSL, "§ 5"),)),
)
