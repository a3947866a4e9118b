"""A contract in two languages: each reads their own first, to the preamble and the plan of payment."""

import pytest
from django.utils import translation

from zhike.agreements.checking import check_chains
from zhike.agreements.contracts.document import contract as paper
from zhike.agreements.contracts.models import Contract
from zhike.agreements.twins.models import Twin
from zhike.agreements.twins.tests.reading import read, stands_first
from zhike.core.lifecycle.errors import WrongState
from zhike.core.mail.models import Letter
from zhike.core.timeline.delivery import deliver_all

APP, APP_EN = "挂号小程序，含后台", "A booking app with its back office"
PAIRS = (
    (APP, APP_EN), ("双方自愿订立", "Both sides enter into it freely"),
    ("挂号小程序开发合同", "Building the booking app"),
    ("首付款", "First payment"), ("签字后", "after signing"),
)  # fmt: skip


@pytest.fixture
def told(cast, contract):
    contract.amend(by=cast.lena, preamble="双方自愿订立")
    contract.write_twin(by=cast.lena, of="title", twin="Building the booking app")
    contract.write_twin(by=cast.lena, of="preamble", twin="Both sides enter into it freely")
    first = contract.instalments.planned()[0]
    first.amend(by=cast.lena, after="签字后")
    first.write_twin(by=cast.lena, of="title", twin="First payment")
    first.write_twin(by=cast.lena, of="after", twin="after signing")
    return contract


@pytest.mark.parametrize(("language", "first", "other"), [("zh-hans", 0, 1), ("en", 1, 0)])
def test_each_reads_their_own_language_first_behind_the_link(cast, told, client, language, first, other):
    told.send(by=cast.lena)
    page = read(client, told.address, language)
    page = page[page.index("<main") :]
    for pair in PAIRS:
        assert stands_first(page, pair[first], pair[other])
    assert ("The Chinese one" in page) == (language == "en")


@pytest.mark.parametrize(("language", "first", "other"), [("zh-hans", APP, APP_EN), ("en", APP_EN, APP)])
def test_so_does_the_team_while_it_is_written_before_and_after_it_was_sent(
    cast, told, client, language, first, other
):  # fmt: skip
    client.force_login(cast.lena)
    cast.lena.language = language
    cast.lena.save()
    place = f"/contracts/{told.reference}/"
    before = [client.get(at, headers={"accept-language": language}).text for at in (place, f"{place}send/")]
    told.send(by=cast.lena)
    for page in (*before, client.get(f"{place}editions/1/", headers={"accept-language": language}).text):
        assert stands_first(page, first, other)


@pytest.mark.parametrize(("language", "first", "other"), [("zh-hans", 0, 1), ("en", 1, 0)])
def test_the_paper_is_in_the_language_that_was_asked_for(cast, told, language, first, other):
    told.send(by=cast.lena)
    with translation.override(language):
        words = str(paper(told, cast.lena))
    assert PAIRS[2][first] in words
    for pair in (PAIRS[0], PAIRS[1], PAIRS[3]):
        assert stands_first(words, pair[first], pair[other])


def test_the_letter_names_it_in_theirs(cast, told):
    cast.clara.amend(by=cast.lena, emails=["chen@qingchuan.example"], language="en")
    told.send(by=cast.lena, mail=True, note="请在 3 天内签字", note_twin="Please sign within 3 days")
    letter = Letter.objects.get()
    assert "Building the booking app" in letter.subject
    assert stands_first(letter.text, "Please sign within 3 days", "请在 3 天内签字")


def test_what_was_sent_keeps_its_twins_and_the_chain_holds(cast, told, client):
    told.send(by=cast.lena)
    with pytest.raises(WrongState):
        told.write_twin(by=cast.lena, of="title", twin="Another app")
    told.revise(by=cast.lena, reason="x")
    told.write_twin(by=cast.lena, of="title", twin="Another app", same=True)
    assert told.editions.get().head["wordings"]["挂号小程序开发合同"]["text"] == "Building the booking app"
    assert check_chains().faults == []


