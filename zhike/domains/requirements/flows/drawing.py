"""Where the nodes of a flow stand on paper and how its arrows run: along rows and columns, never through a node."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from zhike.domains.requirements.flows.choices import Shape

ACROSS, DOWN = 208, 112  # pixels from one cell to the next
WIDE, HIGH, TALL = 160, 60, 76  # a node; a decision is taller
EDGE, LINE = 28, 16
LANE, GAP, TIP = (ACROSS - WIDE) // 2, (DOWN - HIGH) // 2, 16
FITS, FITS_DECISION, LINES = 22, 15, 3  # widths of a letter in a line; a Chinese character takes two


@dataclass
class Box:
    """`x` and `y` are the middle of a node, `lines` its words with the height of each. `number` counts from 1."""

    node: Any
    number: int
    x: int
    y: int
    lines: list[tuple[int, str]]

    @property
    def half(self) -> int:
        return (TALL if self.node.shape == Shape.DECISION else HIGH) // 2

    @property
    def left(self) -> int:
        return self.x - WIDE // 2

    @property
    def top(self) -> int:
        return self.y - self.half

    @property
    def right(self) -> int:
        return self.x + WIDE // 2

    @property
    def bottom(self) -> int:
        return self.y + self.half


@dataclass
class Run:
    """An arrow on paper: its path, and where its words stand."""

    arrow: Any
    path: str
    x: int
    y: int


@dataclass
class Drawing:
    boxes: list[Box] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    width: int = 0
    height: int = 0
    across: int = ACROSS
    down: int = DOWN
    wide: int = WIDE
    high: int = HIGH


def drawing_of(nodes: Iterable[Any], arrows: Iterable[Any]) -> Drawing:
    """Pure: nodes with `column`, `row`, `shape` and `text`; arrows with `before_id`, `after_id` and `words`."""
    boxes = [_box(node, number) for number, node in enumerate(nodes, start=1)]
    by_node = {box.node.pk: box for box in boxes}
    taken = {(box.node.column, box.node.row) for box in boxes}
    runs = [_run(one, by_node[one.before_id], by_node[one.after_id], taken) for one in arrows]
    width = max((box.x for box in boxes), default=0) + ACROSS // 2 + EDGE
    height = max((box.y for box in boxes), default=0) + DOWN // 2 + EDGE
    return Drawing(boxes, runs, width, height)


def _box(node: Any, number: int) -> Box:
    x, y = EDGE + ACROSS // 2 + node.column * ACROSS, EDGE + HIGH // 2 + 8 + node.row * DOWN
    lines = wrapped(node.text, FITS_DECISION if node.shape == Shape.DECISION else FITS)
    first = y - LINE * (len(lines) - 1) // 2 + 5
    return Box(node, number, x, y, [(first + LINE * n, line) for n, line in enumerate(lines)])


def _run(arrow: Any, one: Box, other: Box, taken: set[tuple[int, int]]) -> Run:
    across, down = other.node.column - one.node.column, other.node.row - one.node.row
    side = 1 if across > 0 else -1
    out = one.right if across > 0 else one.left
    if down == 1 and across == 0:
        return Run(arrow, f"M{one.x} {one.bottom}V{other.top - 2}", one.x + 6, one.bottom + 14)
    if down == 0 and abs(across) == 1:
        end = other.left - 2 if across > 0 else other.right + 2
        return Run(arrow, f"M{out} {one.y}H{end}", min(out, end) + 4, one.y - 6)
    if down > 0 and across and not taken & _elbow(one.node, other.node, side):
        return Run(arrow, f"M{out} {one.y}H{other.x}V{other.top - 2}", out + (4 if side > 0 else -LANE), one.y - 6)
    above = other.top - TIP
    if down == 0:
        below = one.y + HIGH // 2 + GAP - 4
        return Run(arrow, f"M{one.x} {one.bottom}V{below}H{other.x}V{other.bottom + 2}", one.x + 6, one.bottom + 14)
    lane = out + side * (LANE - 6)
    beside = one.y + (HIGH // 2 + GAP if down > 0 else -HIGH // 2 - 6)
    return Run(arrow, f"M{out} {one.y}H{lane}V{above}H{other.x}V{other.top - 2}", lane + 5, beside)


def _elbow(one: Any, other: Any, side: int) -> set[tuple[int, int]]:
    """The cells on the way along the row of the one and then down the column of the other."""
    along = {(column, one.row) for column in range(one.column + side, other.column + side, side)}
    return along | {(other.column, row) for row in range(one.row, other.row)}


def wrapped(text: str, fits: int) -> list[str]:
    """At most LINES lines, broken at blanks and between Chinese characters; what does not fit ends with …"""
    lines: list[str] = [""]
    for piece in _pieces(text):
        if width(lines[-1] + piece.rstrip()) > fits and lines[-1]:
            lines.append("")
        lines[-1] += piece.lstrip() if not lines[-1] else piece
    shown = [_cut(line.strip(), fits) for line in lines]
    if len(shown) > LINES:
        shown = [*shown[: LINES - 1], _cut(shown[LINES - 1] + "……", fits)]
    return shown


def _cut(line: str, fits: int) -> str:
    if width(line) <= fits:
        return line
    while line and width(line) > fits - 1:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _pieces(text: str) -> Sequence[str]:
    """Words with the blank after them; each Chinese character alone."""
    found: list[str] = []
    for letter in text:
        if found and not _is_wide(letter) and not found[-1].endswith(" ") and not _is_wide(found[-1][-1]):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def width(text: str) -> int:
    return sum(2 if _is_wide(letter) else 1 for letter in text)


def _is_wide(letter: str) -> bool:
    return ord(letter) > 0x2E7F
