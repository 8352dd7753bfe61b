"""The application that a server such as granian serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fleksjob_site.settings")
application = get_wsgi_application()
