"""A promise on the client's holiday, beyond its owner or beyond the scope stays with us until a manager agrees."""

from datetime import date, datetime

import pytest
from django.utils import timezone

from zhike.agreements.cautions import change_cautions
from zhike.agreements.errors import NeedsApproval
from zhike.agreements.models import Clause, Promise, Readback
from zhike.agreements.reasonable import A_DAY
from zhike.agreements.workflows import read_back
from zhike.core.approval.models import Approval
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.moment import at

HOLIDAY, WORKED = date(2026, 10, 1), date(2026, 11, 25)
SAID = timezone.make_aware(datetime(2026, 9, 1, 10))


@pytest.fixture(autouse=True)
def in_september():
    with at(SAID):
        yield


@pytest.fixture
def promise_of(cast):
    cast.qingchuan.amend(by=cast.lena, country="CN")

    def make(text="我们给您初稿", due_on=None, **more):
        same = {"by": cast.lena, "client": cast.qingchuan, "contact": cast.clara, "owner": cast.lena}
        return Promise.objects.add(**same | {"text": text, "due_on": due_on} | more)

    return make


@pytest.fixture
def held(promise_of):
    return promise_of(due_on=HOLIDAY)


def agree_on_scope(cast):
    Clause.objects.add(
        by=cast.lena, client=cast.qingchuan, aspect="exclusion", text="不包含网站托管。", contact_agreed=cast.clara,
        how="paper", valid_from=date(2026, 1, 1),
    )  # fmt: skip


class TestWhatIsHeld:
    def test_a_holiday_of_the_clients(self, promise_of):
        assert promise_of(due_on=HOLIDAY).held_for == ["holiday"]
        assert promise_of(due_on=WORKED).held_for == []

    def test_more_than_its_owner_can_carry(self, promise_of, cast):
        assert [promise_of(due_on=WORKED).held_for for _n in range(A_DAY + 1)] == [[]] * A_DAY + [["capacity"]]
        assert promise_of(due_on=WORKED, owner=cast.omar).held_for == []

    def test_what_was_agreed_as_not_included(self, promise_of, cast):
        agree_on_scope(cast)
        assert promise_of("我们负责网站托管。").held_for == ["scope"]

    def test_theirs_and_what_lies_behind_are_not(self, promise_of):
        assert promise_of(due_on=HOLIDAY, side="them").held_for == []
        assert promise_of(due_on=date(2026, 5, 1)).held_for == []

    @pytest.mark.parametrize("off, left", [("holiday", ["scope"]), ("scope", ["holiday"])])
    def test_only_what_the_company_wants(self, off, left, promise_of, cast):
        agree_on_scope(cast)
        change_cautions(by=cast.ada, **{off: False})
        assert promise_of("我们负责网站托管。", due_on=HOLIDAY).held_for == left

    def test_the_settings_are_the_administrators(self, cast, client):
        client.force_login(cast.mona)
        assert client.get("/settings/promises/").status_code == 403
        client.force_login(cast.ada)
        assert client.post("/settings/promises/", {"scope": "on"}).status_code == 302
        page = client.get("/settings/promises/").content.decode()
        assert page.count("checked") == 1
        with pytest.raises(Forbidden):
            change_cautions(by=cast.lena, scope=False)


class TestApproval:
    def test_the_approver_reads_why_and_it_is_free(self, held, cast):
        held.ask_approval(by=cast.lena, reason="展会")
        asked = Approval.objects.get()
        assert "National Day" in str(asked.proposed["against"]) or "国庆" in str(asked.proposed["against"])
        assert asked.reason == "展会"
        asked.approve(by=cast.mona)
        held.refresh_from_db()
        assert held.held_for == []
        held.confirm(by=cast.lena, contact=cast.clara, how="call")

    def test_refused_it_stays_with_us(self, held, cast):
        held.ask_approval(by=cast.lena, reason="展会")
        Approval.objects.get().refuse(by=cast.mona, reason="放假")
        held.refresh_from_db()
        with pytest.raises(NeedsApproval):
            held.confirm(by=cast.lena, contact=cast.clara, how="call")
        held.ask_approval(by=cast.lena, reason="再问一次")
        assert Approval.objects.waiting().count() == 1

    def test_nobody_else_decides(self, held, cast):
        held.ask_approval(by=cast.lena, reason="展会")
        asked = Approval.objects.get()
        for who in (cast.lena, cast.omar, cast.rita, cast.ida):
            with pytest.raises(Forbidden):
                asked.approve(by=who)
        for who in (cast.mona, cast.ada, cast.lena):
            with pytest.raises(Forbidden):
                held.allow(by=who, who="x")

    def test_a_reader_cannot_ask_and_a_free_one_need_not(self, held, promise_of, cast):
        with pytest.raises(Forbidden):
            held.ask_approval(by=cast.rita, reason="x")
        with pytest.raises(WrongState):
            promise_of(due_on=WORKED).ask_approval(by=cast.lena, reason="x")

    def test_another_owner_voids_it(self, held, cast):
        held.ask_approval(by=cast.lena, reason="展会")
        held.amend(by=cast.lena, owner=cast.omar)
        deliver_all()
        assert Approval.objects.get().state == "void"

    def test_another_owner_after_it_holds_it_again(self, held, cast):
        held.ask_approval(by=cast.lena, reason="展会")
        Approval.objects.get().approve(by=cast.mona)
        held.refresh_from_db()
        held.amend(by=cast.lena, owner=cast.omar)
        assert held.held_for == ["holiday"]

    def test_other_words_void_it_and_are_looked_at_anew(self, held, cast):
        held.ask_approval(by=cast.lena, reason="展会")
        held.renegotiate(by=cast.lena, reason="早一天", due_on=date(2026, 10, 2))
        assert Approval.objects.get().state == "void"
        assert held.successors.get().held_for == ["holiday"]


