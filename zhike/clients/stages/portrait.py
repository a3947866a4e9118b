"""Where they stand, in the client's portrait."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.portrait.kinds import Fact, known
from zhike.clients.stages.models import Stay
from zhike.core.resources.reader import Reader


@known(12, _("Where they stand"))
def stage(client: Any, reader: Reader) -> Iterator[Fact]:
    stays = Stay.objects.filter(client=client, left_at=None).select_related("stage")
    for stay in stays:
        source = gettext("By its entry rule") if stay.rule else reader.people.get(stay.by_id, "")
        day = timezone.localdate(stay.entered_at)
        yield Fact(gettext("Stage"), reader.link(stay.stage), source, day)
