"""The site's app configuration."""

from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, register


class SiteConfig(AppConfig):
    """Registers the checks of the example persons."""

    name = "fleksjob_site"

    def ready(self) -> None:
        register(_check_persons)


def _check_persons(**_options: Any) -> list[CheckMessage]:
    # Commands that run no checks need not load the pages.
    from fleksjob_site.personas.checks import check_persons

    return check_persons()
