"""Continue where you left off: at once where there is one thing, by a choice where there are several."""

import pytest
from django.test import Client

from fleksjob_site.personas.persons import PERSONS, data_of
from fleksjob_site.visitor import VisitorData
from tests.take_along.carrying import ANSWERS, CASE, OWN, TOLD, address, has_told

PAYOUTS = data_of(PERSONS["fatima"]).payouts
ONE_THING = [
    (VisitorData(OWN), "/en/target-group/question/where-you-live/"),
    (VisitorData(ANSWERS), "/en/target-group/outcome/"),
    (VisitorData(income={"wage": "185"}), "/en/income/"),
    (VisitorData(cases=(CASE,)), "/en/income/"),
    (VisitorData(payouts=PAYOUTS), address("payout")),
    (VisitorData(employer={"wage": "185"}), address("employer-income")),
]


@pytest.mark.parametrize(("held", "leads_to"), ONE_THING)
def test_the_one_thing_that_is_begun_goes_on_at_once(client: Client, held: VisitorData, leads_to: str) -> None:
    has_told(client, held)
    assert client.get(address("go-on")).headers["Location"] == leads_to


@pytest.mark.parametrize("language", ["da", "en"])
def test_several_things_are_offered_each_with_how_far_it_is(client: Client, language: str) -> None:
    has_told(client, VisitorData(ANSWERS, TOLD.income, (), PAYOUTS))
    page = client.get(address("go-on", language)).content.decode()
    for name in ("eligibility:outcome", "income", "payout"):
        assert f'class="card" href="{address(name, language)}"' in page
    assert {"da": "måned udfyldt", "en": "month entered"}[language] in page


@pytest.mark.parametrize("language", ["da", "en"])
def test_with_nothing_begun_it_says_so_and_leads_to_the_starts(client: Client, language: str) -> None:
    answer = client.get(address("go-on", language))
    assert answer.status_code == 200
    assert f'href="{address("open-link", language)}"' in answer.content.decode()


def test_another_site_cannot_see_where_it_leads(client: Client) -> None:
    has_told(client, VisitorData(ANSWERS))
    answer = client.get(address("go-on"), headers={"sec-fetch-site": "cross-site"})
    assert answer.headers["Location"] == "/en/"


@pytest.mark.parametrize("page", ["home", "eligibility:start"])
def test_the_way_on_stands_where_people_begin(client: Client, page: str) -> None:
    assert f'href="{address("go-on")}"' in client.get(address(page)).content.decode()
