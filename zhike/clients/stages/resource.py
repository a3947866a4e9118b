"""Stages, declared; and what the list and the board of clients show of them."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.rules.pages import RuleFormPage
from zhike.clients.stages.figures import longer_than_usual
from zhike.clients.stages.forms import StageForm
from zhike.clients.stages.models import Kind, Stage
from zhike.clients.stages.pages import ClientBoard, StagePage, StagesPage
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.filters import Filter
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import climb, extend, register
from zhike.core.resources.resource import Resource, SearchText
from zhike.core.ui.cells import badge, nothing


def _name(stage: Any, reader: Reader) -> str:
    return reader.link(stage)


def _stage(client: Any, _reader: Reader) -> str:
    return badge(str(client.stage), client.stage.signal) if client.stage_id else nothing()


def _since(client: Any, reader: Reader) -> str:
    return reader.ago(client.stage_since)


def _in_stage(values: list[str], _reader: Reader) -> Q:
    found = Q(stage__in=[int(value) for value in values if value.isdecimal() and len(value) < 19])
    return found | Q(stage=None) if "none" in values else found


def _stages(_reader: Reader) -> list[tuple[str, str]]:
    offered = [(str(stage.pk), str(stage)) for stage in Stage.objects.in_order()]
    return [*offered, ("none", pgettext("stage", "None"))]


def _longer(values: list[str], _reader: Reader) -> Q:
    return longer_than_usual() if "yes" in values else Q()


register(
    Resource(
        name="stages",
        model=Stage,
        form=StageForm,
        icon="board",
        order="place",
        columns=(
            Column("name", _("Stage"), _name, needs=("name", "name_zh"), sort="name", wide=False),
            column(Stage, "kind"),
            column(Stage, "usual_days", number=True),
            column(Stage, "playbook"),
            column(Stage, "place", shown=False),
        ),
        filters=(filters.choice("kind", _("Kind"), Kind.choices), filters.archived()),
        search=SearchText(names=("name", "name_zh"), body=("about",)),
        pages={"list": StagesPage, "detail": StagePage, "add": RuleFormPage, "edit": RuleFormPage, "board": None},
        menu=False,
    )
)
SHOWN = ("stage_id", "stage__name", "stage__name_zh", "stage__kind")
STAGE = Column("stage", _("Stage"), _stage, needs=SHOWN, sort="stage__place", joins=("stage",))
SINCE = Column("stage_since", _("In this stage"), _since, needs=("stage_since",), sort="stage_since", shown=False)
extend(
    "clients",
    board="stage",
    columns=(STAGE, SINCE),
    filters=(
        Filter("stage", _("Stage"), _in_stage, _stages),
        Filter(
            "stage_over",
            _("Longer than usual"),
            _longer,
            lambda _r: [("yes", gettext("longer in its stage than usual"))],
        ),
        filters.when("stage_since", _("In this stage since"), moment=True),
    ),
)
climb("clients", board=ClientBoard)
