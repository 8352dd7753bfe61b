"""The host's logo and colours as files of the site: each with a hash in its name, and kept by browsers for good."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from fleksjob_site.host.colour import sheet
from fleksjob_site.serving.security import sessionless

LOGO_HEIGHT = 36
"""In the header, in pixels."""
FOR_GOOD = "max-age=315360000, public, immutable"
"""As WhiteNoise says it of files with a hash in their names."""
ALONE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
"""The policy of a logo that is opened by itself: it may have its own styles, and nothing else."""


@dataclass(frozen=True, slots=True)
class HostFile:
    """A file that the host's settings give."""

    name: str
    content: bytes
    content_type: str
    policy: str | None = None

    @property
    def url(self) -> str:
        return f"{settings.STATIC_URL}host/{self.name}"


def host_files() -> list[HostFile]:
    """The logo, and the sheet with the colours; none that the host has not set."""
    return [file for file in (_logo(), _colours()) if file]


def _logo() -> HostFile | None:
    if logo := settings.SITE_LOGO:
        return HostFile(f"logo.{_digest(logo.svg)}.svg", logo.svg, "image/svg+xml", ALONE)
    return None


def _colours() -> HostFile | None:
    if not settings.SITE_COLOUR:
        return None
    css = sheet(settings.SITE_COLOUR).encode()
    return HostFile(f"colours.{_digest(css)}.css", css, "text/css; charset=utf-8")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


@sessionless
@require_safe
def host_file(request: HttpRequest, name: str) -> HttpResponse:
    """One of the two, by its name of now; a node with other settings has others."""
    found = next((file for file in host_files() if file.name == name), None)
    if not found:
        raise Http404
    response = HttpResponse(found.content, content_type=found.content_type, headers={"Cache-Control": FOR_GOOD})
    if found.policy:
        response.headers["Content-Security-Policy"] = found.policy
    return response


def page_context(request: HttpRequest) -> dict[str, Any]:
    """What the host gives the pages: its logo, and the sheet with its colours."""
    logo, colours = _logo(), _colours()
    width = round(LOGO_HEIGHT * settings.SITE_LOGO.ratio) if settings.SITE_LOGO else 0
    return {
        "host_logo": {"url": logo.url, "width": width, "height": LOGO_HEIGHT} if logo else None,
        "host_colours": colours.url if colours else None,
    }
