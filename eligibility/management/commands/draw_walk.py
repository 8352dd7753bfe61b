"""Write the whole walk as one document that a lawyer can check: questions, conditions and outcomes."""

from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.template.loader import render_to_string
from django.utils.timezone import localdate
from django.utils.translation import override

from eligibility.law.assessment import LADDER
from eligibility.law.criteria import CRITERIA
from eligibility.law.questions import BY_KEY, QUESTIONS
from eligibility.law.questions.question import DONT_KNOW
from eligibility.review.drawing import LETTERS, NUMBERS, judgements
from fleksjob_site.texts.sources import RULES_CHECKED


class Command(BaseCommand):
    """`manage.py draw_walk --language da --output walk.html`"""

    help = "Write the questions, conditions and outcomes of the walk as tables in one HTML file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--language", choices=[code for code, _ in settings.LANGUAGES], required=True)
        parser.add_argument("--on", type=date.fromisoformat, metavar="2026-11-21", help="a day; today if left out")
        parser.add_argument("--output", type=Path, metavar="FILE", help="a file; standard output if left out")

    def handle(self, *args: Any, **options: Any) -> None:
        on = options["on"] or localdate()
        with override(options["language"]):
            document = render_to_string("eligibility/drawing.html", drawing(on) | {"language": options["language"]})
        if options["output"]:
            options["output"].write_text(document, "utf-8")
        else:
            self.stdout.write(document)


def drawing(on: date) -> dict[str, Any]:
    """What the document shows, in the language that is active."""
    conditions = [(criterion, judgements(criterion, on)) for criterion in CRITERIA]
    sources = [source for question in QUESTIONS for source in question.sources]
    for criterion, rows in conditions:
        sources += [*criterion.sources, *criterion.own_business_sources, *(s for row in rows for s in row.sources)]
    return {
        "on": on,
        "rules_checked": RULES_CHECKED,
        "questions": QUESTIONS,
        "question_of": BY_KEY,
        "dont_know": DONT_KNOW,
        "conditions": conditions,
        "ladder": LADDER,
        "numbers": NUMBERS,
        "letters": LETTERS,
        "documents": tuple(dict.fromkeys(source.document for source in sources)),
    }
