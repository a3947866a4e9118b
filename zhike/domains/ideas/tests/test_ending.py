"""Keeping an idea or dropping it, and what became of it."""

from decimal import Decimal

import pytest

from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.models import Event
from zhike.core.todos.models import Todo
from zhike.domains.ideas.errors import NoClient
from zhike.domains.ideas.models import Idea
from zhike.domains.ideas.rates import credits, rates, rates_of
from zhike.domains.projects.models import Project
from zhike.domains.requirements.models import Requirement

pytestmark = pytest.mark.django_db


def test_a_kept_idea_becomes_a_requirement_and_each_names_the_other(thought, cast, client):
    idea = thought("trial", contact=cast.clara)
    idea.keep(by=cast.lena, becomes="requirement", reason="试点科室都要")
    wanted = Requirement.objects.get()
    assert (idea.state, idea.requirement) == ("kept", wanted)
    assert (wanted.source, wanted.source_text) == ("idea", idea.reference)
    assert (wanted.client, wanted.contact, wanted.source_text) == (cast.qingchuan, cast.clara, idea.reference)
    assert (wanted.source_type, wanted.source_id, wanted.measure) == ("ideas.idea", idea.pk, "候诊投诉少一成")
    told = Event.objects.get(kind="idea.kept")
    assert (told.facts["who"], told.facts["becomes"]) == ("陈总", wanted.reference)
    client.force_login(cast.lena)
    assert f"/ideas/{idea.reference}/" in client.get(f"/requirements/{wanted.reference}/").content.decode()
    assert f"/requirements/{wanted.reference}/" in client.get(f"/ideas/{idea.reference}/").content.decode()


def test_an_idea_for_ourselves_becomes_a_todo(thought, cast):
    idea = thought("trial", client=None)
    with pytest.raises(NoClient):
        idea.keep(by=cast.lena, becomes="requirement", reason="想做")
    idea.keep(by=cast.lena, becomes="todo", reason="想做")
    todo = Todo.objects.get()
    assert (idea.todo, todo.owner, todo.record_type, todo.record_id) == (todo, cast.lena, "ideas.idea", idea.pk)


@pytest.mark.parametrize("state", ["noted", "weighed", "trial"])
def test_it_is_dropped_for_a_reason_from_wherever_it_is(thought, cast, state):
    idea = thought(state)
    idea.drop(by=cast.lena, reason="医院怕吵")
    assert (idea.state, idea.reason) == ("dropped", "医院怕吵")


def test_what_was_never_tried_is_taken_up_again_and_what_was_is_not(thought, cast):
    early, late = thought("weighed"), thought("trial", title="会唱歌的菜单")
    for one in (early, late):
        one.drop(by=cast.lena, reason="医院怕吵")
    early.take_up(by=cast.lena)
    assert (early.state, early.reason, early.decided_on) == ("noted", "", None)
    with pytest.raises(WrongState):
        late.take_up(by=cast.lena)


def test_only_a_trial_is_kept_and_what_is_kept_is_not_dropped(thought, cast):
    with pytest.raises(WrongState):
        thought("weighed").keep(by=cast.lena, becomes="todo", reason="想做")
    with pytest.raises(WrongState):
        thought("kept").drop(by=cast.lena, reason="算了")


def test_what_became_of_it_is_said_with_what_it_brought(thought, cast):
    idea = thought("kept")
    idea.judge(by=cast.lena, result="won", words="候诊投诉少了两成", amount=Decimal(12_000), currency="CNY")
    assert (idea.result, idea.result_words, idea.amount) == ("won", "候诊投诉少了两成", 12_000)
    assert Event.objects.get(kind="idea.judged").facts["who"] == "Lena 林娜"
    with pytest.raises(WrongState):
        thought("trial", title="会唱歌的菜单").judge(by=cast.lena, result="won", words="还早")


@pytest.mark.parametrize(
    ("upto", "step", "said"),
    [
        ("trial", "keep", {"becomes": "todo", "reason": "想"}), ("noted", "drop", {"reason": "想"}),
        ("kept", "judge", {"result": "won", "words": "好"}),
    ],
)  # fmt: skip
def test_whoever_reads_decides_none(thought, cast, upto, step, said):
    with pytest.raises(Forbidden):
        getattr(thought(upto), step)(by=cast.rita, **said)


def test_the_win_rate_of_odd_ideas_stands_against_that_of_ordinary_ones(thought, cast, client):
    for n, (odd, result) in enumerate([(True, "won"), (True, "lost"), (True, ""), (False, "won")]):
        idea = thought("kept", title=f"主意{n}", hours=Decimal(1), odd=odd)
        if result:
            idea.judge(by=cast.lena, result=result, words="看到了")
    odd, ordinary = rates(Idea.objects.visible_to(cast.lena))
    assert (odd.kept, odd.won, odd.lost, odd.unknown, odd.percent) == (3, 1, 1, 1, 50)
    assert (ordinary.percent, ordinary.is_few) == (100, True)
    client.force_login(cast.lena)
    page = client.get("/idea-outcomes/").content.decode()
    assert "Odd: 2 known outcomes. Below 10 the rate says little." in page
    listed = client.get("/ideas/?odd=odd&state=kept&result=won").content.decode()
    assert "主意0" in listed and "主意1" not in listed and "主意3" not in listed


def test_it_says_nothing_of_few_once_ten_are_known():
    odd, ordinary = rates_of([(True, "won", 4), (True, "lost", 6), (False, "won", 9)])
    assert (odd.percent, odd.is_few, ordinary.is_few) == (40, False, True)
    assert rates_of([])[0].percent is None


def test_whoever_brought_what_was_kept_is_credited_and_a_stranger_counts_none_of_it(thought, cast):
    for title, more in (("甲", {}), ("乙", {}), ("丙", {"contact": cast.clara})):
        thought("kept", title=title, hours=Decimal(1), **more)
    thought(title="丁")
    told = [(one["person"], one["contact"], one["brought"], one["kept"]) for one in credits(Idea.objects.all())]
    assert told == [(cast.lena.pk, None, 3, 2), (None, cast.clara.pk, 1, 1)]
    assert credits(Idea.objects.visible_to(cast.ida)) == []


def test_the_project_and_the_client_show_their_ideas(thought, cast, client):
    project = Project.objects.add(by=cast.lena, client=cast.qingchuan, lead=cast.lena, name="官网改版")
    idea = thought(project=project)
    client.force_login(cast.lena)
    for where in (f"/projects/{project.reference}/", f"/clients/{cast.qingchuan.reference}/"):
        assert f"/ideas/{idea.reference}/" in client.get(where).content.decode()
