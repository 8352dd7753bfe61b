"""The script that other websites load. It never changes, since their pages hold its digest; a fix is a new version."""

import base64
import hashlib
from pathlib import Path

SCRIPT = Path(__file__).with_name("embed.v1.js").read_bytes()
INTEGRITY = f"sha384-{base64.b64encode(hashlib.sha384(SCRIPT).digest()).decode()}"
"""The digest of the script, as browsers check it."""
