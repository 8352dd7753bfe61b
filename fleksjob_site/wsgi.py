"""The application that a server such as granian serves; it is there when every page can be shown."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fleksjob_site.settings")

from fleksjob_site import start

application = start.application()
