"""The charter of a project: put together, asked about, confirmed."""

import pytest
from django.db import IntegrityError, connection, transaction

from zhike.agreements.models import Decision
from zhike.agreements.price_and_scope import is_price_or_scope
from zhike.agreements.twins.models import Twin
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.delivery import deliver
from zhike.core.timeline.models import Event
from zhike.domains.projects.baselines.charters.errors import NothingToConfirm
from zhike.domains.projects.baselines.charters.models import Charter
from zhike.domains.projects.baselines.models import Baseline
from zhike.domains.projects.models import Goal
from zhike.domains.projects.tests.conftest import site  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def written(site, cast):  # noqa: F811
    """Puts the charter of the site together as it stands."""

    def write():
        site.project.amend(by=site.lena, why="老人自己能挂上号", scope="首页\n挂号页", excluded="小程序")
        site.milestone(due=10)
        Goal.objects.add(
            by=site.lena, project=site.project, title="更快挂号", measure="用时", baseline="4 分钟", target="2 分钟"
        )
        return Charter.objects.add(by=site.lena, project=site.project, people=[cast.clara])

    return write


def token_of(client, site, charter, contact):  # noqa: F811
    """The link's, as the answer to asking shows it."""
    client.force_login(site.lena)
    page = client.post(f"/charters/{charter.reference}/ask/", {"contact": contact.pk}).content.decode()
    client.logout()
    return page.partition("/l/")[2].split()[0].partition("<")[0]


def test_it_is_read_in_their_language_and_confirmed_through_the_link(written, site, cast, client):  # noqa: F811
    cast.clara.amend(by=site.lena, language="zh")
    charter = written()
    token = token_of(client, site, charter, cast.clara)
    entry = Decision.objects.get()
    assert entry.text.splitlines()[1:3] == ["为了什么：老人自己能挂上号", "包含：首页；挂号页"]
    assert is_price_or_scope(entry)  # silence never stands for it
    page = client.get(f"/l/{token}", follow=True)
    read = page.content.decode()
    assert "用时: 4 分钟 → 2 分钟" in read and "官网改版, 第 1 版章程" in read
    said = {"entry": entry.pk, "seen": entry.seen, "said": "confirm"}
    client.post(page.request["PATH_INFO"], said)
    deliver()
    charter.refresh_from_db()
    site.project.refresh_from_db()
    assert (charter.stands_as, site.project.state) == ("confirmed", "agreed")
    assert charter.baseline.content == charter.content
    assert charter.baseline.stands_as == "confirmed"
    assert charter.baseline.reason == "章程已确认。"
    assert Twin.objects.on(charter.baseline).get().text == "The charter was confirmed."
    assert Event.objects.get(kind="charter.confirmed").facts["who"] == "陈总"


def test_what_was_read_is_frozen_even_if_the_project_moved_on(written, site, cast):  # noqa: F811
    charter = written()
    charter.propose(by=site.lena, contact=cast.clara)
    site.project.amend(by=site.lena, scope="首页\n挂号页\n缴费页")
    charter.note_confirmed(by=site.lena, contact=cast.clara, how="call", words="就这么办")
    assert charter.baseline.content["scope"] == ["首页", "挂号页"]
    assert charter.entry.confirmed_by == cast.clara
    with pytest.raises(WrongState):
        charter.note_confirmed(by=site.lena, contact=cast.clara, how="call")
    deliver()
    assert Baseline.objects.count() == 1


def test_asking_about_it_leaves_it_open(written, site, cast, client):  # noqa: F811
    charter = written()
    token = token_of(client, site, charter, cast.clara)
    entry = Decision.objects.get()
    page = client.get(f"/l/{token}", follow=True)
    client.post(
        page.request["PATH_INFO"], {"entry": entry.pk, "seen": entry.seen, "said": "ask", "words": "小程序呢？"}
    )
    deliver()
    charter.refresh_from_db()
    assert (charter.stands_as, charter.baseline, site.project.state) == ("asked", None, "drafted")


def test_a_new_one_takes_the_place_of_the_former(written, site, cast):  # noqa: F811
    first = written()
    first.propose(by=site.lena, contact=cast.clara)
    second = Charter.objects.add(by=site.lena, project=site.project)
    second.propose(by=site.lena, contact=cast.clara)
    first.entry.refresh_from_db()
    assert (first.entry.state, second.stands_as) == ("withdrawn", "asked")
    with pytest.raises(WrongState):
        first.propose(by=site.lena, contact=cast.clara)
    second.note_confirmed(by=site.lena, contact=cast.clara, how="call")
    third = Charter.objects.add(by=site.lena, project=site.project)
    third.note_confirmed(by=site.lena, contact=cast.clara, how="meeting")
    second.entry.refresh_from_db()
    assert (second.stands_as, third.baseline.number) == ("replaced", 2)


def test_there_must_be_something_to_confirm(site):  # noqa: F811
    with pytest.raises(NothingToConfirm, match="nothing to confirm"):
        Charter.objects.add(by=site.lena, project=site.project)


def test_the_page_says_what_it_leaves_open(written, site, client):  # noqa: F811
    charter = written()
    client.force_login(site.lena)
    page = client.get(f"/charters/{charter.reference}/").content.decode()
    assert "It leaves open:" in page and "what bounds it, until when" in page
    assert charter.reference in client.get(f"/projects/{site.project.reference}/").content.decode()


def test_the_form_offers_only_people_of_the_client(site, cast, client):  # noqa: F811
    site.project.amend(by=site.lena, why="更快挂号")
    client.force_login(site.lena)
    page = client.get(f"/charters/new/?project={site.project.pk}").content.decode()
    assert "陈岚" in page and "Emil" not in page
    client.post("/charters/new/", {"project": site.project.pk, "people": [cast.clara.pk]})
    assert list(Charter.objects.get().people.all()) == [cast.clara]


def test_a_stranger_and_a_reader_ask_nobody(written, cast, client):
    charter = written()
    with pytest.raises(Forbidden):
        charter.propose(by=cast.rita, contact=cast.clara)
    for person, answer in ((cast.ida, 404), (cast.rita, 403)):
        client.force_login(person)
        assert client.post(f"/charters/{charter.reference}/ask/", {}).status_code == answer


@pytest.mark.parametrize("change", ["number = 7", "content = '{}'"])
def test_the_database_refuses_to_change_it(written, change):
    charter = written()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"update charters_charter set {change} where id = %s", [charter.pk])
