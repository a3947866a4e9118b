"""How to make a record of each resource, of Lena's client; a resource without a maker fails the suite."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from zhike.agreements.contracts.models import Billing, Contract, Instalment
from zhike.agreements.models import Clause, Constraint, Decision, Expectation, Promise
from zhike.agreements.silence.models import SilenceRule, Wait
from zhike.agreements.tradeoffs.models import Tradeoff
from zhike.agreements.workflows import read_back
from zhike.clients.dates.models import ImportantDate
from zhike.clients.handovers.workflows import hand_over
from zhike.clients.models import Client, Contact
from zhike.clients.offers.models import Offer, Offering
from zhike.clients.pains.models import PainPoint
from zhike.clients.plans.models import Plan
from zhike.clients.playbooks.lines import Line
from zhike.clients.playbooks.models import Playbook
from zhike.clients.purchases.models import Purchase, Rate
from zhike.clients.relations.models import Relation
from zhike.clients.rights.models import Right
from zhike.clients.segments.models import Segment
from zhike.clients.snippets.models import Snippet
from zhike.clients.stages.models import Stage
from zhike.clients.tiers.models import Tier
from zhike.core.access.models import Absence, Team, Token, User
from zhike.core.approval.deciders import in_role
from zhike.core.approval.models import Delegation
from zhike.core.approval.registry import Question, register
from zhike.core.approval.workflows import ask
from zhike.core.clock.models import Calendar
from zhike.core.fields.models import FieldDefinition
from zhike.core.files.models import Attachment
from zhike.core.mail.writing import write
from zhike.core.todos.workflows import add_todo
from zhike.domains.conversations.workflows import log
from zhike.domains.ideas.models import Idea
from zhike.domains.meetings.workflows import plan as plan_meeting
from zhike.domains.projects.baselines.charters.models import Charter
from zhike.domains.projects.baselines.models import Baseline
from zhike.domains.projects.iterations.models import Iteration
from zhike.domains.projects.models import Deliverable, Goal, Hours, Milestone, Pay, Phase, Project, Task
from zhike.domains.projects.quality.models import Check, Defect
from zhike.domains.projects.risks.models import Risk
from zhike.domains.requirements.flows.models import Flow
from zhike.domains.requirements.inquiries.models import Guide, Inquiry
from zhike.domains.requirements.models import Activity, Conflict, Requirement
from zhike.domains.requirements.rework.models import Rework
from zhike.domains.requirements.tryouts.models import Tryout
from zhike.insight.journeys.models import Improvement, Journey, Touchpoint
from zhike.insight.strategy.models import Strategy
from zhike.surfaces.channels.models import Incoming
from zhike.surfaces.webhooks.models import Delivery, Webhook

Maker = Callable[[Any, int], Any]

register(Question("tests.any", "{about}", in_role("admin", "manager"), watches=("short_name",)))


def _offer(cast: Any, n: int) -> Any:
    day = timezone.localdate()
    return Offer.objects.add(
        by=cast.mona,
        title=f"Offer {n}",
        percent=Decimal(n % 90 + 1),
        valid_from=day,
        valid_until=day + timedelta(days=30 + n),
    )


def _open_offer(cast: Any, n: int) -> Any:
    offer = _offer(cast, n)
    offer.open(by=cast.mona)
    return offer


def _strategy(cast: Any, n: int) -> Any:
    """A draft, which those who lead alone see."""
    made = Strategy.objects.add(by=cast.mona, title=f"策略{n}", aim="每年多一家老客户")
    made.add_goal(by=cast.mona, name=f"目标{n}", measure="kept", better="at_least", target=90, by_day=date(2027, 1, 1))
    return made


def _journey(cast: Any) -> Any:
    """The one of which touchpoints are."""
    return Journey.objects.filter(name="旅程").first() or Journey.objects.add(
        by=cast.lena, name="旅程", owner=cast.lena
    )


def _touchpoint(cast: Any) -> Any:
    """The one at which something is made better."""
    said = {"journey": _journey(cast), "phase": "启动", "name": "启动会"}
    return Touchpoint.objects.filter(**said).first() or Touchpoint.objects.add(by=cast.lena, owner=cast.lena, **said)


def _asked(cast: Any, n: int) -> Any:
    """Each about a client of its own, since one question waits once."""
    client = OF_A_CLIENT["clients"](cast, n)
    return ask("tests.any", client, by=cast.lena, proposed={"short_name": f"C{n}"}, reason=f"{n}")


def _delegated(cast: Any, n: int) -> Any:
    today = timezone.localdate()
    return Delegation.objects.add(
        by=cast.ada, person=cast.mona, deputy=cast.omar, since=today, until=today + timedelta(days=n)
    )


def _project(cast: Any) -> Any:
    """The one in which the parts of projects stand."""
    found = Project.objects.filter(client=cast.qingchuan, name="官网改版").first()
    return found or Project.objects.add(by=cast.lena, client=cast.qingchuan, lead=cast.lena, name="官网改版")


def _deliverable(cast: Any) -> Any:
    """The one on which something is tried."""
    said = {"project": _project(cast), "title": "首页"}
    return Deliverable.objects.filter(**said).first() or Deliverable.objects.add(by=cast.lena, owner=cast.lena, **said)


def _guide(cast: Any, n: int) -> Any:
    return Guide.objects.add(by=cast.lena, name=f"提纲{n}", questions_zh="什么最花时间？")


def _frozen(cast: Any, n: int) -> Any:
    """The plan of the project, which has something in it."""
    project = _project(cast)
    if not project.tasks.standing().exists():
        Task.objects.add(by=cast.lena, project=project, title=f"任务{n}", owner=cast.lena)
    return Baseline.objects.add(by=cast.lena, project=project, reason=f"原因{n}")


def _chartered(cast: Any, n: int) -> Any:
    """Of a project of its own."""
    said = {"client": cast.qingchuan, "lead": cast.lena, "name": f"项目章程{n}", "why": "更快挂号"}
    return Charter.objects.add(by=cast.lena, project=Project.objects.add(by=cast.lena, **said), people=[cast.clara])


def _with_a_task(cast: Any, n: int) -> Any:
    """An iteration that could begin."""
    said = {"by": cast.lena, "project": _project(cast)}
    made = Iteration.objects.add(**said, title=f"迭代{n}", starts_on=date(2026, 5, 4), ends_on=date(2026, 5, 15))
    made.take(by=cast.lena, task=Task.objects.add(**said, title=f"任务{n}", owner=cast.lena))
    return made


def _conflict(cast: Any, n: int) -> Any:
    """Of two wishes of their own."""
    one, other = (MAKERS["requirements"](cast, n) for _time in range(2))
    return Conflict.objects.add(
        by=User.objects.system(), client=cast.qingchuan, one=one, other=other, why="number", about=f"{one} ↔ {other}"
    )


def _waited(cast: Any, n: int) -> Any:
    """An answer about a promise of its own, under a rule of the client's."""
    if not SilenceRule.objects.in_force().filter(client=cast.qingchuan).exists():
        OF_A_CLIENT["silences"](cast, n).agree(by=cast.lena, contact=cast.clara, how="paper")
    return Wait.objects.get(readback=OF_A_CLIENT["readbacks"](cast, n))


