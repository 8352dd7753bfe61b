"""Shared pydantic types and configuration for reading personas.toml."""

from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict

from fleksjob_site.kernel.money import whole_as_decimal

STRICT = ConfigDict(frozen=True, strict=True, extra="forbid")


Amount = Annotated[Decimal, BeforeValidator(whole_as_decimal)]
