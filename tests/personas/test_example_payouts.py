"""The payouts of the example persons: on their pages, in the gallery, and taken into one's own check."""

import re

from django.test import Client

from fleksjob_site.kernel.text import Kroner, Text
from fleksjob_site.personas.payouts import packed
from fleksjob_site.personas.persons import PERSONS, Person, data_of, example_of
from fleksjob_site.serving.parts import Entry
from tests.personas.looking import address, each_language, each_person, held, shown, words_of, written


@each_language
@each_person
def test_a_payout_is_shown_where_one_is_checked_and_the_gallery_says_so(
    client: Client, person: Person, language: str
) -> None:
    html, check = shown(client, "example", language, person), example_of(person).check
    words = words_of(html)
    card = shown(client, "examples", language).split(f'href="{address("example", language, person)}"')[1]
    said = "With a payout that is checked." if language == "en" else "Med en udbetaling, der er tjekket."
    assert (said in card[: card.index("</a>")]) == bool(check)
    assert ('id="payout"' in html) == bool(check)
    if check is None:
        return
    telling = person[language]
    assert telling.payout
    assert written(telling.payout, language) in words
    for month in check.months:
        for amount in (Kroner(month.paid.paid_subsidy_month), month.due.least, month.due.most):
            assert written(amount, language) in words
        for text in (month.verdict.words, *(reason.text for reason in month.reasons)):
            assert written(text if isinstance(text, Text) else Text(text), language) in words
        if month.difference_month:
            assert written(month.difference_month, language) in words


@each_language
@each_person
def test_going_on_with_the_payouts_of_a_person_gives_the_same_check(
    client: Client, person: Person, language: str
) -> None:
    sent = client.post(address("use-example", language, person), {"payout": "1"})
    check = example_of(person).check
    assert sent.headers["Location"] == address("payout" if check else "eligibility:check", language)
    assert held(client) == data_of(person)
    words = words_of(shown(client, "payout", language))
    for month in check.months if check else ():
        assert written(month.paid.month, language) in words
        assert written(month.due.most, language) in words
        assert written(Text(month.verdict.words), language) in words


def test_the_question_about_own_payouts_leads_on_to_the_payout_in_the_other_language_too(client: Client) -> None:
    use = address("use-example", "da", PERSONS["kirsten"])
    client.post(use, {"payout": "1"})
    client.post(address("payout-month", "da"), {"remove": "2026-10"})
    asked = client.post(use, {"payout": "1"}, follow=True).content.decode()
    assert f'href="{address("use-example", "en", PERSONS["kirsten"])}?payout"' in asked


@each_language
def test_own_payouts_are_replaced_only_after_asking(client: Client, language: str) -> None:
    said = "you have checked your payout" if language == "en" else "du har tjekket din udbetaling"
    kirsten = PERSONS["kirsten"]
    client.post(address("use-example", language, kirsten), {"payout": "1"})
    client.post(address("payout-month", language), {"remove": "2026-10"})
    own = client.session[Entry.PAYOUTS]
    asked = client.post(address("use-example", language, kirsten), {"payout": "1"}, follow=True)
    assert asked.status_code == 200
    assert said in words_of(asked.content.decode())
    assert client.session[Entry.PAYOUTS] == own
    # The page that asks leads on to where the visitor wanted to go.
    found = re.search(r'<input type="hidden" name="payout" value="1">', asked.content.decode())
    assert found
    sent = client.post(address("use-example", language, kirsten), {"payout": "1", "replace": "1"})
    assert sent.headers["Location"] == address("payout", language)
    assert held(client).payouts == packed(kirsten.payout)


def test_a_month_that_is_being_typed_is_not_lost_without_asking(client: Client) -> None:
    client.post(address("payout", "en"), {"wage": "8000", "live": "1"})
    assert client.session[Entry.OPEN_PAYOUT]
    use = address("use-example", "en", PERSONS["amina"])
    assert client.post(use).headers["Location"] == use
    assert client.session[Entry.OPEN_PAYOUT]
    assert client.post(address("use-example", "en", PERSONS["amina"]), {"replace": "1"}).status_code == 302
    assert Entry.OPEN_PAYOUT not in client.session


def test_an_example_without_payouts_leaves_none_of_another(client: Client) -> None:
    client.post(address("use-example", "en", PERSONS["kirsten"]))
    assert client.session[Entry.PAYOUTS]
    assert client.post(address("use-example", "en", PERSONS["amina"])).status_code == 302
    assert Entry.PAYOUTS not in client.session
