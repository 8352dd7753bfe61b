"""Print every external URL with its description, one a line: input for a link checker."""

from typing import Any

from django.core.management.base import BaseCommand

from fleksjob_site.pages.addresses import addresses


class Command(BaseCommand):
    """`manage.py external_links`: address, tab, words."""

    help = "Print every external URL, with a description."

    def handle(self, *args: Any, **options: Any) -> None:
        for url, words in addresses().items():
            self.stdout.write(f"{url}\t{words}")
