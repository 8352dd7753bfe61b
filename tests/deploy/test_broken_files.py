"""A broken file stops the start, and the operator sees which file and line."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.cluster import KEY, ROOT, Node, get, wait_until

TRY = "import fleksjob_site.wsgi; print('ready')"
WORDS, SOURCES = "fleksjob_site/texts/words.toml", "fleksjob_site/texts/sources.toml"
PERSONS, AGES = "fleksjob_site/personas/personas.toml", "eligibility/law/pension_age.toml"
BROKEN = [
    # File, text in it, replacement, and the message besides file and line.
    (WORDS, 'theme = "who"', 'theme = "nobody"', "there is no theme 'nobody'"),
    (WORDS, "definition_da = ", "definition = ", "definition"),
    (SOURCES, "verified = 2026-11-22", "verified = 2026-11-222", "at line"),
    (SOURCES, "title = ", "heading = ", "title: Field required"),
    (PERSONS, "summary = ", "sumary = ", "summary: Field required"),
    (AGES, "years = ", "yeers = ", "years: Field required"),
    ("fleksjob_site/pages/guides.py", "GUIDES = (", "GUIDES = ((", "SyntaxError"),
    ("templates/base.html", "<main", "{% if %}<main", "TemplateSyntaxError"),
    ("templates/base.html", "<main", "{{ nothing.at_all }}<main", "UndefinedError: 'nothing' is undefined"),
    ("templates/guides/words.html", "{{ entry(word) }}", "{{ source('NO_ACT') }}", "KeyError"),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    for part in ("eligibility", "fleksjob_site", "locale", "salary", "templates"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    return folder


@pytest.fixture
def changed(copy: Path) -> Iterator[dict[Path, bytes]]:
    """Files with their original content, which is restored after the test."""
    kept: dict[Path, bytes] = {}
    yield kept
    for file, content in kept.items():
        file.write_bytes(content)


def start(root: Path) -> subprocess.CompletedProcess[str]:
    environment = {"SECRET_KEY": KEY, "HTTPS": "0", "PATH": ""}
    return subprocess.run([sys.executable, "-c", TRY], cwd=root, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize(("name", "text", "instead", "said"), BROKEN)
def test_a_broken_file_stops_the_start_and_the_message_names_its_line(
    copy: Path, changed: dict[Path, bytes], name: str, text: str, instead: str, said: str
) -> None:
    file = copy / name
    changed[file] = file.read_bytes()
    whole = changed[file].decode()
    line = whole[: whole.index(text)].count("\n") + 1
    file.write_text(whole.replace(text, instead, 1), "utf-8")
    tried = start(copy)
    assert tried.returncode == 1
    assert tried.stdout == ""
    message = tried.stderr.strip().splitlines()[-1]
    assert message.startswith("The site can't start. ")
    assert Path(name).name in message
    # An incomplete entry is named by its own line.
    assert any(f"line {number}" in message for number in range(max(line - 8, 1), line + 1)), message
    assert re.search(said, message), message


def test_a_node_that_cannot_start_exits_and_is_not_restarted_forever(
    copy: Path, changed: dict[Path, bytes], tmp_path: Path
) -> None:
    file = copy / "templates" / "base.html"
    changed[file] = file.read_bytes()
    file.write_bytes(b"{% if %}" + changed[file])
    node = Node(tmp_path / "node.log", root=copy)
    node.start()
    try:
        assert node.process
        node.process.wait(60)
    finally:
        node.stop()
    log = node.log.read_text()
    assert "templates/base.html, line 1: TemplateSyntaxError" in log
    assert log.count("The site can't start") <= 2


def test_a_node_without_catalog_and_fonts_starts_and_reports_what_is_missing(
    copy: Path, changed: dict[Path, bytes], tmp_path: Path
) -> None:
    for file in (*copy.glob("locale/da/*/*.mo"), *copy.glob("fleksjob_site/letter/fonts/*Regular.ttf")):
        changed[file] = file.read_bytes()
        file.unlink()
    node = Node(tmp_path / "node.log", root=copy)
    node.start()
    try:
        wait_until("it answers", lambda: get(node.port, "/healthz")[0] == 200)
        status, _, said = get(node.port, "/readyz")
    finally:
        node.stop()
    assert status == 503
    assert '"catalogs": "missing: da"' in said
    assert '"fonts": "missing: IBMPlexSans-Regular.ttf"' in said
