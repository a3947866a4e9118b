"""A company at work, made through the public verbs, and the address of each kind of page."""

from datetime import time, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests.cast import Cast
from tests.stories.furnished_ideas import think_of_things
from tests.stories.furnished_projects import work_on_a_site
from tests.stories.furnished_requirements import want_things
from tests.stories.signed import offer_ways, sign_contracts
from zhike.agreements.models import Clause, Decision, Promise
from zhike.agreements.silence.models import SilenceRule
from zhike.agreements.workflows import read_back
from zhike.clients.dates.keeping import sweep as remind
from zhike.clients.dates.models import ImportantDate
from zhike.clients.handovers.workflows import hand_over
from zhike.clients.models import Client, Contact
from zhike.clients.offers.models import Offer, Offering
from zhike.clients.pains.models import PainPoint
from zhike.clients.playbooks.lines import Line
from zhike.clients.playbooks.models import Playbook
from zhike.clients.playbooks.workflows import start
from zhike.clients.purchases.models import Purchase
from zhike.clients.relations.models import Relation
from zhike.clients.rights.models import Right
from zhike.clients.segments.models import Segment
from zhike.clients.stages.models import Stage
from zhike.clients.stages.workflows import move
from zhike.clients.tiers.models import Tier
from zhike.clients.tiers.overriding import ask_for_tier
from zhike.core.discussion.workflows import comment
from zhike.core.files.models import Attachment
from zhike.core.mail.writing import write
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.moment import at
from zhike.core.todos.workflows import add_todo
from zhike.domains.conversations.workflows import log
from zhike.domains.meetings.minutes import read
from zhike.domains.meetings.workflows import plan
from zhike.insight.journeys.models import Improvement, Journey, Touchpoint
from zhike.insight.strategy.models import Strategy
from zhike.surfaces.channels.taking import take
from zhike.surfaces.channels.tests.mails import mail as mail_of
from zhike.surfaces.webhooks.models import Delivery, Webhook

LONG = (
    "The second prototype comes **before** the fair:\n\n- drawings on Monday\n- 样机在十一月\n\nhttps://example.com/a/"
    + "x" * 80
)


