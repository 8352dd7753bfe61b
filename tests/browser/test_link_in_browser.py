"""The link in a real browser: a case goes from one browser to another, and nobody else sees it."""

import logging
from typing import Any

import pytest
from django.template.loader import get_template
from django.test import RequestFactory
from django.utils.translation import override
from playwright.sync_api import Page, Request, expect

from fleksjob_site.serving.sessions import Session
from fleksjob_site.take_along.link_views import share_link
from fleksjob_site.visitor import visitor_data
from tests.browser.test_every_page import violations
from tests.browser.visiting import ASKED, WAYS, WORDS, OpenPage, answer, fill_official_example, follow
from tests.eligibility.law.answering import ON
from tests.take_along.carrying import TOLD, address

# Answers and numbers of the person below that occur in no URL and no other text on the way.
SECRETS = ("1980", "adapted", "placement", "illness", "any-work", "20750")
TOTAL = "[data-result]"


def fill_in(page: Page, language: str) -> str:
    """Answer the walk and fill in the income page; returns the total."""
    page.goto(WORDS[language]["home"])
    follow(page, "#main .way-in >> nth=0")
    follow(page, "#main a.button")
    for key in ASKED:
        answer(page, key)
    follow(page, "#main a.button")
    page.goto(WORDS[language]["income"])
    fill_official_example(page)
    page.locator("input[name=wage_kind][value=full-time]").check()
    page.locator("#id_wage").fill("20750")
    follow(page, "#main form[data-live] .button-primary")
    return page.locator(TOTAL).inner_text()


def link_of(page: Page, language: str) -> str:
    """The link that the site makes from this browser's session."""
    request = RequestFactory().get("/", headers={"host": page.url.split("/")[2]})
    request.session = Session({cookie["name"]: cookie["value"] for cookie in page.context.cookies()})
    with override(language):
        return share_link(request, visitor_data(request), ON)


@WAYS
def test_a_case_goes_from_one_browser_to_another_and_nobody_on_the_way_sees_it(
    open_page: OpenPage, server: Any, caplog: pytest.LogCaptureFixture, language: str, scripts: bool
) -> None:
    caplog.set_level(logging.DEBUG)
    django = logging.getLogger("django")
    django.addHandler(caplog.handler)
    sent: list[str] = []

    def note(request: Request) -> None:
        # Playwright reports the fragment, which the browser never sends: server.log has the rest.
        sent.append(f"{request.url.partition('#')[0]} {request.all_headers().get('referer', '')}")

    try:
        page = open_page(WORDS[language]["home"], java_script_enabled=scripts)
        page.on("request", note)
        total = fill_in(page, language)
        link = link_of(page, language)
        page.goto(address("eligibility:outcome", language))
        outcome = page.locator("#main").inner_text()

        other = open_page(WORDS[language]["home"], java_script_enabled=scripts)
        other.on("request", note)
        other.goto(link)
        if not scripts:
            other.goto(address("open-link", language))
            other.locator("#id_link").fill(link)
            follow(other, "#main form .button-primary")
        expect(other.locator("#main")).to_contain_text("1980")
        assert "#" not in other.url
        follow(other, "#main form .button-primary")
        assert other.locator("#main").inner_text() == outcome
        other.goto(WORDS[language]["income"])
        expect(other.locator(TOTAL)).to_have_text(total)
    finally:
        django.removeHandler(caplog.handler)

    fragment = link.partition("#")[2]
    assert len(server.log) > 40
    assert len(sent) > 40
    for line in [*server.log, *sent, caplog.text]:
        # Without the host, whose port could contain any number.
        line = line.replace(server.url, "")
        assert "#" not in line
        assert not [secret for secret in (*SECRETS, "v1.", fragment[3:20]) if secret in line], line


