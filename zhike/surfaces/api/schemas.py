"""The parts of the description that are the same for every kind of record."""

from typing import Any

from django.utils.translation import gettext

from zhike.core.documents.registry import Document
from zhike.core.resources.readings import Reading
from zhike.surfaces.api.bulk import ACTS, MOST
from zhike.surfaces.api.problems import KINDS
from zhike.surfaces.api.repeating import MOST as MOST_OF_A_KEY
from zhike.surfaces.exchange.export.files import sorts_of
from zhike.surfaces.exchange.export.programs import SHORT

Part = dict[str, Any]


def ref(name: str, where: str = "schemas") -> Part:
    return {"$ref": f"#/components/{where}/{name}"}


def content(schema: Part, description: str, kind: str = "application/json") -> Part:
    return {"description": description, "content": {kind: {"schema": schema}}}


def body(schema: Part, *, required: bool = True) -> Part:
    return {"required": required, "content": {"application/json": {"schema": schema}}}


def _list_of(schema: Part) -> Part:
    members = {"data": {"type": "array", "items": schema}, "next": {"type": ["string", "null"]}}
    return {"type": "object", "properties": members, "required": ["data", "next"]}


LINK = {
    "type": "object",
    "properties": {"id": {"type": "integer"}, "reference": {"type": "string"}, "name": {"type": "string"}},
}
SCHEMAS: Part = {
    "Link": LINK,
    "Money": {
        "type": "object",
        "properties": {"amount": {"type": "string"}, "currency": {"type": "string"}},
        "required": ["amount", "currency"],
        "additionalProperties": False,
    },
    "Problem": {
        "type": "object",
        "properties": {
            "type": {"type": "string", "format": "uri-reference"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
            "version": {"type": "integer"},
            "errors": {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}},
        },
        "required": ["type", "title", "status"],
    },
    "Event": {
        "type": "object",
        "properties": {
            "id": {"type": "integer"},
            "kind": {"type": "string"},
            "at": {"type": "string", "format": "date-time"},
            "by": {"anyOf": [ref("Link"), {"type": "null"}]},
            "on_behalf_of": {"anyOf": [ref("Link"), {"type": "null"}]},
            "record": {"type": ["string", "null"]},
            "said": {"type": "string"},
            "changes": {"type": "array", "items": {"type": "object"}},
        },
    },
    "Act": {
        "type": "object",
        "properties": {
            "act": {"enum": [*ACTS]},
            "reference": {"type": "string"},
            "version": {"type": "integer"},
            "step": {"type": "string"},
            "values": {"type": "object"},
        },
        "required": ["act"],
    },
    "Result": {
        "type": "object",
        "properties": {
            "status": {"type": "integer"},
            "id": {"type": "integer"},
            "reference": {"type": "string"},
            "version": {"type": "integer"},
            "problem": ref("Problem"),
        },
        "required": ["status"],
    },
    "Export": {
        "type": "object",
        "properties": {
            "id": {"type": "integer"},
            "state": {"enum": ["waiting", "running", "done", "failed", "cancelled"]},
            "done": {"type": "integer"},
            "total": {"type": ["integer", "null"]},
            "failure": {"type": "string"},
            "file": {"type": ["string", "null"]},
        },
        "required": ["id", "state", "file"],
    },
    "Hit": {
        "type": "object",
        "properties": {
            name: {"type": "string"} for name in ("kind", "reference", "name", "subtitle", "excerpt", "url")
        } | {"client": {"anyOf": [ref("Link"), {"type": "null"}]}},
    },
    "Me": {
        "type": "object",
        "properties": {name: {"type": "string"} for name in ("reference", "name", "email", "role")}
        | {"id": {"type": "integer"}, "scopes": {"type": "array", "items": {"type": "string"}}},
    },
}  # fmt: skip
REFERENCE: Part = {"name": "reference", "in": "path", "required": True, "schema": {"type": "string"}}
NUMBER: Part = {"name": "id", "in": "path", "required": True, "schema": {"type": "integer", "minimum": 1}}
PARAMETERS: Part = {
    "IdempotencyKey": {
        "name": "Idempotency-Key",
        "in": "header",
        "description": "The same key brings the same answer for 24 hours.",
        "schema": {"type": "string", "maxLength": MOST_OF_A_KEY, "pattern": "^[!-~]+$"},
    },
    "Fields": {
        "name": "fields",
        "in": "query",
        "description": "Only these fields, with commas between",
        "schema": {"type": "string"},
    },
    "IfMatch": {
        "name": "If-Match",
        "in": "header",
        "description": "The ETag that was read; * for whatever it is now.",
        "schema": {"type": "string"},
    },
    "IfNoneMatch": {
        "name": "If-None-Match",
        "in": "header",
        "description": "The ETags that are known, with commas between, or *; if it is one of them, the answer is 304.",
        "schema": {"type": "string"},
    },
}
RESPONSES: Part = {
    name: content(ref("Problem"), f"{status}: {name}", "application/problem+json")
    for name, (status, _title) in KINDS.items()
}
READING = ("not-understood", "no-token", "forbidden", "not-found", "wrong-method", "too-many")
WRITING = ("refused", "stale", "too-large", "wrong-content", "invalid", "no-version")


