"""Who leaves hands over what is open, in bulk; it can be taken back."""

import pytest
from django.test import Client as Browser

from tests.cast import Cast
from zhike.clients.models import Client
from zhike.clients.plans.models import Plan
from zhike.core.access.errors import StillAnswers
from zhike.core.jobs.models import Job
from zhike.core.jobs.running import run
from zhike.core.todos.workflows import add_todo


def sign_in(person: object) -> Browser:
    browser = Browser()
    browser.force_login(person)
    return browser


def hand_over(cast: Cast, by: object, **said: object) -> Job:
    answer = sign_in(by).post(f"/people/{cast.lena.reference}/hand-over/", said)
    assert answer.status_code == 302
    job = Job.objects.latest("pk")
    run(job.pk)
    job.refresh_from_db()
    return job


@pytest.fixture
def second(cast: Cast) -> Client:
    add_todo(cast.qingchuan, by=cast.lena, title="Send the draft", owner=cast.lena)
    Plan.objects.add(by=cast.lena, client=cast.qingchuan, owner=cast.lena, every=5)
    return Client.objects.add(by=cast.lena, name="Second", owner=cast.lena, deputy=cast.omar, team=cast.lena.team)


def owners(cast: Cast) -> set[object]:
    return {one.owner for one in (*Client.objects.exclude(pk=cast.tramlight.pk), Plan.objects.get())}


def test_all_that_is_open_goes_to_the_receivers_and_can_be_taken_back(cast: Cast, second: Client) -> None:
    omar = cast.omar.pk
    job = hand_over(cast, cast.mona, kind_clients=omar, kind_todos=omar, kind_plans=omar)
    assert (job.state, job.counts) == ("done", {"given": 4, "failed": 0})
    assert owners(cast) == {cast.omar}
    second.refresh_from_db()
    assert second.deputy is None
    page = sign_in(cast.mona).get(job.result["url"]).content.decode()
    assert "Take it back" in page
    sign_in(cast.mona).post(f"/people/{cast.lena.reference}/hand-over/back/", {"job": job.pk})
    run(Job.objects.latest("pk").pk)
    assert owners(cast) == {cast.lena}


def test_a_single_client_goes_to_someone_else_with_its_todos_and_plans(cast: Cast, second: Client) -> None:
    hand_over(cast, cast.ada, kind_clients=cast.omar.pk, **{f"client_{cast.qingchuan.pk}": cast.mona.pk})
    cast.qingchuan.refresh_from_db()
    second.refresh_from_db()
    assert (cast.qingchuan.owner, second.owner, Plan.objects.get().owner) == (cast.mona, cast.omar, cast.mona)


def test_a_receiver_who_does_not_see_the_client_is_refused_what_needs_it(cast: Cast, second: Client) -> None:
    job = hand_over(cast, cast.ada, kind_todos=cast.ida.pk)
    assert job.counts == {"given": 0, "failed": 1}


def test_run_again_it_goes_on_with_the_rest(cast: Cast, second: Client) -> None:
    job = hand_over(cast, cast.ada, kind_clients=cast.omar.pk, kind_todos=cast.omar.pk, kind_plans=cast.omar.pk)
    Job.objects.filter(pk=job.pk).update(state="running", result={})
    run(job.pk)
    job.refresh_from_db()
    assert (job.counts["given"], len(job.result["events"])) == (4, 4)


def test_nobody_leaves_with_something_open_by_oversight(cast: Cast, second: Client) -> None:
    with pytest.raises(StillAnswers, match="Clients owned"):
        cast.lena.archive(by=cast.ada)
    ada = sign_in(cast.ada)
    step = f"/people/{cast.lena.reference}/step/archive/"
    page = f"/people/{cast.lena.reference}/hand-over/"
    assert f'<a class="link" href="{page}">hand it over first</a>' in ada.get(step).text
    ada.post(step)
    cast.lena.refresh_from_db()
    assert cast.lena.is_active
    ada.post(step, {"leave_open": "on"})
    cast.lena.refresh_from_db()
    assert not cast.lena.is_active


def test_it_is_for_administrators_and_the_managers_above(cast: Cast) -> None:
    address = f"/people/{cast.lena.reference}/hand-over/"
    assert [sign_in(one).get(address).status_code for one in (cast.ada, cast.mona, cast.omar, cast.rita)] == [
        200, 200, 403, 403,
    ]  # fmt: skip
    assert sign_in(cast.mona).get(f"/people/{cast.ida.reference}/hand-over/").status_code == 403
    assert sign_in(cast.mona).post(address, {"kind_clients": cast.rita.pk}).status_code == 302
    assert not Job.objects.exists()
