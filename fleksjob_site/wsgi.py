"""The application that a server such as granian serves. Errors of Django's system checks stop the start."""

import os

from django.core.checks import run_checks
from django.core.management.base import SystemCheckError
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fleksjob_site.settings")
application = get_wsgi_application()

# Servers run no checks themselves. Warnings are left to `manage.py check`, since the log holds nothing but JSON.
if errors := [found for found in run_checks() if found.is_serious() and not found.is_silenced()]:
    raise SystemCheckError("\n".join(["The site can't start. Django's checks found errors:", *map(str, errors)]))
