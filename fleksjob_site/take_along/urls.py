"""URLs of the page to save, print or share a case, its files, and shared links that arrive damaged."""

from django.urls import include, path, register_converter
from django.urls.converters import StringConverter
from django.utils.translation import gettext_lazy as _

from fleksjob_site.take_along import link_views, views


class FragmentConverter(StringConverter):
    """The part of a link that should have followed the #."""

    regex = r".*v[0-9]+\..*"


register_converter(FragmentConverter, "fragment")

urlpatterns = [
    # A mail program may have turned the # of a link into part of the path.
    path(_("open/"), include([path("<fragment:rest>", link_views.damaged_link, name="damaged-link")])),
    path(_("take-along/"), views.take_along, name="take-along"),
    path(_("take-along/dates.ics"), views.dates, name="calendar-file"),
    path(_("take-along/answers.txt"), views.answers, name="answers-file"),
    path(_("take-along/amounts.csv"), views.cases, name="cases-table"),
    path(_("take-along/hours.csv"), views.curve, name="curve-table"),
    path(_("take-along/year.csv"), views.year, name="year-table"),
    path(_("take-along/year.ics"), views.year_calendar, name="year-calendar"),
    path(_("take-along/own-business.ics"), views.own_business_calendar, name="own-business-calendar"),
    path(_("take-along/employer.ics"), views.employer_calendar, name="employer-calendar"),
]
