"""What was agreed with a client on a day, for programs and assistants: `/api/v1/clients/CL-12/agreed`."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import BadRequest
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhike.agreements.agreed_page import YEARS
from zhike.agreements.as_of import Standing, as_of, compared, end_of
from zhike.agreements.choices import OPEN, How, Kind, Side, Unit
from zhike.agreements.subjects import subject_of
from zhike.clients.rights.as_of import rights_as_of
from zhike.clients.rights.choices import Power, Subject
from zhike.core.resources.reader import Reader
from zhike.core.resources.readings import Word, reading
from zhike.core.resources.registry import resource_of

KINDS = ("promises", "expectations", "decisions", "clauses", "constraints")
Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
DAY: Schema = {"type": "string", "format": "date"}
NO_DAY: Schema = {"type": ["string", "null"], "format": "date"}
MOMENT: Schema = {"type": "string", "format": "date-time"}
DECIMAL: Schema = {"type": ["string", "null"]}


def one_of(choices: Any) -> Schema:
    return {"enum": [str(value) for value in choices]}


def made_of(members: dict[str, Schema]) -> Schema:
    """An object that has all of these and nothing else."""
    return {"type": "object", "properties": members, "required": [*members], "additionalProperties": False}


def or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


LINK = made_of({"reference": TEXT, "name": TEXT})
CONFIRMED = made_of({"by": LINK, "how": one_of(["", *How]), "at": MOMENT, "recorded_by": LINK})
SOURCE = made_of({"quote": TEXT, "text": TEXT, "url": TEXT})
STANDING = made_of(
    {
        "reference": TEXT, "url": TEXT, "kind": one_of(Kind), "side": one_of(Side), "subject": TEXT, "text": TEXT,
        "question": TEXT, "ours": or_null(LINK), "theirs": or_null(LINK), "due_on": NO_DAY,
        "due_time": {"type": ["string", "null"]}, "number": TEXT, "quantity": DECIMAL, "unit": one_of(["", *Unit]),
        "amount": DECIMAL, "currency": TEXT, "valid_from": DAY, "valid_until": NO_DAY, "state": one_of(OPEN),
        "state_on": DAY, "written_at": MOMENT, "written_by": or_null(LINK), "confirmed": or_null(CONFIRMED),
        "source": SOURCE,
    }
)  # fmt: skip
CHANGE = made_of(
    {"change": one_of(["new", "gone", "changed", "confirmed"]), "before": or_null(TEXT), "after": or_null(TEXT)}
)
ALL: Schema = {"type": "array", "items": STANDING}
RIGHT = made_of(
    {
        "reference": TEXT, "contact": LINK, "subject": one_of(Subject), "about": TEXT, "power": one_of(Power),
        "up_to": DECIMAL, "currency": TEXT, "since": NO_DAY, "until": NO_DAY,
    }
)  # fmt: skip
PEOPLE: Schema = {"type": "array", "items": RIGHT}
ANSWER = made_of(
    {
        "client": LINK, "on": DAY, "known": MOMENT, "data": ALL, "people": PEOPLE,
        "against": or_null(
            made_of({"on": DAY, "data": ALL, "people": PEOPLE, "changes": {"type": "array", "items": CHANGE}})
        ),
    }
)  # fmt: skip


@reading(
    "clients.client", "agreed", label=gettext_lazy("What was agreed on a day"), schema=ANSWER, tells=KINDS,
    about="What did we promise this client, what did they promise, what was decided and agreed: all that stood on a "
    "day, with who confirmed it, and who could decide for them. `known` asks what the books said by then, `against` "
    "compares with another day.",
    words=(
        Word("on", "The day that is asked about; today without it", DAY),
        Word("known", "By what was written down until this day or moment; now without it", TEXT),
        Word("against", "Another day to compare with: what is new, gone, changed or confirmed then", DAY),
    ),
)  # fmt: skip
def agreed(client: Any, reader: Reader, said: Mapping[str, str]) -> dict[str, Any]:
    """In nine queries at most, or sixteen with another day."""
    day = _day(said["on"]) if "on" in said else reader.today
    known = _moment(said["known"]) if "known" in said else reader.now
    standing = as_of(client, day, known)
    return {
        "client": named(client), "on": day, "known": known, "data": [told(one) for one in standing],
        "people": _people(client, day, known),
        "against": _against(client, standing, _day(said["against"]), known) if "against" in said else None,
    }  # fmt: skip


def _against(client: Any, standing: list[Standing], other: date, known: datetime) -> dict[str, Any]:
    later = as_of(client, other, known)
    changes = [
        {"change": pair.change, "before": _reference(pair.before), "after": _reference(pair.after)}
        for pair in compared(standing, later)
        if pair.change
    ]
    data = [told(one) for one in later]
    return {"on": other, "data": data, "people": _people(client, other, known), "changes": changes}


def _people(client: Any, day: date, known: datetime) -> list[dict[str, Any]]:
    """Who could decide what then, as `RIGHT` describes each."""
    same = ("reference", "subject", "about", "power", "up_to", "currency", "since", "until")
    return [
        {name: getattr(one, name) for name in same} | {"contact": named(one.contact)}
        for one in rights_as_of(client, day, known)
    ]


def told(standing: Standing) -> dict[str, Any]:
    """As `STANDING` describes it."""
    entry, resource = standing.entry, resource_of(standing.entry)
    same = (
        "reference", "kind", "side", "text", "question", "due_on", "due_time", "number", "quantity", "unit", "amount",
        "currency", "valid_from", "valid_until",
    )  # fmt: skip
    return {name: getattr(entry, name) for name in same} | {
        "url": resource.url("detail", entry) if resource else "",
        "subject": subject_of(entry),
        "ours": named(entry.person),
        "theirs": named(entry.contact),
        "state": standing.state,
        "state_on": standing.last.effective_on,
        "written_at": entry.created_at,
        "written_by": named(entry.created_by),
        "confirmed": _confirmed(standing.said) if standing.said else None,
        "source": _source(standing),
    }


def _source(standing: Standing) -> dict[str, str]:
    words, url = standing.origin or (standing.entry.source_text, "")
    return {"quote": standing.entry.quote, "text": words, "url": url}


def _confirmed(act: Any) -> dict[str, Any]:
    by = act.contact or act.person or act.recorded_by
    return {"by": named(by), "how": act.how, "at": act.recorded_at, "recorded_by": named(act.recorded_by)}


def named(record: Any) -> dict[str, str] | None:
    """As `LINK` describes it."""
    return {"reference": record.reference, "name": str(record)} if record else None


def _reference(standing: Standing | None) -> str | None:
    return standing.entry.reference if standing else None


def _day(said: str) -> date:
    try:
        day = parse_date(said)
    except ValueError:
        day = None
    if day is None or day.year not in YEARS:
        raise BadRequest(_("“%(said)s” is no day. Write it as 2026-05-03.") % {"said": said})
    return day


def _moment(said: str) -> datetime:
    """A moment as it is said, in the reader's zone unless it names one; of a day its end."""
    try:
        moment = parse_datetime(said.replace(" ", "+")) if len(said) > len("2026-05-03") else None
    except ValueError:
        moment = None
    if moment is None or moment.year not in YEARS:
        return end_of(_day(said))
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)
