"""Noting an idea: it is somebody's, and stays theirs."""

import pytest

from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event
from zhike.domains.conversations.workflows import log
from zhike.domains.ideas.forms import IdeaForm
from zhike.domains.ideas.models import Idea
from zhike.domains.projects.models import Project

pytestmark = pytest.mark.django_db


def _gate(by, **said):
    form = IdeaForm({"title": "餐厅小程序里养一只猫"} | said, by=by)
    return form if form.errors else form.save(by=by)


def test_it_is_of_whoever_writes_it_down_where_nobody_else_is_named(cast):
    idea = _gate(cast.omar)
    assert (idea.person, idea.contact, idea.owner, idea.brought_by) == (cast.omar, None, cast.omar, "Omar")
    assert Event.objects.get(kind="idea.had").actor == cast.omar


def test_an_idea_of_theirs_carries_their_name(cast):
    idea = _gate(cast.lena, client=cast.qingchuan.pk, contact=cast.clara.pk)
    assert (idea.person, idea.contact, idea.brought_by) == (None, cast.clara, "陈总")
    told = Event.objects.get(kind="idea.noted")
    assert (told.client_id, told.facts["who"]) == (cast.qingchuan.pk, "陈总")


def test_it_is_not_of_two_people_nor_of_somebody_elses_contact(cast):
    both = _gate(cast.lena, client=cast.qingchuan.pk, contact=cast.clara.pk, person=cast.omar.pk)
    assert "name one of them" in str(both.errors["contact"])
    assert "contact" in _gate(cast.ada, client=cast.qingchuan.pk, contact=cast.emil.pk).errors
    assert "client" in _gate(cast.lena, contact=cast.clara.pk).errors


def test_its_project_says_for_which_client_it_is(cast):
    project = Project.objects.add(by=cast.lena, client=cast.qingchuan, lead=cast.lena, name="官网改版")
    assert _gate(cast.lena, project=project.pk).client == cast.qingchuan
    assert "project" in _gate(cast.ada, project=project.pk, client=cast.tramlight.pk).errors


def test_where_it_came_up_is_kept_as_that_record(cast, client):
    talk = log(by=cast.lena, client=cast.qingchuan, kind="call", text="要不养只猫？", contacts=[cast.clara])
    idea = _gate(cast.lena, client=cast.qingchuan.pk, source_text=f"{talk.reference}，电话里")
    assert (idea.source_type, idea.source_id) == ("conversations.conversation", talk.pk)
    client.force_login(cast.lena)
    page = client.get(f"/conversations/{talk.reference}/").content.decode()
    assert f"/ideas/new/?client={cast.qingchuan.pk}&amp;contact={cast.clara.pk}" in page


def test_one_about_no_client_is_seen_by_all_of_us_and_one_about_a_client_by_who_sees_the_client(thought, cast):
    ours, theirs = thought(client=None), thought()
    assert set(Idea.objects.visible_to(cast.ida)) == {ours}
    assert set(Idea.objects.visible_to(cast.rita)) == {ours, theirs}


def test_whoever_reads_notes_none(thought, cast):
    with pytest.raises(Forbidden):
        Idea.objects.add(by=cast.rita, title="养猫", person=cast.rita, owner=cast.rita)
