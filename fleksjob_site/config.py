"""What the environment decides, read and checked in one place."""

from datetime import date
from typing import Annotated

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class Config(BaseSettings):
    """The environment variables of the site, by their names in upper case."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore")

    secret_key: SecretStr = Field(min_length=40)
    """Seals the session; all nodes share it."""

    secret_key_fallbacks: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    """Former keys, separated by commas, that still open sessions while keys are rotated."""

    debug: bool = False

    https: bool = True
    """False serves plain http, for one's own machine only."""

    allowed_hosts: Annotated[tuple[str, ...], NoDecode] = ("localhost", "127.0.0.1", "[::1]")
    """The host names the site answers to, separated by commas."""

    behind_proxy: bool = False
    """True believes the proxy's X-Forwarded-Proto header."""

    site_owner: str = ""
    """Who runs the site, as the pages about the site, privacy and accessibility name them."""

    contact_email: str = ""
    """Where visitors report errors and write about accessibility."""

    contact_phone: str = ""

    was_date: date | None = None
    """The day the accessibility statement was made or last gone through."""

    @field_validator("secret_key_fallbacks", "allowed_hosts", mode="before")
    @classmethod
    def _split_at_commas(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value
