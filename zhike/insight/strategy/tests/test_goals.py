"""Where goals stand, and what carries a section."""

from datetime import date
from decimal import Decimal

import pytest

from zhike.agreements.models import Promise
from zhike.clients.models import Client
from zhike.clients.plans.models import Plan
from zhike.clients.segments.models import Segment
from zhike.clients.tiers.models import Tier
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.pages.listing import Listing
from zhike.core.resources.registry import RESOURCES
from zhike.insight.analytics.asked import Asked
from zhike.insight.strategy.carrying import told
from zhike.insight.strategy.measures import MEASURES, measured
from zhike.insight.strategy.shown import standings
from zhike.insight.strategy.steps import CarryForm


def test_a_goal_stands_where_its_figure_does(draft, cast):
    assert [one.actual for one in standings(draft, Asked(cast.lena, {}))] == ["0 %", ""]
    Plan.objects.add(by=cast.lena, client=cast.qingchuan, owner=cast.lena, every=5)
    one, other = standings(draft, Asked(cast.lena, {}))
    assert (one.actual, one.target, one.reached, one.of, one.is_small) == ("100 %", "at least 90 %", True, 1, True)
    assert (other.actual, other.reached, other.is_small) == ("", None, False)
    assert standings(draft, Asked(cast.ada, {}))[0].actual == "50 %"


def test_a_share_is_what_its_lists_come_to(cast):
    said = {"by": cast.lena, "client": cast.qingchuan, "owner": cast.lena, "contact": cast.clara}
    for _n in range(3):
        Promise.objects.add(**said, text="A draft").keep(by=cast.lena)
    Promise.objects.add(**said, text="A plan").breach(by=cast.lena, reason="Ill")
    now = measured("kept", Asked(cast.lena, {}))
    assert (now.number, now.of) == (75, 4)
    from urllib.parse import urlsplit

    from django.http import QueryDict

    assert Listing(RESOURCES["promises"], cast.lena, QueryDict(urlsplit(now.url).query)).matching.count() == 3


def test_a_figure_of_90_days_counts_90_days_and_today_is_one_of_them(cast):
    asked = Asked(cast.lena, {})
    asked.reader.today = date(2026, 3, 31)
    assert "2026-01-01..2026-03-31" in measured("kept", asked).url
    assert "2025-04-01..2026-03-31" in measured("bought", asked).url


@pytest.mark.parametrize("name", MEASURES)
def test_each_figure_can_be_asked_of_nothing(cast, name):
    Client.objects.standing().update(archived_at="2026-01-01T00:00Z")
    assert not measured(name, Asked(cast.lena, {})).number


def test_what_nobody_measures_is_noted_by_hand(draft, cast):
    draft.put_in_force(by=cast.mona)
    goal = draft.goals.get(measure="")
    with pytest.raises(Forbidden):
        draft.note(by=cast.lena, goal=goal, value=Decimal("8.5"))
    draft.note(by=cast.mona, goal=goal, value=Decimal("8.5"))
    other = standings(draft, Asked(cast.lena, {}))[1]
    assert (other.actual, other.reached) == ("8.5", True)


def test_a_section_says_which_rules_carry_it_and_which_are_put_away(draft, cast, client):
    tier = Tier.objects.add(by=cast.ada, name="Key", mark="A")
    draft.carry(by=cast.mona, section="classification", rule=f"tiers.tier:{tier.pk}")
    draft.put_in_force(by=cast.mona)
    client.force_login(cast.lena)
    assert f"/tiers/{tier.reference}/" in client.get(f"/strategies/{draft.reference}/").content.decode()
    tier.archive(by=cast.ada)
    (one,) = told(draft.rules.all(), cast.lena)
    assert (one.broken, one.words) == (True, "Key")
    assert "not carried any more" in client.get(f"/strategies/{draft.reference}/").content.decode()
    draft.let_go(by=cast.mona, rule=draft.rules.get())
    assert told(draft.rules.all(), cast.lena) == []


def test_nobody_is_told_the_name_of_what_they_do_not_see(draft, cast):
    own = Segment.objects.add(by=cast.ada, name="To be sold", owner=cast.ada, visibility="own")
    assert f"segments.segment:{own.pk}" not in str(CarryForm(record=draft, by=cast.mona).fields["rule"].choices)
    draft.carry(by=cast.ada, section="care", rule=f"segments.segment:{own.pk}")
    (one,) = told(draft.rules.all(), cast.lena)
    assert (one.words, one.url, one.broken) == ("", "", False)
