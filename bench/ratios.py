"""Ours beside bare, turn and turn about in one run."""

from dataclasses import asdict, dataclass
from random import Random
from statistics import median
from typing import Any

from bench.ask import Person
from bench.bare import Bare
from bench.ours import Ours
from bench.scenarios import asks_of
from bench.shape import Shape

WARMING = 8


@dataclass(frozen=True)
class Row:
    """Medians. `queries` is the most that one request asked; `kb` what an answer weighs, compressed."""

    scenario: str
    ratio: float
    ours_ms: float
    bare_ms: float
    queries: int
    kb: float
    rounds: int
    clients: int

    def told(self) -> dict[str, Any]:
        return asdict(self)


def measure(name: str, shape: Shape, person: Person, rounds: int) -> Row:
    """The first rounds warm up and do not count."""
    ours, bare, answers, plain = Ours(person), Bare(), [], []
    asked = asks_of(name)(Random(11), shape)
    for number, ask in enumerate(asked):
        if number == WARMING + rounds:
            break
        answer = ours.ask(ask)
        alone = bare.ask(answer.statements)
        if number >= WARMING:
            answers.append(answer)
            plain.append(alone)
    bare.close()
    whole, alone = median(answer.ms for answer in answers), median(plain)
    return Row(
        scenario=name,
        ratio=round(whole / alone, 2),
        ours_ms=round(whole, 2),
        bare_ms=round(alone, 2),
        queries=max(len(answer.statements) for answer in answers),
        kb=round(median(answer.size for answer in answers) / 1_000, 1),
        rounds=rounds,
        clients=shape.clients,
    )
