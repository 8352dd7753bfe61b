"""How figures stand in personas.toml, and how strictly it is read."""

from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict

STRICT = ConfigDict(frozen=True, strict=True, extra="forbid")


def _decimal(value: object) -> object:
    # TOML has its own whole numbers. A bool, which Python counts among them, is left for pydantic to refuse.
    return Decimal(value) if type(value) is int else value


NOTHING = Decimal(0)
Amount = Annotated[Decimal, BeforeValidator(_decimal)]
