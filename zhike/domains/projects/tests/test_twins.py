"""What a project shows the client, in two languages: each reads their own, and a change of one raises the alarm."""

import json
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import translation

from zhike.agreements.models import Decision, Readback
from zhike.agreements.twins.models import Twin
from zhike.agreements.twins.tests.reading import read, stands_first
from zhike.agreements.workflows import read_back
from zhike.core.lifecycle.errors import WrongState
from zhike.core.mail.models import Letter
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.domains.projects.baselines.charters.models import Charter
from zhike.domains.projects.baselines.models import Baseline
from zhike.domains.projects.document import charter as charter_of
from zhike.domains.projects.iterations.models import Iteration
from zhike.domains.projects.models import Goal
from zhike.domains.projects.reviewing import ask_for_review, message
from zhike.domains.projects.risks.drafting import draft
from zhike.domains.projects.risks.models import Risk


def beside(entry):
    """How the texts of an entry that stand beside its own words read in the other language."""
    return dict(Twin.objects.on(Decision.objects.get(pk=entry.pk)).values_list("key", "text"))


def behind():
    deliver_all()
    return sorted(Twin.objects.behind().values_list("key", flat=True))


class TestDeliverable:
    @pytest.fixture
    def shown(self, cast, site):
        made = site.deliverable(versions=0)
        site.hand_in(made, note="新的配色")
        version = made.versions.get().pk
        for key, twin in (
            ("title", "Design of the home page"), ("criteria", "Type no smaller than 18"),
            (f"version-{version}-note", "New colours"),
        ):  # fmt: skip
            made.write_twin(by=cast.lena, of=key, twin=twin)
        return made

    def test_each_reads_their_own_language(self, cast, shown, client):
        address = ask_for_review(shown, by=cast.lena, contact=cast.clara)
        for chinese, english in (("字号不小于 18", "Type no smaller than 18"), ("新的配色", "New colours")):
            assert stands_first(read(client, address, "zh-hans"), chinese, english)
            assert stands_first(read(client, address, "en"), english, chinese)

    @pytest.fixture
    def pinned(self, cast, shown):
        """A pin of ours in both languages, and one of Clara's."""
        shown.pin(by=cast.lena, text="间距改为 3 毫米", x=10, y=10)
        shown.pin(by=cast.lena, contact=cast.clara, text="太暗了", x=20, y=20)
        ours, theirs = shown.pins.all()
        shown.write_twin(by=cast.lena, of=f"pin-{ours.pk}-text", twin="Make the gap 3 mm")
        return shown, ours, theirs

    def test_pins_of_ours_are_read_in_their_language_and_theirs_as_they_are(self, cast, pinned, client):
        shown, _ours, theirs = pinned
        address = ask_for_review(shown, by=cast.lena, contact=cast.clara)
        page = read(client, address, "en")
        assert stands_first(page, "Make the gap 3 mm", "间距改为 3 毫米") and "太暗了" in page
        assert stands_first(read(client, address, "zh-hans"), "间距改为 3 毫米", "Make the gap 3 mm")
        assert f"pin-{theirs.pk}-text" not in [one.key for one in shown.texts()]

    def test_so_they_are_when_an_earlier_version_is_looked_at_again(self, cast, site, pinned, client):
        shown, _ours, _theirs = pinned
        shown.show(by=cast.lena, contact=cast.clara)
        shown.want_change(by=cast.lena, contact=cast.clara, words="x")
        site.hand_in(shown)
        page = read(client, ask_for_review(shown, by=cast.lena, contact=cast.clara), "en")
        again = page[page.index("review-settled") :]
        assert stands_first(again, "Make the gap 3 mm", "间距改为 3 毫米")
        client.force_login(cast.lena)
        assert "Make the gap 3 mm" in client.get(f"/deliverables/{shown.reference}/versions/").text

    def test_a_pin_changed_in_one_language_raises_the_alarm(self, cast, pinned, client):
        shown, ours, _theirs = pinned
        shown.write_twin(by=cast.lena, of=f"pin-{ours.pk}-text", twin="Make the gap 5 mm")
        assert behind() == [f"pin-{ours.pk}-text"]
        page = read(client, ask_for_review(shown, by=cast.lena, contact=cast.clara), "en")
        assert "间距改为 3 毫米" in page and "the gap" not in page
        client.force_login(cast.lena)
        compared = client.get(f"/twins/{shown.reference}/").text
        assert "<strong>3" in compared and "<strong>5" in compared

    def test_the_letter_and_the_message_are_in_theirs(self, cast, shown):
        cast.clara.amend(by=cast.lena, emails=["chen@qingchuan.example"], language="en")
        ask_for_review(shown, by=cast.lena, contact=cast.clara, send=True)
        letter = Letter.objects.get()
        assert "Design of the home page" in letter.subject and "Design of the home page" in letter.text
        assert "Design of the home page" in message(shown, cast.clara, "x")

    def test_what_they_accepted_stands_in_the_ledger_in_both(self, cast, shown):
        cast.clara.amend(by=cast.lena, language="en")
        shown.accept(by=cast.lena, contact=cast.clara, how="call")
        decision = Decision.objects.get()
        assert "Design of the home page" in decision.text and "首页设计稿" in decision.twin
        assert (decision.measure, decision.prevails) == ("Type no smaller than 18", "zh")
        said = {"question": "“首页设计稿”是否符合约定？", "measure": "字号不小于 18", "reason": "新的配色"}
        assert beside(decision) == said | {"subject": "首页设计稿"} and decision.reason == "New colours"
        assert set(Twin.objects.filter(record_type="agreements.decision").values_list("prevails", flat=True)) == {"zh"}

    def test_a_change_of_one_raises_the_alarm(self, cast, shown, client):
        shown.amend(by=cast.lena, criteria="字号不小于 16")
        assert behind() == ["criteria"]
        address = ask_for_review(shown, by=cast.lena, contact=cast.clara)
        page = read(client, address, "en")
        assert "字号不小于 16" in page and "Type no smaller than 18" not in page


