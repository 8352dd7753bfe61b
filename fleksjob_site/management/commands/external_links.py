"""Prints every address outside the site with what one finds there, a line each: input for a link check."""

from typing import Any

from django.core.management.base import BaseCommand

from fleksjob_site.pages.addresses import addresses


class Command(BaseCommand):
    """`manage.py external_links`: address, tab, words."""

    help = "Print every address outside the site, with what one finds there."

    def handle(self, *args: Any, **options: Any) -> None:
        for url, words in addresses().items():
            self.stdout.write(f"{url}\t{words}")
