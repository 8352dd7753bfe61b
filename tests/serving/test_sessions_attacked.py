"""Session cookies under attack: no cookie causes an error, and no data is lost without a notice."""

import json
import random
import zlib
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from fleksjob_site.pages.guides import GUIDES
from fleksjob_site.personas.persons import PERSONS, data_of
from fleksjob_site.serving import seal as sealing
from fleksjob_site.serving.parts import _SHAPES, Entry, Part
from fleksjob_site.serving.seal import MAX_COOKIE, _keys, seal, unseal
from fleksjob_site.serving.sessions import Session
from fleksjob_site.take_along.link import write
from salary.pages.employer import EmployerForm
from salary.pages.forms import IncomeForm
from salary.pages.payout_kept import NAMES
from salary.pages.stated_form import StatedWageForm
from tests.browser.sessions import ALLOWANCE, OWN_BUSINESS, STATED
from tests.conftest import TODAY
from tests.site.every_address import every_address
from tests.visitor import cookies_of

NAME = settings.SESSION_COOKIE_NAME
LOST = "Your earlier answers are gone"
FULL = "What you sent last was not saved"
QUESTION = "/en/target-group/question/birth-month/"
BORN = {"answer-month": "5", "answer-year": "1980"}
READING_A_SESSION = [
    QUESTION, "/en/target-group/outcome/", "/en/income/", "/en/income/employer/", "/en/income/employer-steps/",
    "/en/income/wage-ceiling/", "/en/income/own-business/", "/en/income/unemployment-allowance/", "/en/take-along/",
    "/en/income/employer/full-time-wage/", "/en/income/check-my-payout/", "/en/open/"]  # fmt: skip
FORM_TOKEN = "a" * 32
LINK = write(data_of(PERSONS["kirsten"]))


def sealed(content: object) -> str:
    """A valid cookie with this content, as JSON or as raw text."""
    text = content if isinstance(content, str) else json.dumps(content)
    return _keys().encrypt(FORM_TOKEN.encode() + zlib.compress(text.encode())).decode()


def size(client: Client) -> int:
    """Bytes of the largest cookie with its attributes, as it would be named and marked over https."""
    return max(len("__Host-; Secure" + cookie.OutputString()) for cookie in client.cookies.values())


def noise(letters: int) -> str:
    """Text that does not compress."""
    return "".join(map(chr, random.Random(letters).choices(range(0x10000, 0x30000), k=letters)))


@pytest.mark.parametrize("address", READING_A_SESSION)
@pytest.mark.parametrize("content", [[], 7, None, "text", "not JSON at all", "{", "[" * 400 + "]" * 400], ids=str)
def test_a_cookie_without_entries_gives_a_fresh_start_with_a_notice(
    client: Client, address: str, content: object
) -> None:
    client.cookies[NAME] = sealed(content)
    answer = client.get(address, follow=True)
    assert answer.status_code == 200
    if "csrfmiddlewaretoken" in answer.content.decode():
        assert LOST in answer.content.decode()
        assert LOST not in client.get(address, follow=True).content.decode()


@pytest.mark.parametrize("address", READING_A_SESSION)
@pytest.mark.parametrize(
    "content",
    [
        {"eligibility": []}, {"eligibility": {"birth-month": ["1980-05"]}}, {"eligibility": {"birth-month": None}},
        {"income": "200"}, {"income": {"wage": 200}}, {"income-cases": {}}, {"income-cases": [["wage"]]},
        {"income-cases": [{"wage": {}}]}, {"employer": 1}, {"full-time-wage": ["wage"]}, {"own-business": [1]},
        {"unemployment-allowance": 1}, {"employer-full-time-wage": 1}, {"payouts": {}}, {"payouts": [{"wage": "1"}]},
        {"payout-open": []}, {"as-on": 20261121}, {"as-on": "soon"}, {"lost": "yes"}, {"typed": ["13"]},
        {"income-case-removed": [1]}, {"payout-removed": {"a": 1}}], ids=str,
)  # fmt: skip
def test_an_entry_of_an_unknown_type_is_ignored_and_kept(
    client: Client, address: str, content: dict[str, object]
) -> None:
    """Only a newer release can have sealed it."""
    client.cookies[NAME] = sealed(content)
    assert client.get(address, follow=True).status_code == 200
    client.post("/en/open/", {"link": "none"})
    client.post("/en/target-group/question/birth-month/", BORN)
    held = {name: raw for cookie in client.cookies.values() for name, raw in unseal(cookie.value).content.items()}
    ((name, raw),) = content.items()
    if name == "eligibility" and isinstance(raw, dict):
        assert held[name] == {"birth-month": "1980-05"}  # The visitor has answered that question again.
    elif name not in {"eligibility", "lost"}:
        assert held[name] == raw


