"""Texts with marks in them become HTML, and anything else in them stays text."""

import pytest
from django.urls import NoReverseMatch
from django.utils.translation import override

from fleksjob_site.kernel.text import Kroner, Text
from fleksjob_site.texts.rich import rich, say_html


def test_a_page_is_linked_in_the_language_of_the_page() -> None:
    with override("en"):
        assert rich("See [the rates](page:rates).") == 'See <a href="/en/rates/">the rates</a>.'
    with override("da"):
        assert rich("Se [satserne](page:rates).") == 'Se <a href="/satser/">satserne</a>.'


def test_a_danish_word_is_marked_as_danish() -> None:
    with override("en"):
        assert rich("the *kommune* decides") == 'the <i lang="da">kommune</i> decides'


def test_a_term_has_a_toggle_that_needs_no_script() -> None:
    with override("en"):
        html = rich("You get [unemployment allowance (*ledighedsydelse*)](term:ledighedsydelse).")
    assert 'href="/en/word-list/#ledighedsydelse"' in html
    assert 'popovertarget="word-ledighedsydelse"' in html
    assert '<span popover class="word-note" id="word-ledighedsydelse">' in html
    assert html.endswith("</span>.")


def test_a_text_is_marked_around_what_fills_its_places_and_not_in_their_names() -> None:
    text = Text("Wage ceiling (lønloft): {tilpasningsprocent} and {typed}", {})
    for typed, shown in (("lønloft <b>", '<i lang="da">lønloft</i> &lt;b&gt;'), ("else", "else")):
        filled = Text(text.message, {"tilpasningsprocent": Kroner(5), "typed": typed})
        marked = f'Wage ceiling (<i lang="da">lønloft</i>): DKK\u00a05 and {shown}'
        assert say_html(filled, "en") == marked
        assert say_html(filled, "da") == f"Wage ceiling (lønloft): 5\u00a0kr. and {typed}"


def test_other_marks_and_html_stay_text() -> None:
    assert rich("1 < 2 & `x` # <b>") == "1 &lt; 2 &amp; `x` # &lt;b&gt;"


@pytest.mark.parametrize(
    ("text", "error"),
    [("[x](page:nowhere)", NoReverseMatch), ("[x](to:nobody)", KeyError), ("[x](term:nothing)", KeyError),
     ("[x](https://example.dk)", KeyError)],
)  # fmt: skip
def test_a_mark_that_leads_nowhere_is_an_error(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        rich(text)
