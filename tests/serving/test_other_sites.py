"""Another site sees the same of every visitor, whether they have entered anything or not."""

import pytest

from eligibility.law.questions import BY_KEY
from fleksjob_site.personas.persons import PERSONS, data_of
from tests.site.every_address import every_address
from tests.visitor import Visitor

BY_STATE = ["/en/target-group/outcome/", "/en/target-group/check-your-answers/",
            f"/en/target-group/question/{BY_KEY['benefit'].slug}/"]  # fmt: skip
FILES = ["/en/letter/en.pdf", "/en/letter/da-en.pdf", "/en/take-along/amounts.csv", "/en/take-along/hours.csv"]


@pytest.fixture
def told(client: Visitor) -> Visitor:
    person = data_of(PERSONS["amina"])
    client.tells(eligibility=person.answers, income=person.income)
    return client


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("address", every_address().values())
def test_a_link_on_another_site_leads_to_the_same_page_for_every_visitor(
    told: Visitor, address: str, site: str
) -> None:
    answers = [visitor.get(address, headers={"sec-fetch-site": site}) for visitor in (told, Visitor())]
    seen = {(answer.status_code, answer.get("Location"), answer.get("Content-Disposition")) for answer in answers}
    assert len(seen) == 1


@pytest.mark.parametrize("address", FILES)
def test_a_file_is_only_offered_across_sites_and_downloaded_within_this_one(told: Visitor, address: str) -> None:
    offered = told.get(address, headers={"sec-fetch-site": "cross-site"})
    assert "Content-Disposition" not in offered
    assert f'href="{address}"' in offered.content.decode()
    for site in ("same-origin", "none"):
        assert "attachment" in told.get(address, headers={"sec-fetch-site": site})["Content-Disposition"]
    assert "attachment" in told.get(address)["Content-Disposition"]


@pytest.mark.parametrize("address", BY_STATE)
def test_a_page_that_may_redirect_shows_the_start_page_across_sites(told: Visitor, address: str) -> None:
    shown = told.get(address, headers={"sec-fetch-site": "cross-site"}).content.decode()
    assert "/en/target-group/question/birth-month/" in shown
    assert told.get(address, headers={"sec-fetch-site": "same-origin"}).status_code == 200


@pytest.mark.parametrize(
    "address", ["/en/income/", "/en/take-along/", "/en/target-group/question/birth-month/", "/en/"]
)
def test_a_cross_site_link_to_an_ordinary_page_works_as_usual(told: Visitor, address: str) -> None:
    pages = [told.get(address, headers={"sec-fetch-site": site}).content.decode() for site in ("cross-site", "none")]
    assert len({page.split("<h1")[1].split("</h1>")[0] for page in pages}) == 1
