"""Clara tries a prototype; what she meets becomes requirements and defects that can be traced."""

from datetime import UTC, datetime

import pytest

from zhike.core.access.models import Token
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.links.models import Link
from zhike.core.mail.models import Letter
from zhike.core.timeline.models import Event
from zhike.domains.projects.errors import NewerVersion
from zhike.domains.projects.quality.models import Defect
from zhike.domains.projects.tests.conftest import site  # noqa: F401  (a project of Lena's)
from zhike.domains.requirements.models import Requirement
from zhike.domains.requirements.tryouts.errors import FollowedUp, NotTried
from zhike.domains.requirements.tryouts.models import Tryout
from zhike.domains.requirements.tryouts.views import PURPOSE, TRYING

NIGHT = datetime(2026, 11, 24, 14, 10, tzinfo=UTC)  # 22:10 in Shanghai


@pytest.fixture
def tryout(cast, site):  # noqa: F811
    return Tryout.objects.add(
        by=cast.lena, deliverable=site.deliverable(versions=2), title="首页试用", contact=cast.clara, owner=cast.lena,
        tasks="把号改到周五\n\n找到缴费记录",
    )  # fmt: skip


def test_it_is_of_the_newest_version_with_an_errand_for_each_line(tryout):
    assert tryout.version_tried.number == 2
    assert [(one.place, one.text) for one in tryout.errands.all()] == [(1, "把号改到周五"), (2, "找到缴费记录")]


def test_what_is_found_becomes_a_requirement_or_a_defect_once(cast, tryout):
    first, second = tryout.errands.all()
    with pytest.raises(NotTried):
        tryout.want(by=cast.lena, errand=first, statement="改约放首页", kind="must")
    tryout.note(by=cast.lena, errand=first, went="failed", reaction="改约在哪？")
    tryout.note(by=cast.lena, errand=second, went="helped", reaction="字太小")
    tryout.want(by=cast.lena, errand=first, statement="改约放首页", kind="must")
    tryout.find_wrong(by=cast.lena, errand=second, title="字号不足 18", severity=2)
    wanted, defect = Requirement.objects.get(), Defect.objects.get()
    assert (wanted.source, wanted.quote, wanted.contact) == ("trial", "改约在哪？", cast.clara)
    assert (wanted.source_type, wanted.source_id) == ("tryouts.tryout", tryout.pk)
    assert tryout.reference in wanted.source_text and tryout.reference in defect.text
    assert (defect.contact, defect.deliverable) == (cast.clara, tryout.deliverable)
    with pytest.raises(FollowedUp):
        tryout.want(by=cast.lena, errand=second, statement="x", kind="must")


def test_its_page_leads_to_each_step_and_to_what_came_of_it(cast, tryout, client):
    client.force_login(cast.lena)
    first = tryout.errands.first()
    address = f"/tryouts/{tryout.reference}/"
    assert f"step/note/?errand={first.pk}" in client.get(address).content.decode()
    client.post(f"{address}step/note/", {"errand": first.pk, "went": "failed", "reaction": "改约在哪？"})
    assert "改约在哪？" in client.get(f"{address}step/want/?errand={first.pk}").content.decode()
    client.post(f"{address}step/find_wrong/", {"errand": first.pk, "title": "找不到改约"})
    defect = Defect.objects.get()
    assert defect.reference in client.get(address).content.decode()
    assert tryout.reference in client.get(f"/defects/{defect.reference}/").content.decode()
    assert tryout.reference in client.get(f"/deliverables/{tryout.deliverable.reference}/").content.decode()


def test_clara_tries_it_by_link_once(cast, tryout, client):
    _link, address = Link.objects.issue(PURPOSE, tryout, by=cast.lena, for_contact=cast.clara)
    path = "/" + address.split("/", 3)[3]
    first, second = tryout.errands.all()
    page = client.get(path).content.decode()
    assert first.text in page and f"{path}?file" in page
    assert client.get(f"{path}?file").status_code == 200
    assert client.post(path, {}).status_code == 422
    assert client.post(path, {f"reaction_{first.pk}": "改约在哪？"}).status_code == 422
    client.post(path, {f"went_{first.pk}": "failed", f"reaction_{first.pk}": "改约在哪？"})
    tryout.refresh_from_db()
    one = tryout.errands.first()
    assert (tryout.state, one.went, one.reaction, one.theirs) == ("done", "failed", "改约在哪？", True)
    assert Event.objects.get(kind="tryout.sent_in").fact("who") == cast.clara.called
    client.post(path, {f"went_{second.pk}": "alone"})
    assert tryout.errands.last().went == ""


