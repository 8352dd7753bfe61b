"""Eligibility through the API: questions, partial and complete walks, and wrong answers."""

import pytest
from django.test import Client

from eligibility.law.questions import QUESTIONS
from tests.api.asking import SENT, post

ENGLISH = {"accept-language": "en"}


def test_all_questions_are_listed_with_their_choices(client: Client) -> None:
    questions = client.get("/api/v1/eligibility/questions", headers=ENGLISH).json()["questions"]
    assert [question["key"] for question in questions] == [question.key for question in QUESTIONS]
    assert {"key": "none", "text": "None of them"} in questions[2]["choices"]
    assert all(question["asked_of"] and question["allowed"] for question in questions)


def test_the_walk_is_followed_question_by_question(client: Client) -> None:
    answers: dict[str, object] = {}
    while key := (given := post(client, "eligibility", {"answers": answers, "on": "2026-11-21"}).json())[
        "next_question"
    ]:
        assert given["outcome"] is None
        assert given["grant"] is None
        answers[key] = SENT[key]
    assert given["outcome"] == "points-towards"
    assert {finding["verdict"] for finding in given["findings"]} == {"met"}
    assert given["findings"][0]["source"]["paragraph"] == "§ 116, stk. 1"
    assert given["grant"]["now"] == "five-years"


def test_a_list_is_an_answer_where_several_can_be_chosen(client: Client) -> None:
    body = {"answers": SENT | {"measures": ["placement", "mentor"]}}
    assert "A work placement (virksomhedspraktik) and a mentor" in post(client, "eligibility", body).content.decode()


def test_a_number_is_an_answer_too(client: Client) -> None:
    body = {"answers": SENT | {"hours-per-week": 12.5, "pace-percent": 60}}
    assert "12.5 hours a week at 60" in post(client, "eligibility", body).content.decode()


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "answers"),
        ({"answers": {"shoe-size": "43"}}, "answers.shoe-size"),
        ({"answers": {"benefit": "lottery"}}, "answers.benefit"),
        ({"answers": {"birth-month": "2027-01"}, "on": "2026-11-21"}, "answers.birth-month"),
        ({"answers": {"hours-per-week": 169}}, "answers.hours-per-week"),
        ({"answers": {"hours-per-week": None}}, "answers.hours-per-week"),
        ({"answers": {"benefit": ["none", "efterlon"]}}, "answers.benefit"),
        ({"answers": {"measures": ["none", "mentor"]}}, "answers.measures"),
        ({"answers": {"measures": [1]}}, "answers.measures"),
        ({"answers": {"measures": "adapted,placement"}}, "answers.measures"),
        ({"answers": {"measures": ["adapted,placement"]}}, "answers.measures"),
        ({"answers": {"measures": []}}, "answers.measures"),
        ({"answers": {"benefit": ["none"]}}, "answers.benefit"),
        ({"answers": {"pace-percent": "12 %"}}, "answers.pace-percent"),
        ({"answers": {"pace-percent": 12.345}}, "answers.pace-percent"),
        ({"answers": {}, "on": "tomorrow"}, "on"),
        ({"answers": {}, "on": "9999-12-31"}, "on"),
        ({"answers": {}, "on": "20261121"}, "on"),
        ({"answers": {}, "when": "2026-11-21"}, "when"),
        ({"answers": 5}, "answers"),
    ],
)
def test_wrong_answers_are_refused(client: Client, body: object, field: str) -> None:
    answer = post(client, "eligibility", body)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == field


def test_a_huge_number_is_rejected_at_once(client: Client) -> None:
    answer = post(client, "eligibility", '{"answers": {"hours-per-week": 1e999999999}}')
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["allowed"] == "0 - 168, unknown"


def test_the_allowed_values_are_given_in_the_format_of_the_request(client: Client) -> None:
    answer = post(client, "eligibility", {"answers": {"birth-month": "5 1980"}, "on": "2026-11-21"})
    assert answer.json()["errors"][0]["allowed"] == "1900-01 - 2011-11, unknown"


