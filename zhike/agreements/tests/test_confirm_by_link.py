"""A contact confirms, corrects and asks through a link, without log-in; their word is told apart from what we note."""

import pytest

from zhike.agreements.checking import check_chains
from zhike.agreements.models import Promise, Readback
from zhike.agreements.twins.models import Twin
from zhike.agreements.workflows import read_back
from zhike.clients.models import Contact
from zhike.core.mail.models import Letter
from zhike.core.notify.models import Notification
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event


@pytest.fixture
def letter(promise, decision, cast, client):
    """What posts an answer to the page behind the link, and what is behind it."""
    readback, address = read_back([promise, decision], by=cast.lena, contact=cast.clara, title="5月6日周会")
    path = "/l/" + address.rpartition("/l/")[2]

    class Page:
        def get(self, **more):
            return client.get(path, more)

        def say(self, entry, said, words="", seen=None):
            told = {"entry": entry.pk, "said": said, "words": words, "seen": seen or entry.seen}
            return client.post(path, told)

    page = Page()
    page.readback, page.path = readback, path
    return page


def test_the_letter_reads_back_what_was_written_down(letter, promise, decision):
    told = letter.get().content.decode()
    assert promise.text in told and decision.text in told and decision.question in told
    assert "陈总" in told and "5月6日周会" in told


def test_they_confirm_in_their_own_word(letter, promise, cast):
    assert letter.say(promise, "confirm").status_code == 302
    promise.refresh_from_db()
    act = promise.acts.latest("pk")
    assert (promise.state, promise.confirmed_by, promise.confirmed_how) == ("confirmed", cast.clara, "link")
    assert act.own_word and act.contact == cast.clara and act.recorded_by.is_system
    assert Event.objects.get(kind="agreement.confirmed").fact("people") == [cast.lena.pk]
    assert check_chains().faults == []


def test_whoever_looks_after_it_is_told(letter, promise, cast):
    letter.say(promise, "confirm")
    deliver_all()
    assert Notification.objects.filter(user=cast.lena, event__kind="agreement.confirmed").exists()


def test_what_we_note_for_them_is_another_thing(promise, cast):
    promise.confirm(by=cast.lena, contact=cast.clara, how="call")
    assert not promise.acts.latest("pk").own_word


def test_they_may_take_it_back(letter, promise):
    letter.say(promise, "confirm")
    letter.say(promise, "retract")
    promise.refresh_from_db()
    assert (promise.state, promise.confirmed_at, promise.acts.latest("pk").verb) == ("proposed", None, "retracted")


def test_they_put_it_right_and_we_accept_their_words(letter, promise, cast):
    letter.say(promise, "correct", words="下周一前给就行")
    promise.refresh_from_db()
    assert promise.state == "questioned" and "下周一前给就行" in letter.get().content.decode()
    promise.accept_correction(by=cast.lena)
    theirs = promise.successors.get()
    assert (promise.state, theirs.state, theirs.text) == ("superseded", "confirmed", "下周一前给就行")
    assert (theirs.confirmed_by, theirs.confirmed_how) == (cast.clara, "link")


def test_a_question_goes_to_whoever_looks_after_it(letter, decision, cast):
    letter.say(decision, "ask", words="包括体检报告吗？")
    decision.refresh_from_db()
    told = Event.objects.get(kind="agreement.questioned")
    assert decision.state == "questioned" and told.fact("people") == [cast.lena.pk]
    assert "包括体检报告吗？" in letter.get().content.decode()


def test_words_that_changed_after_reading_are_not_confirmed(letter, promise, cast):
    seen = promise.seen
    promise.renegotiate(by=cast.lena, text="下下周五", reason="x", agreed_by=cast.clara, how="call")
    answer = letter.say(promise, "confirm", seen=seen)
    assert answer.status_code == 422
    assert letter.say(promise, "confirm", seen="0" * 16).status_code == 422
    assert promise.acts.filter(verb="confirmed").count() == 0