def told_twice(cast, record, **said):
    for of, twin in said.items():
        record.write_twin(by=cast.lena, of=of, twin=twin)
    return record


class TestPlan:
    @pytest.fixture
    def plan(self, cast, site):
        """All that the client reads of it, in both languages."""
        site.project.amend(by=cast.lena, why="老人自己能挂上号", scope="首页\n挂号页", excluded="小程序")
        told_twice(
            cast, site.project, name="New web site", why="Old people book on their own", excluded="Mini-program",
            scope="Home page\nBooking page",
        )  # fmt: skip
        told_twice(cast, site.milestone(client_sees=True), title="First version live")
        told_twice(cast, site.phase(), title="Design")
        made = site.deliverable(versions=0)
        told_twice(cast, made, title="Design of the home page", criteria="Type no smaller than 18")
        goal = Goal.objects.add(by=cast.lena, project=site.project, title="更快挂号", measure="用时", target="2 分钟")
        told_twice(cast, goal, title="Quicker booking", measure="Time it takes")
        return site.project

    @pytest.mark.parametrize(("language", "first", "other"), [("zh-hans", 0, 1), ("en", 1, 0)])
    def test_the_paper_is_in_the_language_that_was_asked_for(self, cast, plan, language, first, other):
        pairs = (
            ("老人自己能挂上号", "Old people book on their own"), ("小程序", "Mini-program"), ("设计", "Design"),
            ("第一版上线", "First version live"), ("字号不小于 18", "Type no smaller than 18"),
            ("更快挂号", "Quicker booking"),
        )  # fmt: skip
        with translation.override(language):
            words = json.dumps(charter_of(plan, cast.lena), ensure_ascii=False, default=str)
        for pair in pairs:
            assert stands_first(words, pair[first], pair[other])

    @pytest.mark.parametrize("kind", [Baseline, Charter])
    def test_what_they_confirm_stands_in_the_ledger_in_both(self, cast, plan, kind, client):
        cast.clara.amend(by=cast.lena, language="en")
        made = kind.objects.add(by=cast.lena, project=plan)
        made.propose(by=cast.lena, contact=cast.clara)
        entry = made.entry
        for words in ("New web site", "First version live", "Home page; Booking page"):
            assert words in entry.text
        for words in ("官网改版", "第一版上线", "首页；挂号页"):
            assert words in entry.twin
        assert entry.prevails == "zh" and "New web site" in entry.question and "官网改版" in beside(entry)["question"]
        _readback, address = read_back([entry], by=cast.lena, contact=cast.clara, title="x")
        page = read(client, address, "zh-hans")
        assert stands_first(page, "第一版上线", "First version live")
        assert stands_first(page, beside(entry)["question"], entry.question)

    @pytest.mark.parametrize("kind", [Baseline, Charter])
    def test_why_it_was_agreed_again_stands_in_both(self, cast, plan, kind):
        cast.clara.amend(by=cast.lena, language="en")
        first = kind.objects.add(by=cast.lena, project=plan)
        first.propose(by=cast.lena, contact=cast.clara)
        first.note_confirmed(by=cast.lena, contact=cast.clara, how="call")
        again = kind.objects.add(by=cast.lena, project=plan, **({"reason": "多一个科室"} if kind is Baseline else {}))
        if kind is Baseline:
            again.write_twin(by=cast.lena, of="reason", twin="One more ward")
        again.propose(by=cast.lena, contact=cast.clara)
        english, chinese = ("One more ward", "多一个科室") if kind is Baseline else ("put together anew", "重新整理")
        assert english in again.entry.reason and chinese in beside(again.entry)["reason"]
        assert "New web site" in again.entry.question and "官网改版" in beside(again.entry)["question"]
        assert behind() == []

    def test_the_reason_of_a_baseline_takes_no_more_twins_once_they_are_asked(self, cast, plan):
        Baseline.objects.add(by=cast.lena, project=plan)
        again = Baseline.objects.add(by=cast.lena, project=plan, reason="多 2 个科室")
        again.write_twin(by=cast.lena, of="reason", twin="2 more wards")
        again.write_twin(by=cast.lena, of="reason", twin="3 more wards")
        assert behind() == ["reason"]
        again.propose(by=cast.lena, contact=cast.clara)
        with pytest.raises(WrongState):
            again.write_twin(by=cast.lena, of="reason", twin="2 more wards", same=True)

    def test_what_stands_in_one_language_alone_is_confirmed_in_theirs(self, cast, plan, site):
        site.milestone("第二版上线")
        made = Baseline.objects.add(by=cast.lena, project=plan)
        made.propose(by=cast.lena, contact=cast.clara)
        assert made.entry.twin == ""

    def test_a_change_of_one_raises_the_alarm_and_is_not_kept(self, cast, plan):
        plan.amend(by=cast.lena, excluded="小程序与公众号")
        assert behind() == ["excluded"]
        kept = Baseline.objects.add(by=cast.lena, project=plan).content["wordings"]
        assert "小程序与公众号" not in kept and kept["首页"]["text"] == "Home page"

    def test_of_a_phase_whoever_leads_the_project_hears(self, cast, plan):
        plan.phases.get().amend(by=cast.omar, title="设计与试用")
        assert behind() == ["title"]
        assert Event.objects.get(kind="twin.behind").facts["people"] == [cast.lena.pk]
        assert list(Twin.objects.behind().looked_after_by([cast.lena])) == list(Twin.objects.behind())


