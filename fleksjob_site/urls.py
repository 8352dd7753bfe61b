"""Every URL of the site: Danish at the root, English under /en/, the API outside both."""

from typing import Any

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from fleksjob_site.api.docs import docs, docs_context
from fleksjob_site.api.urls import api
from fleksjob_site.assistants.llms import llms_txt
from fleksjob_site.embed.urls import script as embed_script
from fleksjob_site.letter.views import full_time_wage, letter, payout_letter, payout_sheet, ready_text
from fleksjob_site.pages import guide_views as guides
from fleksjob_site.pages import home
from fleksjob_site.pages import views as pages
from fleksjob_site.pages.going_on import go_on
from fleksjob_site.pages.guides import GUIDES
from fleksjob_site.search.views import search
from fleksjob_site.serving import errors
from fleksjob_site.serving.host_files import host_file
from fleksjob_site.take_along import link_views

security_txt = [path(".well-known/security.txt", guides.security_txt, name="security-txt")]
# Under the static files, so that the proxy asks the other node while the settings of one are new.
of_the_host = [path("static/host/<str:name>", host_file, name="host-file")]


def _told(key: str) -> dict[str, Any]:
    """What the view of a guide is told; the pages know nothing of the API."""
    return {"key": key, "more": docs_context} if key == "api-docs" else {"key": key}


urlpatterns = [
    path("api/v1/docs", docs, name="docs"),
    path("api/v1/", api.urls),
    path("sitemap.xml", guides.sitemap, name="sitemap"),
    *(of_the_host if settings.SITE_LOGO or settings.SITE_COLOUR else []),
    embed_script,
    path("robots.txt", guides.robots, name="robots"),
    *(security_txt if settings.SECURITY_CONTACT else []),
    *i18n_patterns(
        # Patterns are tried in this order, so the most requested come first.
        path(_("target-group/"), include("eligibility.pages.urls")),
        path(_("income/"), include("salary.pages.urls")),
        path("", home.home, name="home"),
        path(_("example-amount/"), home.example, name="home-example"),
        *(path(_(guide.slug), guides.guide, _told(guide.key), name=guide.key) for guide in GUIDES),
        path("llms.txt", llms_txt, name="llms-txt"),
        path(_("rates-table.csv"), guides.rates_table_file, name="rates-table"),
        path(_("letter/"), include([path("<str:variant>.pdf", letter, name="letter")])),
        path(_("texts/"), include([path("<slug:key>/<str:variant>.pdf", ready_text, name="ready-text")])),
        path(_("payout-letter/for-yourself.pdf"), payout_sheet, name="payout-sheet"),
        path(_("payout-letter/"), include([path("<str:variant>.pdf", payout_letter, name="payout-letter")])),
        path(_("full-time-wage/"), include([path("<str:variant>.pdf", full_time_wage, name="full-time-wage-letter")])),
        path("embed/", include("fleksjob_site.embed.urls")),
        path(_("go-on/"), go_on, name="go-on"),
        path(_("search/"), search, name="search"),
        path(_("delete-my-answers/"), pages.delete_answers, name="delete-answers"),
        path(_("answers-deleted/"), pages.answers_deleted, name="answers-deleted"),
        path(_("calculate-with-my-hours/"), pages.carry_to_income, name="carry-to-income"),
        path(_("open/"), link_views.open_link, name="open-link"),
        path(_("open/use/"), link_views.use_link, name="use-link"),
        path("", include("fleksjob_site.take_along.urls")),
        path(_("examples/"), include("fleksjob_site.personas.urls")),
        prefix_default_language=False,
    ),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