def furnish(cast: Cast) -> dict[str, str]:
    """Fills the pages of Lena's, and gives their addresses by what they show."""
    today, client = timezone.localdate(), cast.qingchuan
    client.amend(
        by=cast.lena,
        tags=["VIP", "医疗"],
        industry="医疗器械",
        city="杭州",
        phones=["+8657188886666"],
        emails=["office@qingchuan.example"],
        next_follow_up=today - timedelta(days=2),
        deputy=cast.omar,
    )
    cast.clara.amend(
        by=cast.lena, title="采购总监", phones=["+8613800138000"], emails=["chen@qingchuan.example"], role="decides"
    )
    said = log(
        by=cast.lena,
        client=client,
        kind="call",
        text=LONG,
        contacts=[cast.clara],
        mood="good",
        minutes=25,
        next_step="Send the drawings",
        follow_up_on=today,
    )
    asked = log(
        by=cast.lena,
        client=client,
        kind="mail",
        direction="in",
        subject="When does the prototype come?",
        text="请问样机什么时候能到？",
        contacts=[cast.clara],
        state="waiting",
    )
    todo = add_todo(client, by=cast.lena, title="Write the offer", owner=cast.lena, due_on=today - timedelta(days=1))
    add_todo(client, by=cast.lena, title="Ask for references", owner=cast.lena, due_on=today + timedelta(days=5))
    comment(client, by=cast.omar, text="Careful with the date, @Lena 林娜")
    file = Attachment.objects.attach(SimpleUploadedFile("offer.txt", b"Offer"), by=cast.lena, to=client)
    Client.objects.add(
        by=cast.lena,
        name="A client with a name so long that no column of any list would ever hold it " * 2,
        owner=cast.lena,
    )
    stage = Stage.objects.add(by=cast.mona, name="Active", entry={"field": "industry", "filled": True}, usual_days=30)
    book = Playbook.objects.add(by=cast.mona, name="Welcome", keeper=cast.mona, lines=[Line("Ring up").kept])
    move(client, stage, by=cast.lena, why="Signed")
    start(book, client, by=cast.lena)
    note = hand_over(client, by=cast.lena, successor=cast.lena, text="Never call on a Friday.")
    more = (
        note_facts(cast)
        | sort_clients(cast)
        | offer_something(cast)
        | write_strategy(cast)
        | design_a_journey(cast)
        | write_letter(cast)
        | agree(cast)
        | hook(cast)
    )
    mail = take(mail_of("请问展会前能拿到样机吗？", sender="新同事 <new@qingchuan.example>").as_bytes())
    assert mail
    deliver_all()
    page = f"/clients/{client.reference}/"
    return {
        "my day": "/", "waiting": "/waiting/", "owed": "/owed/", "owed of a client": f"{page}owed/",
        "before": f"{page}before/",
        "preferences": "/preferences/", "how I sign in": "/preferences/sign-in/",
        "notifications": "/notifications/",
        "search": "/search/?q=prototype", "nothing found": "/search/?q=zzzz", "jobs": "/jobs/",
        "clients": "/clients/?owner=me", "no clients": "/clients/?q=zzzz", "filters": "/clients/filters/",
        "new client": "/clients/new/", "edit client": f"{page}edit/", "client": page,
        **{f"client, {tab}": f"{page}?tab={tab}" for tab in ("people", "todos", "files", "talk", "facts")},
        "private note": f"/private/{cast.clara.reference}/",
        "contacts": "/contacts/", "contact": f"/contacts/{cast.clara.reference}/", "new contact": "/contacts/new/",
        "conversations": "/conversations/", "board": "/conversations/board/", "new conversation": "/conversations/new/",
        "conversation": f"/conversations/{said.reference}/", "question": f"/conversations/{asked.reference}/",
        "step": f"/conversations/{asked.reference}/step/answer/", "to-dos": "/todos/",
        "to-do": f"/todos/{todo.reference}/", "new to-do": "/todos/new/", "files": "/files/",
        "file": f"/files/{file.reference}/", "discussion": f"/discussion/on/{client.reference}/",
        "import": "/clients/import/", "password": "/account/password/change/", "sign out": "/account/logout/",
        "nowhere": "/clients/CL-999999/", "clients by stage": "/clients/board/", "stages": "/stages/",
        "stage": f"/stages/{stage.reference}/", "move to a stage": f"/stages/move/{client.reference}/",
        "playbooks": "/playbooks/", "playbook": f"/playbooks/{book.reference}/",
        "mails to place": "/incoming/", "mail to place": f"/incoming/{mail.reference}/",
        "place a mail": f"/incoming/{mail.reference}/step/place/",
        "start a playbook": f"/playbooks/start/{client.reference}/",
        **{f"client, {tab}": f"{page}?tab={tab}" for tab in ("purchases", "relations", "pains", "dates", "segments")},
        "hand-over note": f"/handovers/{note.reference}/", "hand over": f"/handovers/new/?client={client.pk}",
        **meet(cast), **work_together(cast), **work_on_a_site(cast), **want_things(cast), **sign_contracts(cast),
        **offer_ways(cast), **think_of_things(cast),
        **more,
        "how I am told": "/notifications/wishes/", "API": "/api/", "problems": "/api/problems",
        "tokens": "/tokens/", "new token": "/tokens/new/", "duplicates": "/duplicates/", "my calendar": "/calendar/",
        "subscribe": "/calendar/feed/", "figures": "/figures/?period=4w", "a picture": "/figures/activity/",
        "time against worth": "/figures/effort/", "rework by clearness": "/figures/rework/",
        "faults": "/figures/faults/",
        "what makes the work hard": "/figures/friction/",
        "how each kept their word": "/figures/promises/",
    }  # fmt: skip


LONG = (
    "三个入口：\n" + "先在总院的挂号页、缴费页和报告页各放一个，" * 30 + "\nhttps://qingchuan.example/" + "entries" * 30
)


