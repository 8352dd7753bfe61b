"""How the surplus of a side business is asked for, on the income page and in the check (BEK 227/2024 § 1)."""

from django.utils.translation import gettext_lazy as _

SIDE_BUSINESS = _("Surplus of a side business")
WHAT_SURPLUS_IS = _("The month's result before tax and interest. Include what you take out for yourself.")
