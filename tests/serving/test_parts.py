"""When cookies are set: pages change nothing, forms only their own part, and a deletion is final."""

from datetime import timedelta

import pytest
import time_machine
from django.http import HttpRequest, HttpResponse, SimpleCookie
from django.test import RequestFactory

from fleksjob_site.serving.parts import Entry, Part
from fleksjob_site.serving.sessions import deleted_cookie, sessions
from tests.conftest import TODAY
from tests.visitor import Visitor, session_of

QUESTION = "/en/target-group/question/birth-month/"
BORN = {"answer-month": "5", "answer-year": "1980"}
MONTH = {"month-month": "5", "month-year": "2026", "wage_kind": "with-pension", "wage": "15000", "subsidy": "9000",
         "ceiling_kind": "unknown"}  # fmt: skip
FORMS = {
    Part.WALK: (QUESTION, BORN),
    Part.INCOME: ("/en/income/", {"wage": "200"}),
    Part.PAYOUTS: ("/en/income/check-my-payout/", MONTH),
    Part.LINK: ("/en/open/", {"link": "none"}),
}
PAGES = [QUESTION, "/en/income/", "/en/income/employer/", "/en/income/check-my-payout/", "/en/take-along/", "/en/open/"]
FILES = ["/en/letter/en.pdf", "/en/take-along/amounts.csv"]


@pytest.fixture
def visitor(client: Visitor) -> Visitor:
    """A visitor who has entered something in each part."""
    for address, typed in FORMS.values():
        client.post(address, typed)
    return client


def test_a_page_sets_the_form_token_and_nothing_else(client: Visitor) -> None:
    for address in PAGES:
        client.cookies.clear()
        assert set(client.get(address).cookies) <= {Part.TOKEN.cookie}
    assert dict(client.session.items()).keys() == {"_csrftoken"}


@pytest.mark.parametrize(("hours", "resealed"), [(0, False), (2.9, False), (3.1, True)])
def test_pages_reseal_only_after_three_hours_and_change_nothing(visitor: Visitor, hours: float, resealed: bool) -> None:
    before = dict(visitor.session.items())
    for address in PAGES:
        with time_machine.travel(TODAY + timedelta(hours=hours)):
            answer = visitor.get(address)
        assert set(answer.cookies) == ({part.cookie for part in Part} if resealed else set())
        if resealed:
            with time_machine.travel(TODAY + timedelta(hours=hours + 23)):
                assert dict(session_of(answer.cookies).items()) == before
            break


@pytest.mark.parametrize("address", FILES)
def test_a_file_sets_no_cookie_however_old_the_seal_is(visitor: Visitor, address: str) -> None:
    visitor.post("/en/examples/amina/use/", {"replace": "1"})
    with time_machine.travel(TODAY + timedelta(hours=20)):
        answer = visitor.get(address)
        assert "attachment" in answer["Content-Disposition"]
        assert not answer.cookies
        file = visitor.post("/en/take-along/dates.ics")
        assert "attachment" in file["Content-Disposition"]
        assert not file.cookies


@pytest.mark.parametrize("part", FORMS)
def test_a_form_sets_only_its_own_part(visitor: Visitor, part: Part) -> None:
    address, typed = FORMS[part]
    changed = {**typed, "answer-year": "1981", "wage": "12345", "link": "nothing"}
    assert set(visitor.post(address, changed | {"live": "1"}).cookies) == {part.cookie}


@pytest.mark.parametrize("part", FORMS)
def test_cookies_that_arrive_after_a_deletion_are_ignored(visitor: Visitor, part: Part) -> None:
    with time_machine.travel(TODAY + timedelta(hours=4)):
        # The responses to a page, which reseals everything, and to a form are still on their way.
        late = [visitor.get("/en/income/").cookies, visitor.post(FORMS[part][0], {"live": "1", "wage": "9"}).cookies]
        visitor.post("/en/delete-my-answers/")
        for cookies in late:
            visitor.cookies.update(SimpleCookie({name: morsel.value for name, morsel in cookies.items()}))
        assert dict(visitor.session.items()) == {}
        assert "Your earlier answers are gone" not in visitor.get("/en/income/").content.decode()
        # What is entered from then on belongs to a new session.
        visitor.post(*FORMS[part])
        assert dict(visitor.session.items()).keys() - {"_csrftoken"} != set()