def agree(cast: Cast) -> dict[str, str]:
    """Something owed and late, something replaced, something to be confirmed; and where it stands."""
    today, said = timezone.localdate(), {"by": cast.lena, "client": cast.qingchuan, "owner": cast.lena}
    agreed = {"contact_agreed": cast.clara, "how": "paper"}
    promise = Promise.objects.add(
        **said, text="周五前给您第二版原型", contact=cast.clara, due_on=today - timedelta(days=2), quote="周五前给您"
    )
    Promise.objects.add(**said, text="科室名单", side="them", contact=cast.clara).keep(by=cast.lena)
    clause = Clause.objects.add(**said, **agreed, aspect="response", text="三个工作日内答复", number="7.1")
    clause.renegotiate(by=cast.lena, text="五个工作日内答复", reason="放假", agreed_by=cast.clara, how="call")
    decision = Decision.objects.add(**said, side="them", question="几个入口？", text=LONG, contact=cast.clara)
    rule = SilenceRule.objects.add(
        by=cast.lena, client=cast.qingchuan, outcome="accepted", days=5, first_reminder=3, promises=True, decisions=True
    )
    rule.agree(by=cast.lena, contact=cast.clara, how="paper")
    readback, _address = read_back([promise, decision], by=cast.lena, contact=cast.clara, title="周会", send=True)
    wait = readback.waits.first()
    page = f"/clients/{cast.qingchuan.reference}/"
    return {
        "client, agreements": f"{page}?tab=agreements", "agreed on a day": f"{page}agreed/",
        "two days": f"{page}agreed/?on=2026-01-01&against={today}", "ask to confirm": f"{page}confirm/",
        "decided otherwise": f"{page}reversals/",
        "promises": "/promises/", "promise": f"/promises/{promise.reference}/", "new promise": "/promises/new/",
        "decisions": "/decisions/",
        "clause": f"/clauses/{clause.reference}/", "new clause": "/clauses/new/",
        "decision": f"/decisions/{decision.reference}/", "read-back": f"/readbacks/{readback.reference}/",
        "renegotiate": f"/promises/{promise.reference}/step/renegotiate/",
        "silence rules": "/silences/", "silence rule": f"/silences/{rule.reference}/",
        "new silence rule": f"/silences/new/?client={cast.qingchuan.pk}", "answers awaited": "/waits/",
        "answer awaited": f"/waits/{wait.reference}/", "told by hand": f"/waits/{wait.reference}/step/note_notice/",
    }  # fmt: skip


def work_together(cast: Cast) -> dict[str, str]:
    """Rules of engagement of each kind, and two rounds where one was agreed."""
    said = {"by": cast.lena, "client": cast.qingchuan, "contact_agreed": cast.clara, "how": "paper"}
    rounds = Clause.objects.add(
        **said, aspect="revisions", subject="原型", text="原型含一轮修改", quantity=1, unit="rounds"
    )
    Clause.objects.add(
        **said, aspect="quiet", text="夜里不打扰", hours_from=time(3), hours_until=time(3, 30), weekdays=["sun"]
    )
    Clause.objects.add(**said, aspect="rule", side="them", text="Helmets on the site")
    talks = [
        log(by=cast.lena, client=cast.qingchuan, kind="call", text=text, contacts=[cast.clara])
        for text in ("配色再改一次", "The header once more")
    ]
    for talk in talks:
        rounds.use_round(by=cast.lena, source=talk, used_on=timezone.localdate(), note="Blue, not green")
    third = log(by=cast.lena, client=cast.qingchuan, kind="call", text="And a third time", contacts=[cast.clara])
    page = f"/clients/{cast.qingchuan.reference}/rules/"
    return {
        "rules of engagement": page, "rounds": f"{page}rounds/",
        "note a round": f"{page}round/?source={third.reference}",
        "a round above those agreed": f"/conversations/{talks[-1].reference}/",
        "rounds as a rule": f"/clauses/{rounds.reference}/",
    }  # fmt: skip


