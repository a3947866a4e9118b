"""How well conflicts are found: on pairs that were written before the rule was tried on them, half of them set apart.

The comparison is that of the ledger; it was not changed for these pairs.
"""

from pathlib import Path

import pytest

from zhike.agreements.words.tests.labelled import Score, lines, rows, score
from zhike.domains.requirements.conflicts import Wanted, conflicts

SAID = Path(__file__).parent / "said"


def found(row: list[str]) -> tuple[str, str]:
    """(label, found) of a pair; "" for none."""
    label, kind, text, other_kind, other = row
    clash = conflicts(Wanted(other, other_kind), [Wanted(text, kind)])
    return label.split()[0].replace("none", ""), "conflict" if clash else ""


def measured(language: str, *parts: str) -> Score:
    return score([found(row) for part in parts for row in rows(str(SAID / f"conflicts.{language}.txt"), part)], "")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_finds_what_cannot_both_be(language: str) -> None:
    every, apart = measured(language, "seen", "apart"), measured(language, "apart")
    print(language, "all", every, "apart", apart)
    assert every.precision >= 0.88 and every.recall >= 0.9, every


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_is_measured_on_enough_pairs_of_every_kind(language: str) -> None:
    labels = [line.split(" | ")[0] for line in lines(str(SAID / f"conflicts.{language}.txt"))]
    assert len(labels) >= 40 and labels.count("none -") >= 0.35 * len(labels)
    assert {f"conflict {why}" for why in ("number", "date", "negated", "antonym", "choice", "wont")} <= set(labels)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_says_in_what_they_differ(language: str) -> None:
    told = [row for part in ("seen", "apart") for row in rows(str(SAID / f"conflicts.{language}.txt"), part)]
    clashes = [(row[0].split()[1], conflicts(Wanted(row[4], row[3]), [Wanted(row[2], row[1])])) for row in told]
    right = [why == found[0][1] for why, found in clashes if why != "-" and found]
    assert sum(right) / len(right) >= 0.9


def test_who_leaves_a_thing_out_does_not_conflict_with_who_wants_another() -> None:
    three, five = (
        Wanted("The home page shows three entries.", "must"),
        Wanted("The home page shows five entries.", "wont"),
    )
    assert conflicts(three, [five]) == []
    assert conflicts(three, []) == conflicts(Wanted("…", "must"), [three]) == []
