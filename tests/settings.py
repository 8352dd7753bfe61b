"""The site's own settings, with a key and plain http so that the tests need no environment."""

import os

os.environ["SECRET_KEY"] = "a key for the tests that guards nothing at all"
os.environ["HTTPS"] = "0"
os.environ["ALLOWED_HOSTS"] = "testserver,localhost,127.0.0.1"
for name in ("DEBUG", "SECRET_KEY_FALLBACKS", "BEHIND_PROXY"):
    os.environ.pop(name, None)

from fleksjob_site.settings import *
