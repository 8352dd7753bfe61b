"""The site that joins the two apps, eligibility and salary."""

VERSION = "0.1.0"
"""The release, which pyproject.toml takes from here; also returned in every API response."""

PACKAGES = ("fleksjob_site", "eligibility", "salary")
"""All packages of the site; also the names of its loggers."""
