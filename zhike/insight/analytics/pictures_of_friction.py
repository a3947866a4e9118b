"""The picture of what makes the work hard."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from zhike.insight.analytics.asked import Asked
from zhike.insight.analytics.friction import friction, rubs
from zhike.insight.analytics.registry import Value, picture


@picture(
    "friction",
    label=_("What makes the work hard"),
    text=_("Tense talks, decisions taken back, expectations not met: counted from your own records."),
    along=pgettext_lazy("friction", "What happened"),
    more=friction,
)
def hard(asked: Asked) -> Iterator[Value]:
    for one in rubs():
        words = one.words(asked)
        number = asked.found(one.resource, **words).count()
        yield asked.value(one.label, pgettext("friction", "How often"), number, one.resource, **words)
