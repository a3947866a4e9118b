"""What people see of requirements."""

from zhike.core.timeline.delivery import deliver_all
from zhike.domains.requirements.tests.conftest import HEARD, MEANT


def test_the_page_shows_what_was_heard_and_what_is_meant(wanting, cast, client):
    wanted = wanting.asked()
    client.force_login(cast.lena)
    page = client.get(f"/requirements/{wanted.reference}/").content.decode()
    assert "尽快</mark>" in page and MEANT in page
    assert f"/clients/{cast.qingchuan.reference}/confirm/?entry={wanted.entry.pk}" in page


def test_a_no_is_shown_with_its_other_way(wanting, cast, client):
    wanted = wanting.heard()
    wanted.decline(by=cast.lena, reason="预算没批", instead="先做两个入口")
    client.force_login(cast.rita)
    page = client.get(f"/requirements/{wanted.reference}/").content.decode()
    assert "预算没批" in page and "先做两个入口" in page


def test_it_stands_with_its_client_its_project_and_its_phase(wanting, cast, site, client):
    phase = site.phase()
    wanting.heard(project=site.project, phase=phase)
    client.force_login(cast.lena)
    deliver_all()
    for where in (
        f"/clients/{cast.qingchuan.reference}/?tab=requirements", f"/clients/{cast.qingchuan.reference}/",
        f"/projects/{site.project.reference}/", f"/phases/{phase.reference}/", "/requirements/board/",
        "/requirements/?clearness=unclear",
    ):  # fmt: skip
        assert HEARD in client.get(where).content.decode(), where
    assert HEARD not in client.get("/requirements/?clearness=clear").content.decode()


def test_it_is_noted_where_it_was_said(cast, client, talk):
    client.force_login(cast.lena)
    page = client.get(f"/conversations/{talk.reference}/").content.decode()
    assert f"source_text={talk.reference}" in page


def test_the_form_says_how_clear_it_is_while_one_types(cast, client):
    client.force_login(cast.lena)
    page = client.post("/requirement-clearness/", {"statement": HEARD}).content.decode()
    assert "尽快" in page and "meter" in page
    assert "meter" not in client.post("/requirement-clearness/", {"statement": " "}).content.decode()
