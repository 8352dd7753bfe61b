"""The ASGI entry point that granian serves: Django behind `Front`."""

from django.conf import settings

from fleksjob_site.serving import metrics
from fleksjob_site.serving.front import Front
from fleksjob_site.wsgi import application as django

application = Front(django, settings.PAGE_THREADS)
metrics.serve()