OF_A_CLIENT: dict[str, Maker] = {
    "clients": lambda cast, n: Client.objects.add(
        by=cast.lena, name=f"Client {n}", owner=cast.lena, team=cast.lena.team, visibility="team"
    ),
    "contacts": lambda cast, n: Contact.objects.add(by=cast.lena, name=f"Contact {n}", client=cast.qingchuan),
    "conversations": lambda cast, n: log(
        by=cast.lena, client=cast.qingchuan, kind="call", text=f"Said {n}", contacts=[cast.clara], direction="out"
    ),
    "meetings": lambda cast, n: plan_meeting(
        by=cast.lena,
        client=cast.qingchuan,
        title=f"例会{n}",
        lead=cast.lena,
        contacts=[cast.clara],
        staff=[cast.lena],
        starts_at=timezone.now() + timedelta(days=n),
    ),
    "projects": lambda cast, n: Project.objects.add(
        by=cast.lena, client=cast.qingchuan, lead=cast.lena, name=f"项目{n}"
    ),
    "phases": lambda cast, n: Phase.objects.add(by=cast.lena, project=_project(cast), title=f"阶段{n}", position=n),
    "milestones": lambda cast, n: Milestone.objects.add(
        by=cast.lena,
        project=_project(cast),
        title=f"里程碑{n}",
        owner=cast.lena,
        due_on=date(2026, 5, 3) + timedelta(days=n),
    ),
    "tasks": lambda cast, n: Task.objects.add(by=cast.lena, project=_project(cast), title=f"任务{n}", owner=cast.lena),
    "deliverables": lambda cast, n: Deliverable.objects.add(
        by=cast.lena, project=_project(cast), title=f"成果{n}", owner=cast.lena
    ),
    "requirements": lambda cast, n: Requirement.objects.add(
        by=cast.lena,
        client=cast.qingchuan,
        owner=cast.lena,
        statement=f"需求{n}",
        source_text="电话",
        contact=cast.clara,
    ),
    "hours": lambda cast, n: Hours.objects.add(
        by=cast.lena, project=_project(cast), person=cast.lena, on=date(2026, 5, 3), minutes=n + 1
    ),
    "rework": lambda cast, n: Rework.objects.add(
        by=cast.lena,
        requirement=OF_A_CLIENT["requirements"](cast, n),
        hours=OF_A_CLIENT["hours"](cast, n),
        note=f"返工{n}",
    ),
    "conflicts": lambda cast, n: _conflict(cast, n),
    "inquiries": lambda cast, n: Inquiry.objects.add(
        by=cast.lena,
        title=f"访谈{n}",
        guide=_guide(cast, n),
        client=cast.qingchuan,
        contact=cast.clara,
        owner=cast.lena,
    ),
    "tryouts": lambda cast, n: Tryout.objects.add(
        by=cast.lena,
        deliverable=_deliverable(cast),
        title=f"试用{n}",
        contact=cast.clara,
        owner=cast.lena,
        tasks="改约",
    ),
    "flows": lambda cast, n: Flow.objects.add(by=cast.lena, project=_project(cast), title=f"流程{n}"),
    "activities": lambda cast, n: Activity.objects.add(by=cast.lena, project=_project(cast), title=f"活动{n}"),
    "goals": lambda cast, n: Goal.objects.add(by=cast.lena, project=_project(cast), title=f"目标{n}"),
    "risks": lambda cast, n: Risk.objects.add(
        by=cast.lena, project=_project(cast), title=f"风险{n}", owner=cast.lena, impact=n % 5 + 1
    ),
    "ideas": lambda cast, n: Idea.objects.add(
        by=cast.lena, client=cast.qingchuan, title=f"主意{n}", person=cast.lena, owner=cast.lena, odd=n % 2 == 0
    ),
    "baselines": _frozen,
    "charters": _chartered,
    "iterations": _with_a_task,
    "checks": lambda cast, n: Check.objects.add(
        by=cast.lena, deliverable=_deliverable(cast), title=f"用例{n}", expected="如约"
    ),
    "defects": lambda cast, n: Defect.objects.add(
        by=cast.lena, deliverable=_deliverable(cast), title=f"缺陷{n}", owner=cast.lena
    ),
    "plans": lambda cast, n: Plan.objects.add(
        by=cast.lena, client=cast.qingchuan, owner=cast.lena, every=n + 1, about=f"Plan {n}"
    ),
    "purchases": lambda cast, n: Purchase.objects.add(
        by=cast.lena,
        client=cast.qingchuan,
        what=f"Bought {n}",
        happened_on=date(2026, 5, 3),
        currency="CNY",
        amount=Decimal(n),
    ),
    "approvals": _asked,
    "relations": lambda cast, n: Relation.objects.add(
        by=cast.lena,
        client=cast.qingchuan,
        kind="partner",
        other=Client.objects.add(
            by=cast.lena, name=f"Partner {n}", owner=cast.lena, team=cast.lena.team, visibility="team"
        ),
    ),
    "dates": lambda cast, n: ImportantDate.objects.add(
        by=cast.lena, client=cast.qingchuan, contact=cast.clara, what=f"纪念日{n}", month=8, day=n % 28 + 1
    ),
    "handovers": lambda cast, n: hand_over(cast.qingchuan, by=cast.lena, successor=cast.lena, text=f"交接{n}"),
    "rights": lambda cast, n: Right.objects.add(
        by=cast.lena, client=cast.qingchuan, contact=cast.clara, subject="other", words=f"事项{n}"
    ),
    "offerings": lambda cast, n: Offering.objects.add(by=cast.lena, client=cast.qingchuan, offer=_open_offer(cast, n)),
    "pains": lambda cast, n: PainPoint.objects.add(by=cast.lena, client=cast.qingchuan, statement=f"痛点{n}"),
    "promises": lambda cast, n: Promise.objects.add(
        by=cast.lena, client=cast.qingchuan, text=f"承诺{n}", contact=cast.clara, owner=cast.lena
    ),
    "expectations": lambda cast, n: Expectation.objects.add(
        by=cast.lena, client=cast.qingchuan, side="them", text=f"期望{n}", contact=cast.clara
    ),
    "decisions": lambda cast, n: Decision.objects.add(
        by=cast.lena, client=cast.qingchuan, side="them", question=f"问题{n}？", text=f"决定{n}", contact=cast.clara
    ),
    "clauses": lambda cast, n: Clause.objects.add(
        by=cast.lena, client=cast.qingchuan, aspect="term", text=f"条款{n}", number=f"{n}"
    ),
    "constraints": lambda cast, n: Constraint.objects.add(
        by=cast.lena, client=cast.qingchuan, side="them", aspect="budget", text=f"限制{n}"
    ),
    "contracts": lambda cast, n: Contract.objects.add(
        by=cast.lena,
        client=cast.qingchuan,
        contact=cast.clara,
        owner=cast.lena,
        title=f"合同{n}",
        starts_on=date(2026, 1, 1),
    ),
    "tradeoffs": lambda cast, n: Tradeoff.objects.add(
        by=cast.lena, client=cast.qingchuan, contact=cast.clara, owner=cast.lena, title=f"取舍{n}", because="人手有限"
    ),
    "payments": lambda cast, n: Instalment.objects.add(
        by=cast.lena,
        contract=OF_A_CLIENT["contracts"](cast, n),
        title=f"款项{n}",
        amount=Decimal(n + 1),
        currency="CNY",
        due_on=date(2026, 5, 3),
    ),
    "billings": lambda cast, n: Billing.objects.add(
        by=cast.lena, client=OF_A_CLIENT["clients"](cast, n), title=f"抬头{n}"
    ),
    "readbacks": lambda cast, n: read_back(
        [OF_A_CLIENT["promises"](cast, n)], by=cast.lena, contact=cast.clara, title=f"纪要{n}"
    )[0],
    "silences": lambda cast, n: SilenceRule.objects.add(
        by=cast.lena, client=cast.qingchuan, outcome="accepted", days=5 + n % 10, first_reminder=3, promises=True
    ),
    "waits": _waited,
    "todos": lambda cast, n: add_todo(cast.qingchuan, by=cast.lena, title=f"Do {n}", owner=cast.lena),
    "letters": lambda cast, n: write(
        by=cast.lena, to=f"clara{n}@qingchuan.example", about=cast.qingchuan, subject=f"Letter {n}", text=f"Letter {n}"
    ),
    "incoming": lambda cast, n: Incoming.objects.add(
        by=User.objects.system(),
        subject=f"来信{n}",
        sender=f"clara{n}@qingchuan.example",
        client=cast.qingchuan,
        sent_at=timezone.now(),
        message_id=f"<{n}@qingchuan.example>",
        state="aside",
    ),
    "files": lambda cast, n: Attachment.objects.attach(
        ContentFile(f"Said {n}".encode(), f"said-{n}.txt"), to=cast.qingchuan, by=cast.lena
    ),
}
OF_THE_COMPANY: dict[str, Maker] = {
    "segments": lambda cast, n: Segment.objects.add(by=cast.lena, name=f"Segment {n}", owner=cast.lena),
    "journeys": lambda cast, n: Journey.objects.add(by=cast.lena, name=f"旅程{n}", owner=cast.lena),
    "touchpoints": lambda cast, n: Touchpoint.objects.add(
        by=cast.lena, journey=_journey(cast), phase=f"阶段{n % 3}", name=f"触点{n}", owner=cast.lena
    ),
    "improvements": lambda cast, n: Improvement.objects.add(
        by=cast.lena, touchpoint=_touchpoint(cast), text=f"改进{n}", ground="figure", owner=cast.lena
    ),
    "offers": _offer,
    "guides": _guide,
    "delegations": _delegated,
    "people": lambda cast, n: User.objects.add(by=cast.ada, name=f"Person {n}", email=f"person{n}@zhike.example"),
    "absences": lambda cast, n: Absence.objects.add(
        by=cast.lena, person=cast.lena, deputy=cast.omar, starts_on=date(2030, 1, 1), ends_on=date(2030 + n, 1, 2)
    ),
    "teams": lambda cast, n: Team.objects.add(by=cast.ada, name=f"Team {n}"),
    "rates": lambda cast, n: Rate.objects.add(
        by=cast.ada, currency="EUR", day=date(2026, 1, 1) + timedelta(days=n), rate=Decimal("7.8")
    ),
    "calendars": lambda cast, n: Calendar.objects.add(by=cast.ada, name=f"Calendar {n}", zone="Asia/Shanghai"),
    "fields": lambda cast, n: FieldDefinition.objects.add(
        by=cast.ada, record_type="clients.client", key=f"key_{n}", label=f"Field {n}"
    ),
    "stages": lambda cast, n: Stage.objects.add(
        by=cast.mona, name=f"Stage {n}", entry={"field": "industry", "filled": True}
    ),
    "tiers": lambda cast, n: Tier.objects.add(
        by=cast.ada,
        name=f"Tier {n}",
        mark=f"T{n}",
        position=n,
        rule={"field": "city", "is": f"{n}"},
        contact_days=n + 1,
    ),
    "playbooks": lambda cast, n: Playbook.objects.add(
        by=cast.mona, name=f"Playbook {n}", keeper=cast.mona, lines=[Line(f"第{n}步").kept]
    ),
}


