"""The deployment files: checked against schemas, the programs that read them, and each other."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml
from kubernetes_validate import ValidationError, validate

from fleksjob_site.config import Config
from tests.deploy.cluster import DEPLOY, GRANIAN, GRANIAN_OPTIONS, ROOT

MANIFESTS = list(yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text("utf-8")))
OLDEST_KUBERNETES, NEWEST_KUBERNETES = "1.30", "1.37"
UNIT = (DEPLOY / "fleksjob@.service").read_text("utf-8")
CONTAINERFILE = (DEPLOY / "Containerfile").read_text("utf-8")
DEPLOYMENT = next(one for one in MANIFESTS if one["kind"] == "Deployment")["spec"]
POD = DEPLOYMENT["template"]["spec"]
CONTAINER = POD["containers"][0]


@pytest.mark.parametrize("version", [OLDEST_KUBERNETES, NEWEST_KUBERNETES])
@pytest.mark.parametrize("manifest", MANIFESTS, ids=[one["kind"] for one in MANIFESTS])
def test_a_manifest_fits_the_schema(manifest: dict[str, Any], version: str) -> None:
    assert validate(manifest, version, strict=True) == version


def test_a_broken_manifest_is_caught() -> None:
    mistyped = {**MANIFESTS[1], "spec": {**DEPLOYMENT, "replicas": "two"}}
    with pytest.raises(ValidationError, match="'two' is not of type"):
        validate(mistyped, OLDEST_KUBERNETES, strict=True)
    unknown = {**MANIFESTS[1], "spec": {**DEPLOYMENT, "replica": 2}}
    with pytest.raises(ValidationError, match="replica"):
        validate(unknown, OLDEST_KUBERNETES, strict=True)


def test_everything_named_in_the_manifests_exists() -> None:
    kinds = {one["kind"]: one for one in MANIFESTS}
    labels = DEPLOYMENT["template"]["metadata"]["labels"]
    for selected in (
        DEPLOYMENT["selector"]["matchLabels"],
        kinds["Service"]["spec"]["selector"],
        kinds["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"],
        kinds["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"],
    ):
        assert selected == labels
    (rule,) = kinds["Ingress"]["spec"]["rules"]
    backend = rule["http"]["paths"][0]["backend"]["service"]
    assert backend["name"] == kinds["Service"]["metadata"]["name"]
    assert backend["port"]["name"] in [port["name"] for port in kinds["Service"]["spec"]["ports"]]
    assert rule["host"] == kinds["ConfigMap"]["data"]["ALLOWED_HOSTS"]
    known = {name.upper() for name in Config.model_fields}
    assert set(kinds["ConfigMap"]["data"]) <= known
    assert not [name for name in kinds["ConfigMap"]["data"] if "KEY" in name]


def test_nodes_of_kubernetes_are_rolled_one_at_a_time_and_asked_how_they_are() -> None:
    assert DEPLOYMENT["replicas"] == 2
    assert DEPLOYMENT["strategy"]["rollingUpdate"]["maxUnavailable"] == 0
    assert CONTAINER["startupProbe"]["httpGet"]["path"] == CONTAINER["readinessProbe"]["httpGet"]["path"] == "/readyz"
    assert CONTAINER["livenessProbe"]["httpGet"]["path"] == "/healthz"
    assert CONTAINER["securityContext"]["readOnlyRootFilesystem"]
    assert POD["securityContext"]["runAsNonRoot"]
    assert f"USER {POD['securityContext']['runAsUser']}:" in CONTAINERFILE


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The unit as on this machine, with this checkout as the release."""
    granian_here = UNIT.replace("/opt/fleksjob/current/.venv/bin/granian", str(GRANIAN))
    file = tmp_path / "fleksjob@.service"
    file.write_text(granian_here.replace("/opt/fleksjob/current", str(ROOT)), "utf-8")
    return file


