"""What the income page shows beside the result: one more hour, a goal, today, ranges, the curve, cases, neighbours."""

import re

from django.test import Client

from salary.pages.views import key_of
from tests.salary.pages.test_income import PAGE, TYPED, shown


def cells(section: str, row: str) -> list[str]:
    """The amounts in a row of the comparison."""
    found = re.search(rf">{row}</th>(.*?)</tr>", section, re.DOTALL)
    assert found, row
    return re.findall(r"<td[^>]*>([^<]+)", found[1])


def keep(client: Client, **changed: str) -> str:
    typed = TYPED | changed | {"keep": "1"}
    return client.post(PAGE["en"], typed, follow=True).content.decode().replace("\u00a0", " ")


def test_one_more_hour_and_a_raise_are_worth_what_the_rules_give(client: Client) -> None:
    # 2024: below the threshold 70 øre of a krone are kept, and an hour a week at 200 kr. is 866,67 kr. a month.
    html = shown(client, hours_per_week="10", ceiling_month="60000")
    assert (
        "gives DKK 866.67 more in wage a month before tax. The subsidy falls by DKK 260, so your total rises by" in html
    )
    assert "DKK 606.67" in html
    assert "You keep 70 øre of each extra krone before tax" in html
    assert "A pay rise of DKK 5 an hour" in html
    # Far from the ceiling it is all the same whether it rises: 70 % of 5 × 10 × 52/12.
    assert "Your total rises by DKK 151.67 a month before tax, whether or not" in html
    near = shown(client, hours_per_week="25", ceiling_month="30000")
    assert "If your employer does not do so" in near
    assert "whether or not" not in near


def test_without_hours_the_first_hour_is_shown_and_no_raise(client: Client) -> None:
    html = shown(client, hours_per_week="0")
    assert "There is no wage from the flexi-job, so there is no subsidy." in html
    assert "The wage ceiling is assumed" not in html
    assert "After the first hour:" in html
    assert "A pay rise of" not in html


def test_where_the_wage_has_eaten_the_subsidy_the_ceiling_is_not_blamed(client: Client) -> None:
    html = shown(client, hours_per_week="37", wage="300", ceiling_month="45000")
    assert "Your wage is so high that no subsidy is left." in html
    assert "Your wage reaches the wage ceiling" not in html
    assert "There is no subsidy to fall, so your total rises by DKK 1,300" in html


def test_a_stated_ceiling_below_the_own_full_time_wage_is_questioned(client: Client) -> None:
    # 37 × 200 × 52/12 is 32 066,67.
    assert "lower than full time at your own pay, DKK 32,067" in shown(client, ceiling_month="20000")
    assert "lower than full time" not in shown(client, ceiling_month="32066,67")
    assert "lower than full time" not in shown(client)


def test_at_the_ceiling_an_hour_changes_nothing(client: Client) -> None:
    html = shown(client, hours_per_week="25")
    assert "More hours change nothing" in html
    assert "so your total rises by DKK 0" in html


def test_a_goal_gives_hours_at_work_and_an_hourly_wage(client: Client) -> None:
    html = shown(client, goal_month="25000", efficiency_percent="50", ceiling_month="60000")
    assert "Your goal: DKK 25,000 a month before tax" in html
    assert re.search(r"You reach DKK 25,000 a month before tax at [0-9.]+ paid hours a week\.", html)
    assert re.search(r"At a pace of 50% that is [0-9.]+ hours at work a week\.", html)
    assert "an hour." in html
    assert "can&#39;t reach DKK 90,000" in shown(client, goal_month="90000")


def test_a_goal_is_answered_in_the_kind_of_wage_that_was_typed(client: Client) -> None:
    html = shown(client, goal_month="40000", wage="30000", wage_kind="full-time", ceiling_month="60000")
    assert re.search(r"at DKK [0-9,.]+ for a full-time month\.", html)
    assert "can&#39;t be worked out" not in html


def test_a_goal_for_a_months_wage_says_why_it_is_not_answered(client: Client) -> None:
    month = {"wage": "10000", "wage_kind": "month"}
    assert "can&#39;t be worked out from a month&#39;s wage alone" in shown(client, goal_month="20000", **month)
    assert "can&#39;t be worked out" not in shown(client, **month)


def test_what_one_gets_today_gives_the_difference(client: Client) -> None:
    assert "DKK 10,872 more than today" in shown(client, today_month="20000")
    assert "DKK 9,128 less than today" in shown(client, today_month="40000")


def test_a_range_gives_a_band_and_says_what_it_depends_on(client: Client) -> None:
    html = shown(client, hours_up_to="20", ceiling_month="60000")
    assert "DKK 30,872 – " in html
    assert "It depends on the hours" in html
    both = shown(client, hours_per_week="", efficiency_percent="", hours_unknown="on", efficiency_unknown="on")
    assert "DKK 0 – DKK 32,067" in both
    assert "It depends on hours and pace together" in both


def test_what_one_gets_today_is_held_against_both_ends_of_a_range(client: Client) -> None:
    unknown = {"hours_per_week": "", "hours_unknown": "on"}
    for less, ceiling, today, words in (
        (unknown, "", "20000", "Between DKK 20,000 less and DKK 12,067 more than today."),
        ({"hours_up_to": "20"}, "60000", "20000", "At least DKK 10,872 and at most DKK 11,832 more than today."),
        ({"hours_up_to": "20"}, "60000", "40000", "At least DKK 8,168 and at most DKK 9,128 less than today."),
    ):
        html = shown(client, today_month=today, ceiling_month=ceiling, **less)
        assert f"<strong>{words}</strong>" in html
        assert f"<p>{words}</p>" in html


