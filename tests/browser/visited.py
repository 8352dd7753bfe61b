"""What the visits of every page have checked and found: the last line of the suite."""

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
"""Each finished look, with its number of violations."""

BESIDE: list[str] = []
"""Faults of a page independent of the look: errors on the console, invalid HTML."""


SAID: list[str] = []
"""Figures for the report: page weights, scores."""


def told(looks: dict[Look, int], beside: list[str], said: list[str]) -> str:
    """All of it as text, for another process."""
    return json.dumps([[(*astuple(look), count) for look, count in looks.items()], beside, said])


def take_over(text: str, looks: dict[Look, int], beside: list[str], said: list[str]) -> None:
    """Add the report of another process."""
    more_looks, more_beside, more_said = json.loads(text)
    looks |= {Look(*what): count for *what, count in more_looks}
    beside += more_beside
    said += more_said


def last_line(looks: dict[Look, int], beside: list[str]) -> str:
    """The number of pages, states, languages, widths and modes visited, counted from the looks."""
    widths = ", ".join(map(str, sorted({look.width for look in looks})))
    languages = {look.language for look in looks}
    # A mode that was visited in only one language names it.
    seen_in: dict[str, set[str]] = {}
    for look in looks:
        seen_in.setdefault(look.mode, set()).add(look.language)
    modes = [mode if seen == languages else f"{mode} in {', '.join(sorted(seen))}" for mode, seen in seen_in.items()]
    return (
        f"{len({look.page for look in looks})} pages in {len({look.state for look in looks})} states"
        f" × {_counted(languages, 'language')}"
        f" × {_counted({look.width for look in looks}, 'width')} ({widths} px)"
        f" × {_counted(modes, 'mode')} ({', '.join(modes)}): {_counted([*range(len(looks))], 'look')},"
        f" {_counted([*range(sum(looks.values()) + len(beside))], 'violation')}"
    )


def _counted(things: set[str] | set[int] | list[str] | list[int], name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"


# A definition that is open lies over the page, and over the menu if that is opened by force as well.
OPEN_ALL = """(() => {
  const lying = document.querySelector(":popover-open");
  document.querySelectorAll("details").forEach(details => { details.open = !(lying && details.matches(".menu")) });
})()"""
