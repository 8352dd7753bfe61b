"""The site's app configuration."""

from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, register
from django.utils.autoreload import autoreload_started

from fleksjob_site.serving.reload import watch_data_files


class SiteConfig(AppConfig):
    """Registers the site's system checks, and reloading of data files."""

    name = "fleksjob_site"

    def ready(self) -> None:
        register(_check_persons)
        register(_check_outdated)
        autoreload_started.connect(watch_data_files)


def _check_persons(**_options: Any) -> list[CheckMessage]:
    # Imported here so that commands without checks don't load the pages.
    from fleksjob_site.personas.checks import check_persons

    return check_persons()


def _check_outdated(**_options: Any) -> list[CheckMessage]:
    from fleksjob_site.management.checks import check_outdated

    return check_outdated()