def systemd_analyze(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    program = shutil.which("systemd-analyze")
    if not program:
        pytest.skip("no systemd-analyze found (on Debian: apt-get install systemd)")
    return subprocess.run([program, *arguments], capture_output=True, text=True)


@pytest.mark.skipif(not shutil.which("curl"), reason="no curl found, which the unit calls")
def test_systemd_accepts_the_unit_without_warnings(unit: Path) -> None:
    checked = systemd_analyze("verify", unit)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_systemd_warns_about_a_unit_with_a_mistake(unit: Path) -> None:
    unit.write_text(unit.read_text("utf-8").replace("DynamicUser=yes", "DynamicUser=perhaps"), "utf-8")
    assert "Failed to parse boolean" in systemd_analyze("verify", unit).stderr


def test_a_node_is_tightly_sandboxed(unit: Path) -> None:
    # Ten is no sandboxing at all. What remains is that it listens on a port, which is its purpose.
    checked = systemd_analyze("security", "--offline=true", "--threshold=15", unit)
    assert checked.returncode == 0, checked.stdout


def copied() -> Iterator[tuple[str | None, str]]:
    """Each path that the Containerfile copies, with the stage that it comes from."""
    for line in re.findall(r"^COPY (.+)$", CONTAINERFILE, re.M):
        *options, _ = line.split()
        stage = next((option.removeprefix("--from=") for option in options if option.startswith("--from=")), None)
        yield from ((stage, path) for path in options if not path.startswith("--"))


def test_the_image_is_built_from_files_that_exist_and_are_in_the_build_context() -> None:
    from_here = [path.rstrip("/") for stage, path in copied() if stage is None]
    assert len(from_here) > 8
    ignored = (ROOT / ".dockerignore").read_text("utf-8").split("\n")
    let_in = [line.removeprefix("!").rstrip("/") for line in ignored if line.startswith("!")]
    for path in from_here:
        assert (ROOT / path).exists(), path
        assert any(path == top or path.startswith(f"{top}/") for top in let_in), path
    kept_out = [line for line in ignored if line and line[0] not in "!#*"]
    assert not [path for path in from_here if any(fnmatch(path, pattern) for pattern in kept_out)]


def test_stages_of_the_image_copy_only_from_stages_before_them() -> None:
    known: set[str] = set()
    for line in CONTAINERFILE.splitlines():
        if found := re.match(r"FROM \S+(?: AS (\w+))?", line):
            known.add(found[1] or "last")
        if found := re.match(r"COPY --from=(\w+)", line):
            assert found[1] in known, line


def test_the_static_files_of_the_image_are_collected_in_an_environment_that_starts() -> None:
    command = re.search(
        r"((?:\w+=(?:\"[^\"]*\"|\S+)[\s\\]+)*)\.venv/bin/python manage\.py collectstatic", CONTAINERFILE
    )
    assert command
    given = dict(word.split("=", 1) for word in shlex.split(command[1].replace("\\\n", " ")))
    assert given
    start = subprocess.run(
        [sys.executable, "-c", "import fleksjob_site.settings"],
        cwd=ROOT, env={"PATH": os.environ["PATH"], **given}, capture_output=True, text=True,
    )  # fmt: skip
    assert start.returncode == 0, start.stderr


def test_every_way_to_run_serves_the_same_application_and_logs_no_requests() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for command in [
        *re.findall(r"^ExecStart=.+$", UNIT, re.M),
        *re.findall(r"^CMD .+$", CONTAINERFILE, re.M),
        makefile,
    ]:
        assert "fleksjob_site.asgi:application" in command
    for file in (UNIT, CONTAINERFILE, makefile):
        assert "fleksjob_site/deploy/granian.env" in file
    assert GRANIAN_OPTIONS["GRANIAN_LOG_ACCESS_ENABLED"] == "false"
    known = subprocess.run([GRANIAN, "--help"], capture_output=True, text=True, check=True).stdout
    for name in GRANIAN_OPTIONS:
        assert name.startswith(("MALLOC_", "PYTHON")) or re.search(rf"{name}\b", re.sub(r"\s", "", known)), name


def test_the_page_for_a_data_protection_officer_is_the_same_in_both_languages_and_names_tests_that_are_there() -> None:
    pages = [(DEPLOY / name).read_text("utf-8") for name in ("PRIVACY.md", "PRIVACY.da.md")]
    for mark in (r"^## ", r"^\|", r"^\d+\. ", r"`[^`]+`"):
        english, danish = (re.findall(mark, page, re.M) for page in pages)
        assert len(english) == len(danish) > 0
    for page, address in zip(pages, ("IP address", "IP-adresse"), strict=True):
        frames = page.partition("`EMBED_HOSTS`")[2].partition("## ")[0]
        assert address in frames
        assert "26" in frames
    named = set(re.findall(r"`(tests/\S+)`", "".join(pages)))
    assert len(named) > 5
    assert not [name for name in named if not (ROOT / name).is_file()]
    variables = re.findall(r"`([A-Z_]{5,})`", "".join(pages))
    assert {name.lower() for name in variables} <= set(Config.model_fields)
