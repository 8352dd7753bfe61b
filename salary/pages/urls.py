"""The addresses of the income page."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from salary.pages import ceiling_views, views
from salary.pages import payout_views as payout
from salary.pages.allowance_views import allowance_page
from salary.pages.employer_steps_views import employer_steps
from salary.pages.employer_views import employer
from salary.pages.own_business_views import own_business_page
from salary.pages.roads_views import other_roads
from salary.pages.stated_views import stated_wage_page
from salary.pages.year_views import year

urlpatterns = [
    path("", views.income, name="income"),
    path(
        _("employer/"),
        include(
            [
                path("", employer, name="employer-income"),
                path(_("full-time-wage/"), stated_wage_page, name="employer-full-time-wage"),
            ]
        ),
    ),
    path(_("employer-steps/"), employer_steps, name="employer-steps"),
    path(_("year/"), year, name="year"),
    path(_("own-business/"), own_business_page, name="own-business"),
    path(_("unemployment-allowance/"), allowance_page, name="allowance"),
    path(_("other-roads/"), other_roads, name="other-roads"),
    path(_("wage-ceiling/"), ceiling_views.wage_ceiling, name="wage-ceiling"),
    path(_("without-case/"), views.drop_case, name="drop-case"),
    path(_("case-back/"), views.put_case_back, name="put-case-back"),
    path(
        _("check-my-payout/"),
        include(
            [
                path("", payout.payout, name="payout"),
                path(_("month/"), payout.payout_month, name="payout-month"),
                path(_("month-back/"), payout.put_month_back, name="put-month-back"),
            ]
        ),
    ),
]
