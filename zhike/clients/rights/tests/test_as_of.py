"""Who could decide on a day: as known then and as valid then. The oracle keeps what stood after each step."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhike.clients.models import Contact
from zhike.clients.rights.as_of import rights_as_of
from zhike.clients.rights.models import Right
from zhike.core.timeline.moment import at

START = date(2026, 4, 27)
STEPS = st.lists(
    st.tuples(
        st.integers(0, 3),  # days since the step before
        st.sampled_from(["add", "power", "since", "until", "contact", "archive", "restore"]),
        st.integers(0, 2),  # which right
        st.integers(-6, 6),  # a day, from that of the step
    ),
    max_size=9,
)


def end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def told(rights):
    return sorted((one.pk, one.contact.pk, one.power, one.since, one.until) for one in rights)


def test_a_right_noted_late_was_not_known_and_one_that_changed_reads_as_then(cast):
    with at(end_of(START) - timedelta(hours=12)):
        right = Right.objects.add(by=cast.lena, client=cast.qingchuan, contact=cast.clara, subject="price")
    with at(end_of(START + timedelta(days=5)) - timedelta(hours=12)):
        right.amend(by=cast.lena, power="signs", since=START - timedelta(days=30))
    before, day = START - timedelta(days=3), START + timedelta(days=2)
    assert rights_as_of(cast.qingchuan, before, end_of(before)) == []
    assert [one.power for one in rights_as_of(cast.qingchuan, before)] == ["signs"]
    assert [one.power for one in rights_as_of(cast.qingchuan, day, end_of(day))] == ["decides"]
    assert [one.power for one in rights_as_of(cast.qingchuan, day)] == ["signs"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(steps=STEPS)
def test_it_agrees_with_what_stood_after_each_step(cast, steps):
    Right._base_manager.all().delete()
    other, _made = Contact.objects.get_or_create(client=cast.qingchuan, name="罗律师")
    day, kept = START, {START - timedelta(days=1): []}
    for wait, what, number, days in steps:
        day += timedelta(days=wait)
        with at(end_of(day) - timedelta(hours=12)):
            _step(cast, what, number, day + timedelta(days=days), other)
        kept[day] = list(Right._base_manager.select_related("contact").order_by("pk"))
    for asked in (START + timedelta(days=n) for n in range(-2, 20)):
        stood = [one for on, those in kept.items() if on == max(d for d in kept if d <= max(asked, min(kept)))
                 for one in those]  # fmt: skip
        right = [one for one in stood if one.archived_at is None and one.holds_on(asked)]
        assert told(rights_as_of(cast.qingchuan, asked, end_of(asked))) == told(right), asked
        now = [one for one in kept[max(kept)] if one.archived_at is None and one.holds_on(asked)]
        assert told(rights_as_of(cast.qingchuan, asked)) == told(now), asked


def _step(cast, what, number, day, other):
    known = list(Right._base_manager.order_by("pk"))
    one = known[number] if number < len(known) else None
    if what == "add":
        Right.objects.add(by=cast.lena, client=cast.qingchuan, contact=cast.clara, subject="price", since=day)
    elif one is None or ((what == "archive") == (one.archived_at is not None) and what in ("archive", "restore")):
        return
    elif what in ("archive", "restore"):
        getattr(one, what)(by=cast.lena)
    elif one.archived_at is not None:
        return
    elif what == "power":
        one.amend(by=cast.lena, power="signs" if one.power == "decides" else "decides")
    elif what == "contact":
        one.amend(by=cast.lena, contact=other if one.contact_id == cast.clara.pk else cast.clara)
    elif what == "since" and (one.until is None or day <= one.until):
        one.amend(by=cast.lena, since=day)
    elif what == "until" and (one.since is None or day >= one.since):
        one.amend(by=cast.lena, until=day)
