"""What a client wants, as far as it has come, for the pages that axe looks at."""

from django.core.files.base import ContentFile
from django.utils import timezone

from tests.cast import Cast
from zhike.clients.models import Contact
from zhike.core.access.models import User
from zhike.core.files.models import Attachment
from zhike.core.timeline.delivery import deliver_all
from zhike.domains.projects.models import Deliverable, Hours, Phase, Project
from zhike.domains.projects.tests.conftest import PNG
from zhike.domains.requirements.by_link import ByLink
from zhike.domains.requirements.flows.models import Flow
from zhike.domains.requirements.inquiries.models import Guide, Inquiry
from zhike.domains.requirements.inquiries.views import ANSWERS
from zhike.domains.requirements.models import Activity, Conflict, Requirement
from zhike.domains.requirements.rework.models import Rework
from zhike.domains.requirements.tryouts.models import Tryout
from zhike.domains.requirements.tryouts.views import TRYING


def want_things(cast: Cast) -> dict[str, str]:
    """Something unclear, something before the client, something agreed and put anew, a no with another way."""
    by = cast.lena
    project = Project.objects.add(by=by, client=cast.qingchuan, lead=by, name="导视系统")
    phase = Phase.objects.add(by=by, project=project, title="样牌", position=1)
    said = {
        "by": by, "client": cast.qingchuan, "owner": by, "contact": cast.clara, "source_text": "电话",
        "project": project,
    }  # fmt: skip
    unclear = Requirement.objects.add(
        **said,
        statement="导视牌尽快做得大气一些，if possible soon",
        why="老人家找不到诊室",
        phase=phase,
        quote="要大气",
    )
    asked, agreed, declined = (
        Requirement.objects.add(**said, statement=one, kind="must")
        for one in ("每层放导视牌", "字要大", "放一只会说话的虚拟宠物")
    )
    for one, wording in ((asked, "每层电梯口放一块导视牌"), (agreed, "正文字号不小于 18")):
        one.analyse(by=by, wording=wording, measure="一块")
        one.ask(by=by)
    agreed.entry.confirm(by=by, contact=cast.clara, how="call")
    deliver_all()
    agreed.refresh_from_db()
    agreed.reword(by=by, wording="正文字号不小于 20", reason="试用时看不清")
    agreed.add_path(by=by, way="换一套字库", days=3, cost=2_000, currency="CNY", people="一名设计")
    agreed.judge(by=by, verdict="if", reason="字库要先买授权", path=agreed.paths.get())
    agreed.add_evidence(by=by, kind="rival", said="同城医院都用 20 号字", who="某三甲", url="https://example.com/a")
    unclear.rate(by=by, kind="must", reason="投诉最多")
    nurse = Contact.objects.add(by=by, name="吴予宁", client=cast.qingchuan)
    Requirement.objects.add(**said | {"contact": nurse}, statement="每层电梯口放三块导视牌")
    deliver_all()
    conflict = Conflict.objects.get()
    conflict.put(by=by, decider=cast.clara, holds=conflict.one)
    find = Activity.objects.add(by=by, project=project, title="找诊室", note="老人家，一个人来")
    Activity.objects.add(by=by, project=project, title="缴费")
    asked.move(by=by, activity=find, phase=phase)
    flow = Flow.objects.add(by=by, project=project, title="到院找诊室", note="一个人来的老人")
    flow.add_node(by=by, text="走进大厅", shape="start")
    flow.add_node(by=by, text="看得清导视牌吗？", shape="decision", after=flow.nodes.get(), requirement=asked)
    flow.add_node(by=by, text="上电梯", shape="end", after=flow.nodes.get(row=1), words="看得清")
    flow.add_node(by=by, text="问导诊台", after=flow.nodes.get(row=1), words="看不清")
    flow.join(by=by, before=flow.nodes.get(column=1), after=flow.nodes.get(column=0, row=0), words="再看")
    guide = Guide.objects.add(
        by=by, name="第一次访谈", questions="What takes most time?\nHow often? | daily | weekly",
        questions_zh="什么最花时间？\n多久一次？ | 每天 | 每周",
    )  # fmt: skip
    inquiry = Inquiry.objects.add(
        by=by, title="护士站访谈", guide=guide, client=cast.qingchuan, contact=cast.clara, owner=by, project=project,
        source_text="电话",
    )  # fmt: skip
    inquiry.note(by=by, answer=inquiry.answers.first(), text="每天被问路")
    board = Deliverable.objects.add(by=by, project=project, title="样牌", owner=by)
    board.hand_in(by=by, file=Attachment.objects.attach(ContentFile(PNG, "样牌.png"), to=board, by=by))
    tryout = Tryout.objects.add(
        by=by, deliverable=board, title="找诊室", contact=cast.clara, owner=by, tasks="找到眼科\n回到大厅\n问路"
    )
    tryout.point(by=by, errand=tryout.errands.first(), text="以为在这里", x=20, y=30)
    for errand, went in zip(tryout.errands.all(), ("alone", "failed"), strict=False):
        tryout.note(by=by, errand=errand, went=went, reaction="箭头看不懂")
    tryout.find_wrong(by=by, errand=tryout.errands.get(place=2), title="箭头方向反了", severity=2)
    declined.decline(by=by, reason="三个月做不完", instead="先放语音播报\n明年再看宠物")
    where = {"unclear": unclear, "asked": asked, "agreed": agreed, "declined": declined}
    return {
        **{f"requirement, {name}": f"/requirements/{one.reference}/" for name, one in where.items()},
        **work_again(cast, unclear),
        "conflict": f"/conflicts/{conflict.reference}/", "conflicts": "/conflicts/",
        "put a conflict": f"/conflicts/{conflict.reference}/step/put/",
        "requirements": "/requirements/", "board of requirements": "/requirements/board/",
        "new requirement": f"/requirements/new/?client={cast.qingchuan.pk}",
        "rank requirements": f"/projects/{project.reference}/ranking/",
        "rate a requirement": f"/requirements/{unclear.reference}/step/rate/",
        "decline a requirement": f"/requirements/{asked.reference}/step/decline/",
        "client, requirements": f"/clients/{cast.qingchuan.reference}/?tab=requirements",
        "story map": f"/projects/{project.reference}/map/", "activity": f"/activities/{find.reference}/",
        "move on the story map": f"/requirements/{asked.reference}/step/move/",
        "flow": f"/flows/{flow.reference}/", "flows": "/flows/", "new flow": f"/flows/new/?project={project.pk}",
        "change a step of a flow": f"/flows/{flow.reference}/step/change_node/?node={flow.nodes.first().pk}",
        "guides": "/guides/", "guide": f"/guides/{guide.reference}/", "new guide": "/guides/new/",
        "inquiries": "/inquiries/", "inquiry": f"/inquiries/{inquiry.reference}/",
        "ask by link": f"/inquiries/{inquiry.reference}/link/", "questions to answer": _path(ANSWERS, inquiry, by),
        "new inquiry": f"/inquiries/new/?client={cast.qingchuan.pk}",
        "a requirement of an answer": f"/inquiries/{inquiry.reference}/step/become/",
        "tryouts": "/tryouts/", "tryout": f"/tryouts/{tryout.reference}/", "new tryout": "/tryouts/new/",
        "a prototype to try": _path(TRYING, tryout, by),
        "note how it went": f"/tryouts/{tryout.reference}/step/note/",
        "requirements of a project": f"/projects/{project.reference}/",
        "a phase that waits": f"/phases/{phase.reference}/",
    }  # fmt: skip


def _path(by_link: ByLink, record: Inquiry | Tryout, by: User) -> str:
    address = by_link.issue(record, by=by, note="十分钟就够")
    return address[address.index("/l/") :]


def work_again(cast: Cast, unclear: Requirement) -> dict[str, str]:
    """Hours that were worked again, since it had left something open."""
    by = cast.lena
    hours = Hours.objects.add(by=by, project=unclear.project, person=by, on=timezone.localdate(), minutes=90)
    made = Rework.objects.add(by=by, requirement=unclear, hours=hours, note="“大气”先做成了金色，又改回来")
    return {
        "rework": "/rework/", "one rework": f"/rework/{made.reference}/",
        "hours of rework": f"/hours/{hours.reference}/", "note rework": f"/rework/new/?requirement={unclear.pk}",
    }  # fmt: skip
