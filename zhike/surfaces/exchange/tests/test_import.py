"""Importing a file: rows become records with their events, and a second run of the same file changes nothing."""

import pytest

from tests.cast import Cast
from zhike.clients.models import Client, Contact
from zhike.core.access.models import User
from zhike.core.access.preferences import change_company
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.search.models import SearchEntry
from zhike.core.timeline.models import Event
from zhike.surfaces.exchange.engine import check, run
from zhike.surfaces.exchange.opening import choose_key
from zhike.surfaces.exchange.tests.conftest import Bring

CLIENTS = """External ID,客户名称,手机,邮箱,Employees,负责人,标签
A1,澄湖茶业,138 0013 8000,Su@Chenghu.example,"2,822",lena@zhike.example,"茶, 老客户"
A2,Farshore,+44 20 7946 0958,ops@farshore.example,12,Nobody Known,
"""


def counts(of: object) -> tuple[int, ...]:
    return of.created, of.updated, of.unchanged, of.rejected


def test_it_makes_records_with_their_events(lena: User, bring: Bring) -> None:
    of = bring("clients", lena, CLIENTS)
    assert counts(of) == (2, 0, 0, 0)
    tea = Client.objects.get(external_id="A1")
    assert (tea.name, tea.phones, tea.emails, tea.size) == (
        "澄湖茶业",
        ["+8613800138000"],
        ["su@chenghu.example"],
        "1000+",
    )
    assert (tea.owner, tea.team, tea.tags, tea.created_by) == (lena, lena.team, ["茶", "老客户"], lena)
    event = Event.objects.get(record_type="clients.client", record_id=tea.pk)
    assert (event.kind, event.actor, event.client_id, event.facts["import"]) == ("record.imported", lena, tea.pk, of.pk)


def test_it_leaves_out_an_owner_nobody_knows_and_says_so(lena: User, bring: Bring) -> None:
    of = bring("clients", lena, CLIENTS)
    assert of.warnings == {"负责人": {"Nobody Known": 1}}
    assert Client.objects.get(external_id="A2").owner is None


@pytest.mark.parametrize("said", ["Lena 林娜", "林娜", "LENA"])
def test_it_knows_colleagues_by_either_of_their_names(lena: User, bring: Bring, said: str) -> None:
    of = bring("clients", lena, f"名称,负责人\n澄湖茶业,{said}\n")
    assert (Client.objects.get(name="澄湖茶业").owner, of.warnings) == (lena, {})


def test_it_gives_nobody_what_two_colleagues_could_mean(ada: User, lena: User, bring: Bring) -> None:
    User.objects.add(by=ada, name="Nina 林娜", email="nina@zhike.example", password="x")
    of = bring("clients", lena, "名称,负责人\n澄湖茶业,林娜\n")
    assert of.warnings == {"负责人": {"林娜": 1}}


def test_it_gives_its_bringer_what_would_else_be_unseen(lena: User, bring: Bring) -> None:
    change_company(client_visibility="few")
    try:
        bring("clients", lena, CLIENTS)
        assert counts(bring("clients", lena, CLIENTS)) == (0, 0, 2, 0)
        assert Client.objects.get(external_id="A2").owner == lena
    finally:
        change_company(client_visibility="everyone")


def test_it_changes_nothing_the_second_time(lena: User, bring: Bring) -> None:
    bring("clients", lena, CLIENTS)
    events = Event.objects.count()
    assert counts(bring("clients", lena, CLIENTS)) == (0, 0, 2, 0)
    assert Event.objects.count() == events


def test_it_writes_only_what_the_file_says(lena: User, bring: Bring) -> None:
    bring("clients", lena, CLIENTS)
    of = bring("clients", lena, "External ID,City,手机\nA1,苏州,\n")
    tea = Client.objects.get(external_id="A1")
    assert counts(of) == (0, 1, 0, 0)
    assert (tea.city, tea.phones, tea.version) == ("苏州", ["+8613800138000"], 2)
    event = Event.objects.filter(record_id=tea.pk, record_type="clients.client").latest("pk")
    assert (event.kind, event.facts["changed"]) == ("record.edited", {"city": ["", "苏州"]})


def test_it_sees_the_rows_before_in_the_same_file(lena: User, bring: Bring) -> None:
    of = bring("clients", lena, "External ID,Name,City\nA1,Tram,Kiel\nA1,Tram,Bonn\nA1,Tram,Bonn\n")
    assert counts(of) == (1, 1, 1, 0)
    assert Client.objects.get(external_id="A1").city == "Bonn"


def test_it_finds_by_reference(cast: Cast, bring: Bring) -> None:
    of = bring(
        "clients",
        cast.lena,
        f"Reference,City\n{cast.qingchuan.reference},杭州\nCL-999999,x\n{cast.tramlight.reference},x\n",
    )
    cast.qingchuan.refresh_from_db()
    assert (counts(of), cast.qingchuan.city) == ((0, 1, 0, 2), "杭州")


def test_it_finds_by_name_with_an_equal_mail_or_phone(lena: User, bring: Bring) -> None:
    bring("clients", lena, "Name,E-mail\nAcme Corp.,a@acme.example\nAcme Corp.,b@other.example\n")
    of = bring("clients", lena, "Name,E-mail,City\nＡＣＭＥ corp,b@other.example;c@other.example,Kiel\n")
    assert counts(of) == (0, 1, 0, 0)
    found = Client.objects.get(emails__contains=["b@other.example"])
    assert (found.name, found.city, found.emails) == ("Acme Corp.", "Kiel", ["b@other.example", "c@other.example"])