def refusals(*, writes: bool) -> Part:
    """The problems that an operation may answer with, by status."""
    names = READING + WRITING if writes else READING
    return {str(KINDS[name][0]): ref(name, "responses") for name in names}


def words(sortable: list[str], most: int) -> list[Part]:
    """The query of every list."""
    order = [*sortable, *(f"-{name}" for name in sortable)]
    told: list[tuple[str, str, Part]] = [
        ("q", "Words that it has", {"type": "string"}),
        ("sort", "A field; with a minus the other way round", {"enum": order}),
        ("limit", "How many", {"type": "integer", "minimum": 1, "maximum": most}),
        ("cursor", "`next` of the page before", {"type": "string"}),
    ]
    listed = [{"name": name, "in": "query", "description": said, "schema": schema} for name, said, schema in told]
    return [*listed, PARAMETERS["Fields"]]


def _of(name: str, verb: str, summary: str, ok: Part, *, writes: bool = False, **more: Any) -> Part:
    told = {"tags": [name], "operationId": f"{name}.{verb}", "summary": summary}
    return told | {"responses": ok | refusals(writes=writes)} | more


def bulk(name: str) -> Part:
    acts = {"type": "object", "properties": {"acts": {"type": "array", "maxItems": MOST, "items": ref("Act")}},
            "required": ["acts"]}  # fmt: skip
    results = {"type": "object", "properties": {"results": {"type": "array", "items": ref("Result")}}}
    ok = {"200": content(results, "A result for each act, in their order.")}
    key = [ref("IdempotencyKey", "parameters")]
    return _of(name, "bulk", gettext("Many at once"), ok, writes=True, requestBody=body(acts), parameters=key)


def export(name: str) -> Part:
    key = [ref("IdempotencyKey", "parameters")]
    wish = {"type": "object", "additionalProperties": False, "properties": {
        "sort": {"enum": [*sorts_of(name)], "default": "csv"},
        "query": {"type": "string", "description": "What stands behind the ? in the address of the list"},
        "columns": {"type": "string", "description": "shown (default), all, or names with commas between"},
        "headers": {"enum": ["", *SHORT]},
    }}  # fmt: skip
    ok = {"202": content(ref("Export"), "It is being written; its state stands under Location.")}
    return _of(name, "export", gettext("Export to a file"), ok, writes=True, requestBody=body(wish), parameters=key)


def timeline(name: str) -> Part:
    before = {"name": "before", "in": "query", "description": "`next` of the page before", "schema": {"type": "string"}}
    ok = {"200": content(_list_of(ref("Event")), "What happened, newest first.")}
    return _of(name, "timeline", gettext("What happened"), ok, parameters=[before])


def files(name: str) -> Part:
    listed = _list_of(ref("files"))
    upload = {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}, "required": ["file"]}
    taken = {"required": True, "content": {"multipart/form-data": {"schema": upload}}}
    return {
        "get": _of(name, "files", gettext("Its files"), {"200": content(listed, "The files on it.")}),
        "post": _of(
            name, "attach", gettext("Add a file"), {"201": content(listed, "The new files.")}, writes=True,
            requestBody=taken, parameters=[ref("IdempotencyKey", "parameters")],
        ),
    }  # fmt: skip


def document(name: str, declared: Document) -> Part:
    language = {"name": "language", "in": "query", "schema": {"enum": [*declared.languages]}}
    ok = {"200": content({}, "The document.", "application/pdf")}
    return _of(name, f"document.{declared.name}", f"{declared.label} (PDF)", ok, parameters=[language])


def reading(name: str, declared: Reading) -> Part:
    asked = [
        {"name": one.name, "in": "query", "description": one.about, "schema": one.schema} for one in declared.words
    ]
    ok = {"200": content(declared.schema, str(declared.label))}
    return _of(name, f"reading.{declared.name}", str(declared.label), ok, parameters=asked)


_HITS = {
    "type": "object",
    "properties": {"data": {"type": "array", "items": ref("Hit")}, "total": {"type": "integer"},
                   "at_least": {"type": "boolean"}},
}  # fmt: skip


def beside() -> Part:
    """What is there beside the kinds of record."""
    return {
        "/api/v1/me": {
            "get": _of("people", "me", gettext("Whose token this is"), {"200": content(ref("Me"), "The person.")})
        },
        "/api/v1/search": {
            "get": _of(
                "search", "find", gettext("Search in everything"), {"200": content(_HITS, "Hits, best first.")},
                parameters=[
                    {"name": "q", "in": "query", "required": True, "schema": {"type": "string"}},
                    {"name": "kind", "in": "query", "schema": {"type": "string"}},
                ],
            ),
        },
        "/api/v1/exports/{id}": {
            "parameters": [NUMBER],
            "get": _of("exports", "state", gettext("How far it is"), {"200": content(ref("Export"), "The export.")}),
        },
        "/api/v1/exports/{id}/file": {
            "parameters": [NUMBER],
            "get": _of("exports", "file", gettext("The file"), {"200": content({}, "The bytes.", "*/*")}),
        },
        "/api/v1/files/{reference}/content": {
            "parameters": [REFERENCE],
            "get": _of("files", "content", gettext("The content"), {"200": content({}, "The bytes.", "*/*")}),
        },
    }  # fmt: skip
