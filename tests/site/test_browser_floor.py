"""The oldest browsers that the site supports: one list, to which scripts and styles keep."""

import re

from django.conf import settings

ASSETS = settings.BASE_DIR / "fleksjob_site/assets"


def test_scripts_are_built_for_the_oldest_browsers_of_the_list() -> None:
    text = (settings.BASE_DIR / "CONTRIBUTING.md").read_text("utf-8")
    listed = re.findall(r"\| .*?(Safari .+) \|", text.partition("### Browsers")[2].partition("\n\n`tests")[0])
    floor: dict[str, float] = {}
    for name, version in re.findall(r"(\w+) (\d+(?:\.\d+)?)", " ".join(listed)):
        floor[name.lower()] = min(floor.get(name.lower(), float("inf")), float(version))
    target = re.search(r"target: \[(.+)\]", (ASSETS / "build.mjs").read_text("utf-8"))
    assert target
    built_for = re.findall(r'"([a-z]+)([\d.]+)"', target[1])
    assert len(floor) == 3
    assert {name: float(version) for name, version in built_for} == floor


def test_styles_do_not_ask_what_older_browsers_do_not_know() -> None:
    """Safari before 17 takes no rule within `@media (scripting)`, and before 16.4 none with a range of widths."""
    css = "".join((ASSETS / f"dist/{sheet}.css").read_text("utf-8") for sheet in ("site", "dark"))
    queries = re.findall(r"@media[^{]*", css)
    assert queries
    assert [query for query in queries if re.search(r"scripting|[<>]", query)] == []
