"""The WSGI entry point; importing it runs the start-up checks and the warm-up."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fleksjob_site.settings")

from fleksjob_site import start

application = start.application()
