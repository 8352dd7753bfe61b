"""Malformed and hostile requests: each gets an ordinary response, and no input comes back as markup.

A few of each kind; `make abuse` sends 50,000.
"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.abuse.asking import Tally, Visitor, listening
from tests.abuse.judging import faults_of_page
from tests.abuse.kinds import KINDS

EACH = 50


@pytest.mark.parametrize("kind", KINDS)
def test_every_hostile_request_gets_an_ordinary_response(kind: str) -> None:
    tally = Tally()

    @settings(max_examples=EACH, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def answers_calmly(data: st.DataObject) -> None:
        visitor = Visitor(kind, tally, log, guarded=kind == "tokens")
        KINDS[kind](visitor, data.draw)
        assert visitor.found == []

    with listening() as log:
        answers_calmly()
    assert tally.answered.total() >= EACH


@pytest.mark.parametrize(
    ("page", "faulty"),
    [
        ('<script src="/static/own.js"></script>', False),
        ("<script>alert(1)</script>", True),
        ('<script type="application/ld+json">{"name": "Fleksjob"}</script>', False),
        ('<script type="application/ld+json">{"name": "</script><script>alert(1)</script>"}</script>', True),
        ('<script type="application/ld+json">alert(1)</script>', True),
    ],
)
def test_data_in_a_page_is_no_script_but_must_stay_data(page: str, faulty: bool) -> None:
    found = [fault for fault in faults_of_page(page, "") if "script" in fault or "data" in fault]
    assert bool(found) == faulty
