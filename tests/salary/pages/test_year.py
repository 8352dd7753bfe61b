"""The year page: the job of the income page, month by month, with what changes and what happens."""

import csv
import io
import re
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar

from fleksjob_site.take_along.link import read, write
from fleksjob_site.visitor import VisitorData
from tests.conftest import TODAY
from tests.visitor import Visitor

INCOME = {"da": "/indkomst/", "en": "/en/income/"}
YEAR = {"da": "/indkomst/aaret/", "en": "/en/income/year/"}
JOB = {
    "hours_per_week": "15", "efficiency_percent": "60", "wage_kind": "hourly", "wage": "180",
    "pension_on_top_percent": "10", "own_atp_kind": "usual", "month-month": "11", "month-year": "2026",
}  # fmt: skip


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\xa0", " ").split())


def planned(language: str = "en", **typed: str) -> Visitor:
    """A visitor with the job and a year; each change or event is one line of the form."""
    client = Visitor()
    client.post(INCOME[language], JOB)
    sent = client.post(YEAR[language], typed)
    assert sent.status_code == 302, words(sent.content.decode())
    return client


def rows(html: str) -> dict[str, list[str]]:
    """The cells of each row of the table, by its month."""
    body = html[html.index('<table class="table year-table">') :]
    found = re.findall(r'<th scope="row">([^<]+).*?</th>(.*?)</tr>', body, re.S)
    return {month: [words(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", rest, re.S)] for month, rest in found}


def year_of(client: Client, language: str = "en") -> dict[str, list[str]]:
    return rows(client.get(YEAR[language]).content.decode())


def test_without_a_job_the_page_leads_to_the_income_page(client: Client) -> None:
    html = client.get(YEAR["en"]).content.decode()
    assert "year-table" not in html
    assert 'href="/en/income/"' in html[html.index("<main") :]


@pytest.mark.parametrize(("language", "first", "last"), [("da", "december 2026", "december 2027"),
                                                         ("en", "December 2026", "December 2027")])  # fmt: skip
def test_thirteen_months_begin_with_the_payment_of_the_months_subsidy(language: str, first: str, last: str) -> None:
    found = list(year_of(planned(language), language))
    assert (found[0], found[-2], len(found)) == (first, last, 14)


def test_a_plain_month_is_wage_subsidy_atp_and_what_reaches_the_account() -> None:
    assert year_of(planned())["December 2026"][:4] == ["7,689", "19,293", "533", "25,780"]


def test_a_raise_and_the_supplements_show_in_their_months_and_a_month_later() -> None:
    found = year_of(planned(supplement="on", change1_month="2027-04", change1_wage="186"))
    accounts = {month: cells[3] for month, cells in found.items()}
    months = ("March", "April", "May", "June", "July", "August", "September")
    assert [accounts[f"{month} 2027"] for month in months] == [
        "25,780", "26,014", "26,573", "25,746", "25,937", "26,155", "25,872",
    ]  # fmt: skip
    assert "DKK 636.48" in found["May 2027"][4]
    assert "This is the month when you get the least." in found["June 2027"][4]


def test_what_is_said_first_names_the_poorest_month() -> None:
    html = planned(event1_kind="unpaid-leave", event1_month="2027-02", event1_number="13").get(YEAR["en"])
    facts = words(html.content.decode().split('<dl class="year-facts" data-result>')[1].split("</dl>")[0])
    assert facts.startswith("You get the least in February 2027")


def test_january_2027_is_answered_with_the_rates_of_2026_and_says_so() -> None:
    text = words(planned().get(YEAR["en"]).content.decode())
    assert "The rates of 2027 are not known yet. From this payment on we use those of 2026." in text
    assert "2027 , with the rates of 2026" in text or "2027, with the rates of 2026" in text


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"change1_wage": "190"}, "Choose from which month this applies."),
        ({"event1_kind": "free-choice", "event1_number": "1"}, "Choose the month."),
        ({"event1_kind": "free-choice", "event1_month": "2027-02"}, "Enter the days, or the amount before tax."),
        ({"event1_kind": "unpaid-leave", "event1_month": "2027-02", "event1_number": "1.5"}, "Enter whole days"),
        ({"event1_kind": "unpaid-leave", "event1_month": "2027-02", "event1_number": "24"}, "from 1 to 23"),
        ({"event1_kind": "unpaid-leave", "event1_number": "2 kr."}, "Enter the number of days."),
        ({"event1_kind": "free-choice", "event1_number": "2 days"}, "Enter the amount before tax."),
        ({"event1_kind": "unpaid-leave", "event1_month": "2030-02", "event1_number": "2"}, "Choose one of the months"),
        ({"event1_kind": "gift"}, "Choose one from the list."),
        ({"job_starts-day": "14", "job_starts-month": "12-13-14-15"}, "Enter the date as day, month and year"),
        ({"job_starts-day": "31", "job_starts-month": "2", "job_starts-year": "2027"}, "That month has no day 31"),
        ({"job_starts": "2028-01-01"}, "Enter a day before the end of December 2027."),
    ],
)
def test_a_wrong_field_says_what_to_write(typed: dict[str, str], message: str) -> None:
    client = Visitor()
    client.post(INCOME["en"], JOB)
    assert message in words(client.post(YEAR["en"], typed, follow=True).content.decode())


