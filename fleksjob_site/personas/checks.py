"""System check of the example persons: all must complete the walk."""

from collections.abc import Iterator

from django.core.checks import CheckMessage, Error

from eligibility.law.questions import BY_KEY
from fleksjob_site.personas.persons import AS_ON, PERSONS, Person, walk_of


def check_persons() -> list[CheckMessage]:
    """Errors in the persons' answers, by the rules of the fixed day that their pages use."""
    return [error for person in PERSONS.values() for error in _in_walk(person)]


def _in_walk(person: Person) -> Iterator[Error]:
    """The question at which the walk stops, and the answers that it does not use."""
    walk = walk_of(person)
    if walk.next:
        key, valid = walk.next.key, walk.next.answer.limits(AS_ON)
        yield Error(
            f"Example person {person.key!r} has no valid answer to the question {key!r}.",
            hint=f"Set {key!r} in the [person.answers] of {person.key!r} in personas.toml. Valid: {valid}.",
            id="fleksjob_site.E001",
        )
    for key in person.answers:
        # Where the walk stops early, later questions may still be asked once it goes on.
        if key not in walk.answers and (walk.complete or key not in BY_KEY):
            yield Error(
                f"The answer of example person {person.key!r} to {key!r} does not count: it is not valid or not asked.",
                hint=f"Correct or remove {key!r} in the [person.answers] of {person.key!r} in personas.toml.",
                id="fleksjob_site.E001",
            )
