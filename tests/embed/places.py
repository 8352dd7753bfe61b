"""The calculators for other websites: their addresses, and forms filled in."""

from tests.browser.sessions import INCOME
from tests.site.every_address import every_address

CALCULATORS = ("income", "payout")
ADDRESSES = {
    (calculator, language): every_address(language)[f"embed-{calculator}"]
    for calculator in CALCULATORS
    for language in ("da", "en")
}
"""By calculator and language."""

A_MONTH = {
    "month-month": "5", "month-year": "2026", "wage_kind": "a-income", "wage": "8000", "pension_unit": "kroner",
    "own_pension": "400", "employer_pension": "800", "subsidy": "17000", "ceiling_kind": "stated", "ceiling": "34000",
}  # fmt: skip
FILLED: dict[str, dict[str, str]] = {"income": INCOME, "payout": A_MONTH}
