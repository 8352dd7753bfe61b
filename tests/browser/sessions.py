"""What visitors have entered in the states of pages, as it lies in the session."""

INCOME = {
    "hours_per_week": "18", "efficiency_percent": "100", "wage_kind": "hourly", "wage": "200",
    "pension_on_top_percent": "0", "month-month": "5", "month-year": "2024",
}  # fmt: skip
NOW = INCOME | {"pension_on_top_percent": "10", "own_atp_kind": "usual", "month-month": "11", "month-year": "2026"}
YEAR = {
    "supplement": "on", "job_starts": "2026-12-14", "change1_month": "2027-04", "change1_wage": "210",
    "event1_kind": "holiday-with-unemployment-allowance", "event1_month": "2027-07", "event1_number": "5",
    "event2_kind": "sickness-benefit", "event2_month": "2027-03", "event2_number": "4000",
}  # fmt: skip
OWN_BUSINESS = {
    "year": "2026", "year1_result": "240000", "year1_other": "12000", "year2_result": "180000",
    "year2_benefits": "5000", "year3_result": "-40000",
}  # fmt: skip
ALLOWANCE = {"level": "higher", "wage": "20000", "employer_pension": "1500", "month-month": "5", "month-year": "2026"}
RICH_COUPLE = {"year": "2025", "couple": "on", "year1_result": "1200000", "year2_result": "1300000"}
STATED = {
    "wage_kind": "hourly", "wage": "180", "full_time_hours_per_week": "37", "pension_on_top_percent": "10",
    "has_fixed_supplements": "on", "fixed_supplements": "1000", "has_free_choice": "on", "free_choice": "2500",
    "free_choice_6": "on", "free_choice_12": "on", "holiday": "supplement", "holiday_pay": "1500",
    "holiday_pay_5": "on",
}  # fmt: skip
