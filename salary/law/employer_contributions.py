"""What an employer pays besides the wage: the yearly contributions for each full-time employee (samlet betaling)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel, RootModel

from fleksjob_site.kernel.data_file import read_toml
from fleksjob_site.kernel.text import N_, Kroner
from salary.law.figure import STRICT, Figure, NamedFigure

CONTRIBUTION_LABELS = {
    "aub_year": N_("Training fund (AUB)"),
    "fib_year": N_("Financing contribution (finansieringsbidrag)"),
    "barsel_year": N_("Parental leave fund (Barsel.dk)"),
}
"""What each contribution is called (message ids), in the order that pages show them."""


class Contributions(BaseModel):
    """The contributions of one calendar year, kr. for each full-time employee."""

    model_config = STRICT

    aub_year: Figure
    fib_year: Figure
    barsel_year: Figure

    def figures(self) -> tuple[NamedFigure, ...]:
        """Each contribution with its label and source."""
        return tuple(
            NamedFigure(key, label, Kroner(getattr(self, key).amount), getattr(self, key))
            for key, label in CONTRIBUTION_LABELS.items()
        )


class _ByYear(RootModel[dict[str, Contributions]]):
    model_config = {"frozen": True, "strict": True}


def _by_year(data: dict[str, Any]) -> dict[int, Contributions]:
    return {int(year): contributions for year, contributions in _ByYear.model_validate(data).root.items()}


_YEARS = read_toml(Path(__file__).parent / "employer_contributions.toml", _by_year)


def contributions_of(year: int) -> tuple[int, Contributions] | None:
    """The contributions of a year, and the year they were set for: the newest known one before it; None before all."""
    known = max((known for known in _YEARS if known <= year), default=None)
    return None if known is None else (known, _YEARS[known])