def test_every_entry_keeps_its_name_its_type_and_its_cookie() -> None:
    assert set(_SHAPES) == set(Entry)
    assert {name: (shape.part.value, shape.kind) for name, shape in _SHAPES.items()} == {
        **dict.fromkeys(("eligibility", "before", "typed"), ("walk", dict)), "as-on": ("walk", str),
        **dict.fromkeys(("employer", "own-business", "full-time-wage", "pages", "year"), ("income", dict)),
        **dict.fromkeys(("employer-full-time-wage", "unemployment-allowance", "income"), ("income", dict)),
        "income-case-removed": ("income", dict), "income-cases": ("income", list), "changed": ("income", str),
        **dict.fromkeys(("payouts", "payout-removed"), ("payouts", list)), "payout-open": ("payouts", dict),
        "employer-start": ("income", dict), "opened": ("link", dict),
    }  # fmt: skip


def test_no_template_touches_the_session() -> None:
    templates = Path(settings.BASE_DIR, "templates").rglob("*.*")
    assert [str(file) for file in templates if "request.session" in file.read_text("utf-8")] == []


def test_a_decompression_bomb_in_a_cookie_is_not_decompressed(client: Client) -> None:
    flood = '{"employer": {"wage": "' + "9" * 2_000_000 + '"}}'
    client.cookies[NAME] = sealed(flood)
    assert len(client.cookies[NAME].value) < MAX_COOKIE
    assert LOST in client.get(QUESTION).content.decode()


@pytest.mark.parametrize("header", [
    f"{NAME}=", f"{NAME}=;;;=", f"{NAME}=\x7f\x01", f'{NAME}="\\303"', f"{NAME}={'A' * 20_000}", f"{NAME}=æ; {NAME}=ø",
    "; ".join(f"c{number}={number}" for number in range(1500)), "=" * 5000, f"__Host-{NAME}=x", f"{NAME}=short",
], ids=lambda header: repr(header[:20]))  # fmt: skip
def test_no_cookie_header_is_an_error(client: Client, header: str) -> None:
    for address in (*READING_A_SESSION, "/en/", "/api/v1/rates"):
        assert client.get(address, headers={"cookie": header}).status_code in {200, 302}


@pytest.mark.parametrize("junk", ["x", "short", "A" * 20_000])
def test_a_short_or_a_huge_cookie_counts_as_lost(client: Client, junk: str) -> None:
    client.cookies[NAME] = junk
    assert LOST in client.get(QUESTION).content.decode()
    assert LOST not in client.get(QUESTION).content.decode()


MUCH = {name: noise(60 + number) for number, name in enumerate(IncomeForm.base_fields)}


@pytest.mark.parametrize(("language", "words"), [("/en", FULL), ("", "Det sidste, du sendte, er ikke gemt")])
def test_input_that_does_not_fit_gets_a_notice_and_old_data_stays(client: Client, language: str, words: str) -> None:
    income = {"": "/indkomst/", "/en": "/en/income/"}[language]
    client.post(QUESTION, BORN)
    employer = {name: noise(90 + number) for number, name in enumerate(EmployerForm.base_fields)}
    client.post("/en/income/employer/", employer)
    client.post(income, {"wage": "200", "hours_per_week": "18"})
    client.post(income, MUCH)
    assert size(client) <= MAX_COOKIE
    html = client.get(income).content.decode()
    assert words in html
    assert 'value="200"' in html
    client.post(income, {"wage": "201"})
    assert words not in client.get(income).content.decode()
    assert client.get("/en/target-group/question/where-you-live/").status_code == 200


