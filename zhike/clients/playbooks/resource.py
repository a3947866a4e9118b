"""Playbooks, declared."""

from typing import Any

from django.db.models import Count, Q
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from zhike.clients.models import Client
from zhike.clients.playbooks.forms import PlaybookForm
from zhike.clients.playbooks.models import Playbook, Run
from zhike.core.pages.detail import DetailPage
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText

RUNS_SHOWN = 12


def _name(playbook: Any, reader: Reader) -> str:
    return reader.link(playbook)


def _count(playbook: Any, _reader: Reader) -> str:
    return escape(len(playbook.lines))


class PlaybookPage(DetailPage):
    def context(self, record: Playbook) -> dict[str, Any]:
        seen = Run.objects.filter(client__in=Client.objects.visible_to(self.request.user), playbook=record)
        latest = seen.with_progress().select_related("client").order_by("-started_at")
        counts = seen.aggregate(all=Count("pk"), running=Count("pk", filter=Q(ended_at=None)))
        return super().context(record) | {"lines": self._lines(record), "runs": latest[:RUNS_SHOWN], "counts": counts}

    def _lines(self, record: Playbook) -> list[dict[str, Any]]:
        names = Reader(self.request.user).people
        return [
            {"line": line, "person": names.get(int(line.who), "") if line.who.isdecimal() else ""}
            for line in record.each_line()
        ]


register(
    Resource(
        name="playbooks",
        model=Playbook,
        form=PlaybookForm,
        icon="list",
        order="name",
        columns=(
            Column("name", _("Playbook"), _name, needs=("name",), sort="name", wide=False),
            Column("lines", _("To-dos"), _count, needs=("lines",), number=True),
            column(Playbook, "keeper", edit=True),
            column(Playbook, "about", edit=True, cut=True),
            column(Playbook, "withdraws", label=_("Withdraws"), shown=False),
        ),
        filters=(filters.person("keeper", _("Keeper")), filters.archived()),
        search=SearchText(names=("name",), body=("about",)),
        pages={"detail": PlaybookPage, "board": None},
        menu=False,
    )
)
