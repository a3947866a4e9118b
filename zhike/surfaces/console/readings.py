"""What is owed to a client and by it, for programs and assistants: `/api/v1/clients/CL-12/owed`."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhike.core.pages.owed import Owed, Scope, owed
from zhike.core.resources.reader import Reader
from zhike.core.resources.readings import Word, reading

TEXT = {"type": "string"}
SIDE = {"enum": ["us", "them"]}
MEMBERS: dict[str, Any] = {
    "day": {"type": "string", "format": "date"}, "time": {"type": ["string", "null"]}, "late": {"type": "boolean"},
    "side": SIDE, "kind": TEXT, "reference": TEXT, "title": TEXT, "url": TEXT, "ours": TEXT, "theirs": TEXT,
}  # fmt: skip
ROW = {"type": "object", "properties": MEMBERS, "required": [*MEMBERS], "additionalProperties": False}
ANSWER = {"type": "object", "properties": {"data": {"type": "array", "items": ROW}}, "required": ["data"]}


@reading(
    "clients.client", "owed", label=gettext_lazy("What is owed"), schema=ANSWER,
    tells=(
        "promises", "expectations", "readbacks", "todos", "conversations", "decisions", "clauses", "constraints",
        "meetings", "projects", "milestones", "tasks", "risks", "defects", "deliverables", "contracts", "payments",
        "tradeoffs",
    ),
    about="Whatever is open with a date between us and this client, in both directions, by day: promises, "
    "to-dos, messages that wait for our answer, questions, confirmations.",
    words=(Word("side", "Only what we owe (us), or only what they owe (them)", SIDE),),
)  # fmt: skip
def owed_of_client(client: Any, reader: Reader, said: Mapping[str, str]) -> dict[str, Any]:
    side = said.get("side")
    if side not in (None, "us", "them"):
        raise BadRequest(_("Say “us” or “them”."))
    return {"data": [_told(one, reader) for one in owed(reader, Scope(client=client)) if side in (None, one.side)]}


def _told(one: Owed, reader: Reader) -> dict[str, Any]:
    return {
        "day": one.day, "time": one.at, "late": one.day < reader.today, "side": one.side, "kind": one.kind,
        "reference": one.reference, "title": one.title, "url": one.url, "theirs": one.other,
        "ours": reader.people.get(one.person or 0, ""),
    }  # fmt: skip
