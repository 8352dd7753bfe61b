"""The addresses of the income page."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from salary import views

urlpatterns = [
    path("", views.income, name="income"),
    path(_("employer/"), views.employer, name="employer-income"),
    path(_("without-case/"), views.drop_case, name="drop-case"),
]