def test_it_finds_by_name_when_nothing_speaks_against_it(lena: User, bring: Bring) -> None:
    bring("clients", lena, "Name,E-mail\nAcme,a@acme.example\n")
    assert counts(bring("clients", lena, "Name,City\nacme,Kiel\n")) == (0, 1, 0, 0)
    assert counts(bring("clients", lena, "Name,E-mail\nAcme,else@acme.example\n")) == (1, 0, 0, 0)


def test_it_rejects_a_row_that_fits_several(lena: User, bring: Bring) -> None:
    bring("clients", lena, "External ID,Name\n1,Acme\n2,Acme\n")
    of = bring("clients", lena, "Name\nAcme\n")
    assert counts(of) == (0, 0, 0, 1)
    assert "Several records fit" in of.rejects.get().faults[0][3]


def test_it_finds_by_the_key_chosen(lena: User, opened: Bring, bring: Bring) -> None:
    bring("clients", lena, "Name,E-mail\nAcme,a@acme.example\n")
    of = opened("clients", lena, "Name,E-mail\nAcme Holding,a@acme.example\nAcme,\n")
    choose_key(of, "e-mail")
    run(of)
    assert counts(of) == (0, 1, 0, 1)
    assert Client.objects.get(emails=["a@acme.example"]).name == "Acme Holding"


def test_it_does_not_touch_what_is_archived_or_unseen(cast: Cast, bring: Bring) -> None:
    cast.tramlight.amend(by=cast.ida, external_id="T1")
    assert counts(bring("clients", cast.lena, "External ID,Name\nT1,Tramlight\n")) == (1, 0, 0, 0)
    cast.qingchuan.amend(by=cast.lena, external_id="Q1")
    cast.qingchuan.archive(by=cast.lena)
    of = bring("clients", cast.lena, "External ID,Name\nQ1,晴川\n")
    assert counts(of) == (0, 0, 0, 1)
    assert "archived" in of.rejects.get().faults[0][3]


def test_it_links_contacts_by_number_name_mail_and_reference(cast: Cast, bring: Bring) -> None:
    cast.qingchuan.amend(by=cast.lena, external_id="386", emails=["info@qc.example"])
    said = ["386", "杭州晴川医疗科技有限公司", "INFO@qc.example", cast.qingchuan.reference, "0", ""]
    rows = "\n".join(f"C{n},Wu{n},{one}" for n, one in enumerate(said))
    assert counts(bring("contacts", cast.lena, f"CONTACTID,Last Name,Account Id\n{rows}\n")) == (6, 0, 0, 0)
    found = Contact.objects.filter(external_id__startswith="C").order_by("external_id")
    assert [one.client for one in found] == [cast.qingchuan] * 4 + [None] * 2


def test_it_rejects_a_contact_of_a_client_nobody_knows(cast: Cast, bring: Bring) -> None:
    of = bring("contacts", cast.lena, "Name,Company\nWu,Atlantis\nWang,Tramlight\n")
    assert counts(of) == (0, 0, 0, 2)
    assert of.rejects.first().faults[0][:3] == ["Company", "Client", "Atlantis"]


def test_it_joins_the_parts_of_a_name(lena: User, bring: Bring) -> None:
    bring("contacts", lena, "Last Name,First Name\nChen,Clara\n陈,岚岚\nTucker,\n")
    assert set(Contact.objects.filter(client=None).values_list("name", flat=True)) == {"Clara Chen", "陈岚岚", "Tucker"}


def test_it_checks_without_writing_and_foretells_the_same(lena: User, opened: Bring) -> None:
    of = opened("clients", lena, CLIENTS + "A1,澄湖茶业,,,,,\nA3,,,,,,\n")
    before = Client.objects.count(), Event.objects.count()
    foretold = counts(check(of))
    assert (Client.objects.count(), Event.objects.count()) == before
    assert counts(run(of)) == foretold == (2, 0, 1, 1)


def test_it_refuses_a_reader(rita: User, opened: Bring) -> None:
    of = opened("clients", rita, CLIENTS)
    with pytest.raises(Forbidden):
        run(of)


def test_it_asks_no_more_questions_for_more_rows(
    lena: User, opened: Bring, django_assert_max_num_queries: object
) -> None:
    for count in (2, 200):
        rows = "".join(f"{n},T{n},1380013{n:04},Lena 林娜\n" for n in range(count))
        of = opened("clients", lena, f"External ID,Name,手机,负责人\n{rows}")
        with django_assert_max_num_queries(30):
            run(of)


def test_it_can_be_found_at_once(lena: User, bring: Bring) -> None:
    bring("clients", lena, CLIENTS)
    tea = Client.objects.get(external_id="A1")
    assert SearchEntry.objects.filter(record_type="clients.client", record_id=tea.pk, version=1).exists()
    bring("clients", lena, "External ID,City\nA1,苏州\n")
    assert SearchEntry.objects.filter(record_type="clients.client", record_id=tea.pk, version=2).exists()
