"""The tables opened in LibreOffice, which must read the amounts as numbers in each language."""

import shutil
import subprocess
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.take_along.telling import FILES, TAKE_ALONG, calculated
from tests.take_along.test_tables import ODD_TYPED, amount, rows_of

SOFFICE = shutil.which("soffice")
NEEDS_SOFFICE = pytest.mark.skipif(
    not SOFFICE, reason="No LibreOffice found. On Debian: apt-get install libreoffice-calc"
)

# Separator, text delimiter, UTF-8, first line, all columns as they are, and the language of numbers.
READ = {"da": "CSV:59,34,76,1,,1030", "en": "CSV:44,34,76,1,,2057"}
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
NUMBERS = {"cases": (1, 2, 5), "curve": tuple(range(1, 8))}

Opened = Callable[[str, str, bytes], list[list[tuple[str | None, str]]]]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """Let LibreOffice open a file as that language does; the type and the value of every cell."""
    folder = tmp_path_factory.mktemp("spreadsheet")

    def opened(name: str, language: str, content: bytes) -> list[list[tuple[str | None, str]]]:
        file = folder / f"{name}-{language}.csv"
        file.write_bytes(content)
        command = [str(SOFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        command += [f"--infilter={READ[language]}", "--convert-to", "fods", "--outdir", str(folder), str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return cells(file.with_suffix(".fods"))

    return opened


def cells(file: Path) -> list[list[tuple[str | None, str]]]:
    """Repeated cells are stored once, with a count."""
    rows = []
    for row in ElementTree.parse(file).iter(f"{TABLE}table-row"):
        written = []
        for cell in row.iter(f"{TABLE}table-cell"):
            kind = cell.get(f"{OFFICE}value-type")
            text = "".join("".join(part.itertext()) for part in cell.iter(f"{TEXT}p"))
            value = cell.get(f"{OFFICE}value") if kind == "float" else text
            assert not cell.get(f"{TABLE}formula")
            written += [(kind, value or "")] * min(int(cell.get(f"{TABLE}number-columns-repeated", "1")), 20)
        rows.append(written)
    return rows


@NEEDS_SOFFICE
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", ["cases", "curve"])
def test_a_spreadsheet_reads_every_amount_as_a_number(opened: Opened, name: str, language: str) -> None:
    content = calculated(language, ODD_TYPED).get(FILES[name][language]).content
    every_amount_is_a_number(opened, name, language, content)


@NEEDS_SOFFICE
@pytest.mark.parametrize("name", ["cases", "curve"])
def test_a_spreadsheet_set_to_danish_reads_an_english_table(opened: Opened, name: str) -> None:
    page = calculated("en", ODD_TYPED)
    link = f"{FILES[name]['en']}?spreadsheet=da"
    assert f'href="{link}"' in page.get(TAKE_ALONG["en"]).content.decode()
    content = page.get(link).content
    assert "hours" in content.decode()
    every_amount_is_a_number(opened, name, "da", content)


def every_amount_is_a_number(opened: Opened, name: str, language: str, content: bytes) -> None:
    heading, *written = rows_of(content, language)
    first, *read = opened(name, language, content)
    # The byte order mark is not read as part of the first word.
    assert [text for _, text in first[: len(heading)]] == heading
    counted = 0
    for expected, row in zip(written, read, strict=False):
        assert row[0] == ("string", expected[0])
        for place in NUMBERS[name]:
            (kind, value), number = row[place], amount(expected[place], language)
            if number is not None:
                counted += 1
                assert kind == "float", expected
                assert Decimal(value) == number
    assert counted > 30
    assert counted == sum(bool(cell) for row in written for cell in map(row.__getitem__, NUMBERS[name]))
