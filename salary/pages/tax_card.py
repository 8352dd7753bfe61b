"""The tax card in the income form: which of its fields are needed, and the card that they give."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from salary.law.case import ZERO
from salary.law.net import MainCard, TaxCard

NAMES = ("tax_percent", "tax_deduction_month", "tax_main_card")


def needed_for_card(given: Mapping[str, Any]) -> list[str]:
    """The fields of the card that must be filled in once one of them is; none for somebody who does not know it.

    Without a card no percentage is used, and an exemption card has no deduction.
    """
    if given.get("tax_card_unknown") or not any(given.get(name) not in (None, "") for name in NAMES):
        return []
    if given.get("tax_main_card") == MainCard.NONE:
        return []
    return [name for name in NAMES if name != "tax_deduction_month" or given.get("tax_percent") != 0]


def card_given(given: Mapping[str, Any]) -> TaxCard | None:
    """The card, as soon as it is complete; None for a form stored before it asked for one."""
    main_card = given.get("tax_main_card")
    missing = any(given.get(name) in (None, "") for name in needed_for_card(given))
    if given.get("tax_card_unknown") or not main_card or missing:
        return None
    percent: Decimal | None = given.get("tax_percent")
    return TaxCard(percent or ZERO, given.get("tax_deduction_month") or ZERO, MainCard(main_card))