def test_while_typing_nothing_is_missing(client: Client) -> None:
    client.post(INCOME["en"], JOB)
    live = client.post(YEAR["en"], {"event1_kind": "free-choice", "live": "1"})
    assert "form-error" not in live.content.decode()
    assert "year-table" in live.content.decode()


def test_a_line_in_use_brings_another(client: Client) -> None:
    client.post(INCOME["en"], JOB)
    html = client.post(YEAR["en"], {"event1_kind": "free-choice", "live": "1"}).content.decode()
    assert 'name="event2_kind"' in html
    assert 'name="event3_kind"' not in html


def test_a_job_that_starts_in_the_middle_of_a_month() -> None:
    found = year_of(planned(job_starts="2026-12-14"))
    assert found["December 2026"][1] == "0"
    assert "Your job starts on 14 December 2026" in found["December 2026"][4]
    assert " – " in found["January 2027"][1]


def test_a_first_month_that_can_no_longer_be_chosen_is_no_error(client: Client) -> None:
    client.post(INCOME["en"], JOB)
    assert client.post(YEAR["en"], {"first": "2001-01"}).status_code == 302
    assert "December 2026" in year_of(client)


def test_the_table_file_holds_the_rows_of_the_page_and_their_sums() -> None:
    client = planned(supplement="on")
    content = client.get("/en/take-along/year.csv").content.decode().removeprefix("\ufeff")
    lines = list(csv.reader(io.StringIO(content, newline="")))
    assert len(lines) == 15
    shown = [cells[3].replace(",", "") for cells in year_of(client).values()]
    assert [str(round(float(line[8]))) for line in lines[1:]] == shown


def test_the_calendar_file_has_a_private_event_for_each_month() -> None:
    file = Calendar.from_ical(planned().get("/en/take-along/year.ics").content)
    events = list(file.walk("VEVENT"))
    assert len(events) == 13
    assert {str(event["CLASS"]) for event in events} == {"PRIVATE"}
    assert "DKK\xa025,780" in str(events[0]["DESCRIPTION"])
    assert not any(character.isdigit() for event in events for character in str(event["SUMMARY"]))


@pytest.mark.parametrize("name", ["csv", "ics"])
def test_without_a_year_there_is_no_file(client: Client, name: str) -> None:
    sent = client.get(f"/en/take-along/year.{name}")
    assert (sent.status_code, sent.headers["Location"]) == (302, YEAR["en"])


def test_the_year_goes_with_the_link() -> None:
    typed: dict[str, Any] = {"supplement": "on", "event1_kind": "unpaid-leave", "event1_month": "2027-02"}
    data = VisitorData(income=JOB, year=typed | {"event1_number": "3", "change1_pace": "words"})
    arrived = read(write(data), TODAY.date()).visitor
    assert arrived.year == typed | {"event1_number": "3"}


def test_without_a_ceiling_in_the_job_the_page_says_so() -> None:
    client = Visitor()
    client.post(INCOME["en"], JOB | {"wage_kind": "month", "wage": "8000"})
    assert "No wage ceiling is applied here" in words(client.get(YEAR["en"]).content.decode())
    assert "No wage ceiling" not in words(planned().get(YEAR["en"]).content.decode())


def test_a_range_is_planned_by_its_lowest_numbers_and_says_so() -> None:
    client = Visitor()
    client.post(INCOME["en"], JOB | {"hours_up_to": "20"})
    assert "You entered a range." in words(client.get(YEAR["en"]).content.decode())


@pytest.mark.parametrize("percent", ["38", "0"])
def test_with_a_card_the_page_says_what_after_tax_leaves_out(percent: str) -> None:
    client = Visitor()
    card = {"tax_percent": percent, "tax_deduction_month": "5400", "tax_main_card": "municipality"}
    client.post(INCOME["en"], JOB | card)
    text = words(client.get(YEAR["en"]).content.decode())
    assert "your yearly statement can change the tax" in text
    assert ("one limit for the whole year" in text) == (percent == "0")
    without = words(planned().get(YEAR["en"]).content.decode())
    assert "The amounts after tax" not in without


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_row_says_only_what_stands_above_all_rows(language: str) -> None:
    arrears = {
        "da": "Tilskuddet beregnes ud fra lønnen for måneden før.",
        "en": "The subsidy is set by the wage of the month",
    }
    first, *_ = year_of(planned(language), language).values()
    assert first[-1] == ""
    event = {"event1_kind": "unpaid-leave", "event1_month": "2026-12", "event1_number": "3"}
    first, *_ = year_of(planned(language, **event), language).values()
    assert first[-1].startswith(("1 " + arrears[language], arrears[language]))
