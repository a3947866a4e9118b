"""Texts in two languages: Clara reads Chinese, her colleague English, and nobody is left with what was."""

import re

import pytest
from django.conf import settings
from django.utils import translation

from zhike.agreements.models import Decision, Promise
from zhike.agreements.tradeoffs.models import Tradeoff
from zhike.agreements.twins.errors import NoSuchText, SameLanguage
from zhike.agreements.twins.models import Twin
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.mail.models import Letter
from zhike.core.notify.models import Notification
from zhike.core.resources.reader import Reader
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.core.timeline.sentences import say
from zhike.surfaces.api.tests.conftest import program_of

WISH, WISH_EN = "六一前四个入口全部上线", "All four entrances live before 1 June"


@pytest.fixture
def tradeoff(cast):
    made = Tradeoff.objects.add(
        by=cast.lena, client=cast.qingchuan, contact=cast.clara, owner=cast.lena, title="首页做几个入口？", wish=WISH,
        because="只有 18 个工作日",
    )  # fmt: skip
    made.add_way(by=cast.lena, title="先上两个入口", scope="挂号与缴费", consequences="六一可用，其余推后")
    return made


@pytest.fixture
def told(cast, tradeoff):
    """All of it in English too."""
    way = tradeoff.ways.get()
    said = {
        "title": "How many entrances?", "wish": WISH_EN, "because": "There are only 18 working days",
        f"way-{way.pk}-title": "Two entrances first", f"way-{way.pk}-scope": "Booking and payment",
        f"way-{way.pk}-consequences": "Ready on 1 June, the others later",
    }  # fmt: skip
    for key, twin in said.items():
        tradeoff.write_twin(by=cast.lena, of=key, twin=twin)
    return tradeoff


def _twin(tradeoff, key="wish"):
    return Twin.objects.on(tradeoff).get(key=key)


class TestWriting:
    def test_it_names_every_text_that_the_client_reads(self, tradeoff):
        way = tradeoff.ways.get().pk
        keys = ["title", "wish", "because", *(f"way-{way}-{name}" for name in ("title", "scope", "consequences"))]
        assert [one.key for one in tradeoff.texts()] == keys

    def test_it_is_told_with_what_was_and_what_is(self, cast, tradeoff):
        tradeoff.write_twin(by=cast.lena, of="wish", twin=WISH_EN, prevails="zh")
        twin = _twin(tradeoff)
        assert (twin.text, twin.language, twin.prevails, twin.behind) == (WISH_EN, "en", "zh", "")
        facts = Event.objects.get(kind="twin.written").facts
        assert (facts["of"], facts["was"], facts["now"]) == ("wish", "", WISH_EN)
        for language, words in (("en", "What they ask for"), ("zh-hans", "对方的要求")):
            with translation.override(language):
                assert words.lower() in str(say(Event.objects.get(kind="twin.written"), Reader(cast.lena))).lower()

    def test_it_refuses_a_reader_what_is_not_there_and_what_is_no_other_language(self, cast, tradeoff):
        for by, of, twin, error in (
            (cast.rita, "wish", WISH_EN, Forbidden), (cast.lena, "words", WISH_EN, NoSuchText),
            (cast.lena, "wish", "六月前上线", SameLanguage),
        ):  # fmt: skip
            with pytest.raises(error):
                tradeoff.write_twin(by=by, of=of, twin=twin)
        assert not Twin.objects.exists()

    def test_what_is_before_them_does_not_change(self, cast, told):
        told.send(by=cast.lena)
        with pytest.raises(WrongState):
            told.write_twin(by=cast.lena, of="wish", twin="Otherwise")

    def test_taken_away_the_text_stands_alone_and_undo_brings_it_back(self, cast, told, client):
        client.force_login(cast.lena)
        place = f"/twins/{told.reference}/"
        assert client.post(place, {"of": "wish", "drop": "1"}).status_code == 302
        assert not Twin.objects.on(told).filter(key="wish").exists()
        page = client.get(place).text
        client.post("/undo/", {"events": re.search(r'name="events" value="([^"]+)"', page)[1]})
        assert _twin(told).text == WISH_EN

    def test_an_undone_one_reads_as_before(self, cast, told, client):
        client.force_login(cast.lena)
        place = f"/twins/{told.reference}/"
        client.post(place, {"of": "wish", "twin": "All 4 entrances before 1 June"})
        page = client.get(place).text
        client.post("/undo/", {"events": re.search(r'name="events" value="([^"]+)"', page)[1]})
        assert (_twin(told).text, _twin(told).behind) == (WISH_EN, "")


