"""The bare page behind the same front as the site, without the site's warm-up, which asks for the site's pages."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from fleksjob_site.serving.front import Front

application = Front(get_wsgi_application(), settings.PAGE_THREADS)
