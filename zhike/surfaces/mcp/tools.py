"""What an assistant can do, made from the registry: as much as its token may."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from zhike.core.access.areas import is_off
from zhike.core.resources.readings import Reading, all_readings
from zhike.core.resources.registry import RESOURCES, resource_of
from zhike.surfaces.api.openapi import document
from zhike.surfaces.mcp.asking import Asker, Said

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
OBJECT: Schema = {"type": "object"}
REFERENCE: Schema = {"type": "string", "description": "Such as CL-12"}
VERSION: Schema = {"type": "integer", "description": "The version that was read"}
VALUES: Schema = {"type": "object", "description": "By name of field, as `describe` tells them"}


@dataclass(frozen=True)
class Tool:
    """`takes` are its inputs, those of `needs` always; `act` gives the API's answer to them. It is offered to tokens
    that reach every kind in `tells`; `of_all_kinds` to those that reach whatever there is, as the API asks.
    """

    name: str
    about: str
    takes: dict[str, Schema]
    needs: tuple[str, ...]
    act: Callable[[Asker, dict[str, Any]], Said]
    writes: bool = False
    tells: tuple[str, ...] = ()
    of_all_kinds: bool = False

    def schema(self, kinds: list[str]) -> Schema:
        """What it takes; `kinds` are the kinds of record that the token reaches."""
        members = {name: one | ({"enum": kinds} if name == "kind" else {}) for name, one in self.takes.items()}
        return {
            "type": "object", "properties": members, "required": list(self.needs), "additionalProperties": False
        }  # fmt: skip


def offered(scopes: list[str]) -> list[tuple[Tool, Schema]]:
    """The tools that a token with these scopes gets, with what they take. Who may not write sees nothing that does."""
    found: list[tuple[Tool, Schema]] = []
    for tool in (*TOOLS, *map(_of_reading, all_readings())):
        if any(tool.name == one.name for one, _schema in found):
            continue  # one reading of several kinds of record
        kinds = [name for name in RESOURCES if _reaches(scopes, name, writes=tool.writes)]
        reaches_all = not tool.of_all_kinds or {"read", "write"} & set(scopes)
        if kinds and reaches_all and all(name in kinds for name in tool.tells):
            found.append((tool, tool.schema(kinds)))
    return found


def _reaches(scopes: list[str], name: str, *, writes: bool) -> bool:
    """Whether it may be read, or written, with these scopes; nothing of an area that is switched off."""
    if is_off(RESOURCES[name].model.__module__):
        return False
    verbs = ("write",) if writes else ("read", "write")
    return any(said in scopes for verb in verbs for said in (verb, f"{name}:{verb}"))


def _search(asker: Asker, said: dict[str, Any]) -> Said:
    return asker.ask("GET", "search", said)


def _describe(asker: Asker, said: dict[str, Any]) -> Said:
    """Of one kind: what a record tells, what may be written, how the list is narrowed, which steps there are."""
    name, told = str(said["kind"]), document()
    if name not in RESOURCES or is_off(RESOURCES[name].model.__module__):
        return asker.ask("GET", quote(name, safe=""))
    steps = {step: told["paths"][f"/api/v1/{name}/{{reference}}/{step}"]["post"] for step in RESOURCES[name].steps}
    words = told["paths"][f"/api/v1/{name}"]["get"]["parameters"]
    body = {
        "record": told["components"]["schemas"][name],
        "values": told["components"]["schemas"][f"{name}.values"],
        "filters": {one["name"]: one["description"] for one in words},
        "steps": {step: _asks(one) for step, one in steps.items()},
    }
    return Said(200, body, {})


def _asks(step: dict[str, Any]) -> dict[str, Any]:
    return {"label": step["summary"], "values": step["requestBody"]["content"]["application/json"]["schema"]}


def _list(asker: Asker, said: dict[str, Any]) -> Said:
    words = {name: value for name, value in said.items() if name not in ("kind", "filters")}
    return asker.ask("GET", quote(str(said["kind"]), safe=""), said.get("filters", {}) | words)


def _read(asker: Asker, said: dict[str, Any]) -> Said:
    return asker.ask("GET", _place(said))


def _timeline(asker: Asker, said: dict[str, Any]) -> Said:
    words = {"before": said["before"]} if "before" in said else {}
    return asker.ask("GET", f"{_place(said)}/timeline", words)


def _of_reading(reading: Reading) -> Tool:
    """What an area lets be read of a record."""
    takes = {word.name: word.schema | {"description": word.about} for word in reading.words}

    def act(asker: Asker, said: dict[str, Any]) -> Said:
        words = {name: value for name, value in said.items() if name in takes}
        return asker.ask("GET", f"{_place(said)}/{reading.name}", words)

    of = resource_of(reading.record_type)
    tells = (*((of.name,) if of else ()), *reading.tells)
    return Tool(reading.name, reading.about, {"reference": REFERENCE, **takes}, ("reference",), act, tells=tells)


def _add(asker: Asker, said: dict[str, Any]) -> Said:
    return asker.ask("POST", quote(str(said["kind"]), safe=""), body=said["values"])


def _amend(asker: Asker, said: dict[str, Any]) -> Said:
    return asker.ask("PATCH", _place(said), body=said["values"], match=f'"{said["version"]}"')


def _step(asker: Asker, said: dict[str, Any]) -> Said:
    match = f'"{said["version"]}"' if "version" in said else ""
    place = f"{_place(said)}/{quote(str(said['step']), safe='')}"
    return asker.ask("POST", place, body=said.get("values", {}), match=match)


def _place(said: dict[str, Any]) -> str:
    """Where a record is, by its reference alone; what is no reference is nowhere."""
    reference = str(said["reference"]).strip()
    prefix = reference.upper().rpartition("-")[0]
    name = next((name for name, one in RESOURCES.items() if one.model.prefix == prefix), "nowhere")
    return f"{name}/{quote(reference, safe='')}"


TOOLS = (
    Tool("search", "Search in everything: names, texts, telephone numbers, references.",
         {"q": TEXT, "kind": TEXT}, ("q",), _search),
    Tool("describe", "What a kind of record tells and takes: its fields, filters and steps.",
         {"kind": TEXT}, ("kind",), _describe),
    Tool("list", "Records of one kind, narrowed by filters (see `describe`), a page at a time.",
         {"kind": TEXT, "q": TEXT, "filters": OBJECT, "sort": TEXT, "limit": {"type": "integer"}, "cursor": TEXT,
          "fields": TEXT}, ("kind",), _list),
    Tool("read", "One record.", {"reference": REFERENCE}, ("reference",), _read),
    Tool("timeline", "What happened to a record, newest first; of a client, everything.",
         {"reference": REFERENCE, "before": TEXT}, ("reference",), _timeline, of_all_kinds=True),
    Tool("add", "Add a record.", {"kind": TEXT, "values": VALUES}, ("kind", "values"), _add, writes=True),
    Tool("amend", "Change fields of a record.", {"reference": REFERENCE, "version": VERSION, "values": VALUES},
         ("reference", "version", "values"), _amend, writes=True),
    Tool("step", "Take a step of a record, such as archive or complete (see `describe`).",
         {"reference": REFERENCE, "step": TEXT, "version": VERSION, "values": VALUES}, ("reference", "step"), _step,
         writes=True),
)  # fmt: skip
