"""Where they stand, in the client's dossier."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhike.clients.dossier.chapters import chapter
from zhike.core.documents.sections import Section, facts
from zhike.core.resources.reader import Reader
from zhike.core.ui.dates import dated_words


@chapter(11)
def stage(client: Any, reader: Reader) -> Section | None:
    """Among the facts of who they are."""
    if client.stage_id is None or client.stage_since is None:
        return None
    days = (reader.now - client.stage_since).days
    since = ngettext("since %(day)s, %(days)d day", "since %(day)s, %(days)d days", days)
    told = since % {"day": dated_words(client.stage_since), "days": days}
    return facts(_("Who they are"), [(_("Stage"), f"{client.stage.name}, {told}")])
