"""`manage.py draft_rates`: next year's rate file from the index rules, until the figures are published."""

import argparse
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from fleksjob_site.kernel.money import parse_number
from salary.law.drafting import Deduction, draft, known_deduction
from salary.law.rates import FOLDER, Rates, periods


def _percent(typed: str) -> Decimal:
    try:
        return parse_number(typed)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _percentage_points(typed: str) -> Decimal:
    # The points are subtracted, so a negative value would raise the benefit.
    points = _percent(typed)
    if points < 0:
        raise argparse.ArgumentTypeError(f"write the deduction without a minus: {typed}")
    return points


class Command(BaseCommand):
    """Writes `YEAR.toml` in the folder of rates and says which figures it holds."""

    help = "Draft the rate file of a year from the year before, by the index rules of ALL § 47 and LAB § 189 a."
    # The command must run when checks fail: it is the remedy for a warning of salary/management/checks.py.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("year", type=int, metavar="YEAR")
        parser.add_argument(
            "--tilpasningsprocent", type=_percent, required=True, metavar="X",
            help="per cent, from the order of the year (2.8 in 2026); a negative one is written with =, as in =-0.8",
        )  # fmt: skip
        parser.add_argument(
            "--dagpenge-deduction", type=_percentage_points, metavar="Y",
            help="percentage points off the index of the unemployment benefit; by default what the acts settle",
        )  # fmt: skip
        parser.add_argument("--output", type=Path, default=FOLDER, metavar="DIR", help="folder of the new file")
        parser.add_argument("--force", action="store_true", help="overwrite a file that is there")

    def handle(
        self, *, year: int, tilpasningsprocent: Decimal, dagpenge_deduction: Decimal | None, output: Path,
        force: bool, **options: Any,
    ) -> None:  # fmt: skip
        if dagpenge_deduction is None:
            deduction = known_deduction(year)
        else:
            deduction = Deduction(dagpenge_deduction, "as given to draft_rates")
        path = Path(output) / f"{year}.toml"
        try:
            rates = draft(year, tilpasningsprocent, deduction, periods())
            with path.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
                file.write("\n".join(_toml(rates)))
        except FileExistsError as error:
            raise CommandError(f"{path} is there already; --force overwrites it") from error
        except (OSError, ValueError) as error:
            raise CommandError(f"{path} was not written: {error}") from error
        for named in rates.figures():
            self.stdout.write(f"{named.key} = {named.value:f}")
        self.stdout.write(f"Deduction from the index of the benefit: {deduction.points} ({deduction.source}).")
        self.stdout.write(f"Wrote {path}. Replace what is drafted as soon as the figures are published.")


def _toml(rates: Rates) -> Iterator[str]:
    yield f'valid_from = "{rates.valid_from}"'
    yield f'valid_to = "{rates.valid_to}"'
    for named in rates.figures():
        yield f"\n[{named.key}]"
        for name, value in named.figure.model_dump(exclude_defaults=True).items():
            # A JSON string is a TOML string too; numbers and days are written bare.
            yield f"{name} = {json.dumps(value, ensure_ascii=False) if isinstance(value, str) else value}"
    yield ""
