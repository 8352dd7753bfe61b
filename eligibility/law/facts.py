"""The facts a situation is made of, as types: route, age, benefit, capacity, workplace and businesses."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from fleksjob_site.kernel.text import Hours, Months, Percent


class Route(StrEnum):
    """Which set of rules, and so which process at the municipality, applies."""

    FLEKSJOB = "fleksjob"
    """Asks for a fleksjob (LAB § 116)."""
    IN_SCHEME = "in-scheme"
    """Works in a fleksjob under the present rules (LAB §§ 120-121)."""
    OWN_BUSINESS = "own-business"
    """Asks for the subsidy to self-employed people (LAB § 126)."""
    OLD_TERMS = "old-terms"
    """Works in a fleksjob from before 2013 (LAB §§ 133-135)."""


class Age(StrEnum):
    """Where somebody is in relation to state pension age (LSP § 1 a)."""

    BELOW = "below"
    THIS_MONTH = "this-month"
    """Pension age is reached this month, so it depends on the day of birth."""
    PAST = "past"
    UNKNOWN = "unknown"


class Benefit(StrEnum):
    """What is paid out, or on hold, besides a fleksjob."""

    NONE = "none"
    DISABILITY_PENSION = "disability-pension"
    DISABILITY_PENSION_ON_HOLD = "disability-pension-at-rest"
    SENIOR_PENSION = "senior-pension"
    EFTERLON = "efterlon"
    FLEKSYDELSE = "fleksydelse"
    UNKNOWN = "unknown"


class Reply(StrEnum):
    """The answer to a yes-or-no question."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Alternatives(StrEnum):
    """Whether everything else has been tried (LAB § 116, stk. 3)."""

    TRIED = "tried"
    CLEARLY_POINTLESS = "clearly-pointless"
    NOT_YET = "not-yet"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Workplace:
    """A fleksjob at the present workplace (LAB § 119); None for a question that has no answer."""

    wanted: Reply | None
    special_terms: Reply | None
    written_agreement: Reply | None
    real_attempt: Reply | None
    acute: Reply | None
    pointless: Reply | None


@dataclass(frozen=True, slots=True)
class Capacity:
    """How much somebody can work; hours and pace are None where they are not known."""

    is_answered: bool
    """True when hours have been answered, and work pace as well where it is asked."""
    hours: Hours | None
    pace: Percent | None
    effective: tuple[Decimal, Decimal] | None
    """Lower and upper bound of hours × pace, hours a week (LAB § 122, stk. 2)."""
    may_grow: Reply | None


@dataclass(frozen=True, slots=True)
class Business:
    """What is known of the person's own business (LAB § 126)."""

    excluding_benefit: Reply | None
    """Whether a benefit other than a pension is paid out that excludes the subsidy."""
    had_subsidy_before: bool
    months: Months | None
    months_are_answered: bool


@dataclass(frozen=True, slots=True)
class Besides:
    """A business besides the job: the person's own as a side business, or the spouse's (BEK 1794/2025 § 3)."""

    side_business: bool
    at_spouse: bool
    spouse_conditions: Reply | None
    """Whether the conditions hold for being an employee there; None where that has no answer."""
    unknown: bool = False
    """Whether the person answered not to know if there is one."""
