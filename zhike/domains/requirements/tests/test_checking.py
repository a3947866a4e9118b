"""Before anybody begins, each request is held against clauses that leave it out and what was heard before."""

import pytest

from zhike.agreements.models import Clause
from zhike.core.timeline.models import Event
from zhike.domains.requirements.checking import checked
from zhike.domains.requirements.errors import NotIncluded
from zhike.surfaces.api.tests.conftest import program_of

HOSTING = "网站托管由我们负责"


@pytest.fixture
def no_hosting(cast):
    return Clause.objects.add(
        by=cast.lena, client=cast.qingchuan, aspect="exclusion", text="不包含网站托管。", number="2.3",
        contact_agreed=cast.clara, how="paper",
    )  # fmt: skip


def test_a_clause_that_leaves_it_out_is_named_while_one_types_and_on_its_page(no_hosting, wanting, cast, client):
    client.force_login(cast.lena)
    said = {"client": cast.qingchuan.pk, "statement": HOSTING}
    assert "2.3" in client.post("/requirement-clearness/", said).content.decode()
    wanted = wanting.heard(HOSTING)
    page = client.get(f"/requirements/{wanted.reference}/").content.decode()
    assert f"/clauses/{no_hosting.reference}/" in page and "It was agreed as not included (2.3)" in page
    assert f"/tradeoffs/new/?client={cast.qingchuan.pk}&amp;source_text={wanted.reference}" in page
    assert "2.3" not in client.post("/requirement-clearness/", said | {"statement": "首页换一张图"}).content.decode()


def test_it_is_not_begun_before_it_is_said_how_that_was_settled(no_hosting, wanting, cast):
    wanted = wanting.agreed(statement=HOSTING, wording=HOSTING)
    with pytest.raises(NotIncluded) as refused:
        wanted.start(by=cast.lena)
    assert "2.3" in str(refused.value) and wanting.now(wanted).state == "agreed"
    wanted.start(by=cast.lena, reason="另付 3000 元，见报价")
    assert wanting.now(wanted).state == "building"
    assert Event.objects.get(kind="requirement.settled_outside").fact("reason") == "另付 3000 元，见报价"


def test_programs_are_refused_with_the_same_words(no_hosting, wanting, cast):
    wanted = wanting.agreed(statement=HOSTING, wording=HOSTING)
    program = program_of(cast.lena)
    answer = program.post(f"requirements/{wanted.reference}/start", {})
    assert answer.status_code in (409, 422) and "reason" in answer.content.decode()
    assert program.post(f"requirements/{wanted.reference}/start", {"reason": "另付"}).status_code == 200


def test_what_no_clause_leaves_out_begins_without_a_question(no_hosting, wanting, cast, client):
    wanted = wanting.agreed()
    client.force_login(cast.lena)
    client.post(f"/requirements/{wanted.reference}/step/start/")
    assert wanting.now(wanted).state == "building"


def test_once_the_clause_is_given_up_nothing_is_asked(no_hosting, wanting, cast):
    wanted = wanting.agreed(statement=HOSTING, wording=HOSTING)
    no_hosting.withdraw(by=cast.lena, reason="现在包含托管")
    wanted.start(by=cast.lena)
    assert wanting.now(wanted).state == "building"


def test_what_is_left_out_by_its_own_clause_is_no_news(wanting, cast):
    wanted = wanting.agreed(kind="wont", statement=HOSTING, wording="不包含网站托管")
    assert wanted.checked.excluded == ()


def test_the_same_wish_is_found_with_what_became_of_it(wanting, cast, client):
    first = wanting.heard("首页放五个入口")
    first.decline(by=cast.lena, reason="太挤", instead="三个入口")
    wanting.heard("首页换一张图")
    again = wanting.heard("首页要放五个入口")
    assert [one.pk for one in checked("首页要放五个入口", cast.qingchuan, but=again).before] == [first.pk]
    client.force_login(cast.lena)
    page = client.get(f"/requirements/{again.reference}/").content.decode()
    assert "The same was heard before" in page and f"/requirements/{first.reference}/" in page
    assert checked("首页要放五个入口", cast.tramlight).before == ()


def test_of_a_client_that_one_does_not_see_nothing_is_said(no_hosting, cast, client):
    client.force_login(cast.ida)
    said = {"client": cast.qingchuan.pk, "statement": HOSTING}
    assert "2.3" not in client.post("/requirement-clearness/", said).content.decode()
