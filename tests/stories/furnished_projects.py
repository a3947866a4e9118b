"""A project at work for the pages that axe looks at."""

from datetime import timedelta
from decimal import Decimal

from django.core.files.base import ContentFile
from django.utils import timezone

from tests.cast import Cast
from zhike.agreements.models import Decision
from zhike.core.files.models import Attachment
from zhike.domains.projects.baselines.charters.models import Charter
from zhike.domains.projects.baselines.models import Baseline
from zhike.domains.projects.iterations.models import Iteration
from zhike.domains.projects.models import Deliverable, Goal, Hours, Milestone, Pay, Phase, Project, Task
from zhike.domains.projects.quality.models import Check, Defect
from zhike.domains.projects.risks.models import Risk
from zhike.domains.projects.tests.conftest import PNG

PLAN = """\
Issue key,Summary,Issue Type,Status,Assignee,Due date,Sprint,Labels
WEB-1,画草图,Story,Done,Lena 林娜,2026-11-20,一期,红
WEB-2,搭页面,Story,To Do,Nobody Known,2026-11-27,一期,
"""


def work_on_a_site(cast: Cast) -> dict[str, str]:
    """Something late, something that waits for the client, a day that moved, a version with a pin."""
    by, today = cast.lena, timezone.localdate()
    project = Project.objects.add(
        by=by, client=cast.qingchuan, lead=by, name="官网改版", why="老人也能自己挂号", scope="首页\n挂号页",
        excluded="医保结算", starts_on=today, ends_on=today + timedelta(days=40), budget=120_000, currency="CNY",
    )  # fmt: skip
    said = {"by": by, "project": project}
    phase = Phase.objects.add(**said, title="设计", position=1, starts_on=today, ends_on=today + timedelta(days=9))
    asked = Decision.objects.add(by=by, client=cast.qingchuan, side="them", question="几种字号？", text="两种字号")
    phase.require(by=by, entry=asked)
    goal = Goal.objects.add(**said, title="更快挂号", measure="用时", baseline="4 分钟", target="2 分钟")
    milestone = Milestone.objects.add(**said, title="第一版上线", phase=phase, owner=by, due_on=today)
    milestone.move(by=by, due_on=today + timedelta(days=7), reason="测试账号晚了一周")
    late = Task.objects.add(**said, title="画草图", owner=by, due_on=today - timedelta(days=2), phase=phase)
    waiting = Task.objects.add(**said, title="导视图标", owner=by, due_on=today, milestone=milestone)
    waiting.follow(by=by, before=late, lag=1)
    waiting.wait(by=by, contact=cast.clara, what="院徽的矢量图")
    project.agree(by=by)
    project.start(by=by)
    Pay.objects.add(by=cast.mona, role="设计", since=today - timedelta(days=90), cost=Decimal(180), currency="CNY")
    hours = Hours.objects.add(**said, task=late, person=by, on=today, minutes=150, role="设计", note="两种字号")
    page = Deliverable.objects.add(**said, title="首页设计稿", owner=by, criteria="字号不小于 18")
    for number in (1, 2):
        file = Attachment.objects.attach(ContentFile(PNG, f"v{number}.png"), to=page, by=by)
        page.hand_in(by=by, file=file, note="字号加大")
        page.pin(by=by, x=30, y=40, text="这里太挤", contact=cast.clara)
        if number == 1:
            page.want_change(by=by, contact=cast.clara, words="再大一点")
    page.settle(by=by, pins=page.pins.all()[:1])
    page.write_twin(by=by, of="title", twin="Design of the home page")
    page.write_twin(by=by, of="criteria", twin="Type no smaller than 16", prevails="zh")
    notice = Deliverable.objects.add(**said, title="挂号须知", owner=by)
    for text in ("每人每天限挂两个号\n退号请提前一天\n", "请带身份证\n每人每天限挂两个号\n"):
        file = Attachment.objects.attach(ContentFile(text.encode(), "须知.txt"), to=notice, by=by)
        notice.hand_in(by=by, file=file)
        notice.pin(by=by, line=1, passage=text.splitlines()[0], text="为什么？", contact=cast.clara)
    charter = Charter.objects.add(by=by, project=project, people=[cast.clara])
    first = Baseline.objects.add(by=by, project=project)
    first.note_confirmed(by=by, contact=cast.clara, how="meeting")
    milestone.move(by=by, due_on=today + timedelta(days=12), reason="院方推迟")
    second = Baseline.objects.add(by=by, project=project, reason="院方推迟")
    risks = fear(cast, project) | try_out(cast, page) | go_in_stretches(cast, project)
    plan = Attachment.objects.attach(ContentFile(PLAN.encode(), "jira.csv"), to=project, by=by)
    where = {
        "project": project, "task": waiting, "milestone": milestone, "phase": phase, "goal": goal, "deliverable": page,
    }  # fmt: skip
    return {
        **{name: f"/{name}s/{one.reference}/" for name, one in where.items()},
        "projects": "/projects/", "new project": f"/projects/new/?client={cast.qingchuan.pk}", "tasks": "/tasks/",
        "board of tasks": f"/tasks/board/?project={project.pk}", "new goal": f"/goals/new/?project={project.pk}",
        "texts in two languages": f"/twins/{page.reference}/",
        "deliverable, text": f"/deliverables/{notice.reference}/",
        "texts side by side": f"/deliverables/{notice.reference}/versions/",
        "show a deliverable": f"/deliverables/{page.reference}/show/",
        "versions side by side": f"/deliverables/{page.reference}/versions/",
        "move a milestone": f"/milestones/{milestone.reference}/step/move/",
        "what if": f"/projects/{project.reference}/what-if/?days=5",
        "plan over time": f"/projects/{project.reference}/time/", "my week": "/hours/week/",
        "project after this one": f"/projects/{project.reference}/clone/",
        "booked hours": f"/hours/{hours.reference}/", "list of hours": "/hours/",
        "forecast": f"/projects/{project.reference}/forecast/",
        "plan from a file": f"/projects/{project.reference}/plan-from-file/",
        "what a file would bring": f"/projects/{project.reference}/plan-from-file/{plan.reference}/",
        "client, projects": f"/clients/{cast.qingchuan.reference}/?tab=projects", **risks,
        "baselines": "/baselines/", "baseline": f"/baselines/{second.reference}/",
        "freeze the plan": f"/baselines/new/?project={project.pk}",
        "plan against actual": f"/projects/{project.reference}/drift/?baseline=1",
        "charters": "/charters/", "charter": f"/charters/{charter.reference}/",
        "write a charter": f"/charters/new/?project={project.pk}",
        "ask to confirm a charter": f"/charters/{charter.reference}/ask/",
        "ask to confirm a plan": f"/baselines/{second.reference}/ask/",
    }  # fmt: skip


