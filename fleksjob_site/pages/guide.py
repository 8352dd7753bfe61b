"""What a guide is."""

from dataclasses import dataclass


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
