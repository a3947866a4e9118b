"""An area switched off: gone from sidebar, pages, parts, palette and API for everybody, and back as it was."""

import pytest
from django.urls import reverse

from zhike.clients.pains.models import PainPoint
from zhike.clients.plans.models import Plan
from zhike.core.access.areas import AREAS
from zhike.core.access.models import Token
from zhike.core.access.preferences import change_company
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event


@pytest.fixture
def off(ada):
    return lambda *names: change_company(by=ada, areas_off=list(names))


@pytest.fixture
def plan(lena, qingchuan):
    return Plan.objects.add(by=lena, client=qingchuan, owner=lena, every=5, about="Keep in touch")


def test_its_pages_are_not_found_and_nothing_is_lost(client, lena, off, plan):
    client.force_login(lena)
    for pages_off in (True, False):
        off(*(["plans"] if pages_off else []))
        for address in ("/plans/", f"/plans/{plan.reference}/", "/plans/new/"):
            assert client.get(address).status_code == (404 if pages_off else 200)
        assert ('href="/plans/"' in client.get("/").content.decode()) is not pages_off
    assert Plan.objects.get() == plan


def test_programs_do_not_find_it_either(client, lena, off, plan):
    _token, secret = Token.objects.issue(by=lena, name="Sync", scopes=["write"])
    head = {"HTTP_AUTHORIZATION": f"Bearer {secret}"}
    assert client.get("/api/v1/plans", **head).status_code == 200
    off("plans")
    assert client.get("/api/v1/plans", **head).status_code == 404
    assert client.get(f"/api/v1/plans/{plan.reference}", **head).status_code == 404
    assert client.get("/api/v1/clients", **head).status_code == 200
    assert "/api/v1/plans" not in client.get("/api/v1/openapi.json").json()["paths"]


def test_its_parts_leave_other_pages(client, lena, off, qingchuan):
    PainPoint.objects.add(by=lena, client=qingchuan, statement="Waits too long for drawings")
    client.force_login(lena)
    page = f"/clients/{qingchuan.reference}/"
    assert "/pains/" in client.get(page).content.decode()
    off("pains")
    shown = client.get(page).content.decode()
    assert "/pains/" not in shown and "Waits too long for drawings" in shown  # its history tells it still


def test_the_palette_does_not_offer_it(client, lena, off):
    client.force_login(lena)
    ask = {"HTTP_HX_REQUEST": "true"}
    assert "/segments/" in client.get(f"{reverse('palette')}?q=segment", **ask).content.decode()
    off("segments")
    assert "/segments/" not in client.get(f"{reverse('palette')}?q=segment", **ask).content.decode()


def test_ada_switches_on_their_page_and_that_is_told(client, ada):
    client.force_login(ada)
    kept = [name for name in AREAS if name != "tiers"]
    assert client.post("/settings/areas/", {"on": kept}).status_code == 302
    assert client.get("/tiers/").status_code == 404
    assert client.get("/settings/").status_code == 200
    assert Event.objects.get(kind="company.changed").facts["changed"]["areas_off"] == [[], ["tiers"]]
    client.post("/settings/areas/", {"on": list(AREAS)})
    assert client.get("/tiers/").status_code == 200


@pytest.mark.parametrize("who", ["lena", "mona", "rita"])
def test_nobody_else_switches(client, cast, who):
    client.force_login(getattr(cast, who))
    assert client.post("/settings/areas/", {"on": []}).status_code == 403
    with pytest.raises(Forbidden):
        change_company(by=getattr(cast, who), areas_off=["plans"])
