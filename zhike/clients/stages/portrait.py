"""Where they stand, in the client's portrait."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.portrait.kinds import Fact, known, since
from zhike.clients.stages.models import Stay
from zhike.core.resources.reader import Reader


@known(12, _("Where they stand"))
def stage(client: Any, reader: Reader) -> Iterator[Fact]:
    stays = Stay.objects.filter(client=client, left_at=None).select_related("stage")
    for stay in stays:
        source = gettext("By its entry rule") if stay.rule else reader.people.get(stay.by_id, "")
        yield Fact(gettext("Stage"), reader.link(stay.stage), since(source, stay.entered_at, reader))
