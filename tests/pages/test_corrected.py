"""Corrections of the guides: each section that was wrong or missing, with its source and its number or deadline."""

import re
from html import unescape

import pytest

from fleksjob_site.texts.words import WORDS
from tests.pages.test_guides import LANGUAGES, main_of, page


def section(key: str, place: str, language: str) -> str:
    """The text under one heading, with its rules and sources."""
    html = main_of(page(key, language))
    found = re.search(rf'<h2 id="{place}">.*?(?=<h2 |</main>)', html, re.DOTALL)
    assert found, place
    return " ".join(unescape(re.sub(r"<[^>]+>", "", found[0])).replace("\u00a0", " ").split())


def tells(key: str, place: str, sources: tuple[str, ...], da: tuple[str, ...], en: tuple[str, ...]) -> None:
    for language, facts in zip(LANGUAGES, (da, en), strict=True):
        words = section(key, place, language)
        for wanted in (*sources, *facts):
            assert wanted in words, f"{language}: {wanted}"


def test_the_deadlines_of_sickness_benefit_come_first_and_say_that_it_is_deducted_anyway() -> None:
    tells(
        "illness-and-holiday",
        "deadlines",
        (
            "sygedagpengeloven § 35, stk. 1-2",
            "sygedagpengeloven § 38, stk. 1-3 og 6-9",
            "sygedagpengeloven § 39",
            "LAB § 124, stk. 4",
            "BEK 227/2024 § 7, stk. 5",
        ),
        ("2 timer", "8 dage", "3 uger", "6 måneder", "alligevel", "kræve, at du søger tidligere"),
        ("2 hours", "8 days", "3 weeks", "6 months", "all the same", "demand that you ask sooner"),
    )
    for language in LANGUAGES:
        headings = re.findall(r'<h2 id="([^"]+)"', main_of(page("illness-and-holiday", language)))
        assert headings[0] == "deadlines"


def test_white_collar_workers_have_pay_during_illness_by_law_in_the_smallest_flexi_job_too() -> None:
    sources = ("funktionærloven § 5, stk. 1-2", "LAB § 122, stk. 3-5")
    tells("illness-and-holiday", "pay-while-ill", sources, ("8 timer", "120"), ("8 hours", "120"))
    tells("the-job", "terms", ("funktionærloven § 5",), ("løn under sygdom",), ("pay while you are ill",))
    tells("for-employers", "agreement", ("funktionærloven § 5",), ("løn under sygdom",), ("pay during illness",))
    tells("during-the-job", "illness", ("funktionærloven § 5",), ("8 timer",), ("8 hours",))
    word = WORDS["funktionaerlignende-vilkaar"]
    assert "løn under sygdom" in word.in_law.definition


def test_the_employer_pays_sickness_benefit_only_from_eight_weeks_and_74_hours() -> None:
    for key, place in (("illness-and-holiday", "who-pays"), ("during-the-job", "illness")):
        tells(key, place, ("sygedagpengeloven § 30, stk. 1-2",), ("8 uger", "74", "9¼"), ("8 weeks", "74", "9¼"))


def test_the_seven_years_count_from_the_introduction_period_for_some() -> None:
    tells(
        "not-a-danish-citizen",
        "allowance",
        ("LAS § 3, stk. 4, 3. pkt.", "LAS § 3, stk. 5, 2. pkt."),
        ("introduktionsperioden", "1953"),
        ("introduction period", "1953"),
    )


def test_travel_on_unemployment_allowance_names_one_night_a_month_and_two_days_notice() -> None:
    tells(
        "while-you-wait",
        "residence",
        ("LAS § 5, stk. 1-5",),
        ("kalendermåned", "2 dage"),
        ("calendar month", "2 days"),
    )


def test_a_sanction_must_be_weighed_first() -> None:
    tells("while-you-wait", "consequences", ("LAS § 13, stk. 7-8", "13-22"), ("sanktion",), ("sanction",))


