"""What a guide is."""

from dataclasses import dataclass
from enum import Enum

from fleksjob_site.kernel.text import N_


class Stage(Enum):
    """Where a reader stands: the groups of guides, in the order that every list of them has."""

    BEFORE = N_("Before the municipality has decided")
    GRANTED = N_("When the municipality has said yes")
    IN_THE_JOB = N_("When you are in a flexi-job")
    RIGHTS = N_("Your rights")
    OTHERS = N_("For employers and the municipality")
    LOOK_UP = N_("Word list, rates and texts")
    THE_SITE = N_("About the site")


@dataclass(frozen=True, slots=True)
class Guide:
    """A page of the site that is the same for everybody; all texts are message ids.

    `key` names the URL pattern and the template, `part` the guide it is a chapter of, `stage` the group it is listed
    in. `affected_by_new_act` is True if the main act expected in 2027 is likely to change the rules that it describes.
    """

    key: str
    slug: str
    part: str
    title: str
    lead: str
    description: str
    affected_by_new_act: bool = False
    stage: Stage = Stage.BEFORE

    @property
    def template(self) -> str:
        return f"guides/{self.key.replace('-', '_')}.html"
