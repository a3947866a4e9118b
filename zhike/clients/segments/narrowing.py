"""Lists narrowed to the clients of a segment."""

from django.db.models import Q
from django.utils.functional import Promise

from zhike.clients.segments.models import Membership, Segment
from zhike.clients.segments.seeing import segments_of
from zhike.core.resources.filters import Filter
from zhike.core.resources.reader import Reader


def by_segment(name: str, label: str | Promise, path: str) -> Filter:
    """Those whose client, which stands under `path`, is in any of the segments, as far as the reader sees them."""

    def condition(values: list[str], reader: Reader) -> Q:
        wanted = [int(value) for value in values if value.isdecimal() and len(value) < 19]
        seen = Segment.objects.visible_to(reader.user).filter(pk__in=wanted)
        return Q(**{f"{path}__in": Membership.objects.present().filter(segment__in=seen).values("client")})

    def options(reader: Reader) -> list[tuple[str, str]]:
        return [(str(pk), said) for pk, said in segments_of(reader.user.pk)]

    return Filter(name, label, condition, options)
