"""The files download in a real browser, with and without JavaScript, and the page stays open."""

from pathlib import Path

from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import expect

from tests.browser.visiting import ASKED, WAYS, WORDS, OpenPage, answer, fill_official_example, follow


@WAYS
def test_files_download_and_the_page_stays(open_page: OpenPage, language: str, scripts: bool) -> None:
    page = open_page(WORDS[language]["home"], java_script_enabled=scripts, accept_downloads=True)
    follow(page, "#main .way-in >> nth=0")
    follow(page, "#main a.button")
    for key in ASKED:
        answer(page, key)
    page.goto(WORDS[language]["income"])
    fill_official_example(page)
    follow(page, "#main form[data-live] .button-primary")
    with override(language):
        address = reverse("take-along")
    follow(page, f"#main a.button[href='{address}']")
    page.locator("#id_decided").fill("20.11.2026")
    begins = {"#main form .button-primary": b"BEGIN:VCALENDAR", "#amounts ~ ul a >> nth=0": b"\xef\xbb\xbf",
              "#amounts ~ ul a >> nth=1": b"\xef\xbb\xbf"}  # fmt: skip
    for where, start in begins.items():
        with page.expect_download() as download:
            page.locator(where).click()
        assert Path(download.value.path()).read_bytes().startswith(start)
        assert "fle" in download.value.suggested_filename
    assert page.url.endswith(address)
    expect(page.locator("#id_decided")).to_have_value("20.11.2026")
