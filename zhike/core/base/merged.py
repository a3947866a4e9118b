"""Cells that a spreadsheet has joined: down a column they tell of each row, across columns they stand above several.

An *area* is the first and the last (row, column) of what is joined, counted from 0.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

Area = tuple[tuple[int, int], tuple[int, int]]
_FEWEST = 3  # columns across which a caption goes


def filled(cells: list[list[Any]], areas: Sequence[Area]) -> list[list[Any]]:
    """Each row gets what was joined downwards; a line that is one cell from end to end is a caption, and left out."""
    for (top, left), (bottom, right) in areas:
        if top >= len(cells):
            continue
        if top == bottom and left == 0 and right + 1 >= max(len(cells[top]), _FEWEST):
            cells[top] = [""] * len(cells[top])
        for row in cells[top + 1 : bottom + 1]:
            row[left] = cells[top][left]
    return cells


def lowest(at: int, cells: Sequence[Sequence[Any]], areas: Sequence[Area]) -> int:
    """The line of the header that names single columns, where `at` names some of them together."""
    joined = [area for area in areas if area[0][0] == area[1][0] == at]
    names = cells[at + 1] if joined and at + 1 < len(cells) else []
    if not names or not all(any(names[left : right + 1]) for (_top, left), (_bottom, right) in joined):
        return at
    return lowest(at + 1, cells, areas)


def named(at: int, cells: Sequence[Sequence[str]], areas: Sequence[Area]) -> list[str]:
    """The header in line `at`; names that come again say first what stands above them."""
    names = list(cells[at])
    often = Counter(names)
    for (_top, left), (bottom, right) in areas:
        if bottom == at - 1 and left < right:
            above = cells[bottom][left]
            names[left : right + 1] = [
                f"{above} {name}" if often[name] > 1 else name for name in names[left : right + 1]
            ]
    return names
