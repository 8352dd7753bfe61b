"""The websites that may show the calculators in a frame, as the host's setting names them."""

import re

_LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?"
_PORT = "(:[1-9][0-9]{0,4})?"
# A star stands for all subdomains of a name, and never for a whole top-level domain.
_SITE = re.compile(
    rf"https://(\*\.{_LABEL}\.)?{_LABEL}(\.{_LABEL})*{_PORT}|http://(localhost|127\.0\.0\.1){_PORT}",
)


def read_embed_hosts(sites: tuple[str, ...]) -> tuple[str, ...]:
    """The sites as a policy names them; ValueError for one that is not a website by https or this machine."""
    named = tuple(site.lower().removesuffix("/") for site in sites)
    if not all(map(_SITE.fullmatch, named)):
        raise ValueError(
            "must hold websites such as https://www.kommune.example or https://*.kommune.example with commas between; "
            "http is for localhost only, and a * by itself or without a name and its domain is refused"
        )
    return named
