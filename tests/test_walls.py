"""Walls that the layers contract in pyproject.toml can't express, and that every module lies behind one."""

import copy
import sys
import tomllib
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[1]
APPS = ("eligibility", "salary")
KERNEL = "fleksjob_site.kernel"
LAW = {f"{app}.law" for app in APPS}

UNLAYERED = {"fleksjob_site.settings", "fleksjob_site.config", "eligibility.apps", "fleksjob_site.apps", "salary.apps"}
"""What Django starts with: settings and app configurations, which nothing else imports."""


@pytest.fixture(scope="module")
def imports() -> grimp.ImportGraph:
    return grimp.build_graph("fleksjob_site", *APPS, include_external_packages=True, cache_dir=None)


def within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def forbidden(graph: grimp.ImportGraph) -> set[tuple[str, str]]:
    """Imports by the kernel or by law code of anything but what each may know: (importer, imported)."""
    found = set()
    for package in (KERNEL, *LAW):
        known = (KERNEL, package) if package in LAW else (KERNEL,)
        outside = sys.stdlib_module_names | ({"pydantic", "pydantic_core"} if package in LAW else set())
        for importer in (module for module in graph.modules if within(module, package)):
            for imported in graph.find_modules_directly_imported_by(importer):
                if imported not in outside and not any(within(imported, name) for name in known):
                    found.add((importer, imported))
    return found


def test_law_code_knows_the_standard_library_the_kernel_its_own_law_and_pydantic(imports: grimp.ImportGraph) -> None:
    assert forbidden(imports) == set()


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("salary.law.wage", "django"),
        ("salary.law.a_new_file", "django"),
        ("salary.law.payout.due", "babel"),
        ("eligibility.law.grant", "salary.law.wage"),
        ("eligibility.law.grant", "fleksjob_site.texts.writing"),
        ("eligibility.law.grant", "eligibility.pages.forms"),
        ("fleksjob_site.kernel.money", "pydantic"),
        ("fleksjob_site.kernel.money", "salary.law.rates"),
    ],
)
def test_an_import_through_the_wall_is_found(imports: grimp.ImportGraph, importer: str, imported: str) -> None:
    graph = copy.deepcopy(imports)
    graph.add_import(importer=importer, imported=imported)
    assert forbidden(graph) == {(importer, imported)}


def test_every_module_lies_in_a_layer(imports: grimp.ImportGraph) -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = [name.strip() for layer in contracts[0]["layers"] for name in layer.split("|")]
    children = {module for module in imports.modules if "." in module}
    left_out = {module for module in children if not any(within(module, layer) for layer in layers)}
    assert left_out - UNLAYERED == set()


def test_settings_are_imported_by_nothing_but_each_other(imports: grimp.ImportGraph) -> None:
    present = UNLAYERED & imports.modules
    importers = {importer for module in present for importer in imports.find_modules_that_directly_import(module)}
    assert importers <= UNLAYERED
