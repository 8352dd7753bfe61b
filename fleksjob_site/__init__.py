"""The site that joins the two apps, eligibility and salary."""

PACKAGES = ("fleksjob_site", "eligibility", "salary")
"""All packages of the site; also the names of its loggers."""
