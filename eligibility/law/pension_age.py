"""State pension age (folkepensionsalderen) by month of birth, read from pension_age.toml when the site starts."""

from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.data_file import read_toml
from fleksjob_site.kernel.law import LSP, PENSION_AGE_2025
from fleksjob_site.kernel.source import Source

_DOCUMENTS = {document.short: document for document in (LSP, PENSION_AGE_2025)}
AGE_MAY_RISE_FROM = Month(1971, 1)
"""People born in this month or later are in the open-ended last group; a later act may raise their age (§ 1 a)."""

_FILE = Path(__file__).with_suffix(".toml")


class Cohort(BaseModel):
    """People born in the same span of months, both ends included, and the age the act gives them."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    born_from: str = "0001-01"
    born_to: str = "9999-12"
    years: int = Field(ge=60, le=80)
    months: int = Field(ge=0, le=11)
    law: Literal["LSP", "lov 703/2025"]
    paragraph: str
    checked: date

    @property
    def source(self) -> Source:
        return Source(_DOCUMENTS[self.law], self.paragraph)

    def covers(self, birth: Month) -> bool:
        return Month.parse(self.born_from) <= birth <= Month.parse(self.born_to)


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    cohort: list[Cohort] = Field(min_length=1)

    @model_validator(mode="after")
    def _leaves_no_gap(self) -> Self:
        for earlier, later in pairwise(self.cohort):
            if Month.parse(earlier.born_to).plus(months=1) != Month.parse(later.born_from):
                raise ValueError(f"cohort has a gap or an overlap after {earlier.born_to}")
        return self


COHORTS = tuple(read_toml(_FILE, _File.model_validate).cohort)


@cache
def cohort_of(birth: Month) -> Cohort:
    """The group that somebody born in this month belongs to (LSP § 1 a)."""
    return next(cohort for cohort in COHORTS if cohort.covers(birth))


@cache
def pension_month(birth: Month) -> Month:
    """The month in which somebody born in this month reaches state pension age (LSP § 1 a)."""
    cohort = cohort_of(birth)
    return birth.plus(years=cohort.years, months=cohort.months)
