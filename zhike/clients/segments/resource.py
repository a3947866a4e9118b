"""Segments, declared; and what they add to the list of clients."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.rules.pages import RuleFormPage
from zhike.clients.segments.forms import SegmentForm
from zhike.clients.segments.models import Membership, Segment, Visibility
from zhike.clients.segments.narrowing import by_segment
from zhike.clients.segments.pages import SegmentList, SegmentPage
from zhike.clients.segments.picking import picked_field
from zhike.core.pages.acting import Act, Offer, offer
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column, text
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import extend, register
from zhike.core.resources.resource import Resource, SearchText


def _name(segment: Any, _reader: Reader) -> str:
    return format_html('<a href="/segments/SE-{}/">{}</a>', segment.pk, segment)


def _rule(segment: Any, _reader: Reader) -> str:
    if segment.rule is None:
        return text(gettext("picked by hand"))
    return text(Segment._meta.get_field("rule").in_words(segment.rule))


def _members(segment: Any, reader: Reader) -> str:
    """Those that the reader sees; a list brings them for all its rows."""
    count = getattr(segment, "members_seen", None)
    if count is None:
        count = Membership.objects.visible_to(reader.user).present().filter(segment=segment).count()
    return format_html('<a href="/clients/?segment={}">{}</a>', segment.pk, count)


register(
    Resource(
        name="segments",
        model=Segment,
        form=SegmentForm,
        icon="filter",
        order="name",
        columns=(
            Column("name", _("Segment"), _name, needs=("name",), sort="name", wide=False),
            Column("members", _("Clients"), _members, number=True, wide=False),
            Column("rule", _("Rule"), _rule, needs=("rule",), cut=True),
            column(Segment, "owner"),
            column(Segment, "visibility", shown=False),
            column(Segment, "description", shown=False, edit=True),
        ),
        filters=(
            filters.person("owner", _("Owner")),
            filters.choice("visibility", _("Seen by"), Visibility.choices),
            filters.archived(),
        ),
        search=SearchText(names=("name",), body=("description",), person="owner"),
        pages={"list": SegmentList, "detail": SegmentPage, "add": RuleFormPage, "edit": RuleFormPage},
    )
)


def _segments(client: Any, reader: Reader) -> str:
    names = getattr(client, "segment_names", None)
    if names is None:
        names = _stays(reader).filter(client=client).values_list("segment__name", flat=True)
    return text(list(names))


def _stays(reader: Reader) -> Any:
    seen = Segment.objects.visible_to(reader.user).standing()
    return Membership.objects.present().filter(segment__in=seen).order_by("segment__name")


def _bring(reader: Reader) -> dict[str, Any]:
    return {"segment_names": ArraySubquery(_stays(reader).filter(client=OuterRef("pk")).values("segment__name"))}


def _pick(segment: Segment, by: Any) -> Act:
    return lambda client: segment.pick(by=by, clients=[client])


extend(
    "clients",
    filters=(by_segment("segment", _("Segment"), "pk"),),
    columns=(Column("segments", _("Segments"), _segments, shown=False, brings=_bring),),
)
offer("clients", Offer("segment", _("Put into a segment"), picked_field, _pick))
