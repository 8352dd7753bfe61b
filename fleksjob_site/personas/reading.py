"""How figures stand in personas.toml, and how strictly it is read."""

from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict

from fleksjob_site.kernel.money import whole_as_decimal

STRICT = ConfigDict(frozen=True, strict=True, extra="forbid")


ZERO = Decimal(0)
Amount = Annotated[Decimal, BeforeValidator(whole_as_decimal)]