def test_clara_points_at_what_she_does_not_find(cast, tryout, client):
    address = TRYING.issue(tryout, by=cast.lena)
    path, first = address[address.index("/l/") :], tryout.errands.first()
    said = {"said": "pin", "errand": first.pk, "text": "以为在这里", "x": "25", "y": "40"}
    assert client.post(path, said | {"text": ""}).status_code == 422
    assert client.post(path, said).status_code == 302
    pin = first.pins.get()
    assert (pin.x, pin.y, pin.contact, pin.version) == (25, 40, cast.clara, tryout.version_tried)
    assert "以为在这里" in client.get(path).content.decode() and tryout.state == "open"
    tryout.note(by=cast.lena, errand=first, went="failed", reaction="没找到")
    tryout.want(by=cast.lena, errand=first, statement="改约放首页", kind="must")
    assert Requirement.objects.get().quote == "没找到\n以为在这里"
    client.force_login(cast.lena)
    assert "以为在这里" in client.get(f"/tryouts/{tryout.reference}/").content.decode()


def test_nothing_is_pinned_to_a_version_that_was_followed_by_another(cast, tryout, site):  # noqa: F811
    site.hand_in(tryout.deliverable)
    tryout.refresh_from_db()
    assert not tryout.points
    with pytest.raises(NewerVersion):
        tryout.point(by=cast.lena, errand=tryout.errands.first(), text="这里", x=1, y=1)
    assert not tryout.deliverable.pins.exists()


def test_the_link_goes_by_mail_in_her_language(cast, tryout, client):
    client.force_login(cast.lena)
    page = client.post(f"/tryouts/{tryout.reference}/link/", {"send": "on"})
    assert page.status_code == 422 and "No mail address" in page.content.decode()
    cast.clara.amend(by=cast.lena, emails=["chenlan@qingchuan.example"], language="zh")
    page = client.post(f"/tryouts/{tryout.reference}/link/", {"send": "on", "note": "十分钟就够"}).content.decode()
    letter = Letter.objects.get()
    assert (letter.to, letter.language, letter.secret) == ("chenlan@qingchuan.example", "zh-hans", True)
    assert letter.subject == "请您试用原型：首页试用" and "十分钟就够" in letter.text and "/l/" in letter.text
    assert "on its way to 陈岚" in page and "原型做好了" in page


def test_the_link_waits_for_her_hours(cast, tryout, client, monkeypatch):
    cast.clara.amend(by=cast.lena, emails=["chenlan@qingchuan.example"], reachable="09:00-18:00")
    monkeypatch.setattr("django.utils.timezone.now", lambda: NIGHT)
    client.force_login(cast.lena)
    page = client.get(f"/tryouts/{tryout.reference}/link/").content.decode()
    assert "their quiet hours" in page
    client.post(f"/tryouts/{tryout.reference}/link/", {"send": "on"})
    assert Letter.objects.get().state == "held"


def test_a_reader_changes_nothing(cast, tryout, client):
    with pytest.raises(Forbidden):
        tryout.note(by=cast.rita, errand=tryout.errands.first(), went="alone")
    client.force_login(cast.rita)
    assert client.post(f"/tryouts/{tryout.reference}/link/").status_code == 403


def test_a_prototype_needs_a_version_and_somebody_of_theirs(cast, site, client):  # noqa: F811
    client.force_login(cast.lena)
    bare = site.deliverable(versions=0)
    said = {"deliverable": bare.pk, "title": "试用", "contact": cast.emil.pk, "tasks": "改约"}
    page = client.post("/tryouts/new/", said)
    assert page.status_code == 422 and "no version of it yet" in page.content.decode()
    assert not Tryout.objects.exists()


def test_a_link_is_made_on_its_page_while_it_is_open(cast, tryout, client):
    client.force_login(cast.lena)
    assert "/l/" in client.post(f"/tryouts/{tryout.reference}/link/").content.decode()
    tryout.close(by=cast.lena)
    client.post(f"/tryouts/{tryout.reference}/link/")
    assert Link.objects.on(tryout).count() == 1


def test_programs_read_how_it_went(cast, tryout, client):
    _token, secret = Token.objects.issue(by=cast.lena, name="Tried", scopes=["read"])
    told = client.get(
        f"/api/v1/tryouts/{tryout.reference}/errands", headers={"Authorization": f"Bearer {secret}"}
    ).json()
    assert [one["went"] for one in told["data"]] == ["", ""]