class TestReview:
    @pytest.fixture
    def reviewed(self, cast, site):
        made = Iteration.objects.add(
            by=cast.lena, project=site.project, title="第一轮", starts_on=site.today, ends_on=site.today
        )
        site.run()
        task = told_twice(cast, site.task("挂号页"), title="Booking page")
        made.take(by=cast.lena, task=task)
        made.begin(by=cast.lena)
        task.finish(by=cast.lena)
        made.look_back(by=cast.lena, outcome="能挂 2 个号了")
        cast.clara.amend(by=cast.lena, language="en")
        return told_twice(cast, made, title="First round", outcome="2 bookings are possible now")

    def test_what_they_accept_stands_in_the_ledger_in_both(self, cast, site, reviewed, client):
        told_twice(cast, site.project, name="New web site")
        reviewed.propose(by=cast.lena, contact=cast.clara)
        entry = reviewed.entry
        for english, chinese in (
            ("First round", "第一轮"), ("2 bookings are possible now", "能挂 2 个号了"), ("Booking page", "挂号页"),
        ):  # fmt: skip
            assert english in entry.text and chinese in entry.twin
        assert "First round" in entry.question and "第一轮" in beside(entry)["question"]
        _readback, address = read_back([entry], by=cast.lena, contact=cast.clara, title="x")
        assert stands_first(read(client, address, "zh-hans"), "能挂 2 个号了", "2 bookings are possible now")

    def test_what_is_read_back_is_called_by_both_names(self, cast, site, reviewed, client):
        told_twice(cast, site.project, name="New web site")
        client.force_login(cast.lena)
        client.post(f"/iterations/{reviewed.reference}/ask/", {"contact": cast.clara.pk})
        made = Readback.objects.get()
        assert made.title == "New web site, First round"
        assert Twin.objects.on(made).get(key="title").text == "官网改版, 第一轮"

    @pytest.fixture
    def moved(self, cast, site):
        """A milestone that moved, with the reason in both languages, or `alone` in one."""
        made = Iteration.objects.add(
            by=cast.lena, project=site.project, title="第一轮", starts_on=site.today, ends_on=site.today
        )
        site.run()
        made.take(by=cast.lena, task=told_twice(cast, site.task("挂号页"), title="Booking page"))
        made.begin(by=cast.lena)
        milestone = told_twice(cast, site.milestone(client_sees=True), title="First version live")
        milestone.move(by=cast.lena, due_on=milestone.due_on + timedelta(days=3), reason="接口晚 3 天")
        cast.clara.amend(by=cast.lena, language="en")
        told_twice(cast, made, title="First round")
        told_twice(cast, site.project, name="New web site")
        return made, milestone, f"move-{milestone.moves.get().pk}-reason"

    def test_why_a_milestone_moved_is_read_in_both(self, cast, moved, client):
        made, milestone, key = moved
        milestone.write_twin(by=cast.lena, of=key, twin="The interface is 3 days late")
        made.look_back(by=cast.lena, outcome="好")
        told_twice(cast, made, outcome="Good")
        made.propose(by=cast.lena, contact=cast.clara)
        assert "The interface is 3 days late" in made.entry.text and "接口晚 3 天" in made.entry.twin
        _readback, address = read_back([made.entry], by=cast.lena, contact=cast.clara, title="x")
        assert stands_first(read(client, address, "zh-hans"), "接口晚 3 天", "The interface is 3 days late")

    def test_a_reason_in_one_language_alone_or_changed_alone_leaves_it_in_theirs(self, cast, moved):
        made, milestone, key = moved
        milestone.write_twin(by=cast.lena, of=key, twin="The interface is 3 days late")
        milestone.write_twin(by=cast.lena, of=key, twin="The interface is 5 days late")
        assert behind() == [key]
        made.look_back(by=cast.lena, outcome="好")
        told_twice(cast, made, outcome="Good")
        made.propose(by=cast.lena, contact=cast.clara)
        assert made.entry.twin == "" and "接口晚 3 天" in made.entry.text

    def test_a_change_of_one_raises_the_alarm(self, cast, reviewed):
        reviewed.write_twin(by=cast.lena, of="outcome", twin="3 bookings are possible now")
        assert behind() == ["outcome"]
        reviewed.propose(by=cast.lena, contact=cast.clara)
        assert reviewed.entry.twin == "" and "能挂 2 个号了" in reviewed.entry.text


