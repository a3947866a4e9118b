"""In which lines plans differ. Pure."""

from hypothesis import given
from hypothesis import strategies as st

from zhike.domains.projects.baselines.differing import differences

TITLES = st.text("abc", min_size=1, max_size=3)
DAYS = st.dates().map(lambda day: day.isoformat())
RECORDS = st.dictionaries(st.integers(1, 5), st.tuples(TITLES, DAYS)).map(
    lambda found: [{"id": pk, "title": title, "due_on": day} for pk, (title, day) in found.items()]
)
CONTENTS = st.fixed_dictionaries(
    {"name": TITLES, "ends_on": st.none() | DAYS, "scope": st.lists(TITLES, unique=True), "milestones": RECORDS}
)


@given(CONTENTS)
def test_a_plan_does_not_differ_from_itself(content):
    assert differences(content, content) == []


@given(CONTENTS, CONTENTS)
def test_read_backwards_what_came_went(one, other):
    there = sorted((str(line.part), line.field, str(line.was), str(line.now)) for line in differences(one, other))
    back = sorted((str(line.part), line.field, str(line.now), str(line.was)) for line in differences(other, one))
    assert there == back


def test_it_tells_what_came_went_and_moved():
    was = {"scope": ["首页"], "milestones": [{"id": 1, "title": "上线", "due_on": "2026-05-01"}]}
    now = {"scope": ["挂号页"], "milestones": [{"id": 1, "title": "上线", "due_on": "2026-05-09"}]}
    assert [(one.part, one.field, one.was, one.now) for one in differences(was, now)] == [
        ("scope", "", "首页", None),
        ("scope", "", None, "挂号页"),
        ("milestones", "due_on", "2026-05-01", "2026-05-09"),
    ]
