"""Questions that touch the subject of a guide lead to it from "Why we ask"."""

import re

import pytest
from django.urls import reverse
from django.utils.translation import override

from eligibility.law.flow import walk
from eligibility.law.questions import BY_KEY
from fleksjob_site.pages.guides import GUIDES
from fleksjob_site.texts.step_links import QUESTION_LINKS
from tests.eligibility.law.answering import ON, every_way
from tests.eligibility.pages.test_walk import address
from tests.visitor import Visitor


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("key", QUESTION_LINKS)
def test_a_question_leads_to_its_guide(client: Visitor, key: str, language: str) -> None:
    guide = re.fullmatch(r"\[[^]]+\]\(page:([a-z-]+)\)", QUESTION_LINKS[key])
    assert guide
    assert guide[1] in {known.key for known in GUIDES}
    client.tells(eligibility=next(way for way in every_way() if key in walk(way, ON).answers))
    html = client.get(address("question", language, question=BY_KEY[key])).content.decode()
    why = re.search(r'<details[^>]*id="why".*?</details>', html, re.DOTALL)
    with override(language):
        assert why
        assert f'href="{reverse(guide[1])}"' in why[0]