def _delivery(cast: Any, n: int) -> Any:
    webhook = OF_ONESELF["webhooks"](cast, n + 1_000)
    event = cast.qingchuan.amend(by=cast.lena, about=f"Said {n}")
    return Delivery.objects.create(
        webhook=webhook, event=event, kind=event.kind, record_type=event.record_type, record_id=event.record_id
    )


OF_ONESELF: dict[str, Maker] = {
    "webhooks": lambda cast, n: Webhook.objects.add(
        by=cast.lena, name=f"Webhook {n}", address=f"https://hooks.example/{n}"
    ),
    "deliveries": _delivery,
    "snippets": lambda cast, n: Snippet.objects.add(by=cast.lena, name=f"Snippet {n}", text_zh="{contact}，您好"),
    "tokens": lambda cast, n: Token.objects.issue(by=cast.lena, name=f"Token {n}", scopes=["read"])[0],
}
OF_WHO_LEADS: dict[str, Maker] = {
    "strategies": _strategy,
    "pay": lambda cast, n: Pay.objects.add(
        by=cast.ada, role=f"Role {n}", since=date(2026, 1, 1), cost=Decimal(n), currency="CNY"
    ),
}
HIDDEN_FROM_READERS = OF_ONESELF | OF_WHO_LEADS
MAKERS = OF_A_CLIENT | OF_THE_COMPANY | HIDDEN_FROM_READERS
