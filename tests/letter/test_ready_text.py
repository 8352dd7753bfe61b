"""The ready texts as PDFs: in Danish, with the language of the page alongside."""

import io

import pypdf
import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

from fleksjob_site.letter.views import TO_THE_MUNICIPALITY
from fleksjob_site.texts.ready import READY_TEXTS, ReadyText
from tests.letter.reading import plain


@pytest.mark.parametrize("variant", TO_THE_MUNICIPALITY)
@pytest.mark.parametrize("text", READY_TEXTS, ids=lambda text: text.key)
def test_a_ready_text_is_one_page_with_every_paragraph_in_each_language(
    client: Client, text: ReadyText, variant: str
) -> None:
    with override("en"):
        answer = client.get(reverse("ready-text", kwargs={"key": text.key, "variant": variant}))
    assert answer.headers["Content-Type"] == "application/pdf"
    assert not answer.cookies
    [page] = pypdf.PdfReader(io.BytesIO(answer.content)).pages
    for language in variant.split("-"):
        with override(language):
            assert all(plain(gettext(paragraph)) in plain(page.extract_text()) for paragraph in text.paragraphs)


@pytest.mark.parametrize(
    ("key", "variant"), [("nothing", "da"), (READY_TEXTS[0].key, "en"), (READY_TEXTS[0].key, "fr")]
)
def test_what_is_not_there_is_not_found(client: Client, key: str, variant: str) -> None:
    with override("en"):
        assert client.get(reverse("ready-text", kwargs={"key": key, "variant": variant})).status_code == 404


@pytest.mark.parametrize(("language", "variant"), [("da", "da"), ("en", "da-en")])
def test_the_guide_leads_to_the_texts_in_danish_and_in_its_own_language(
    client: Client, language: str, variant: str
) -> None:
    with override(language):
        page = client.get(reverse("ready-texts")).content.decode()
        for text in READY_TEXTS:
            assert f'href="{reverse("ready-text", kwargs={"key": text.key, "variant": variant})}"' in page
