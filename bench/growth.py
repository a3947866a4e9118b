"""The same scenarios at two sizes, turn and turn about, each in a process of its own."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from bench import REQUESTS

PASSES = 3


def measure(names: list[str], small: int, large: int, rounds: int, more: list[str]) -> list[dict[str, Any]]:
    """Rows of the large size, with `growth`: by how much a request takes longer than at the small one."""
    passes = [(_run(names, small, rounds, more), _run(names, large, rounds, more)) for _pass in range(PASSES)]
    return [_row(name, [(one[name], other[name]) for one, other in passes]) for name in names or REQUESTS]


def _run(names: list[str], size: int, rounds: int, more: list[str]) -> dict[str, dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "figures.json"
        command = [sys.executable, "-m", "bench", *names, "--size", str(size), "--each", "3", "--seconds", "0"]
        command += ["--rounds", str(rounds), "--json", str(path), *more]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return {row["scenario"]: row for row in json.loads(path.read_text())["scenarios"]}


def _row(name: str, pairs: list[tuple[dict[str, Any], dict[str, Any]]]) -> dict[str, Any]:
    small, large = (
        {
            key: round(median(pair[which][key] for pair in pairs), 2)
            for key in ("ratio", "ours_ms", "bare_ms", "queries")
        }
        for which in (0, 1)
    )
    told = {"scenario": name} | large | {"growth": round(large["ours_ms"] / small["ours_ms"], 2)}
    return told | {f"small_{key}": value for key, value in small.items()} | {"clients": pairs[0][1]["clients"]}