def test_a_change_of_one_raises_the_alarm_and_is_not_sent(cast, told, client):
    told.amend(by=cast.lena, preamble="双方自愿订立本合同")
    told.instalments.planned()[0].amend(by=cast.lena, title="预付款")
    deliver_all()
    assert sorted(Twin.objects.behind().values_list("key", flat=True)) == ["preamble", "title"]
    assert Twin.objects.behind().looked_after_by([cast.lena]).count() == 2
    Contract.objects.get(pk=told.pk).send(by=cast.lena)
    kept = told.editions.get().head["wordings"]
    assert "双方自愿订立本合同" not in kept and "预付款" not in kept


def test_numbers_that_differ_are_named(cast, told, client):
    told.amend(by=cast.lena, preamble="共 3 份")
    told.write_twin(by=cast.lena, of="preamble", twin="In 2 copies")
    client.force_login(cast.lena)
    assert "<strong>2 copies</strong>" in client.get(f"/twins/{told.reference}/").text


class TestSubject:
    """What a clause is about, in both languages before it is sent."""

    @pytest.fixture
    def named(self, cast, told):
        term = told.terms.first()
        told.change_term(by=cast.lena, term=term, **term.values | {"subject": "小程序", "subject_twin": "The app"})
        return told

    def test_it_is_read_in_both_from_the_first_page_on(self, cast, named, client):
        named.send(by=cast.lena)
        for language, first, other in (("zh-hans", "小程序", "The app"), ("en", "The app", "小程序")):
            page = read(client, named.address, language)
            assert stands_first(page[page.index('id="clauses"') :], first, other)
        clause = named.editions.get().entries[0]
        assert Twin.objects.on(clause).get().text == "The app"
        with translation.override("en"):
            assert "1. The app (小程序)" in str(paper(named, cast.lena))

    def test_who_read_another_wording_of_it_reads_again(self, cast, named, client):
        named.send(by=cast.lena)
        place = named.address[named.address.index("/l/") :]
        seen = client.get(place).context["edition"].read_as
        clause = named.editions.get().entries[0]
        clause.write_twin(by=cast.lena, of="subject", twin="The booking app", same=True)
        assert client.post(place, {"said": "read", "seen": seen}).status_code == 422
        seen = client.get(place).context["edition"].read_as
        assert client.post(place, {"said": "read", "seen": seen}).status_code == 302

    def test_a_later_edition_says_it_anew_and_what_was_signed_stays(self, cast, named):
        named.send(by=cast.lena)
        first = named.editions.get().entries[0]
        named.revise(by=cast.lena, reason="x")
        term = named.terms.first()
        named.change_term(by=cast.lena, term=term, **term.values | {"subject_twin": "The booking app"})
        named.send(by=cast.lena)
        assert named.latest.entries[0] == first and Twin.objects.on(first).get().text == "The booking app"
        named.sign(by=cast.lena, contact=cast.clara, how="paper")
        named.revise(by=cast.lena, reason="x")
        assert named.terms.first().subject_twin == "The booking app"
        named.change_term(by=cast.lena, term=named.terms.first(), **term.values | {"subject_twin": "Another"})
        named.send(by=cast.lena)
        assert Twin.objects.on(first).get().text == "The booking app"
        assert check_chains().faults == []

    def test_two_of_one_language_are_refused(self, cast, named, client):
        client.force_login(cast.lena)
        said = {"aspect": "term", "side": "us", "text": "另一条", "subject": "小程序", "subject_twin": "程序"}
        answer = client.post(f"/contracts/{named.reference}/write/add_term/", said)
        assert named.terms.filter(said__text="另一条").count() == 0 and answer.status_code in (302, 422)

    def test_the_team_reads_both_while_it_is_written(self, cast, named, client):
        client.force_login(cast.lena)
        page = client.get(f"/contracts/{named.reference}/").text
        assert stands_first(page[page.index('id="terms"') :], "The app", "小程序")
