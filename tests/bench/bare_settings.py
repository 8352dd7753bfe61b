"""The site's own settings and all its middleware, around one small page: what the pages are compared with."""

from pathlib import Path

from fleksjob_site.settings import *

ROOT_URLCONF = "tests.bench.bare_urls"
TEMPLATES = [{"BACKEND": "django.template.backends.jinja2.Jinja2", "DIRS": [Path(__file__).parent / "bare"]}]