def test_the_job_log_need_not_be_on_jobnet() -> None:
    tells("while-you-wait", "duties", ("LAS § 75",), ("joblog", "2026"), ("job log", "2026"))


def test_six_weeks_of_education_are_for_two_groups_and_can_be_repeated() -> None:
    tells(
        "while-you-wait",
        "education",
        ("BEK 1769/2021 §§ 1-2",),
        ("erhvervsuddannelse", "erhvervsakademi", "5 uger", "9 måneder", "18 måneder"),
        ("erhvervsuddannelse", "erhvervsakademi", "5 weeks", "9 months", "18 months"),
    )


def test_access_to_the_file_is_a_right_with_seven_working_days_and_may_stop_the_four_weeks() -> None:
    tells(
        "your-rights",
        "your-file",
        (
            "forvaltningsloven § 9, stk. 1-2",
            "forvaltningsloven § 9 b",
            "forvaltningsloven § 16, stk. 2 og 4",
            "forvaltningsloven § 17",
        ),
        ("7 arbejdsdage", "14 dage", "kan"),
        ("7 working days", "14 days", "can"),
    )


def test_hearing_reasons_and_guide_to_appeal_are_cited_from_the_act() -> None:
    tells("your-rights", "be-heard", ("forvaltningsloven §§ 19-21",), ("partshøring",), ("partshøring",))
    tells("your-rights", "the-decision", ("forvaltningsloven §§ 22-25",), ("14 dage",), ("14 days",))
    for language in LANGUAGES:
        for key in ("your-rights", "the-way"):
            assert "danskelove.dk" not in page(key, language)
            assert "elov.dk/forvaltningsloven" not in page(key, language)


def test_a_wrong_subsidy_is_a_claim_of_three_years_by_the_general_act_as_we_read_it() -> None:
    tells(
        "your-rights",
        "how-far-back",
        (
            "BEK 227/2024 § 4, stk. 4",
            "forældelsesloven §§ 2-3",
            "forældelsesloven § 3, stk. 2 og stk. 3, nr. 4",
            "forældelsesloven § 21, stk. 2",
        ),
        ("tre år", "ti år", "et år", "vores læsning", "ikke set en afgørelse"),
        ("three years", "ten years", "one year", "our reading", "seen no decision"),
    )


def test_the_health_coordinator_must_be_asked_by_the_ministers_word_and_an_appeal_can_name_it() -> None:
    sources = ("LOB § 15 a", "Ministeren om L 66")
    for key, place in (("the-way", "steps"), ("your-rights", "appeal")):
        tells(key, place, sources, ("sundhedskoordinator", "ministeren"), ("health coordinator", "minister"))
    assert "ministeren" in WORDS["sundhedskoordinator"].in_law.definition


def test_urgent_appeals_and_partial_wins_have_their_deadlines() -> None:
    tells(
        "your-rights",
        "appeal",
        ("BEK 861/2025 § 11, stk. 1, 2 og 5", "BEK 861/2025 §§ 12-13"),
        ("straks", "inden fire uger", "14 dage"),
        ("at once", "within four weeks", "14 days"),
    )


def test_disputes_about_pay_go_to_the_labour_court_system() -> None:
    tells("your-rights", "appeal", ("LAB § 122, stk. 3-4",), ("Arbejdsretten",), ("Arbejdsretten",))
    tells("disagree-about-pay", "wage", ("LAB § 122, stk. 3", "LAB § 122, stk. 4"), ("fagretlig",), ("labour court",))
    tells("for-employers", "agreement", ("LAB § 122, stk. 4",), ("Arbejdsretten",), ("Arbejdsretten",))


def test_repayment_is_by_instalments_with_respite_and_can_be_appealed() -> None:
    tells(
        "the-job",
        "tell",
        ("BEK 783/2025 §§ 4-8", "BEK 783/2025 § 11"),
        ("350 kr.", "afdrag", "henstand"),
        ("DKK 350", "instalments", "lets you put off paying"),
    )