def meet(cast: Cast) -> dict[str, str]:
    """A meeting to come with its agenda and the invitation, one whose minutes are open, a closed one."""
    now, said = timezone.now(), {"by": cast.lena, "client": cast.qingchuan, "lead": cast.lena, "staff": [cast.lena]}
    coming = plan(**said, kind="kick_off", title="启动会", starts_at=now + timedelta(days=3), contacts=[cast.clara])
    coming.add_topic(by=cast.lena, title="域名", parked=True)
    coming.invite(by=cast.lena)
    before, held = (
        plan(**said, title="双周例会", starts_at=now - timedelta(days=n), contacts=[cast.clara]) for n in (1, 0)
    )
    for meeting in (before, held):
        meeting.hold(by=cast.lena)
        for text in ("讨论了颜色", "! 入口定为三个", "> 下周五前给第二版", "+ 订会议室"):
            meeting.note(by=cast.lena, **read(text, meeting))
    before.close(by=cast.lena)
    page = f"/meetings/{held.reference}/"
    return {
        "meetings": "/meetings/", "new meeting": f"/meetings/new/?client={cast.qingchuan.pk}",
        "meeting to come": f"/meetings/{coming.reference}/", "minutes": page, "close the minutes": f"{page}close/",
        "a line of minutes": f"{page}?line={held.lines.last().pk}", "closed minutes": f"/meetings/{before.reference}/",
        "client, meetings": f"/clients/{cast.qingchuan.reference}/?tab=meetings",
    }  # fmt: skip


def note_facts(cast: Cast) -> dict[str, str]:
    """One fact of each kind and their pages; a birthday of which Lena is reminded."""
    today, client = timezone.localdate(), cast.qingchuan
    said = {"by": cast.lena, "client": client, "source": "told", "known_on": today}
    near = today + timedelta(days=3)
    birthday = ImportantDate.objects.add(**said, contact=cast.clara, month=near.month, day=near.day, year=1972)
    ImportantDate.objects.add(**said, kind="festival", what="中秋节", calendar="lunar", month=8, day=15)
    remind(timezone.now())
    cast.clara.amend(by=cast.lena, influence="high", attitude="supports")
    Contact.objects.add(by=cast.lena, name="罗律师", client=client, influence="middle", attitude="opposes")
    right = Right.objects.add(**said, contact=cast.clara, subject="price", up_to=500_000, currency="CNY")
    Right.objects.add(**said, contact=cast.clara, subject="legal", power="asked")
    pain = PainPoint.objects.add(**said, statement="老人家找不到挂号的入口", said_by=cast.clara)
    bought = Purchase.objects.add(**said, what="门诊导视", happened_on=today, amount=120_000, currency="CNY")
    owner = Client.objects.add(by=cast.lena, name="晴川集团", owner=cast.lena)
    Client.objects.add(by=cast.lena, name="晴川集团有限公司", owner=cast.lena)
    relation = Relation.objects.add(**said, kind="subsidiary", other=owner)
    return {
        "dates": "/dates/", "date": f"/dates/{birthday.reference}/", "edit date": f"/dates/{birthday.reference}/edit/",
        "new date": f"/dates/new/?client={client.pk}&calendar=lunar&month=8&day=15", "rights": "/rights/",
        "right": f"/rights/{right.reference}/", "new right": f"/rights/new/?client={client.pk}", "pains": "/pains/",
        "pain": f"/pains/{pain.reference}/", "purchase": f"/purchases/{bought.reference}/",
        "relation": f"/relations/{relation.reference}/",
    }  # fmt: skip


