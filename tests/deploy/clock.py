"""The site with its clock set off by some seconds, for tests only."""

import os
import time
from datetime import UTC, datetime

import time_machine

# From here on, so that the whole start of the site happens by that clock.
time_machine.travel(
    datetime.fromtimestamp(time.time() + float(os.environ["CLOCK_AHEAD_SECONDS"]), UTC), tick=True
).start()

from fleksjob_site.asgi import application

__all__ = ["application"]