class TestNoDoorAround:
    def test_not_agreed_from_the_start(self, promise_of, cast):
        with pytest.raises(NeedsApproval):
            promise_of(due_on=HOLIDAY, contact_agreed=cast.clara, how="call")
        assert not Promise.objects.exists()

    def test_not_by_renegotiating(self, promise_of, cast):
        free = promise_of(due_on=WORKED)
        with pytest.raises(NeedsApproval):
            free.renegotiate(by=cast.lena, reason="x", due_on=HOLIDAY, agreed_by=cast.clara, how="call")
        free.refresh_from_db()
        assert free.state == "proposed" and not free.successors.exists()

    def test_not_by_their_own_words(self, promise_of, cast):
        agree_on_scope(cast)
        free = promise_of()
        free.ask(by=cast.lena, words="你们负责网站托管。", corrects=True, contact=cast.clara, how="call")
        with pytest.raises(NeedsApproval):
            free.accept_correction(by=cast.lena)

    def test_not_read_back(self, held, cast, client):
        with pytest.raises(NeedsApproval):
            read_back([held], by=cast.lena, contact=cast.clara, title="周会")
        client.force_login(cast.lena)
        page = client.get(f"/clients/{cast.qingchuan.reference}/confirm/").content.decode()
        assert held.text not in page
        told = {"entries": [held.pk], "contact": cast.clara.pk, "title": "周会"}
        assert client.post(f"/clients/{cast.qingchuan.reference}/confirm/", told).status_code == 422
        assert not Readback.objects.exists()

    def test_not_through_a_link_that_went_out_before(self, promise_of, cast, client):
        free = promise_of(due_on=WORKED)
        _made, address = read_back([free], by=cast.lena, contact=cast.clara, title="周会")
        for _n in range(A_DAY):
            promise_of(due_on=WORKED, owner=cast.omar)
        free.amend(by=cast.lena, owner=cast.omar)
        assert free.held_for == ["capacity"]
        with at(timezone.now()):
            path = "/l/" + address.rpartition("/l/")[2]
            client.post(path, {"entry": free.pk, "said": "confirm", "seen": free.seen})
        free.refresh_from_db()
        assert free.state == "proposed"

    def test_not_on_the_page_nor_by_the_api(self, held, cast, client):
        client.force_login(cast.lena)
        said = {"contact": cast.clara.pk, "how": "call"}
        client.post(f"/promises/{held.reference}/step/confirm/", said)
        client.post(f"/promises/{held.reference}/step/allow/", {"who": "Lena"})
        said = {"contact": cast.clara.reference, "how": "call"}
        for step, told in (("confirm", said), ("allow", {"who": "x"})):
            client.post(f"/api/v1/promises/{held.reference}/{step}", told, content_type="application/json")
        held.refresh_from_db()
        assert (held.state, held.held_for) == ("proposed", ["holiday"])
        page = client.get(f"/promises/{held.reference}/", headers={"accept-language": "en"}).content.decode()
        assert "needs an approval" in page and "Ask for approval" in page

    def test_not_by_closing_a_meeting(self, cast, promise_of):
        from zhike.domains.meetings.workflows import close_and_ask, plan

        agree_on_scope(cast)
        meeting = plan(by=cast.lena, client=cast.qingchuan, title="例会", starts_at=SAID, lead=cast.lena,
                       staff=[cast.lena], contacts=[cast.clara])  # fmt: skip
        meeting.hold(by=cast.lena)
        for text in ("我们负责网站托管。", "我们写一份说明"):
            meeting.note(by=cast.lena, key=text, kind="promise", side="us", text=text)
        ((made, _address),) = close_and_ask(meeting, by=cast.lena, contacts=[cast.clara])
        assert [one.text for one in made.lines()] == ["我们写一份说明"]
        assert Approval.objects.get().about == "我们负责网站托管。"
