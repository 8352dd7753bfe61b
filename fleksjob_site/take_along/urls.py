"""The addresses of what there is to take along."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from fleksjob_site.take_along import views

urlpatterns = [
    path(_("take-along/"), views.take_along, name="take-along"),
    path(_("take-along/dates.ics"), views.dates, name="calendar-file"),
    path(_("take-along/amounts.csv"), views.cases, name="cases-table"),
    path(_("take-along/hours.csv"), views.curve, name="curve-table"),
]
