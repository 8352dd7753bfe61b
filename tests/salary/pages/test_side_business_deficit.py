"""A deficit of a side business: each page that asks for the surplus says that it can't calculate with it."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

SAID = {
    "en": "We can't calculate with a loss here. Ask the municipality.",
    "da": "Vi kan ikke regne med underskud her. Spørg kommunen.",
}
FIELDS = {"income": "side_business_month", "payout": "side_business"}


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("pattern", FIELDS)
@pytest.mark.parametrize(
    ("typed", "is_deficit"),
    [("-2000", True), ("−2.000", True), ("-0,01", True), ("-2000000", True), ("2000000", False), ("0", False)],
)
def test_a_deficit_is_told_apart_from_too_much(
    client: Client, language: str, pattern: str, typed: str, is_deficit: bool
) -> None:
    with override(language):
        address = reverse(pattern)
    html = client.post(address, {FIELDS[pattern]: typed, "live": "1"}).content.decode().replace("&#39;", "'")
    assert (SAID[language] in html) == is_deficit
