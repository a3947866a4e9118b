"""The figures as a table for people."""

import platform
from collections.abc import Sequence
from typing import Any

COLUMNS = {
    "scenario": "scenario", "ratio": "ratio", "ours_ms": "ours ms", "bare_ms": "bare ms", "queries": "queries",
    "kb": "KB", "growth": "growth", "per_second": "a second", "per_cpu_second": "a CPU second",
    "times_odoo": "x Odoo", "p50_ms": "p50", "p95_ms": "p95", "p99_ms": "p99", "refused": "refused",
    "instances": "instances", "at_optimum": "at optimum", "mean_gap": "mean gap %", "worst_gap": "worst gap %",
    "mean_s": "mean s", "worst_s": "worst s",
}  # fmt: skip


def table(rows: Sequence[dict[str, Any]]) -> str:
    shown = [name for name in COLUMNS if any(name in row for row in rows)]
    cells = [[COLUMNS[name] for name in shown], *([str(row.get(name, "")) for name in shown] for row in rows)]
    widths = [max(len(line[place]) for line in cells) for place in range(len(shown))]
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)) for line in cells)


def machine() -> str:
    import psutil

    memory = psutil.virtual_memory().total / 2**30
    return f"{psutil.cpu_count()} cores, {memory:.0f} GB, {platform.system()}, Python {platform.python_version()}"
