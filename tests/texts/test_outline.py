"""What one visitor types is never kept for another: not in the key of a form that is kept, and not in its markup."""

import pytest
from django.test import Client

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.texts.outline import _put_in, outline
from salary.pages.forms import IncomeForm
from salary.pages.start import with_initial_values

TYPED = with_initial_values({"hours_per_week": "12", "wage": "185"}, Month(2024, 5))


@pytest.mark.parametrize(
    "markup",
    [
        '<input type="text" value="30000" name="wage">',
        '<input type="text" name="wage" class="a" value="30000">',
        '<input type="text" name="another" value="30000">',
        '<textarea name="wage">30000</textarea>',
        '<input type="range" data-read="12" data-slider="id_wage">',
    ],
)
def test_a_form_with_an_input_whose_text_is_not_found_is_not_kept(markup: str) -> None:
    with pytest.raises(ValueError, match="input"):
        _put_in(markup, {"wage": "5", "id_wage": "5"})


def test_each_text_is_put_into_its_own_input() -> None:
    markup = '<input type="text" name="wage" value="30000"><input data-slider="id_wage" data-read="30000">'
    filled = '<input type="text" name="wage" value="&#34;5"><input data-slider="id_wage" data-read="6">'
    assert _put_in(markup, {"wage": '"5', "id_wage": "6", "other": "7"}) == filled


@pytest.mark.parametrize(
    ("typed", "shows_more"),
    [
        ({}, False),
        ({"wage": "30000.50"}, True),
        ({"wage": "1.23.4"}, True),
        ({"wage_kind": "garbage"}, True),
        ({"wage_kind": "garbage", "live": "1", "typing": "wage_kind"}, True),
        ({"hours_per_week": "about 12"}, True),
        ({"month-month": "5-2024", "month-year": ""}, False),
        ({"wage": "190", "goal_month": "28000", "wage_kind": "hourly"}, False),
    ],
)
def test_a_form_that_shows_what_is_typed_in_more_than_its_field_is_not_kept(
    typed: dict[str, str], shows_more: bool
) -> None:
    assert outline(IncomeForm(TYPED | typed, require_all=False)).shows_more is shows_more


def test_what_is_typed_is_not_in_the_digest() -> None:
    digests = {outline(IncomeForm(TYPED | {"wage": wage}, require_all=False)).digest for wage in ("150", "187", "210")}
    assert len(digests) == 1


def test_an_error_page_marks_no_page_of_the_menu(client: Client) -> None:
    wrong = client.get("/en/income/", headers={"host": "elsewhere.example"})
    assert wrong.status_code == 400
    assert 'aria-current="page"' not in wrong.content.decode()
    assert 'aria-current="page"' not in client.get("/en/nowhere/").content.decode()