def test_a_cookie_above_the_limit_of_this_release_stays_unchanged(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.post("/en/income/employer/", {"wage": noise(90)})
    kept = client.cookies[Part.INCOME.cookie].value
    monkeypatch.setattr(sealing, "_MAX_PACKED", 200)
    assert client.post("/en/income/", {"wage": noise(60)}).status_code == 302
    assert client.cookies[Part.INCOME.cookie].value == kept


def test_a_form_is_stored_again_once_it_fits() -> None:
    guarded = Client(enforce_csrf_checks=True)
    html = guarded.get("/en/income/").content.decode()
    token = html.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    employer = {name: noise(90 + number) for number, name in enumerate(EmployerForm.base_fields)}
    guarded.post("/en/income/employer/", employer | {"csrfmiddlewaretoken": token})
    assert guarded.post("/en/income/", MUCH | {"csrfmiddlewaretoken": token}).status_code == 302
    assert guarded.post("/en/income/", {"wage": "200", "csrfmiddlewaretoken": token}).status_code == 302
    assert guarded.post("/en/income/", {"wage": "200", "csrfmiddlewaretoken": "b" * 64}).status_code == 403


def test_no_cookie_is_larger_than_browsers_keep() -> None:
    before = seal("a" * 12, {"employer": {"wage": noise(400)}})
    assert before
    attributes = "; HttpOnly; Path=/; SameSite=Lax; Secure"
    outcomes = []
    for letters in range(0, 1500, 11):
        session = Session({Part.TOKEN.cookie: sealed({}), Part.INCOME.cookie: before})
        session["income"] = {"wage": noise(letters)}
        stored = session.cookies_after_form()[Part.INCOME.cookie] or ""
        assert len(f"__Host-session-payouts={stored}{attributes}") <= MAX_COOKIE
        reopened = unseal(stored).content
        assert reopened["employer"]
        assert ("full" in reopened) != ("income" in reopened)
        outcomes.append("full" in reopened)
    assert outcomes == sorted(outcomes)  # Up to some length everything is stored, and beyond it nothing.
    assert outcomes.index(True) > 50


def test_a_full_visit_with_twelve_months_fills_at_most_half_of_each_cookie() -> None:
    income = {name: f"{number}.123,45" for number, name in enumerate(IncomeForm.base_fields)}
    answers = max([person.answers for person in PERSONS.values()], key=len)
    chance = random.Random(1)
    months = [[f"{chance.randint(1, 29999)},{chance.randint(10, 99)}" for _ in NAMES] for _ in range(12)]
    months[1:] = [month[: NAMES.index("taxed_goods")] for month in months[1:]]  # Pay that is special is rare.
    stated = dict.fromkeys(StatedWageForm(STATED, require_all=False).fields, "123.456,78")
    more = {"own-business": OWN_BUSINESS, "unemployment-allowance": ALLOWANCE, "employer-full-time-wage": stated}
    everything = {"eligibility": answers, "opened": {"link": LINK}, "income-cases": [income] * 3, "payouts": months}
    cookies = cookies_of(everything | more | dict.fromkeys(("income", "employer", "full-time-wage"), income))
    assert set(cookies) == {part.cookie for part in Part}
    assert max(map(len, cookies.values())) < MAX_COOKIE / 2


def test_the_length_of_a_cookie_reveals_little() -> None:
    assert len({len(cookies_of({"income": {"wage": noise(n)}})[Part.INCOME.cookie]) for n in range(60)}) <= 3


def test_a_copied_cookie_is_valid_like_its_original_until_a_day_after_its_last_use(client: Client) -> None:
    client.post(QUESTION, BORN)
    copied = {name: cookie.value for name, cookie in client.cookies.items()}
    client.post("/en/delete-my-answers/")
    thief = Client()
    thief.cookies.load(copied)
    assert 'value="1980"' in thief.get(QUESTION).content.decode()
    with time_machine.travel(TODAY + timedelta(hours=25)):
        late = Client()
        late.cookies.load(copied)
        html = late.get(QUESTION).content.decode()
        assert LOST in html
        assert 'value="1980"' not in html


def test_a_cookie_from_more_than_a_minute_in_the_future_is_rejected(client: Client) -> None:
    for ahead, opens in [(50, True), (120, False)]:
        with time_machine.travel(TODAY + timedelta(seconds=ahead)):
            client.cookies[NAME] = sealed({"eligibility": {"birth-month": "1980-05"}})
        with time_machine.travel(TODAY):
            assert ('value="1980"' in client.get(QUESTION).content.decode()) is opens


@pytest.mark.parametrize(("name", "address"), every_address().items())
def test_no_page_sets_a_cookie_once_there_is_one(client: Client, name: str, address: str) -> None:
    client.post(QUESTION, BORN)
    answer = client.get(address)
    assert not answer.cookies
    if name in WITHOUT_SESSION or name.startswith("api:"):
        assert "Cookie" not in answer.headers.get("Vary", "")


WITHOUT_SESSION = {
    *(guide.key for guide in GUIDES), "home", "rates-table", "sitemap", "robots", "llms-txt", "answers-deleted",
    "examples", "example-large", "eligibility:start", "damaged-link"}  # fmt: skip
