"""How certain a statement or a figure is."""

from __future__ import annotations

from enum import StrEnum

from fleksjob_site.kernel.text import N_


class Status(StrEnum):
    """How certain a rule or a figure is; rate files use these values."""

    LAW = "law"
    PRACTICE = "practice"
    READING = "reading"
    PRINTED_IN_LAW = "printed-in-law"
    COMPUTED_BY_LAW = "computed-by-law"
    COMPUTED_BY_LAW_AND_PRINTED = "computed-by-law-and-printed"
    PRINTED_BY_MINISTRY = "printed-by-ministry"
    PRINTED_BY_CALCULATOR = "printed-by-calculator"
    PRINTED_BY_MUNICIPALITY = "printed-by-municipality"
    PRINTED_ELSEWHERE = "printed-elsewhere"
    DRAFTED = "drafted"

    @property
    def label(self) -> str:
        """What pages show (message id)."""
        return _STATUS_LABELS[self]


_STATUS_LABELS = {
    Status.LAW: N_("read in the law"),
    Status.PRACTICE: N_("practice, not law"),
    Status.READING: N_("our reading of the law, not confirmed"),
    Status.PRINTED_IN_LAW: N_("printed in law"),
    Status.COMPUTED_BY_LAW: N_("calculated by law"),
    Status.COMPUTED_BY_LAW_AND_PRINTED: N_("calculated by law and printed"),
    Status.PRINTED_BY_MINISTRY: N_("printed by the ministry"),
    Status.PRINTED_BY_CALCULATOR: N_("printed by the official calculator"),
    Status.PRINTED_BY_MUNICIPALITY: N_("printed by a municipality"),
    Status.PRINTED_ELSEWHERE: N_("printed elsewhere"),
    Status.DRAFTED: N_("drafted, not yet published"),
}