class TestAlarm:
    def test_the_text_alone_changed_its_owner_hears_and_the_client_does_not_read_what_was(self, cast, told, client):
        told.amend(by=cast.omar, wish="六一前三个入口上线")
        deliver_all()
        assert _twin(told).behind == "text"
        event = Event.objects.get(kind="twin.behind")
        assert event.facts["people"] == [cast.lena.pk]
        deliver_all()
        assert Notification.objects.filter(user=cast.lena, event=event).exists()
        client.force_login(cast.lena)
        assert WISH_EN in client.get("/").text and WISH_EN in client.get("/twins/").text
        page = client.get(f"/twins/{told.reference}/", headers={"accept-language": "en"}).text
        assert "Only the text was changed" in page
        told.send(by=cast.lena)
        read = client.get(re.search(r"/l/\S+", told.secret)[0], headers={"accept-language": "en"}).text
        assert "六一前三个入口上线" in read and WISH_EN not in read

    def test_what_prevails_is_read_all_the_same_and_says_so(self, cast, tradeoff, client):
        tradeoff.write_twin(by=cast.lena, of="wish", twin=WISH_EN, prevails="en")
        tradeoff.amend(by=cast.omar, wish="六一前三个入口上线")
        tradeoff.send(by=cast.lena)
        read = client.get(re.search(r"/l/\S+", tradeoff.secret)[0], headers={"accept-language": "en"}).text
        assert read.index(WISH_EN) < read.index("六一前三个入口上线")
        assert "The other wording is of another day." in read

    def test_the_twin_alone_changed_is_behind_until_both_say_the_same(self, cast, told):
        told.write_twin(by=cast.lena, of="wish", twin="All 3 entrances before 1 June")
        assert _twin(told).behind == "twin"
        told.write_twin(by=cast.lena, of="wish", twin="All 3 entrances before 1 June", same=True)
        assert _twin(told).behind == ""

    def test_brought_up_to_date_it_is_quiet_again(self, cast, told):
        told.amend(by=cast.omar, wish="六一前三个入口上线")
        deliver_all()
        told.write_twin(by=cast.lena, of="wish", twin="Three entrances live before 1 June")
        assert _twin(told).behind == ""
        told.amend(by=cast.omar, because="只有 12 个工作日")
        deliver_all()
        assert list(Twin.objects.behind().values_list("key", flat=True)) == ["because"]

    def test_both_changed_one_after_the_other_is_no_agreement(self, cast, told):
        told.write_twin(by=cast.lena, of="wish", twin="All 3 entrances before 1 June")
        told.amend(by=cast.omar, wish="六一前两个入口上线")
        deliver_all()
        assert _twin(told).behind == "both"

    def test_a_row_that_is_gone_takes_its_twins_along(self, cast, told):
        told.strike_way(by=cast.lena, way=told.ways.get())
        deliver_all()
        assert sorted(Twin.objects.on(told).values_list("key", flat=True)) == ["because", "title", "wish"]

    def test_it_reaches_only_whose_it_is_and_who_sees_it(self, cast, told, client):
        told.amend(by=cast.omar, wish="六一前三个入口上线")
        deliver_all()
        for who, day, everything in ((cast.omar, False, True), (cast.ida, False, False)):
            client.force_login(who)
            assert (WISH_EN in client.get("/").text, WISH_EN in client.get("/twins/").text) == (day, everything)

    def test_entries_of_the_ledger_stand_in_the_same_list(self, cast, client):
        promise = Promise.objects.add(
            by=cast.lena, client=cast.qingchuan, side="us", owner=cast.lena, text="两轮修改", twin="Two rounds"
        )
        promise.renegotiate(by=cast.lena, text="三轮修改", twin="Two rounds", reason="x")
        client.force_login(cast.lena)
        assert "三轮修改" in client.get("/twins/").text and "三轮修改" in client.get("/").text


