"""How the surplus of a side business is asked for, on the income page and in the check (BEK 227/2024 § 1)."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from fleksjob_site.texts.forms import AmountField
from salary.law.limits import MAX_AMOUNT

SIDE_BUSINESS = _("Surplus of a side business")
WHAT_SURPLUS_IS = _("The month's result before tax and interest. Include what you take out for yourself.")


class SurplusField(AmountField):
    """The surplus of a side business in a month. How a deficit counts is not in the order, so none is taken."""

    def __init__(self) -> None:
        super().__init__(label=SIDE_BUSINESS, help_text=WHAT_SURPLUS_IS, least=0, most=MAX_AMOUNT)

    def validate(self, value: Decimal | None) -> None:
        if value is not None and value < 0:
            raise ValidationError(_("We can't calculate with a loss here. Ask the municipality."))
        super().validate(value)
