"""A plan comes in from a file: shown first, then made whole or not at all."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from zhike.core.files.models import Attachment
from zhike.domains.projects.bringing.making import make
from zhike.domains.projects.bringing.reading import read
from zhike.domains.projects.models import Follow, Milestone, Phase, Task

pytestmark = pytest.mark.django_db
CSV = """\
Issue key,Summary,Issue Type,Status,Assignee,Due date,Original estimate,Sprint,Inward issue link (Blocks),Labels
WEB-1,画草图,Story,Done,{lena},2026-11-20,28800,一期,,红
WEB-2,搭页面,Story,In Progress,Nobody Known,2026-11-27,57600,一期,WEB-1,
WEB-3,写文案,Task,To Do,,2026-11-30,,,WEB-2,
WEB-4,上线,Milestone,To Do,,2026-12-01,,,WEB-3,
"""


def file(cast, text=CSV, name="jira.csv"):
    return SimpleUploadedFile(name, text.format(lena=cast.lena.name).encode())


def test_it_shows_what_is_kept_and_what_not_before_anything_is_made(site, cast, client):
    client.force_login(cast.lena)
    where = f"/projects/{site.project.reference}/plan-from-file/"
    shown = client.post(where, {"file": file(cast)}, follow=True)
    told = shown.content.decode()
    assert "画草图" in told and "Labels" in told
    assert "Nobody here has this name or mail address." in told
    assert Attachment.objects.on(site.project).count() == 1 and not Task.objects.exists()
    made = client.post(shown.redirect_chain[0][0], follow=True)
    assert "Made: 3 tasks, 1 milestones, 1 phases" in made.content.decode()
    draft, build, words = Task.objects.order_by("pk")
    assert (draft.state, build.state, words.state) == ("done", "doing", "todo")
    assert (draft.owner, build.owner, draft.hours) == (cast.lena, None, 8)
    assert (draft.phase.title, words.phase, words.milestone.title) == ("一期", None, "上线")
    assert set(Follow.objects.values_list("task", "before")) == {(build.pk, draft.pk), (words.pk, build.pk)}


def test_in_a_running_project_every_task_has_owner_and_day(site, cast):
    site.run()
    text = "Issue key,Summary\nA-1,x\n"
    make(read(text.encode()), site.project, by=cast.omar)
    task = Task.objects.get()
    assert (task.owner, task.due_on) == (cast.omar, site.today)


def test_it_is_made_whole_or_not_at_all(site, cast, monkeypatch):
    monkeypatch.setattr(Task, "begin", lambda self, by: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        make(read(CSV.format(lena="x").encode()), site.project, by=cast.lena)
    assert not any(model.objects.exists() for model in (Task, Milestone, Phase))


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.csv", "Name,City\nAnn,Rome\n", "This is no plan."),
        ("a.xml", "<html></html>", "This is no plan."),
        ("a.csv", "Issue key,Summary\n", "There are no tasks"),
    ],
)
def test_it_says_why_a_file_is_refused_and_keeps_nothing(site, cast, client, name, text, words):
    client.force_login(cast.lena)
    refused = client.post(f"/projects/{site.project.reference}/plan-from-file/", {"file": file(cast, text, name)})
    assert (refused.status_code, words in refused.content.decode()) == (422, True)
    assert not Attachment.objects.exists()


def test_a_stranger_a_reader_and_a_finished_project_get_none(site, cast, client):
    where = f"/projects/{site.project.reference}/plan-from-file/"
    for person, answer in ((cast.ida, 404), (cast.rita, 403)):
        client.force_login(person)
        assert client.get(where).status_code == answer
    site.run().stop(by=cast.lena, reason="院方停了")
    client.force_login(cast.lena)
    assert client.get(where).status_code == 404


def test_the_file_of_another_project_is_not_found(site, cast, client):
    other = type(site.project).objects.add(by=cast.lena, client=cast.qingchuan, lead=cast.lena, name="另一个")
    kept = Attachment.objects.attach(file(cast), by=cast.lena, to=other)
    client.force_login(cast.lena)
    assert client.get(f"/projects/{site.project.reference}/plan-from-file/{kept.reference}/").status_code == 404