class TestPage:
    def test_numbers_that_differ_are_named(self, cast, tradeoff, client):
        tradeoff.write_twin(by=cast.lena, of="because", twin="There are only 16 working days")
        client.force_login(cast.lena)
        page = client.get(f"/twins/{tradeoff.reference}/").text
        assert "<strong>18</strong>" in page and "<strong>16 working days</strong>" in page

    def test_it_is_written_there(self, cast, tradeoff, client):
        client.force_login(cast.omar)
        place = f"/twins/{tradeoff.reference}/"
        wrong = client.post(place, {"of": "wish", "twin": "六月"})
        assert wrong.status_code == 422 and "六月" in wrong.text
        assert client.post(place, {"of": "wish", "twin": WISH_EN, "prevails": "both"}).status_code == 302
        assert _twin(tradeoff).prevails == "both"
        assert place in client.get(f"/tradeoffs/{tradeoff.reference}/").text

    def test_a_reader_reads_and_a_stranger_finds_nothing(self, cast, told, client):
        place = f"/twins/{told.reference}/"
        for who, read, posted in ((cast.rita, 200, 403), (cast.ida, 404, 404)):
            client.force_login(who)
            assert (client.get(place).status_code, client.post(place).status_code) == (read, posted)
        client.force_login(cast.lena)
        assert client.get(f"/twins/{cast.qingchuan.reference}/").status_code == 404

    def test_programs_read_and_write_it(self, cast, tradeoff):
        program, place = program_of(cast.lena), f"tradeoffs/{tradeoff.reference}"
        assert program.post(f"{place}/write_twin", {"of": "wish", "twin": WISH_EN}).status_code == 200
        wish = program.get(f"{place}/wordings").json()["data"][1]
        assert (wish["text"], wish["twin"], wish["twin_language"], wish["changed"]) == (WISH, WISH_EN, "en", "")
        refused = program.post(f"{place}/write_twin", {"of": "wish", "twin": "六月"})
        assert refused.status_code == 422


class TestTradeoff:
    def test_each_reads_their_own_language_with_the_other_beneath(self, cast, told, client):
        told.send(by=cast.lena)
        address = re.search(r"/l/\S+", told.secret)[0]
        for cookie, first, other in (("zh-hans", WISH, WISH_EN), ("en", WISH_EN, WISH)):
            client.cookies[settings.LANGUAGE_COOKIE_NAME] = cookie
            page = client.get(address, headers={"accept-language": cookie}).text
            assert page.index(first) < page.index(other)
        assert page.index("Two entrances first") < page.index("先上两个入口")
        assert page.count("Which wording prevails: The Chinese one") == 1  # said once, while it stays the same

    def test_the_letter_is_in_the_language_of_whom_it_is_for(self, cast, told):
        cast.clara.amend(by=cast.lena, emails=["chen@qingchuan.example"], language="en")
        told.send(by=cast.lena, mail=True)
        assert "How many entrances?" in Letter.objects.get().subject

    def test_their_choice_stands_in_the_ledger_in_both(self, cast, told):
        cast.clara.amend(by=cast.lena, language="en")
        told.send(by=cast.lena)
        told.choose(by=cast.lena, way=told.ways.get(), contact=cast.clara, how="call")
        decision = Decision.objects.get()
        assert "Two entrances first" in decision.text and "先上两个入口" in decision.twin
        assert (decision.question, decision.prevails) == ("How many entrances?", "zh")
        beside = dict(Twin.objects.on(decision).values_list("key", "text"))
        assert beside == {"question": "首页做几个入口？", "reason": "只有 18 个工作日"}

    def test_the_edition_keeps_both_as_they_were_sent(self, cast, told):
        told.send(by=cast.lena)
        kept = told.sheets.get()
        assert kept.ways[0]["wordings"]["title"]["text"] == "Two entrances first"
        assert kept.as_ways()[0].title == "先上两个入口"
