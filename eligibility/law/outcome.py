"""What the answers suggest."""

from enum import StrEnum

from fleksjob_site.kernel.text import N_


class Outcome(StrEnum):
    """What the answers suggest. Never that somebody qualifies: only the municipality decides."""

    NOT_WITH_THESE_ANSWERS = "not-with-these-answers"
    OTHER_RULES = "other-rules"
    IN_SCHEME = "in-scheme"
    MUST_CLARIFY = "must-clarify"
    POINTS_TOWARDS = "points-towards"

    @property
    def heading(self) -> str:
        """The outcome in words (message id)."""
        return _HEADINGS[self]


_HEADINGS = {
    Outcome.POINTS_TOWARDS: N_("Your answers suggest that you may be in the target group"),
    Outcome.MUST_CLARIFY: N_("The municipality must find something out before it can decide"),
    Outcome.NOT_WITH_THESE_ANSWERS: N_("Your answers don't point to a flexi-job right now"),
    Outcome.OTHER_RULES: N_("Other rules apply to you"),
    Outcome.IN_SCHEME: N_("You are already in the scheme"),
}
