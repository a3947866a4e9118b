"""Where nodes stand on paper, and how arrows run between them."""

import re
from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhike.domains.requirements.flows.drawing import FITS, LINES, drawing_of, width, wrapped


def node(pk, column, row, shape="step"):
    return SimpleNamespace(pk=pk, column=column, row=row, shape=shape, text=f"{pk}")


def arrow(before, after):
    return SimpleNamespace(before_id=before, after_id=after, words="")


CELLS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=9, unique=True)


@given(CELLS, st.data())
def test_it_draws_no_arrow_through_a_node(cells, data):
    nodes = [node(n, *cell) for n, cell in enumerate(cells, start=1)]
    before, after = data.draw(st.permutations(range(1, len(nodes) + 1)))[:2]
    drawing = drawing_of(nodes, [arrow(before, after)])
    points = corners(drawing.runs[0].path)
    for box in drawing.boxes:
        if box.node.pk not in (before, after):
            assert not any(crosses(box, one, other) for one, other in pairwise(points))


def corners(path):
    x = y = 0
    found = []
    for letter, said in re.findall(r"([MHV])([-\d ]+)", path):
        numbers = [int(one) for one in said.split()]
        x, y = {"M": lambda n: n, "H": lambda n: [n[0], y], "V": lambda n: [x, n[0]]}[letter](numbers)  # noqa: B023
        found.append((x, y))
    return found


def crosses(box, one, other):
    (x1, x2), (y1, y2) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return x1 < box.right and x2 > box.left and y1 < box.bottom and y2 > box.top


@given(st.text(alphabet="ab 挂号医生,。", max_size=200))
def test_words_stay_within_their_box(text):
    lines = wrapped(text, FITS)
    assert len(lines) <= LINES
    assert all(width(line) <= FITS for line in lines)


@pytest.mark.parametrize("text, lines", [
    ("Choose a doctor", ["Choose a doctor"]),
    ("Choose a doctor and a time of day", ["Choose a doctor and a", "time of day"]),
    ("选好科室以后再选医生和时段", ["选好科室以后再选医生和", "时段"]),
])  # fmt: skip
def test_words_break_where_one_breathes(text, lines):
    assert wrapped(text, FITS) == lines
