"""Print everything that cites a paragraph: what to read again when the law changes."""

from itertools import groupby
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from fleksjob_site.kernel import concordance
from fleksjob_site.management.citations import citations, cited_at, document_named


class Command(BaseCommand):
    """`manage.py where "LAB § 123"`"""

    help = "Print every rule, question, page, word and rate that rests on a paragraph, by any number it has or had."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("place", help='"LAB § 123", "LAB § 123, stk. 2" or "LAB" for the whole act')

    def handle(self, *args: Any, **options: Any) -> None:
        short, sign, rest = options["place"].partition(" §")
        paragraph = f"§{rest}" if sign else ""
        try:
            document = document_named(short)
        except KeyError:
            message = f"No document is called {short!r}; kernel/law.py and texts/sources.toml have them."
            raise CommandError(message) from None
        for name, number in concordance.names_of(document, paragraph):
            days = [f"from {entry.since}" for entry in concordance.CONCORDANCE if entry.new == name]
            days += [f"until {entry.since}" for entry in concordance.CONCORDANCE if entry.old == name]
            self.stdout.write(f"{name.short} {number}".strip() + (f" ({', '.join(days)})" if days else ""))
        found = cited_at(document, paragraph, tuple(citations()))
        for kind, group in groupby(found, lambda citation: citation.kind):
            self.stdout.write(f"\n{kind}")
            for citation in dict.fromkeys(group):
                self.stdout.write(f"  {citation.where}  {citation.place}")
        if not found:
            self.stdout.write("\nNothing rests on it.")