@pytest.mark.parametrize("followed", [True, False], ids=["followed", "put-into-the-address-bar"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_fragment_is_removed_from_the_address_bar_and_the_history_at_once(
    open_page: OpenPage, server: Any, language: str, followed: bool
) -> None:
    opening = address("open-link", language)
    page = open_page(WORDS[language]["home"] if followed else opening)
    with override(language):
        fragment = share_link(RequestFactory().get("/"), TOLD, ON).partition("#")[2]
    server.delay = 1
    if followed:
        page.goto(f"{opening}#{fragment}", wait_until="domcontentloaded")
        left = page.evaluate("location.href")
    else:
        # The browser loads nothing then: only the fragment of the open page changes.
        left = page.evaluate(
            """fragment => new Promise(done => {
                addEventListener("hashchange", () => done(location.href));
                location.hash = fragment;
            })""",
            fragment,
        )
    # Before the response of the server, or right after it.
    assert left in {server.url + opening, f"{server.url}{opening}?show=link"}
    expect(page.locator("#main form:not([hidden]) input[name=link]")).to_have_count(1)
    page.go_back()
    assert page.url == server.url + (WORDS[language]["home"] if followed else opening)
    expect(page.locator("#main form:not([hidden]) input[name=link]")).to_have_count(0)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_other_language_keeps_the_opened_link(open_page: OpenPage, language: str) -> None:
    other = {"da": "en", "en": "da"}[language]
    with override(language):
        link = share_link(RequestFactory().get("/"), TOLD, ON)
    page = open_page(address("open-link", language) + "#" + link.partition("#")[2])
    page.locator(f".language-switcher-header [lang={other}]").click()
    expect(page.locator("html")).to_have_attribute("lang", other)
    expect(page.locator("#main form:not([hidden]) input[name=link]")).to_have_count(1)
    assert "#" not in page.url


@pytest.mark.parametrize("fragment", ["v1.damaged", "v2.AAAA"])
def test_an_invalid_link_shows_its_error_without_a_click(open_page: OpenPage, fragment: str) -> None:
    page = open_page(f"/en/open/#{fragment}")
    expect(page.locator("[data-module=error-summary]")).to_be_focused()
    expect(page.locator("#id_link")).to_have_value(fragment)


def test_any_other_fragment_is_left_alone(open_page: OpenPage) -> None:
    page = open_page(address("open-link", "en") + "#main")
    assert page.url.endswith("#main")
    expect(page.locator("#id_link")).to_have_value("")


def show_section(page: Page, language: str) -> str:
    """Put the section with the link into the page."""
    with override(language):
        link = share_link(RequestFactory().get("/"), TOLD, ON)
        section = str(get_template("take_along/_link.html").template.module.link_section(link))
    page.evaluate("html => document.getElementById('main').insertAdjacentHTML('beforeend', html)", section)
    return link


@pytest.mark.parametrize(("language", "copied"), [("da", "Kopieret"), ("en", "Copied")])
def test_the_button_copies_the_link_and_says_so(open_page: OpenPage, language: str, copied: str) -> None:
    page = open_page(address("open-link", language), permissions=["clipboard-write"])
    link = show_section(page, language)
    status = page.locator("#link-to-copy-status[role=status]")
    expect(status).to_be_empty()
    page.locator("[data-copy]").click()
    expect(status).to_have_text(copied)
    # The site's Permissions-Policy lets no script read the clipboard; a person can paste.
    page.locator("#id_link").focus()
    page.keyboard.press("Control+V")
    expect(page.locator("#id_link")).to_have_value(link)


def test_where_copying_is_not_allowed_the_link_is_selected(open_page: OpenPage) -> None:
    page = open_page(address("open-link", "en"))
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    link = show_section(page, "en")
    page.locator("[data-copy]").click()
    expect(page.locator("#link-to-copy-status")).to_contain_text("copy it yourself")
    assert page.evaluate("getSelection().toString()") == link


def test_without_javascript_there_is_no_button_to_copy(open_page: OpenPage) -> None:
    page = open_page(address("open-link", "en"))
    show_section(page, "en")
    expect(page.locator("[data-copy]")).to_be_visible()
    page.evaluate("document.documentElement.classList.remove('js')")
    expect(page.locator("[data-copy]")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_no_page_of_the_link_breaks_a_rule(open_page: OpenPage, language: str, scheme: str) -> None:
    page = open_page(address("open-link", language), color_scheme=scheme, viewport={"width": 320, "height": 780})
    found = {}

    def check(name: str) -> None:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        found[name] = violations(page)

    follow(page, "#main form .button-primary")
    check("open in error")
    link = show_section(page, language)
    check("the section")
    page.locator("#id_link").fill(link)
    follow(page, "#main form .button-primary")
    check("confirm")
    follow(page, "#main form .button-primary")
    page.goto(address("open-link", language))
    page.locator("#id_link").fill(link)
    follow(page, "#main form .button-primary")
    check("confirm to replace")
    assert {name: rules for name, rules in found.items() if rules} == {}
