"""Serve the tools for assistants (MCP)."""

import re
from argparse import ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

DEFAULT_ADDRESS = ("127.0.0.1", 8765)


def _address(written: str) -> tuple[str, int]:
    found = re.fullmatch(r"([^\s:\[\]]+|\[[0-9a-f:.]+\]):([0-9]{1,5})", written)
    if not found or not 1 <= int(found[2]) <= 65535:
        raise ArgumentTypeError("must be an address and a port such as 127.0.0.1:8765")
    return found[1].strip("[]"), int(found[2])


class Command(BaseCommand):
    """`manage.py mcp`, `manage.py mcp --http 127.0.0.1:8765`"""

    help = "Serve the tools for assistants (Model Context Protocol) to the program that starts this, or over HTTP."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--http",
            metavar="HOST:PORT",
            type=_address,
            nargs="?",
            const=DEFAULT_ADDRESS,
            help="serve streamable HTTP here instead of stdio (127.0.0.1:8765 without a value)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            from fleksjob_site.assistants import server
        except ModuleNotFoundError as missing:
            if (missing.name or "").startswith("fleksjob_site"):
                raise
            raise CommandError(f"The package {missing.name} is not installed. `make mcp` installs it.") from None
        if options["http"] is None:
            server.serve_stdio()
            return
        host, port = options["http"]
        shown = f"[{host}]" if ":" in host else host
        # Stdout is left to the protocol.
        self.stderr.write(f"http://{shown}:{port}{server.PATH}", self.style.SUCCESS)
        server.serve_http(host, port)
