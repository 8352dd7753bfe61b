"""The employer's page: hours and pace to paid hours and wage a month, and the full-time wage to state."""

import re

import pytest
from django.test import Client

JOB = {"hours_per_week": "20", "efficiency_percent": "50", "wage_kind": "hourly", "wage": "180"}
REST = {
    "pension_on_top_percent": "10",
    "supplements_full_time_month": "1.000",
    "full_time_hours_per_week": "37",
    "holiday": "money",
}
ADDRESSES = {"da": "/indkomst/arbejdsgiver/", "en": "/en/income/employer/"}


def said(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\xa0", " ").split())


@pytest.mark.parametrize(
    ("language", "cost", "full_time"), [("da", "10.265 kr.", "32.746,00 kr."), ("en", "DKK 10,265", "DKK 32,746")]
)
def test_twenty_hours_at_half_pace_are_ten_paid_hours(client: Client, language: str, cost: str, full_time: str) -> None:
    sent = client.post(ADDRESSES[language], {**JOB, **REST})
    assert sent.status_code == 302
    shown = said(client.get(sent.headers["Location"].split("#")[0]).content.decode())
    # 10 × 52/12 × 180 = 7,800, 780 of pension and 270.27 of supplements; 12.5% of 8,070.27; 132 of ATP; 2/3 of 4,936 a
    # year. Full time is 37 × 52/12 × 180 × 1.1 + 1,000.
    assert cost in shown
    assert full_time.replace(",00", "") in shown
    assert ("10 timer" if language == "da" else "10 hours") in shown


def test_while_typing_an_empty_field_is_no_error_and_the_button_asks_for_it(client: Client) -> None:
    typed = {**JOB, "wage": ""}
    assert "form-error" not in client.post(ADDRESSES["en"], {**typed, "live": "1"}).content.decode()
    asked = said(client.post(ADDRESSES["en"], typed, follow=True).content.decode())
    assert "Enter the wage." in asked
    assert "Error: What does a flexi-job cost the employer?" in asked


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"wage": "32000"}, "Is this a monthly wage?"),
        ({"wage_kind": "month"}, "Choose one of the two kinds of wage."),
        ({"holiday": "both"}, "Choose one of the two kinds of holiday."),
        ({"holiday": ""}, "Choose how holiday is paid."),
        ({"hours_per_week": "200"}, "Enter a number between 0 and"),
        ({"efficiency_percent": "half"}, "Enter the percentage as a number"),
        ({"hours_per_week": ""}, "Enter how many hours a week the employee is at work."),
        ({"efficiency_percent": ""}, "Enter the pace as a percentage"),
    ],
)
def test_a_wrong_field_says_what_to_write(client: Client, wrong: dict[str, str], message: str) -> None:
    assert message in said(client.post(ADDRESSES["en"], {**JOB, **REST, **wrong}, follow=True).content.decode())


def test_what_is_typed_stays_in_the_sealed_session_and_goes_with_it(client: Client) -> None:
    client.post(ADDRESSES["en"], {**JOB, **REST})
    assert 'value="180"' in client.get(ADDRESSES["en"]).content.decode()
    client.post("/en/delete-my-answers/")
    assert 'value="180"' not in client.get(ADDRESSES["en"]).content.decode()


def test_the_employers_view_leaves_the_income_page_alone(client: Client) -> None:
    client.post(ADDRESSES["en"], {**JOB, **REST})
    assert 'value="180"' not in client.get("/en/income/").content.decode()


def test_a_full_time_wage_needs_no_hourly_one(client: Client) -> None:
    client.post(ADDRESSES["en"], {**JOB, "wage_kind": "full-time", "wage": "29600"})
    assert "DKK 8,000" in said(client.get(ADDRESSES["en"]).content.decode())


@pytest.mark.parametrize("language", ADDRESSES)
def test_it_says_what_comes_back_in_illness_and_within_which_limits(client: Client, language: str) -> None:
    shown = said(client.post(ADDRESSES[language], JOB | REST, follow=True).content.decode())
    limits = {
        "da": ["Betaler du løn, får du de sygedagpenge", "senest fem uger efter første fraværsdag",
               "den sygdom, aftalen gælder",
               "højst svarende til sygedagpengene", "8 uger og 74 timer hos dig", "to år ad gangen"],
        "en": ["If you pay wages, you get the sickness benefit", "within five weeks of the first day",
               "only for absence due to the illness it covers", "no more than the sickness benefit",
               "8 weeks and 74 hours with you", "two years at a time"],
    }  # fmt: skip
    assert all(limit in shown for limit in limits[language])


@pytest.mark.parametrize("language", ADDRESSES)
def test_what_is_open_about_the_contributions_stands_outside_closed_lines(client: Client, language: str) -> None:
    html = client.post(ADDRESSES[language], JOB | REST, follow=True).content.decode()
    in_sight = said(re.sub(r"<details.*?</details>", "", html, flags=re.DOTALL))
    notes = {
        "da": ["Bidragene er dem fra 2024", "Vi har ikke tjekket nyere satser.", "Du betaler ikke til AUB"],
        "en": ["The contributions are those of 2024", "We have not checked newer rates.", "You pay nothing to AUB"],
    }
    assert all(note in in_sight for note in notes[language])
