"""Live requests: the field that is being typed in is judged later, and errors that are shown stay until mended."""

import pytest
from django.http import QueryDict

from fleksjob_site.kernel.calendar import Month
from salary.pages.ceiling_form import CeilingForm
from salary.pages.employer import EmployerForm
from salary.pages.forms import IncomeForm
from salary.pages.payout_forms import PayoutForm
from salary.pages.year_form import YearForm, income_form
from tests.salary.pages.test_income import TYPED

TODAY = Month(2026, 11)


def income(**sent: str) -> IncomeForm:
    """The form of a live request; a part of the month is written `month__year`."""
    data = QueryDict(mutable=True)
    data.update(TYPED | {"live": "1"} | {name.replace("__", "-"): text for name, text in sent.items()})
    return IncomeForm(data, require_all=False)


@pytest.mark.parametrize(
    ("sent", "typing"),
    [
        ({"hours_per_week": "34."}, "hours_per_week"),
        ({"wage": "165,"}, "wage"),
        ({"month__year": "20"}, "month-year"),
        ({"month__month": "0"}, "month-month"),
        ({"wage_kind": "full-time", "wage": "1"}, "wage"),
        ({"hours_up_to": "20", "hours_per_week": "30"}, "hours_per_week"),
    ],
)
def test_what_is_being_typed_is_no_error_yet_and_gives_no_result(sent: dict[str, str], typing: str) -> None:
    early = income(**sent, typing=typing)
    assert dict(early.errors) == {}
    assert early.is_waiting
    assert early.case is None
    assert not early.offered
    assert early.typed() == income(**sent).typed()
    left = income(**sent)
    assert left.errors
    assert not left.is_waiting


def test_other_fields_are_judged_while_one_is_typed_in() -> None:
    form = income(hours_per_week="34.", wage="1.23.4", typing="hours_per_week")
    assert list(form.errors) == ["wage"]
    assert list(income(hours_per_week="34", wage="1.23.4", typing="hours_per_week").errors) == ["wage"]


def test_an_error_that_is_shown_stays_until_it_is_mended() -> None:
    assert list(income(wage="1.23.4", typing="wage", shown="month wage").errors) == ["wage"]
    assert not income(wage="123.4", typing="wage", shown="wage").errors


def test_a_box_that_is_ticked_stays_while_its_field_is_typed_in() -> None:
    confirmed = income(wage_kind="full-time", wage="165", wage_confirmed="on", typing="wage")
    assert confirmed.offered == {"wage_confirmed"}
    assert not confirmed.is_waiting


def test_errors_of_the_button_are_kept_by_live_requests_until_they_are_mended() -> None:
    button = IncomeForm({**TYPED, "wage": "", "hours_per_week": ""}, require_all=True)
    assert button.lists_errors
    sent = button.for_live_requests
    assert sent == {"live": "1", "shown": "wage hours_per_week", "judged": "all"}
    one_mended = income(wage="", **sent, typing="hours_per_week")
    assert list(one_mended.errors) == ["wage"]
    assert one_mended.lists_errors
    mended = income(**one_mended.for_live_requests, typing="wage")
    assert not mended.errors
    assert mended.for_live_requests == {"live": "1", "shown": ""}


def test_an_error_that_came_while_typing_is_not_listed_above_the_form() -> None:
    assert income(wage="1.23.4").errors
    assert not income(wage="1.23.4").lists_errors
    stored = IncomeForm({**TYPED, "wage": "1.23.4"}, require_all=False)
    assert stored.lists_errors
    assert stored.for_live_requests["judged"] == "some"


def test_what_a_live_request_says_of_itself_is_not_stored() -> None:
    form = income(wage="2", typing="wage", shown="wage", judged="all")
    assert form.fields_of_newer_release({}) == {}
    assert not {"live", "typing", "shown", "judged"} & set(form.typed())


@pytest.mark.parametrize("changed", [{"wage": "34."}, {"subsidy": "1", "ceiling": "34."}])
def test_a_payout_is_judged_later_too(changed: dict[str, str]) -> None:
    typing = list(changed)[-1]
    data = {"live": "1", "typing": typing, "wage_kind": "a-income", "ceiling_kind": "stated", **changed}
    form = PayoutForm(data, require_all=False, last_month=TODAY)
    assert not form.errors
    assert form.paid_month() is None


def test_the_year_and_the_other_forms_are_judged_later_too() -> None:
    data = {"live": "1", "typing": "event1_number", "event1_kind": "sickness-benefit", "event1_number": "4,"}
    plan = YearForm(data, income=income_form(TYPED, TODAY), today=TODAY, require_all=False)
    assert not plan.errors
    assert plan.year() is None
    for form_class in (EmployerForm, CeilingForm):
        assert not form_class({"live": "1", "typing": "wage", "wage": "165,"}, require_all=False).errors


def test_what_must_be_filled_in_depends_on_the_rest() -> None:
    assert income(wage_kind="hourly").is_marked("hours_per_week")
    assert not income(wage_kind="month").is_marked("hours_per_week")
    card = income(tax_percent="38")
    assert card.is_required("tax_main_card")
    assert not card.is_marked("tax_main_card")
    assert not income().is_required("tax_main_card")


def test_an_event_and_a_change_that_are_begun_must_be_completed() -> None:
    data = {"event1_kind": "sickness-benefit", "change2_wage": "210"}
    plan = YearForm(data, income=income_form(TYPED, TODAY), today=TODAY, require_all=True)
    assert list(plan.required()) == ["change2_month", "event1_month", "event1_number"]
    assert list(plan.errors) == ["change2_month", "event1_month", "event1_number"]
    assert plan.is_marked("event1_month")
    assert not plan.is_marked("change2_month")