def test_the_last_four_deletions_are_remembered_by_session_id_only(client: Visitor) -> None:
    ids = []
    for _ in range(6):
        client.post(QUESTION, BORN)
        answer = client.post("/en/delete-my-answers/")
        cookie = answer.cookies[deleted_cookie()]
        ids.append(cookie.value.split(".")[0])
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert cookie["max-age"] == 24 * 60 * 60 + 60
    assert len(set(ids)) == 6
    assert client.cookies[deleted_cookie()].value.split(".") == ids[:1:-1]


@pytest.mark.parametrize("junk", ["", "x", "....", "æ", "a" * 5000, "=;\x7f"])
def test_a_malformed_list_of_deletions_deletes_nothing(visitor: Visitor, junk: str) -> None:
    visitor.cookies[deleted_cookie()] = junk
    assert 'value="1980"' in visitor.get(QUESTION).content.decode()


def test_deleting_asks_for_confirmation_and_links_back(visitor: Visitor) -> None:
    page = visitor.get("/en/delete-my-answers/", headers={"referer": "http://testserver/en/income/"})
    assert "Delete all your answers?" in page.content.decode()
    assert 'href="/en/income/">Keep my answers' in page.content.decode()
    for referer in ("https://evil.example/en/income/", "http://testserver//evil.example/", "http://testserver/x", "//"):
        page = visitor.get("/en/delete-my-answers/", headers={"referer": referer})
        assert 'href="/en/">Keep my answers' in page.content.decode()
    assert 'value="1980"' in visitor.get(QUESTION).content.decode()


def test_a_form_from_before_a_deletion_gets_a_notice() -> None:
    guarded = Visitor(enforce_csrf_checks=True)
    token = guarded.get("/en/income/").content.decode().split('csrfmiddlewaretoken" value="')[1][:64]
    guarded.post("/en/delete-my-answers/", {"csrfmiddlewaretoken": token})
    refused = guarded.post("/en/income/", {"wage": "200", "csrfmiddlewaretoken": token})
    assert refused.status_code == 403
    assert "You have deleted your answers" in refused.content.decode()
    assert "You have deleted your answers" not in guarded.post("/en/income/", {"wage": "200"}).content.decode()


def test_a_removed_case_or_month_can_be_put_back_with_all_its_fields(client: Visitor) -> None:
    typed = {"hours_per_week": "18", "efficiency_percent": "100", "wage_kind": "hourly", "wage": "200",
             "month-month": "5", "month-year": "2024", "keep": "1"}  # fmt: skip
    client.post("/en/income/", typed)
    client.post(*FORMS[Part.PAYOUTS])
    before = dict(client.session.items())
    page = client.get("/en/income/").content.decode()
    case = {"case": page.split('name="case" value="')[1][:12]}
    removed = client.post("/en/income/without-case/", case, follow=True)
    client.post("/en/income/case-back/", dict(fields(removed.content.decode())))
    removed = client.post("/en/income/check-my-payout/month/", {"remove": "2026-05"}, follow=True)
    assert "payouts" not in client.session or not client.session["payouts"]
    client.post(
        "/en/income/check-my-payout/month-back/", {"value": [text for _, text in fields(removed.content.decode())]}
    )
    assert {name: client.session[name] for name in ("income-cases", "payouts")} == {
        name: before[name] for name in ("income-cases", "payouts")
    }


def fields(html: str) -> list[tuple[str, str]]:
    """The hidden fields of the form that restores something."""
    form = html.split('-back/">')[1].split("</form>")[0]
    found = [line.split('"') for line in form.splitlines() if 'type="hidden"' in line]
    return [(parts[3], parts[5]) for parts in found if parts[3] != "csrfmiddlewaretoken"]


@pytest.mark.parametrize(("method", "stored"), [("get", False), ("head", False), ("post", True)])
def test_only_a_form_can_store_anything(method: str, stored: bool) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        request.session[Entry.WALK] = {"birth-month": "1980-05"}
        return HttpResponse()

    answer = sessions(view)(getattr(RequestFactory(), method)("/"))
    assert (Part.WALK.cookie in answer.cookies) is stored
