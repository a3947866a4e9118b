"""How far each project is, in the list of projects: tasks done, what is late, and the milestone that comes next."""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from zhike.core.resources.columns import Column
from zhike.core.resources.reader import Reader
from zhike.core.ui.cells import nothing
from zhike.domains.projects.models.progress import next_milestone, progress


def _progress(project: Any, _reader: Reader) -> str:
    if not getattr(project, "task_count", 0):
        return nothing()
    done = gettext("%(done)s of %(all)s done") % {"done": project.done_count, "all": project.task_count}
    if project.ended_on or not project.late_count:
        return done
    late = ngettext("%(n)s late", "%(n)s late", project.late_count) % {"n": project.late_count}
    return format_html('{} · <span class="late">{}</span>', done, late)


def _next(project: Any, reader: Reader) -> str:
    if project.ended_on or not getattr(project, "next_number", None):
        return nothing()
    link = reader.link_to("projects.milestone", project.next_number, project.next_title)
    return format_html("{} {}", link, reader.day(project.next_due, late=True))


PROGRESS = (
    Column("progress", _("Tasks"), _progress, needs=("ended_on",), brings=lambda reader: progress(reader.today)),
    Column("next_milestone", _("Next milestone"), _next, needs=("ended_on",), brings=lambda _reader: next_milestone()),
)