def sort_clients(cast: Cast) -> dict[str, str]:
    """Segments and tiers, with one that waits to be approved."""
    client = cast.qingchuan
    rule = {"all": [{"field": "tags", "any_of": ["VIP"]}, {"any": [{"field": "city", "begins": "杭"}]}]}
    segment = Segment.objects.add(by=cast.lena, name="Near and dear", rule=rule, owner=cast.lena)
    picked = Segment.objects.add(by=cast.lena, name="References", owner=cast.lena)
    picked.pick(by=cast.lena, clients=[client])
    tier = Tier.objects.add(by=cast.ada, name="Key", mark="A", contact_days=10, services="A plan each year")
    client.amend(by=cast.lena, industry="医疗")
    asked_for = ask_for_tier(client, by=cast.lena, tier=tier, reason="Three projects more")
    return {
        "segments": "/segments/", "segment": f"/segments/{segment.reference}/", "new segment": "/segments/new/",
        "picked segment": f"/segments/{picked.reference}/", "edit segment": f"/segments/{segment.reference}/edit/",
        "put into a segment": f"/segments/{picked.reference}/step/pick/",
        "compare segments": f"/compare-segments/?a={segment.pk}&b={picked.pk}",
        "tiers": "/tiers/", "tier": f"/tiers/{tier.reference}/", "another tier": f"/tiers/of/{client.reference}/",
        "approvals": "/approvals/", "approval": f"/approvals/{asked_for.reference}/",
    }  # fmt: skip


def offer_something(cast: Cast) -> dict[str, str]:
    """An offer that was opened, made to a client and redeemed."""
    today = timezone.localdate()
    offer = Offer.objects.add(
        by=cast.mona, title="Second audit free", title_zh="第二次评审免费", gives="service", text="Half a day with you",
        valid_from=today - timedelta(days=20), valid_until=today + timedelta(days=20), most=5, code="AUDIT",
    )  # fmt: skip
    with at(timezone.now() - timedelta(days=15)):
        offer.open(by=cast.mona)
        made = Offering.objects.add(by=cast.lena, client=cast.qingchuan, offer=offer, contact=cast.clara)
    made.redeem(by=cast.lena, on=today)
    return {
        "offers": "/offers/", "offer": f"/offers/{offer.reference}/",
        "offer made": f"/offerings/{made.reference}/", "offers made": "/offerings/",
        "offer to a client": f"/offerings/new/?client={cast.qingchuan.pk}&offer={offer.pk}",
        "redeem": f"/offerings/{made.reference}/step/redeem/",
    }  # fmt: skip


def write_strategy(cast: Cast) -> dict[str, str]:
    """An edition in force with goals and a rule that is put away, and a draft that follows it."""
    tier = Tier.objects.add(by=cast.ada, name="Growing", mark="B")
    made = Strategy.objects.add(by=cast.mona, title="客户管理策略", care="Each has an **owner**.", review="每季度")
    for measure, target in (("kept", 90), ("planned", 80), ("", 8)):
        made.add_goal(
            by=cast.mona, name=f"Goal {measure}", measure=measure, better="at_least", target=target,
            by_day=timezone.localdate(),
        )  # fmt: skip
    made.carry(by=cast.mona, section="care", rule=f"tiers.tier:{tier.pk}")
    made.put_in_force(by=cast.mona)
    tier.archive(by=cast.ada)
    made.revise(by=cast.mona)
    page = f"/strategies/{made.reference}/"
    made.supersede(by=cast.mona)
    following = Strategy.objects.get(state="draft")
    following.amend(by=cast.mona, care="Each has an **owner** and a deputy.")
    following.put_in_force(by=cast.mona)
    against = f"/strategy/{following.reference}/changes/?against={made.reference}"
    return {"strategy": page, "strategies": "/strategies/", "two editions": against, "strategy now": "/strategy/"}


