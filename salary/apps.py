"""The app as Django starts it: registers the checks of the rates."""

from django.apps import AppConfig
from django.core.checks import register


class SalaryConfig(AppConfig):
    """The income pages and the rates."""

    name = "salary"

    def ready(self) -> None:
        from salary.checks import rates_are_there_and_published

        register(rates_are_there_and_published)