def test_a_range_that_ends_before_it_begins_is_refused(client: Client) -> None:
    assert shown(client, hours_up_to="17").count("Enter the same number as above, or more.") == 2


def test_the_curve_is_drawn_and_its_table_says_the_same(client: Client) -> None:
    html = shown(client)
    assert '<svg class="curve"' in html
    table = html[html.index('<table class="table curve-table">') :]
    rows = re.findall(r'<th scope="row">([^<]+)</th><td>([^<]+)</td><td>([^<]+)</td><td>([^<]+)</td>', table)
    assert len(rows) >= 38
    assert ("18 hours – you", "DKK 15,600", "DKK 15,272", "DKK 30,872") in rows
    assert rows[0] == ("0 hours", "DKK 0", "DKK 0", "DKK 0")


def test_a_wage_for_the_month_alone_has_no_curve(client: Client) -> None:
    html = shown(client, wage="10000", wage_kind="month", hours_per_week="", efficiency_percent="", goal_month="20000")
    assert "data-result" in html
    assert '<svg class="curve"' not in html
    assert "What pays more?" not in html


def test_up_to_three_cases_stand_side_by_side_named_by_their_differences(client: Client) -> None:
    keep(client)
    keep(client, hours_per_week="20")
    html = keep(client, hours_per_week="20", wage="210")
    assert "18 hours at work, DKK 200 an hour" in html
    assert "20 hours at work, DKK 210 an hour" in html
    section = html[html.index('id="cases"') :]
    # Without a pension the account rises as the total, less half a krone of rounding.
    assert cells(section, "Difference in total before tax") == ["–", "+DKK 960", "+DKK 1,351"]
    assert cells(section, "Difference in what reaches your account before tax") == ["–", "+DKK 960", "+DKK 1,351"]
    assert "Difference after tax" not in section
    assert 'name="keep"' not in html
    assert "You have kept three cases." in html
    fourth = keep(client, hours_per_week="5")
    section = fourth[fourth.index('id="cases"') :]
    assert section.count('name="case"') == 3
    assert "18 hours at work" in section
    assert "5 hours at work" not in section


def test_a_case_is_kept_once_and_only_with_its_hours(client: Client) -> None:
    keep(client)
    assert keep(client, today_month="1000").count('name="case"') == 1
    html = keep(client, hours_per_week="", hours_unknown="on")
    assert html.count('name="case"') == 1
    assert "only when hours and pace are known" in html


def test_a_case_that_cannot_be_calculated_is_passed_over_and_stays(client: Client) -> None:
    for hours in ("18", "20", "22"):
        keep(client, hours_per_week=hours)
    cases = client.session["income-cases"]
    client.tells(income_cases=[cases[0] | {"wage": "no number"}, *cases[1:]])
    html = client.post("/en/income/without-case/", {"case": key_of(cases[1])}, follow=True).content.decode()
    assert html.count('name="case"') == 1
    # A newer release may be able to calculate it.
    assert len(client.session["income-cases"]) == 2


def test_a_kept_case_can_be_removed(client: Client) -> None:
    keep(client)
    keep(client, hours_per_week="20")
    first = key_of(client.session["income-cases"][0])
    html = client.post("/en/income/without-case/", {"case": first}, follow=True).content.decode()
    section = html[html.index('id="cases"') :]
    assert section.count('name="case"') == 1
    # A second click finds nothing more to remove.
    for key in (first, "x", ""):
        assert client.post("/en/income/without-case/", {"case": key}).status_code == 302
    assert len(client.session["income-cases"]) == 1
    assert client.get("/en/income/without-case/").status_code == 302
    assert 'id="cases"' in client.get(PAGE["en"]).content.decode()


def test_three_cases_and_all_answers_fit_into_the_cookie(client: Client) -> None:
    for hours in ("11,25", "12,25", "13,25"):
        keep(client, hours_per_week=hours, wage="21.092,50", wage_kind="full-time", ceiling_month="33.333,33",
             other_wage_month="1.234,56", side_business_month="2.234,57", supplements_full_time_month="2.345,67",
             goal_month="30.000", today_month="19.616", hours_up_to="20,5", efficiency_up_to="99,5",
             own_pension_month="1.111,11",
             tax_percent="38", tax_deduction_month="5.432,10", tax_main_card="municipality", tax_in_letter="on",
             own_atp_kind="other", own_atp_month="66,60")  # fmt: skip
    assert max(len(cookie.value) for cookie in client.cookies.values()) < 3500


def test_neighbouring_schemes_are_named_with_the_months_amount(client: Client) -> None:
    html = shown(client, **{"month__month": "3", "month__year": "2026"})
    assert "In March 2026 it is DKK 19,616 a month before tax" in html
    assert "In a flexi-job that began before 2013" in html


def test_where_the_next_hour_reaches_the_ceiling_no_share_is_promised_for_all_of_it(client: Client) -> None:
    html = shown(client, hours_per_week="16", ceiling_month="30000")
    assert re.search(r"Up to [\d.]+ paid hours a week you keep 70 øre of each extra krone before tax\. From", html)
    assert "You keep 70 øre of each extra krone before tax. The subsidy" not in html


def test_where_more_is_kept_after_tax_than_before_the_page_says_why(client: Client) -> None:
    why = "part of your deduction is not used today"
    card = {"tax_percent": "38", "tax_deduction_month": "9000", "tax_main_card": "employer"}
    assert why in shown(client, hours_per_week="8", **card)
    assert why not in shown(client, hours_per_week="18", **card)


def test_somebody_with_a_business_is_led_to_the_page_for_it(client: Client) -> None:
    html = shown(client)
    others = html[html.index("When this page does not apply to you") :].split("</ul>")[0]
    assert re.search(r'own business as your main occupation.* <a [^>]*href="/en/[^"]+">calculate it here</a>', others)
