"""A review in which the client wants something changed uses a round of revision, and the meter names it."""

import pytest

from zhike.agreements.models import Clause
from zhike.agreements.rules.errors import UsedAlready
from zhike.agreements.rules.meters import meters_of


@pytest.fixture
def one_round(cast):
    return Clause.objects.add(
        by=cast.lena, client=cast.qingchuan, text="设计稿含一轮修改", aspect="revisions", quantity=1, unit="rounds",
        contact_agreed=cast.clara, how="paper",
    )  # fmt: skip


@pytest.fixture
def changed(site, cast):
    site.run()
    made = site.deliverable()
    made.show(by=cast.lena, contact=cast.clara)
    made.want_change(by=cast.lena, contact=cast.clara, words="标题再大一点")
    return made


def test_it_is_offered_with_their_words_and_stands_in_the_meter(one_round, changed, cast, client):
    client.force_login(cast.lena)
    place = f"/clients/{cast.qingchuan.reference}/rules/round/?source={changed.reference}"
    assert place.replace("&", "&amp;") in client.get(f"/deliverables/{changed.reference}/").text
    day, words = changed.round_asked
    assert words == "标题再大一点" and words in client.get(place).text
    client.post(place, {"clause": one_round.pk, "used_on": day.isoformat(), "note": words})
    (used,) = meters_of(cast.qingchuan)[0].used
    assert (used.record, used.round.note, used.outside) == (changed, words, False)
    assert changed.title in client.get(f"/clients/{cast.qingchuan.reference}/rules/rounds/").text
    page = client.get(f"/deliverables/{changed.reference}/").text
    assert "It used a round of" in page and "rules/round/" not in page


def test_the_next_review_uses_another_one_which_is_above_those_agreed(one_round, changed, cast, site):
    day, words = changed.round_asked
    told = {"by": cast.lena, "source": changed, "note": words}
    one_round.use_round(used_on=day.replace(day=1), **told)
    one_round.use_round(used_on=day.replace(day=2), **told)
    with pytest.raises(UsedAlready):
        one_round.use_round(used_on=day.replace(day=2), **told)
    assert [one.outside for one in meters_of(cast.qingchuan)[0].used] == [False, True]
    assert one_round.crossings.get().record_id == changed.pk


def test_what_they_accepted_or_have_not_seen_asks_for_none(one_round, site, cast, client):
    site.run()
    made = site.deliverable()
    assert made.round_asked is None
    client.force_login(cast.lena)
    assert "rules/round/" not in client.get(f"/deliverables/{made.reference}/").text
