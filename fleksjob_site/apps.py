"""The site's app configuration."""

from django.apps import AppConfig
from django.utils.autoreload import autoreload_started

from fleksjob_site.serving.reload import watch_data_files


class SiteConfig(AppConfig):
    """What applies to the whole site from its start."""

    name = "fleksjob_site"

    def ready(self) -> None:
        autoreload_started.connect(watch_data_files)
