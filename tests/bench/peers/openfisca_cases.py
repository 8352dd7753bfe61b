"""Calculates cases with OpenFisca-core, as asked on stdin.

The first line is the task: the names of the results, the cases, and the same cases in one month. Then each line asks
for the `version`, or for the `results` or the `time` (milliseconds of the processor) of a way to calculate all cases:
`one` by one, or `many` at once.
"""

import json
import sys
import time
from importlib.metadata import version

import numpy
from openfisca_core.simulations import SimulationBuilder
from openfisca_rules import CountryTaxBenefitSystem

SYSTEM = CountryTaxBenefitSystem()


def calculated(month, fields, count, results):
    """The quickest way in: values are set on a simulation, without the dictionary of entities of the web API."""
    simulation = SimulationBuilder().build_default_simulation(SYSTEM, count)
    for name, values in fields.items():
        simulation.set_input(name, month, numpy.array(values))
    return [simulation.calculate(name, month) for name in results]


def one_by_one(cases, results):
    answers = []
    for case in cases:
        fields = {name: [value] for name, value in case["fields"].items()}
        answers.append([float(found[0]) for found in calculated(case["month"], fields, 1, results)])
    return answers


def at_once(cases, results):
    names = {name for case in cases for name in case["fields"]}
    fields = {name: [case["fields"].get(name, 0) for case in cases] for name in names}
    found = calculated(cases[0]["month"], fields, len(cases), results)
    return numpy.array(found).T.tolist()


task = json.loads(sys.stdin.readline())
WAYS = {
    "one": lambda: one_by_one(task["cases"], task["results"]),
    "many": lambda: at_once(task["same_month"], task["results"]),
}


def milliseconds(way):
    began = time.process_time_ns()
    WAYS[way]()
    return (time.process_time_ns() - began) / 1e6


for line in sys.stdin:
    what, _, way = line.strip().partition(" ")
    answer = {
        "version": lambda way: version("openfisca-core"),
        "results": lambda way: WAYS[way](),
        "time": milliseconds,
    }[what](way)
    print(json.dumps(answer), flush=True)
