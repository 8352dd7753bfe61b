"""Settings from environment variables, validated in one place."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from fleksjob_site.host.colour import read_colour
from fleksjob_site.host.embed_hosts import read_embed_hosts
from fleksjob_site.host.logo import Logo, read_logo
from fleksjob_site.host.municipality import Municipality, read_municipality

MIN_KEY_LENGTH = 40
MIN_DISTINCT_CHARACTERS = 12
"""Minimum length and number of distinct characters of a key; a random key of 40 practically always passes."""
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


# A leading dot stands for all subdomains; letters beyond a to z are written as browsers send them (xn--…).
_LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?"
_HOST = re.compile(rf"\.?{_LABEL}(\.{_LABEL})*|\[[0-9a-f:.]+\]", re.IGNORECASE)


class Config(BaseSettings):
    """The environment variables of the site, named in upper case. A validator sees only the fields above its own."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", validate_default=True, hide_input_in_errors=True)

    https: bool = True
    """False serves plain http, for local development only."""

    debug: bool = False

    secret_key: SecretStr
    """Encrypts the session cookies; all nodes share it."""

    secret_key_fallbacks: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    """Former keys, separated by commas, that can still decrypt session cookies during a key rotation."""

    allowed_hosts: Annotated[tuple[str, ...], NoDecode] = LOOPBACK
    """The host names the site answers to, separated by commas."""

    behind_proxy: bool = False
    """True trusts the proxy's X-Forwarded-Proto header."""

    hsts_subdomains: bool = False
    """True asks browsers to use https on all subdomains of the hosts too, for a year."""

    hsts_preload: bool = False
    """True allows the hosts on the HSTS preload lists that ship with browsers, which takes months to undo."""

    page_threads: int = Field(default=0, ge=0, le=16)
    """Threads in which a worker makes pages; with 0 it makes them in its event loop.

    Python runs one thread at a time, and each switch costs. With 8 visitors at once (`make bench PARTS=options`) one
    worker with 0, 1, 2, 4 threads answered 814, 667, 682, 605 requests a second, 99 % within 23, 27, 30, 34 ms.
    """

    metrics: str = Field(default="", pattern=r"^([^\s:]+:[1-9][0-9]{0,4})?$")
    """The address for Prometheus to scrape, such as 127.0.0.1:9101, one for each worker; empty turns metrics off."""

    site_owner: str = ""
    """Who runs the site, as the pages about the site, privacy and accessibility name them."""

    contact_email: str = Field(default="", pattern=r"^([^@\s,;<>]+@[^@\s,;<>]+)?$")
    """Where visitors report errors and write about accessibility."""

    contact_phone: str = ""

    security_contact: str = Field(default="", pattern=r"^(https://[^\s<>\"]+|[^@\s,;:<>]+@[^@\s,;:<>]+)?$")
    """Where to report a vulnerability, for security.txt: an e-mail address or an https URL."""

    site_logo: Annotated[Logo | None, NoDecode] = None
    """The host's logo in the header, from the path of an SVG file; it needs the owner's name as its text."""

    site_colour: str = ""
    """The host's colour in place of the site's own, such as #0a4f35."""

    municipality: Annotated[Municipality | None, NoDecode] = None
    """The host's municipality, from the path of a TOML file like deploy/municipality.toml."""

    embed_hosts: Annotated[tuple[str, ...], NoDecode] = ()
    """The websites that may show the calculators in a frame, separated by commas; without any, none may."""

    was_date: date | None = None
    """The day the accessibility statement (webtilgængelighedserklæring, WAS) was made or last reviewed."""

    @field_validator("secret_key_fallbacks", "allowed_hosts", "embed_hosts", mode="before")
    @classmethod
    def _split_at_commas(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("site_logo", mode="before")
    @classmethod
    def _logo_in_file(cls, path: object, info: ValidationInfo) -> Logo | None:
        if not path:
            return None
        if not info.data.get("site_owner"):
            raise ValueError("needs SITE_OWNER, which those who do not see the logo hear in its place")
        return read_logo(Path(str(path)))

    @field_validator("site_colour")
    @classmethod
    def _colour_can_be_read(cls, colour: str) -> str:
        return read_colour(colour) if colour else ""

    @field_validator("municipality", mode="before")
    @classmethod
    def _municipality_in_file(cls, path: object) -> Municipality | None:
        return read_municipality(Path(str(path))) if path else None

    @field_validator("embed_hosts")
    @classmethod
    def _embed_hosts_are_websites(cls, sites: tuple[str, ...]) -> tuple[str, ...]:
        return read_embed_hosts(sites)

    @field_validator("was_date", mode="before")
    @classmethod
    def _empty_is_none(cls, value: object) -> object:
        return value or None

    @field_validator("debug")
    @classmethod
    def _debug_shows_everything(cls, debug: bool, info: ValidationInfo) -> bool:
        if debug and info.data.get("https", True):
            raise ValueError("shows code and settings to visitors; leave it out, or set HTTPS=0 on your own machine")
        return debug

    @field_validator("hsts_preload")
    @classmethod
    def _preload_needs_subdomains(cls, preload: bool, info: ValidationInfo) -> bool:
        if preload and not info.data.get("hsts_subdomains"):
            raise ValueError("needs HSTS_SUBDOMAINS=1: the lists take hosts with all their subdomains only")
        return preload

    @field_validator("secret_key")
    @classmethod
    def _key_is_strong(cls, key: SecretStr) -> SecretStr:
        _refuse_weak(key)
        return key

    @field_validator("secret_key_fallbacks")
    @classmethod
    def _fallbacks_exclude_current_key(
        cls, former: tuple[SecretStr, ...], info: ValidationInfo
    ) -> tuple[SecretStr, ...]:
        for key in former:
            _refuse_weak(key)
        if info.data.get("secret_key") in former:
            raise ValueError("holds SECRET_KEY itself; it must hold former keys only")
        return former

    @field_validator("allowed_hosts")
    @classmethod
    def _hosts_are_named(cls, hosts: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if not hosts:
            raise ValueError("names no host")
        if not all(map(_HOST.fullmatch, hosts)):
            raise ValueError(
                "must hold host names such as fleksjob.example with commas between, without https://, port, * or space"
            )
        if info.data.get("https", True) and set(hosts) <= set(LOOPBACK):
            raise ValueError("names your own machine only; name the site's hosts, or set HTTPS=0 on your own machine")
        return hosts

    @property
    def missing_owner_settings(self) -> tuple[str, ...]:
        """Unset variables that leave the site without a named owner or contact; empty on your own machine."""
        missing = {"SITE_OWNER": not self.site_owner, "CONTACT_EMAIL": not (self.contact_email or self.contact_phone)}
        return tuple(name for name, is_missing in missing.items() if is_missing and self.https)


def _refuse_weak(key: SecretStr) -> None:
    value = key.get_secret_value()
    if len(value) < MIN_KEY_LENGTH or len(set(value)) < MIN_DISTINCT_CHARACTERS:
        raise ValueError(
            f"a key needs at least {MIN_KEY_LENGTH} characters, {MIN_DISTINCT_CHARACTERS} of them different"
        )
    if "," in value:
        raise ValueError("a key holds no comma, which would cut it into pieces once it is a former key")


def describe_errors(error: ValidationError) -> str:
    """One line for each missing or invalid variable, without values, since some of them are secrets."""
    lines = ((str(item["loc"][0]), item["type"], item["msg"]) for item in error.errors())
    return "\n".join(f"  {name.upper()}: {_description(name, kind, message)}" for name, kind, message in lines)


def _description(name: str, kind: str, message: str) -> str:
    words = {
        "missing": "is missing",
        "bool_parsing": "must be 1 or 0",
        "string_pattern_mismatch": "must be an address such as borger@fleksjob.example",
    }
    if kind.startswith("date"):
        return "must be a date such as 2026-11-21"
    if name == "metrics":
        return "must be an address and a port such as 127.0.0.1:9101"
    return words.get(kind, message.removeprefix("Value error, "))
