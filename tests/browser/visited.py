"""What the visits of every page have really looked at, and what they found: the last line of the suite."""

import json
from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """One page in one state, language, width in pixels, and mode such as dark."""

    page: str
    state: str
    language: str
    width: int
    mode: str


LOOKS: dict[Look, int] = {}
"""Each look that was finished, and how many violations it found."""

BESIDE: list[str] = []
"""What was found of a page whatever its look: faults on the console, HTML that is not valid."""


def told(looks: dict[Look, int], beside: list[str]) -> str:
    """All of it as text, for another process."""
    return json.dumps({"looks": [(*astuple(look), count) for look, count in looks.items()], "beside": beside})


def take_over(text: str | None, looks: dict[Look, int], beside: list[str]) -> None:
    """Add what another process has told, if anything."""
    more = json.loads(text or '{"looks": [], "beside": []}')
    looks |= {Look(*what): count for *what, count in more["looks"]}
    beside += more["beside"]


def last_line(looks: dict[Look, int], beside: list[str]) -> str:
    """How many pages, states, languages, widths and modes were looked at, as counted from the looks themselves."""
    widths = ", ".join(map(str, sorted({look.width for look in looks})))
    modes = list(dict.fromkeys(look.mode for look in looks))
    return (
        f"{len({look.page for look in looks})} pages in {len({look.state for look in looks})} states"
        f" × {_counted({look.language for look in looks}, 'language')}"
        f" × {_counted({look.width for look in looks}, 'width')} ({widths} px)"
        f" × {_counted(modes, 'mode')} ({', '.join(modes)}): {_counted([*range(len(looks))], 'look')},"
        f" {_counted([*range(sum(looks.values()) + len(beside))], 'violation')}"
    )


def _counted(things: set[str] | set[int] | list[str] | list[int], name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"
