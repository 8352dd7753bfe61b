"""The addresses of the calculators for other websites."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from fleksjob_site.embed import views

# The script of other websites holds these addresses, so they never change.
urlpatterns = [
    path(_("income/"), views.income, name="embed-income"),
    path(_("check-my-payout/"), views.payout, name="embed-payout"),
]
script = path("embed.v1.js", views.script, name="embed-script")