def test_a_question_not_yet_reached_gives_no_finding(client: Client) -> None:
    keys = list(SENT)
    answers = {key: SENT[key] for key in keys[: keys.index("pace-percent")]} | {"hours-per-week": "20"}
    given = post(client, "eligibility", {"answers": answers, "on": "2026-11-21"}).json()
    assert given["next_question"] == "pace-percent"
    assert "substantial" not in {finding["criterion"] for finding in given["findings"]}


def test_the_same_answers_on_another_day_can_have_another_outcome(client: Client) -> None:
    body = {"answers": SENT | {"birth-month": "1962-12"}}
    assert post(client, "eligibility", body | {"on": "2029-11-30"}).json()["outcome"] == "points-towards"
    assert post(client, "eligibility", body | {"on": "2029-12-01"}).json()["outcome"] == "must-clarify"
    assert post(client, "eligibility", body | {"on": "2030-01-01"}).json()["outcome"] == "not-with-these-answers"


def test_a_start_that_is_not_known_is_null(client: Client) -> None:
    answers = {"birth-month": "1980-05", "situation": "in-fleksjob", "fleksjob-started": "unknown"}
    body: dict[str, object] = {"answers": answers, "on": "2026-11-21"}
    while key := (given := post(client, "eligibility", body).json())["next_question"]:
        answers[key] = "unknown"
    assert given["grant"]["now"] == "municipality"
    assert given["grant"]["start"] is None


def test_answers_that_do_not_count_are_named_with_why(client: Client) -> None:
    # Nobody below pension age by decades is asked about early pension, and behind an open question nothing counts yet.
    answers = {"birth-month": "1980-05", "early-pension": "no", "pace-percent": 60}
    given = post(client, "eligibility", {"answers": answers, "on": "2026-11-21"}).json()
    assert given["next_question"] == "lives-in-denmark"
    assert [(one["key"], one["why"]) for one in given["ignored"]] == [
        ("early-pension", "not-reached"),
        ("pace-percent", "not-reached"),
    ]
    complete = post(client, "eligibility", {"answers": SENT, "on": "2026-11-21"}).json()
    ignored = {one["key"]: one for one in complete["ignored"]}
    assert {one["why"] for one in ignored.values()} == {"not-asked"}
    assert "It is asked of: people" in ignored["early-pension"]["reason"]
    counted = {key: answer for key, answer in SENT.items() if key not in ignored}
    again = post(client, "eligibility", {"answers": counted, "on": "2026-11-21"}).json()
    assert again == complete | {"ignored": []}


def test_progress_goes_up_to_all_that_is_asked(client: Client) -> None:
    answers: dict[str, object] = {}
    seen = []
    while key := (given := post(client, "eligibility", {"answers": answers, "on": "2026-11-21"}).json())[
        "next_question"
    ]:
        seen.append(given["progress"])
        assert given["next_steps"] is given["dates"] is None
        answers[key] = SENT[key]
    assert [progress["answered"] for progress in seen] == list(range(len(seen)))
    percents = [progress["percent"] for progress in seen]
    assert 0 < percents[0] < 20
    assert percents == sorted(set(percents))
    assert given["progress"] == {"answered": len(seen), "percent": 100}


def test_the_outcome_says_what_to_do_and_when(client: Client) -> None:
    given = post(
        client, "eligibility", {"answers": SENT | {"fleksjob-may-start": "2027-02"}, "on": "2026-11-21"}
    ).json()
    assert [step["key"] for step in given["next_steps"]][:3] == ["ask-to-assess", "collect", "bring-someone"]
    assert all(step["title"] and step["text"] and step["sources"] for step in given["next_steps"])
    assert given["next_steps"][0]["text"] in given["in_short"]
    assert [date["key"] for date in given["dates"]] == [event["key"] for event in given["timeline"]]
    start = given["dates"][0]
    assert start == {
        "key": "start", "title": "Start in the scheme", "first_day": "2027-02-01", "last_day": "2027-02-28",
    }  # fmt: skip
