"""Programs from outside that read the description of the API."""

import os
import subprocess
import sys
from pathlib import Path

BIN = Path(__file__).resolve().parents[2] / "fleksjob_site" / "assets" / "node_modules" / ".bin"
"""Where npm puts them."""

# No program asks for a newer version of itself or reports how it is used.
_ALONE = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}


def run(folder: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    """A command, which finds the programs of this virtual environment too."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env=os.environ | _ALONE | {"PATH": path})


def succeed(folder: Path, *command: str | Path) -> str:
    """All that a command says; it must succeed."""
    done = run(folder, *command)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr
