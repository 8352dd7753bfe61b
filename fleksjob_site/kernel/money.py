"""Numbers as sessions and commands hold them, and the rounding of the law; `typed.py` reads what people type."""

import re
from decimal import ROUND_HALF_UP, Decimal

# Dividing by 12 leaves a rounding error in the 28th digit. Amounts are cut here, far below an øre, so that later
# sums and differences are exact and a half krone stays a half krone.
_SCALE = Decimal("1E-12")
_BEFORE_ROUNDING = Decimal("1E-9")
_KRONE, _ORE = Decimal(1), Decimal("0.01")

_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " "})
_NUMBER = re.compile(
    r"(?P<sign>[-−]?)(?P<whole>[0-9]+)(?:[.,](?P<decimals>[0-9]{1,2}))?"
    r"(?: ?(?:%|pct\.?|timer|t\.?|hours|h\.?))?",
    re.IGNORECASE,
)
_MAX_LENGTH = 40


def parse_number(text: str) -> Decimal:
    """Read stored hours or per cent, `12.5`, or as older releases stored them, `12,5 timer`; otherwise ValueError."""
    text = text.translate(_SPACES).strip()
    found = _NUMBER.fullmatch(text) if len(text) <= _MAX_LENGTH else None
    if not found:
        raise ValueError(f"not a number: {text[:_MAX_LENGTH]!r}")
    return _decimal(found["sign"], found["whole"], found["decimals"])


def _decimal(sign: str, whole: str, decimals: str | None) -> Decimal:
    return Decimal(f"{'-' if sign else ''}{whole}.{decimals or '0'}")


def whole_as_decimal(value: object) -> object:
    """A whole number from a TOML file as a Decimal; anything else, a bool included, is returned as it is."""
    return Decimal(value) if type(value) is int else value


def exact(amount: Decimal) -> Decimal:
    """Cut the tail that a division leaves; differs from the true amount by less than a billionth of an øre."""
    return amount.quantize(_SCALE)


def whole_kroner(amount: Decimal) -> Decimal:
    """Round to the nearest whole krone, half a krone up (BEK 227/2024 § 2, stk. 1)."""
    return amount.quantize(_BEFORE_ROUNDING).quantize(_KRONE, ROUND_HALF_UP)


def whole_ore(amount: Decimal) -> Decimal:
    """Round to the nearest øre, half an øre up."""
    return amount.quantize(_BEFORE_ROUNDING).quantize(_ORE, ROUND_HALF_UP)