def design_a_journey(cast: Cast) -> dict[str, str]:
    """A map of two phases: measured, noted by hand, and without a target."""
    segment = Segment.objects.get(name="References")
    journey = Journey.objects.add(
        by=cast.lena, name="新客户的前三个月", segment=segment, owner=cast.lena, purpose="**No surprises.**"
    )
    said = {"by": cast.lena, "journey": journey, "owner": cast.omar, "channel": "WeChat"}
    Touchpoint.objects.add(**said, phase="First talk", name="First call", measure="in_time", target=90, wants=LONG)
    Touchpoint.objects.add(**said, phase="First talk", name="Brief", measure="kept", target=90)
    point = Touchpoint.objects.add(**said, phase="启动", name="启动会", kind="talk")
    point.note(by=cast.omar, value=8)
    kept = journey.touchpoints.get(name="Brief")
    better = {"by": cast.lena, "owner": cast.lena, "touchpoint": kept, "due_on": timezone.localdate()}
    done = Improvement.objects.add(**better, text="会后当天发一页纪要", source_text="电话", why="“会上说的谁记？”")
    done.start(by=cast.omar)
    done.finish(by=cast.omar, outcome="A template")
    trend = Improvement.objects.add(
        **better, text="Say the day, not the week", ground="trend", link="https://trends.example/2026"
    )
    dropped = Improvement.objects.add(**better, text="A second call", ground="figure")
    dropped.drop(by=cast.lena, reason="Nobody asked for it")
    return {
        "improvements": "/improvements/", "improvement": f"/improvements/{done.reference}/",
        "improvement because of a trend": f"/improvements/{trend.reference}/",
        "dropped improvement": f"/improvements/{dropped.reference}/", "improvements by state": "/improvements/board/",
        "new improvement": f"/improvements/new/?touchpoint={point.pk}",
        "touchpoint with improvements": f"/touchpoints/{kept.reference}/",
        "journeys": "/journeys/", "journey": f"/journeys/{journey.reference}/", "touchpoints": "/touchpoints/",
        "touchpoint": f"/touchpoints/{point.reference}/", "new touchpoint": f"/touchpoints/new/?journey={journey.pk}",
        "move a phase": f"/journeys/{journey.reference}/step/move_phase/",
    }  # fmt: skip


def hook(cast: Cast) -> dict[str, str]:
    """A program that listens, and what it was told."""
    webhook = Webhook.objects.add(by=cast.lena, name="Warehouse 仓库", address="https://hooks.example/zhike")
    event = cast.qingchuan.amend(by=cast.lena, about="Moves in May")
    told = {"kind": event.kind, "record_type": event.record_type, "record_id": event.record_id}
    sent = Delivery.objects.create(webhook=webhook, event=event, tries=1, status=500, answer="Internal error", **told)
    return {
        "webhooks": "/webhooks/", "webhook": f"/webhooks/{webhook.reference}/", "new webhook": "/webhooks/new/",
        "deliveries": "/deliveries/", "delivery": f"/deliveries/{sent.reference}/",
    }  # fmt: skip


def write_letter(cast: Cast) -> dict[str, str]:
    letter = write(
        by=cast.lena, to=cast.clara.emails[0], subject="The second prototype", text="It comes **before** the fair.",
        about=cast.qingchuan,
    )  # fmt: skip
    return {"letters": "/letters/", "letter": f"/letters/{letter.reference}/", "mailbox": "/mailbox/"}


SETTINGS = {
    "my team": "/team/", "look round": "/tour/", "a stop": "/clients/?sort=name&tour=2",
    "snippets": "/snippets/", "new snippet": "/snippets/new/",
    "areas": "/settings/areas/", "use": "/settings/use/", "feedback": "/feedback/",
    "set-up": "/welcome/done/", "set-up, company": "/welcome/company/", "set-up, clients": "/welcome/clients/",
    "hours for trials": "/settings/trials/",
    "sign-on": "/settings/sign-on/", "audit": "/settings/audit/", "operations": "/settings/operations/",
    "signing in": "/settings/sign-in/",
    "settings": "/settings/", "company": "/settings/company/", "people": "/people/", "new person": "/people/new/",
    "teams": "/teams/", "calendars": "/calendars/", "calendar": "/calendars/CA-1/", "fields": "/fields/",
    "new field": "/fields/new/", "new stage": "/stages/new/", "new playbook": "/playbooks/new/",
    "rates from a file": "/rates/bring/",
    "new offer": "/offers/new/",
    "promises to approve": "/settings/promises/", "hourly rates": "/pay/", "new hourly rate": "/pay/new/",
    "new tier": "/tiers/new/", "mail server": "/settings/mail/",
    "reachability": "/settings/reachability/", "inbox": "/settings/inbox/",
    "kept mails": "/mailbox/", "to decide": "/approvals/",
}  # fmt: skip
GATE = {
    "sign in": "/account/login/",
    "forgotten": "/account/password/reset/",
    "mailed": "/account/password/reset/done/",
}