def go_in_stretches(cast: Cast, project: Project) -> dict[str, str]:
    """One that was looked back on with the client, one that has more hours than the team."""
    by, today = cast.lena, timezone.localdate()
    said = {"by": by, "project": project, "starts_on": today, "ends_on": today + timedelta(days=13)}
    tasks = [
        Task.objects.add(by=by, project=project, title=title, owner=by, due_on=today, hours=30)
        for title in ("挂号页", "缴费页", "问诊页")
    ]
    first = Iteration.objects.add(**said, title="迭代 1", goal="老人能自己挂上号")
    first.take(by=by, task=tasks[0])
    first.begin(by=by)
    first.take(by=by, task=tasks[1])
    project.milestones.earliest("pk").move(by=by, due_on=today + timedelta(days=12), reason="院方推迟")
    tasks[0].finish(by=by)
    first.look_back(by=by, outcome="挂号页能用了", attended=cast.clara)
    second = Iteration.objects.get(project=project, number=2)
    second.amend(by=by, hours=20)
    return {
        "iterations": "/iterations/", "looked back on": f"/iterations/{first.reference}/",
        "iteration": f"/iterations/{second.reference}/", "new iteration": f"/iterations/new/?project={project.pk}",
        "ask to accept": f"/iterations/{first.reference}/ask/",
    }  # fmt: skip


def fear(cast: Cast, project: Project) -> dict[str, str]:
    """A risk that was told and chosen about, one that happened, and a problem without a way out."""
    said = {"by": cast.lena, "project": project, "owner": cast.lena, "due_on": timezone.localdate()}
    told = Risk.objects.add(
        **said, title="号源接口晚到", cause="分院没给文档", effect="试点推迟", likelihood=4, impact=5
    )
    for words, amount, days in (("先上总院", 0, 0), ("加一人联调", 12_000, -3)):
        told.add_option(by=cast.lena, words=words, amount=amount, currency="CNY", days=days)
    told.tell(by=cast.lena, contact=cast.clara, channel="wechat")
    told.choose(by=cast.lena, option=told.options.first(), contact=cast.clara, how="chat")
    happened = Risk.objects.add(**said, title="测试账号晚一周", response="accept", plan="先用自己的账号")
    happened.happen(by=cast.lena, words="晚了九天")
    return {
        "risks": "/risks/", "risk": f"/risks/{told.reference}/", "problem": f"/risks/{happened.problem.reference}/",
        "new risk": f"/risks/new/?project={project.pk}", "matrix of risks": f"/projects/{project.reference}/risks/",
        "tell of a risk": f"/risks/{told.reference}/tell/",
        "add an option": f"/risks/{told.reference}/step/add_option/",
    }  # fmt: skip


def try_out(cast: Cast, page: Deliverable) -> dict[str, str]:
    """A check that fails, one that nobody tried, and two defects, one of them fixed."""
    said = {"by": cast.lena, "deliverable": page}
    check = Check.objects.add(**said, title="三步之内完成", steps="打开短信\n点授权", expected="第三屏出现预约号")
    check.fail_it(by=cast.lena, note="走了五步")
    Check.objects.add(**said, title="读屏能念出每个按钮", expected="每个都念出名字")
    defect = Defect.objects.add(
        **said, title="验证码收不到", severity=3, owner=cast.lena, source=check, text="只在晚上"
    )
    Defect.objects.add(**said, title="标题字号偏小", owner=cast.lena, contact=cast.clara).fix(by=cast.lena)
    return {
        "test cases": "/checks/", "test case": f"/checks/{check.reference}/", "defects": "/defects/",
        "defect": f"/defects/{defect.reference}/", "new defect": f"/defects/new/?deliverable={page.pk}",
        "quality of a project": f"/projects/{page.project.reference}/quality/",
        "a check fails": f"/checks/{check.reference}/step/fail_it/",
    }  # fmt: skip