def test_the_municipality_of_those_who_live_abroad_is_named() -> None:
    tells("the-job", "abroad", ("BEK 861/2025 §§ 8-10",), ("hjemsted",), ("is based",))
    tells("for-the-municipality", "uncertain", ("BEK 861/2025 §§ 8-10",), ("§§ 8-10",), ("§§ 8-10",))
    assert "udlandet" in WORDS["kommune"].in_law.definition


def test_who_pays_for_statements_and_the_team_is_history() -> None:
    tells("the-way", "steps", ("BEK 861/2025 § 17, stk. 1",), ("betaler",), ("pays for it",))
    for language in LANGUAGES:
        assert "BEK 47/2026" not in section("the-way", "steps", language)
        team = section("the-way", "before-july", language)
        assert "BEK 47/2026 §§ 2-4" in team
        assert "repealed" not in team


def test_the_guide_says_what_fleksydelse_costs_and_pays() -> None:
    tells(
        "pension-and-fund",
        "flexible-benefit",
        ("lov om fleksydelse §§ 8-9", "lov om fleksydelse §§ 17-18"),
        ("syv gange", "91 %", "pensionsopsparing"),
        ("seven times", "91%", "Pension savings"),
    )


def test_personal_assistance_can_be_full_time_and_the_icebreaker_asks_for_no_experience() -> None:
    sources = ("LBK 108/2020 §§ 3-7", "LBK 108/2020 § 15")
    tells("during-the-job", "schemes", sources, ("fuld tid", "fag"), ("full time", "no work experience"))
    tells("the-way", "tried", sources, ("fag",), ("no work experience",))
    assert "fuld tid" in WORDS["personlig-assistance"].in_law.definition
    assert "erfaring" in WORDS["isbryderordningen"].in_law.definition


def test_the_fund_must_warn_only_those_who_pay_for_efterloen() -> None:
    tells("pension-and-fund", "wait", ("BEK 34/2026 § 30, stk. 4",), ("skal kun advare",), ("only if you pay",))


def test_what_is_paid_as_a_or_b_income_is_presumed_to_be_wage() -> None:
    tells("the-job", "what-counts", ("27-23",), ("B-indkomst",), ("B-income",))
    tells("pension-and-fund", "wage-pension", ("27-23",), ("B-indkomst",), ("B-income",))


def test_senior_pension_is_decided_within_six_months() -> None:
    tells("pension-and-fund", "pensions", ("LSP § 26 d, stk. 2",), ("inden seks måneder",), ("within six months",))


def test_own_atp_is_explained_with_both_figures_of_an_example_and_the_range_of_the_difference() -> None:
    # 7.722 kr. with ATP, 7.689 kr. without; 30 % of 33 and 99 kr., and 55 % of 99 kr.
    said = ("15 timer", "180 kr.", "19.283 kr.", "19.293 kr.", "10 kr. til 30 kr.", "54 kr.", "lønloftet")
    tells("trust", "own-atp", ("BEK 227/2024 § 14, stk. 1", "BEK 1621/2023 §§ 2-3"), said, ("19,283", "19,293", "54"))


def test_months_of_illness_are_computed_by_the_check_and_the_pages_say_so() -> None:
    tells("trust", "not-covered", (), ("sygedagpenge",), ("with sickness",))
    tells("for-the-municipality", "not", (), ("sygedagpenge",), ("Months with sickness",))


def test_staff_can_see_from_which_day_the_rules_are_known() -> None:
    tells("for-the-municipality", "another-day", (), ("1. januar 2020",), ("1 January 2020",))


AFFECTED_BY_NEW_ACT = {"illness-and-holiday", "while-you-wait", "the-way", "until-the-decision", "losing-it"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_guides_affected_by_the_new_act_say_that_it_is_expected(language: str) -> None:
    told = {key for key in (*AFFECTED_BY_NEW_ACT, "about", "how-it-works") if "new-act" in page(key, language)}
    assert told == AFFECTED_BY_NEW_ACT
