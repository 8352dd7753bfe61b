"""The site's app configuration."""

from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, register
from django.utils.autoreload import autoreload_started

from fleksjob_site.serving.reload import watch_data_files


class SiteConfig(AppConfig):
    """What applies to the whole site from its start: the check of the example persons, and reloading."""

    name = "fleksjob_site"

    def ready(self) -> None:
        register(_check_persons)
        autoreload_started.connect(watch_data_files)


def _check_persons(**_options: Any) -> list[CheckMessage]:
    # Commands that run no checks need not load the pages.
    from fleksjob_site.personas.checks import check_persons

    return check_persons()