class TestRisk:
    @pytest.fixture
    def risk(self, cast, site):
        made = Risk.objects.add(
            by=cast.lena,
            project=site.project,
            owner=cast.lena,
            title="号源接口晚到",
            cause="文档还没给",
            effect="试点推迟",
        )
        made.add_option(by=cast.lena, words="先上总院", amount=Decimal(3000), currency="CNY", days=-2)
        told_twice(
            cast, made, title="The interface comes late", cause="No document so far", effect="The trial is later"
        )
        made.write_twin(by=cast.lena, of=f"option-{made.options.get().pk}-words", twin="The main hospital first")
        cast.clara.amend(by=cast.lena, emails=["chen@qingchuan.example"], language="en")
        return made

    def test_the_letter_is_in_their_language(self, cast, risk):
        risk.tell(by=cast.lena, contact=cast.clara, channel="mail")
        letter = Letter.objects.get()
        for words in (
            "The interface comes late",
            "No document so far",
            "The trial is later",
            "The main hospital first",
        ):
            assert words in letter.text
        assert "号源接口晚到" not in letter.text

    def test_with_all_of_it_in_both_so_is_the_letter(self, cast, site, risk):
        told_twice(cast, site.project, name="New web site")
        risk.tell(by=cast.lena, contact=cast.clara, channel="mail")
        text, telling = Letter.objects.get().text, risk.tellings.get()
        for english, chinese in (("The interface comes late", "号源接口晚到"), ("The main hospital", "先上总院")):
            assert stands_first(text, english, chinese)
        assert "Which wording prevails: The Chinese one" in text and telling.twin in text
        assert "The interface comes late" in telling.text and "号源接口晚到" in telling.twin

    def test_it_is_drafted_in_both_and_sent_as_typed(self, cast, site, risk, client):
        told_twice(cast, site.project, name="New web site")
        client.force_login(cast.lena)
        where = f"/risks/{risk.reference}/tell/"
        form = client.get(where).context["form"]
        assert "号源接口晚到" in form["twin"].value() and form["prevails"].value() == "zh"
        said = {"contact": cast.clara.pk, "channel": "mail", "text": "It is late.", "twin": "它晚了。"}
        assert client.post(where, said | {"twin": "Late."}).status_code == 422
        assert client.post(where, said | {"prevails": "en"}).status_code == 302
        text = Letter.objects.get().text
        assert stands_first(text, "It is late.", "它晚了。") and "The English one" in text

    def test_what_they_chose_stands_in_the_ledger_in_both(self, cast, risk):
        risk.tell(by=cast.lena, contact=cast.clara, channel="phone")
        risk.choose(by=cast.lena, option=risk.options.get(), contact=cast.clara, how="call")
        decision = Decision.objects.get()
        assert "The main hospital first" in decision.text and "先上总院" in decision.twin
        assert "The interface comes late" in decision.question and "号源接口晚到" in beside(decision)["question"]

    def test_a_change_of_one_raises_the_alarm(self, cast, risk):
        risk.amend(by=cast.lena, effect="试点推迟两周")
        assert behind() == ["effect"]
        told = draft(risk, list(risk.options.all()), cast.clara)
        assert "The trial is later" not in told["text"] and told["twin"] == ""
