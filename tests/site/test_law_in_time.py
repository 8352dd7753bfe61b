"""Pages, letters and the API cite the act of the day, and every citation can be renumbered."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.concordance import numbers_in, repealed_on
from fleksjob_site.kernel.law import LAB
from fleksjob_site.kernel.source import Source
from fleksjob_site.letter.content import letter
from fleksjob_site.management.citations import Citation, citations, cited_at
from fleksjob_site.personas.persons import PERSONS, data_of
from salary.law.calculation import calculate
from salary.law.case import Case
from tests.api.asking import SENT, post
from tests.renumbering import NEW_ACT, SINCE, renumbered

CITATIONS = tuple(citations())
ALL_OF_THE_ACT = {
    number: f"§ {number.removeprefix('§ ')} x"
    for citation in CITATIONS
    if citation.document == LAB
    for number in numbers_in(citation.paragraph)
}
PERSON = PERSONS["amina"]
SOURCES = (Source(LAB, "§ 122, stk. 1"), Source(LAB, "§ 123, stk. 1"))
LAST_DAY, FIRST_DAY = date(2026, 12, 31), SINCE
OLD, NEW = f">{LAB.short} §", f">{NEW_ACT.short} §"


@pytest.fixture
def new_act() -> Iterator[None]:
    with renumbered(ALL_OF_THE_ACT):
        yield


# Citations that end with their document: history, or advice that ends on the same day.
HISTORY = ("eligibility/law/steps.py", "templates/guides/the_way.html", "rehabiliteringsplan")


def without_an_entry(among: tuple[Citation, ...]) -> list[str]:
    """Citations of replaced or repealed acts without a later number."""
    now = [c for c in among if c.kind != "rates" and not (c.document.until and c.where.startswith(HISTORY))]
    sources = [(c, Source(c.document, c.paragraph), repealed_on(c.document)) for c in now]
    return [f"{c.where}: {c.place}" for c, source, repealed in sources if repealed and source.on(repealed).remark]


def test_every_citation_of_a_replaced_act_has_an_entry() -> None:
    assert without_an_entry(CITATIONS) == []


def test_a_paragraph_missing_from_the_concordance_is_found() -> None:
    with renumbered({number: new for number, new in ALL_OF_THE_ACT.items() if number != "§ 119"}):
        missing = without_an_entry(CITATIONS)
    assert missing
    assert all("119" in place or "117-122" in place or "§§" in place for place in missing)


@pytest.mark.usefixtures("new_act")
def test_a_renumbering_needs_no_more_than_the_concordance() -> None:
    assert without_an_entry(CITATIONS) == []


def outcome_page(client: Client, day: date) -> str:
    client.post(f"/en/examples/{PERSON.key}/use/", {"replace": "yes"})
    client.post("/en/target-group/outcome/another-day/", {"day": day.isoformat()})
    return client.get("/en/target-group/outcome/").content.decode()


@pytest.mark.usefixtures("new_act")
def test_the_outcome_as_on_a_day_cites_the_act_of_that_day(client: Client) -> None:
    before, after = outcome_page(client, LAST_DAY), outcome_page(client, FIRST_DAY)
    assert (OLD in before, NEW in before) == (True, False)
    assert (OLD in after, NEW in after) == (False, True)


@pytest.mark.usefixtures("new_act")
def test_a_question_as_on_a_day_cites_the_act_of_that_day(client: Client) -> None:
    outcome_page(client, LAST_DAY)
    address = "/en/target-group/question/birth-month/"
    assert OLD in client.get(address).content.decode()
    outcome_page(client, FIRST_DAY)
    assert NEW in client.get(address).content.decode()


@pytest.mark.usefixtures("new_act")
def test_a_guide_cites_the_act_of_today(client: Client) -> None:
    assert OLD in client.get("/en/how-it-works/").content.decode()
    with time_machine.travel(datetime(2027, 1, 1, 12, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))):
        page = client.get("/en/how-it-works/").content.decode()
    assert (OLD in page, NEW in page) == (False, True)


@pytest.mark.usefixtures("new_act")
@pytest.mark.parametrize(("day", "short"), [(LAST_DAY, LAB.short), (FIRST_DAY, NEW_ACT.short)])
def test_the_api_cites_the_act_of_the_day_it_is_asked_about(client: Client, day: date, short: str) -> None:
    answer = post(client, "eligibility", {"answers": SENT, "on": day.isoformat()}).json()
    acts = {source["law"] for finding in answer["findings"] for source in finding["sources"]}
    assert acts & {LAB.short, NEW_ACT.short} == {short}


@pytest.mark.usefixtures("new_act")
@pytest.mark.parametrize(("day", "short"), [(LAST_DAY, LAB.short), (FIRST_DAY, NEW_ACT.short)])
def test_the_letter_cites_the_act_of_its_day_and_each_short_name_stands_for_one_act(day: date, short: str) -> None:
    told = data_of(PERSON)
    blocks = letter(told, day, LAST_DAY)
    cited = [item for block in blocks if block.kind == "sources" for item in block.items]
    assert any(item.startswith(f"{short} § 116") for item in cited)
    assert not any(item.startswith("NYLOV § 116" if short == "LAB" else "LAB § 116") for item in cited)
    key = next(block.items for block in blocks if block.kind == "documents")
    names = [item.split(":")[0] for item in key]
    assert sorted(set(names)) == sorted(names)
    assert short in names


@pytest.mark.usefixtures("new_act")
def test_the_income_of_a_month_cites_the_act_of_that_month() -> None:
    december = Month.of(LAST_DAY)
    steps = calculate(Case.from_fields(december, wage_month=Decimal(9000))).steps
    assert {source.document for step in steps for source in step.sources} & {LAB, NEW_ACT} == {LAB}
    # The rates of the next year are not known yet; the steps of its months would cite the new act.
    assert {source.on(december.plus(months=1).first_day).document for source in SOURCES} == {NEW_ACT}


def test_where_prints_citations_of_a_paragraph_by_its_old_and_its_new_number() -> None:
    with renumbered(ALL_OF_THE_ACT):
        by_old, by_new = StringIO(), StringIO()
        call_command("where", "LAB § 123, stk. 3", stdout=by_old)
        call_command("where", "NYLOV § 123 x, stk. 3", stdout=by_new)
    old, new = (written.getvalue().partition("\n\n") for written in (by_old, by_new))
    assert "LAB § 123, stk. 3 (until 2027-01-01)" in old[0]
    assert "NYLOV § 123 x, stk. 3 (from 2027-01-01)" in old[0]
    assert set(old[0].split("\n")) == set(new[0].split("\n"))
    assert old[2] == new[2]
    assert "salary/law/ceiling.py" in old[2]
    assert "templates/guides/the_way.html" in old[2]


def test_where_finds_rules_questions_rates_and_words() -> None:
    kinds = {citation.kind for citation in cited_at(LAB, "§ 123", CITATIONS)}
    assert kinds == {"rules", "rates", "pages", "other code", "words"}
    questions = [c.where for c in cited_at(LAB, "§ 119", CITATIONS) if c.kind == "questions"]
    assert "present-workplace" in questions


@pytest.mark.parametrize(
    ("asked", "cited", "meets"),
    [
        ("§ 123", "§ 123, stk. 2", True),
        ("§ 123, stk. 2", "§ 123", True),
        ("§ 123, stk. 2", "§ 123, stk. 1-3", True),
        ("§ 123, stk. 2", "§ 123, stk. 3", False),
        ("§ 122", "§§ 121-123", True),
        ("§ 124", "§§ 121-123", False),
        ("§ 126", "§ 126 a", False),
        ("§ 189 a", "§ 126, stk. 5, jf. § 189 a", True),
        ("", "§ 126 a", True),
        ("§ 5", "§§ 3 og 5", True),
        ("§ 4", "§§ 3 og 5", False),
        ("§ 123", "kap. 12", False),
    ],
)
def test_a_paragraph_matches_citations_of_itself_and_of_what_contains_it(asked: str, cited: str, meets: bool) -> None:
    one = Citation("rules", "here", LAB, cited)
    assert cited_at(LAB, asked, [one]) == ((one,) if meets else ())


def test_where_reports_an_unknown_act_and_a_paragraph_without_citations() -> None:
    with pytest.raises(CommandError, match="No document is called 'LOV 1'"):
        call_command("where", "LOV 1 § 2")
    written = StringIO()
    call_command("where", "BEK 247/2022 § 16", stdout=written)
    assert written.getvalue().endswith("Nothing rests on it.\n")


def test_every_call_of_source_in_a_template_is_read() -> None:
    pages = [citation for citation in CITATIONS if citation.kind == "pages"]
    texts = [path.read_text("utf-8") for path in (settings.BASE_DIR / "templates").rglob("*.html")]
    assert len(pages) == sum(text.count('source("') for text in texts)
