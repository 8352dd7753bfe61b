"""The same rules in other engines: every case must have our results there too, and then the engines take turns."""

import json
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.money import whole_ore
from salary.law.calculation import calculate
from salary.law.case import Case
from tests.bench.peers import handed
from tests.bench.table import Table

HERE = Path(__file__).parent
INSTALLED = Path(".cache/peers").resolve()
PYTHON = INSTALLED / "venv" / "bin" / "python"
PUBLICODES = INSTALLED / "node_modules" / "publicodes"
ROUNDS = 9

Ask = Callable[[str], Any]


class Differs(Exception):
    """A peer calculates something else than we do."""


def measure() -> list[Table]:
    cases = handed.cases()
    same_month = handed.in_one_month(cases)
    task = {"results": handed.RESULTS, "cases": cases, "same_month": same_month}
    with (
        environment() as variables,
        _peer([PYTHON, HERE / "openfisca_cases.py"], variables, task) as openfisca,
        _peer(["node", HERE / "publicodes_cases.mjs", PUBLICODES], variables, task) as publicodes,
    ):
        compare("OpenFisca-core, read", cases, openfisca("results read"))
        compare("OpenFisca-core, set", cases, openfisca("results set"))
        compare("OpenFisca-core, at once", same_month, openfisca("results many"))
        compare("publicodes", cases, publicodes("results"))
        return [_times(cases, openfisca, publicodes)]


def _times(cases: list[dict[str, Any]], openfisca: Ask, publicodes: Ask) -> Table:
    """From a month as text and numbers as each engine takes them to all results."""
    sent = [(case["month"], handed.decimals(case["fields"])) for case in cases]
    read = [(Case.from_fields(Month.parse(month), **fields),) for month, fields in sent]
    rows: list[tuple[str, Callable[[], float], str]] = [
        ("ours", lambda: _milliseconds(handed.calculated, sent), ""),
        ("ours, the calculation alone", lambda: _milliseconds(calculate, read), ""),
        (f"OpenFisca-core {openfisca('version')}, as its web API reads a case", lambda: openfisca("time read"), ""),
        ("OpenFisca-core, the quickest way for one case", lambda: openfisca("time set"), "≥ 20"),
        (f"OpenFisca-core, {len(cases)} cases of one month at once", lambda: openfisca("time many"), ""),
        (f"publicodes {publicodes('version')}", lambda: publicodes("time"), "≥ 60"),
    ]
    # In turn, so that whatever else the machine does falls on all of them alike.
    rounds = [[measured() / len(cases) for _, measured, _ in rows] for _ in range(ROUNDS)]
    heads = ("engine", "processor ms a case", "times ours", "times our calculation", "target")
    table = Table(f"The same rules in other engines, {len(cases)} cases, median of {ROUNDS}", heads)
    for (words, _, target), taken in zip(rows, zip(*rounds, strict=True), strict=True):
        times = (statistics.median(one / all_[of] for one, all_ in zip(taken, rounds, strict=True)) for of in (0, 1))
        table.add(words, f"{statistics.median(taken):.4f}", *(f"{one:.1f}" for one in times), target)
    return table


def _milliseconds(calculation: Callable[..., object], cases: Iterable[tuple[Any, ...]]) -> float:
    began = time.process_time_ns()
    for case in cases:
        calculation(*case)
    return (time.process_time_ns() - began) / 1e6


def compare(engine: str, cases: list[dict[str, Any]], results: list[list[float]]) -> None:
    """Differs with the first case whose results are not ours, to the øre."""
    for case, found in zip(cases, results, strict=True):
        ours = handed.figures(handed.calculated(case["month"], handed.decimals(case["fields"])))
        theirs = [whole_ore(Decimal(amount)) for amount in found]
        if theirs != ours:
            both = zip(handed.RESULTS, theirs, ours, strict=True)
            told = ", ".join(f"{name} {one} and not {other}" for name, one, other in both if one != other)
            raise Differs(f"{engine} calculates {told} in {json.dumps(case)}")


@contextmanager
def environment() -> Iterator[dict[str, str]]:
    """Tells the peers where our rates are."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(handed.rates(), file)
        file.flush()
        yield {**os.environ, "RATES": file.name, "PYTHONPATH": str(HERE)}


@contextmanager
def _peer(command: Sequence[str | Path], variables: dict[str, str], task: dict[str, Any]) -> Iterator[Ask]:
    """An engine in a process of its own, which has its task and answers what it is asked."""
    with subprocess.Popen(command, env=variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        stdin, stdout = process.stdin, process.stdout
        assert stdin
        assert stdout

        def ask(what: str) -> Any:
            print(what, file=stdin, flush=True)
            return json.loads(stdout.readline())

        print(json.dumps(task), file=stdin, flush=True)
        # Leaving closes stdin, at whose end the process ends.
        yield ask
