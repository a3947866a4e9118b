"""Two segments beside each other: whom they share, as far as the person sees."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.clients.segments.models import Segment
from zhike.clients.segments.seeing import members_of


@dataclass(frozen=True)
class Overlap:
    a: Segment
    b: Segment
    in_a: int
    in_b: int
    both: int

    @property
    def only_a(self) -> int:
        return self.in_a - self.both

    @property
    def only_b(self) -> int:
        return self.in_b - self.both


def overlap(a: Segment, b: Segment, user: Any) -> Overlap:
    first, second = members_of(a, user), members_of(b, user)
    both = first.filter(client__in=second.values("client"))
    return Overlap(a, b, first.count(), second.count(), both.count())


class CompareForm(forms.Form):
    """Offers what the person sees."""

    a = forms.ModelChoiceField(Segment.objects.none(), label=_("Segment"), empty_label="—")
    b = forms.ModelChoiceField(Segment.objects.none(), label=_("Compared with"), empty_label="—")

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            offered: Any = field
            offered.queryset = Segment.objects.visible_to(by).standing().order_by("name")
