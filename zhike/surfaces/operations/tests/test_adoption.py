"""Who used what in the last thirty days, and what people say of the program itself."""

from datetime import timedelta

import pytest
from django.utils import timezone

from zhike.core.timeline.door import open_door
from zhike.core.timeline.models import Event
from zhike.domains.conversations.workflows import log
from zhike.surfaces.operations.adoption import people, uses
from zhike.surfaces.operations.models import Feedback


@pytest.fixture
def call(cast):
    return log(by=cast.lena, client=cast.qingchuan, kind="call", text="Said", contacts=[cast.clara], direction="out")


def of(label):
    return next((one for one in uses()[0] if one.label == label), None)


def test_it_counts_acts_and_people_of_each_feature(cast, call):
    found = of("Conversations")
    assert (found.people, found.most) == (1, [cast.lena.pk])
    assert of("Clients").people == 2  # Lena's and Ida's


def test_what_is_older_does_not_count(cast, call):
    with open_door():
        Event.objects.update(at=timezone.now() - timedelta(days=31))
    assert uses()[0] == []
    assert all(row["acts"] == 0 for row in people())


def test_it_names_who_is_quiet_and_what_nobody_uses(client, cast, call):
    assert people()[-1]["person"] in (cast.ada, cast.lena)
    client.force_login(cast.ada)
    shown = client.get("/settings/use/").content.decode()
    assert "Not used by anybody:" in shown and "Contact plans" in shown


def test_anybody_says_what_they_think_and_ada_reads_it(client, cast):
    client.force_login(cast.rita)
    assert client.post("/feedback/", {"mood": "bad", "text": "<b>Too many</b> fields"}).status_code == 302
    assert client.post("/feedback/", {"text": "no mood"}).status_code == 422
    client.force_login(cast.ada)
    shown = client.get("/settings/use/").content.decode()
    assert "&lt;b&gt;Too many&lt;/b&gt; fields" in shown and "Rita" in shown
    assert Feedback.objects.count() == Event.objects.filter(kind="feedback.given").count() == 1


@pytest.mark.parametrize("who", ["lena", "mona", "rita"])
def test_the_figures_are_for_administrators_alone(client, cast, who):
    client.force_login(getattr(cast, who))
    assert client.get("/settings/use/").status_code == 403
