"""What the visits of every page have really looked at, and what they found: the last line of the suite."""

from dataclasses import dataclass


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
