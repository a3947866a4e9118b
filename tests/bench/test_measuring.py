"""bin/bench from an empty database to its file, on a tiny company."""

import json
import os
import subprocess
import sys

import pytest

from bench import REQUESTS, growth
from bench.load import Load
from bench.shape import shape_of, size

SCENARIOS = list(REQUESTS)
SIZE = str(300 + int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:]))  # of its own: two processes share no database


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict:
    path = tmp_path_factory.mktemp("bench") / "figures.json"
    command = [
        sys.executable,
        "-m",
        "bench",
        *SCENARIOS,
        "--size",
        SIZE,
        "--rounds",
        "3",
        "--seconds",
        "2",  # the first answers of each worker take more than one
        "--json",
        str(path),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(path.read_text())


def test_it_measures_every_scenario(figures: dict) -> None:
    assert [row["scenario"] for row in figures["scenarios"]] == SCENARIOS


def test_it_tells_ours_beside_bare(figures: dict) -> None:
    for row in figures["scenarios"]:
        assert row["ours_ms"] > 0 and row["bare_ms"] > 0
        assert row["ratio"] == pytest.approx(row["ours_ms"] / row["bare_ms"], rel=0.05)
        assert row["queries"] > 0


def test_it_counts_answers_a_second_and_refuses_wrong_ones(figures: dict) -> None:
    for row in figures["scenarios"]:
        assert row["per_second"] > 0 and row["refused"] == 0
        assert row["p50_ms"] <= row["p95_ms"] <= row["p99_ms"]
    assert figures["memory"]["web_mb"] > 0


def test_it_names_the_scenario_it_does_not_know() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench", "teleport"], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2 and "no such scenario: teleport" in done.stderr


def test_it_reads_sizes_as_people_write_them() -> None:
    assert [size(said) for said in ("10k", "1M", "2_500", "300")] == [10_000, 1_000_000, 2_500, 300]
    assert shape_of(1_000_000).each == 3 and shape_of(100_000).each == 10


def test_it_tells_percentiles_of_what_was_answered() -> None:
    done = Load(seconds=2, times=[float(one) for one in range(1, 101)])
    assert (done.per_second, done.percentile(50), done.percentile(99)) == (50, 51, 100)


def test_it_tells_growth_by_the_medians_of_the_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([10, 12, 11, 30, 9, 12])

    def run(names: list[str], size: int, rounds: int, more: list[str]) -> dict:
        return {"search": {"ratio": 2.0, "ours_ms": next(times), "bare_ms": 5.0, "queries": 7, "clients": size}}

    monkeypatch.setattr(growth, "_run", run)
    (row,) = growth.measure(["search"], 10_000, 1_000_000, 40, [])
    assert (row["growth"], row["ours_ms"], row["small_ours_ms"], row["clients"]) == (1.2, 12, 10, 1_000_000)