@pytest.mark.parametrize("said", ["keep", "withdraw", "", "x" * 50])
def test_nothing_else_can_be_done_through_it(letter, promise, said):
    assert letter.say(promise, said).status_code == 404
    promise.refresh_from_db()
    assert promise.state == "proposed"


def test_only_what_stands_in_the_letter(letter, cast):
    other = Promise.objects.add(by=cast.ida, client=cast.tramlight, text="Not theirs", contact=cast.emil)
    assert letter.say(other, "confirm").status_code == 404


def test_an_empty_correction_is_refused_and_the_lines_stay_open(letter, promise):
    answer = letter.say(promise, "correct", words="")
    assert answer.status_code == 422 and "textarea" in answer.content.decode()


def test_a_revoked_link_confirms_nothing(letter, promise, cast):
    from zhike.core.links.models import Link

    Link.objects.get().revoke(by=cast.lena)
    assert letter.say(promise, "confirm").status_code == 410


class TestAsking:
    def test_the_form_offers_what_is_not_confirmed(self, promise, clause, cast, client):
        client.force_login(cast.lena)
        page = client.get(f"/clients/{cast.qingchuan.reference}/confirm/").content.decode()
        assert promise.text in page and clause.text not in page

    def test_it_proposes_whom_most_of_it_concerns(self, promise, cast, client):
        Contact.objects.add(by=cast.lena, client=cast.qingchuan, name="A. Bao")
        client.force_login(cast.lena)
        where = f"/clients/{cast.qingchuan.reference}/confirm/"
        for asked in ("", f"?entry={promise.pk}", "?entry=x"):
            chosen = client.get(where + asked).context["form"]["contact"].value()
            assert chosen == (None if asked == "?entry=x" else cast.clara.pk)

    def test_it_makes_a_link_and_sends_it(self, promise, cast, client):
        cast.clara.amend(by=cast.lena, emails=["clara@qingchuan.example"], language="zh")
        client.force_login(cast.lena)
        told = {"entries": [promise.pk], "contact": cast.clara.pk, "title": "周会", "send": "on"}
        page = client.post(f"/clients/{cast.qingchuan.reference}/confirm/", told).content.decode()
        readback = Readback.objects.get()
        sent = Letter.objects.get()
        assert "/l/" in page and readback.lines() == [promise]
        assert sent.to == "clara@qingchuan.example" and "/l/" in sent.text and promise.text in sent.text

    def test_it_proposes_a_title_in_both_languages_and_keeps_both(self, promise, cast, client):
        cast.clara.amend(by=cast.lena, language="en")
        client.force_login(cast.lena)
        where = f"/clients/{cast.qingchuan.reference}/confirm/"
        form = client.get(where).context["form"]
        assert "What we agreed" in form["title"].value() and "的约定" in form["title_twin"].value()
        told = {"entries": [promise.pk], "contact": cast.clara.pk, "title": "周会", "title_twin": "Weekly meeting"}
        assert client.post(where, told | {"title_twin": "周会议"}).status_code == 422
        page = client.post(where, told).content.decode()
        assert "Weekly meeting: http" in page and "周会: http" not in page
        assert Twin.objects.on(Readback.objects.get()).get().text == "Weekly meeting"

    def test_without_an_address_it_says_so(self, promise, cast, client):
        client.force_login(cast.lena)
        told = {"entries": [promise.pk], "contact": cast.clara.pk, "title": "周会", "send": "on"}
        assert client.post(f"/clients/{cast.qingchuan.reference}/confirm/", told).status_code == 422

    def test_a_reader_and_a_stranger_cannot(self, promise, cast, client):
        for who, code in ((cast.rita, 403), (cast.ida, 404)):
            client.force_login(who)
            assert client.get(f"/clients/{cast.qingchuan.reference}/confirm/").status_code == code
