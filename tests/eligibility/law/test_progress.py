"""The bar above the questions: it never goes back, whatever is answered, and is never full before the end."""

from fractions import Fraction

from eligibility.law.flow import share_passed, walk
from tests.eligibility.law.answering import ON, every_way


def test_every_answer_brings_one_further() -> None:
    for answers in every_way()[::20]:
        way, stored = [], dict[str, str]()
        while question := (step := walk(stored, ON)).next:
            way.append(share_passed(step, question, ON))
            stored[question.key] = answers[question.key]
        assert way == sorted(set(way))
        assert way[0] > 0
        assert way[-1] < 1
        # Some walks end at the first question, or at the one about the situation: until then most may still come.
        assert way[-1] > Fraction(1, 2) or list(stored)[-1] in {"birth-month", "situation"}
