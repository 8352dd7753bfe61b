"""Calculates cases with OpenFisca-core, as asked on stdin.

The first line is the task: the names of the results, the cases, and the same cases in one month. Then each line asks
for the `version`, or for the `results` or the `time` (milliseconds of the processor) of a way to calculate all cases:
`read` one by one from a situation, as the web API does, `set` one by one, which is quicker, or set `many` at once.
"""

import json
import sys
import time
from importlib.metadata import version

import numpy
from openfisca_core.periods import period
from openfisca_core.simulations import SimulationBuilder
from openfisca_rules import CountryTaxBenefitSystem

SYSTEM = CountryTaxBenefitSystem()


def read(case, results):
    month = case["month"]
    person = {name: {month: value} for name, value in case["fields"].items()}
    simulation = SimulationBuilder().build_from_entities(SYSTEM, {"persons": {"one": person}})
    return [float(simulation.calculate(name, month)[0]) for name in results]


def set_inputs(written, fields, count, results):
    month = period(written)
    simulation = SimulationBuilder().build_default_simulation(SYSTEM, count)
    for name, values in fields.items():
        simulation.set_input(name, month, numpy.array(values))
    return [simulation.calculate(name, month) for name in results]


def set_one(case, results):
    fields = {name: [value] for name, value in case["fields"].items()}
    return [float(found[0]) for found in set_inputs(case["month"], fields, 1, results)]


def set_many(cases, results):
    names = {name for case in cases for name in case["fields"]}
    fields = {name: [case["fields"].get(name, 0) for case in cases] for name in names}
    found = set_inputs(cases[0]["month"], fields, len(cases), results)
    return numpy.array(found).T.tolist()


task = json.loads(sys.stdin.readline())
WAYS = {
    "read": lambda: [read(case, task["results"]) for case in task["cases"]],
    "set": lambda: [set_one(case, task["results"]) for case in task["cases"]],
    "many": lambda: set_many(task["same_month"], task["results"]),
}


def milliseconds(way):
    began = time.process_time_ns()
    WAYS[way]()
    return (time.process_time_ns() - began) / 1e6


ANSWERS = {
    "version": lambda _: version("openfisca-core"),
    "results": lambda way: WAYS[way](),
    "time": milliseconds,
}

for line in sys.stdin:
    what, _, way = line.strip().partition(" ")
    print(json.dumps(ANSWERS[what](way)), flush=True)
