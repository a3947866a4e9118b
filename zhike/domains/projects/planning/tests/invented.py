"""Plans made up by hypothesis: small, without cycles, with all kinds of links, and hours with gaps."""

from itertools import accumulate

from hypothesis import strategies as st

from zhike.domains.projects.planning.hours import ALWAYS, Hours
from zhike.domains.projects.planning.plan import Activity, Kind, Link, Plan

BEGINNING, REACH = 400, 2_500  # plans begin well after the hours, so that leads find some before
LAGS = st.integers(-3, 5)


@st.composite
def hours(draw):
    """Stretches of 1 to 9 with gaps of 1 to 9, from 0 on as far as any plan here needs."""
    lengths = draw(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), min_size=1, max_size=4))
    rounds = REACH // sum(map(sum, lengths)) + 1
    edges = list(accumulate((step for pair in lengths * rounds for step in pair), initial=0))
    return Hours(list(zip(edges[:-1:2], edges[1::2], strict=True)))


@st.composite
def plans(draw, most=7, kinds=tuple(Kind), lags=LAGS, with_hours=True):
    count = draw(st.integers(1, most))
    own = [ALWAYS, draw(hours()), draw(hours())] if with_hours else [ALWAYS]
    activities = [
        Activity(
            f"a{n}",
            draw(st.integers(0, 8)),
            draw(st.just(0) | st.integers(BEGINNING, BEGINNING + 30)),
            draw(st.sampled_from(own)),
        )
        for n in range(count)
    ]
    pairs = [(earlier, later) for later in range(count) for earlier in range(later)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=12)) if pairs else []
    links = [Link(f"a{one}", f"a{two}", draw(st.sampled_from(kinds)), draw(lags)) for one, two in chosen]
    return Plan(draw(st.permutations(activities)), links)
