"""The app as Django starts it: registers the checks of the rates."""

from django.apps import AppConfig
from django.core.checks import register


class SalaryConfig(AppConfig):
    """The income pages and the rates."""

    name = "salary"

    def ready(self) -> None:
        from salary.management.checks import check_rates

        register(check_rates)
