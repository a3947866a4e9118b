"""The description of the API, OpenAPI 3.1, made from the registry: what it says is what the endpoints do."""

from typing import Any

from django import forms
from django.utils.translation import gettext

from zhike import __version__
from zhike.core.access.areas import is_off
from zhike.core.documents.registry import documents_of
from zhike.core.fields.form_fields import form_field
from zhike.core.fields.models import definitions_of
from zhike.core.lifecycle.transition import Step
from zhike.core.record.step_form import StepForm
from zhike.core.resources.readings import readings_of
from zhike.core.resources.registry import RESOURCES
from zhike.core.resources.resource import Resource
from zhike.surfaces.api import listing, schemas
from zhike.surfaces.api.kinds import KINDS, Schema, kind_of
from zhike.surfaces.api.shapes import model_fields
from zhike.surfaces.exchange.export.programs import SHORT

Operation = dict[str, Any]
INTRODUCTION = """One address per kind of record. Send `Authorization: Bearer zk_…`; tokens are made on their page, or
with `zhike token create`. Change with `PATCH` and `If-Match`; repeat a `POST` safely with an `Idempotency-Key`. Errors
are `application/problem+json` in the language of `Accept-Language`."""


def document() -> dict[str, Any]:
    """The whole description. Own fields are in it as they are defined now."""
    paths: dict[str, Any] = {}
    for resource in RESOURCES.values():
        if not is_off(resource.model.__module__):
            paths |= _paths(resource)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Zhike", "version": __version__, "description": INTRODUCTION},
        "servers": [{"url": "/"}],
        "security": [{"token": []}],
        "tags": [{"name": name, "description": str(one.plural)} for name, one in RESOURCES.items()],
        "paths": paths | schemas.beside(),
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "parameters": schemas.PARAMETERS,
            "responses": schemas.RESPONSES,
            "schemas": schemas.SCHEMAS
            | {key: one for each in RESOURCES.values() for key, one in _schemas(each).items()},
        },
    }


def _schemas(resource: Resource) -> dict[str, Schema]:
    return {resource.name: _told(resource), f"{resource.name}.values": _taken(resource)}


def _told(resource: Resource) -> Schema:
    from zhike.surfaces.api.shapes import schemas as told

    members = told(resource, definitions_of(resource.record_type))
    return {"type": "object", "properties": members, "required": ["id", "reference", "version"]}


def _taken(resource: Resource) -> Schema:
    own = {one.name: form_field(one) for one in definitions_of(resource.record_type)}
    known = model_fields(resource)
    fields = {name: field for name, field in resource.form.base_fields.items() if name != "version"} | own
    json = {name for name, field in known.items() if field.get_internal_type() == "JSONField"}
    return _object(fields, json)


def _object(fields: dict[str, Any], json: Any = ()) -> Schema:
    members = {
        name: KINDS[forms.JSONField].schema(one) if name in json else _member(one) for name, one in fields.items()
    }
    return {"type": "object", "properties": members, "additionalProperties": False}


def _member(field: Any) -> Schema:
    """Nothing may be said as null wherever the field need not be filled."""
    schema = kind_of(field).schema(field)
    label = {"description": str(field.label)} if field.label else {}
    return (schema if field.required or not schema else {"anyOf": [schema, {"type": "null"}]}) | label


def _paths(resource: Resource) -> dict[str, Any]:
    name, one = resource.name, f"/api/v1/{resource.name}/{{reference}}"
    collection = {"get": _list(resource)} | ({"post": _add(resource)} if resource.has("add") else {})
    record = {"parameters": [schemas.REFERENCE], "get": _get(resource), "patch": _change(resource)}
    files = {"parameters": [schemas.REFERENCE], **schemas.files(name)}
    paths = {
        f"/api/v1/{name}": collection,
        f"/api/v1/{name}/bulk": {"post": schemas.bulk(name)},
        f"/api/v1/{name}/export": {"post": schemas.export(name)},
        one: record,
        f"{one}/timeline": {"parameters": [schemas.REFERENCE], "get": schemas.timeline(name)},
    }
    if name != "files":
        paths[f"{one}/files"] = files
    for document in documents_of(resource.record_type).values():
        paths[f"{one}/documents/{document.name}"] = {
            "parameters": [schemas.REFERENCE], "get": schemas.document(name, document)
        }  # fmt: skip
    for reading in readings_of(resource.record_type).values():
        paths[f"{one}/{reading.name}"] = {"parameters": [schemas.REFERENCE], "get": schemas.reading(name, reading)}
    return paths | {f"{one}/{step}": _step(resource, step, declared) for step, declared in resource.steps.items()}


def _operation(resource: Resource, verb: str, summary: str, ok: dict[str, Any], **more: Any) -> Operation:
    answers = ok | schemas.refusals(writes=verb != "list" and verb != "read")
    told = {"tags": [resource.name], "operationId": f"{resource.name}.{verb}"}
    summary = summary.replace("{things}", str(resource.model._meta.verbose_name_plural))
    return told | {"summary": summary, "responses": answers} | more


def _list(resource: Resource) -> Operation:
    filters = [
        {"name": one.name, "in": "query", "description": str(one.label), "schema": {"type": "string"}}
        for one in resource.all_filters().values()
    ]
    known = {column.name: None for column in resource.all_columns().values() if column.sort} | {"id": None}
    words = [*schemas.words([*known], listing.MOST), *filters]
    ok = {"200": schemas.content({"type": "object", "properties": {
        "data": {"type": "array", "items": schemas.ref(resource.name)}, "next": {"type": ["string", "null"]},
    }, "required": ["data", "next"]}, "A page of records, and the cursor of the next.")}  # fmt: skip
    ok["200"]["content"]["text/csv"] = {"schema": {"type": "string"}}
    words += [
        {"name": "columns", "in": "query", "description": "Of CSV: shown, all, or names", "schema": {"type": "string"}},
        {"name": "headers", "in": "query", "description": "Of CSV: whose words", "schema": {"enum": [*SHORT]}},
    ]
    return _operation(resource, "list", gettext("List {things}"), ok, parameters=words)


def _add(resource: Resource) -> Operation:
    ok = {"201": schemas.content(schemas.ref(resource.name), "The new record.") | _links(resource)}
    body = schemas.body(schemas.ref(f"{resource.name}.values"))
    parameters = [schemas.ref("IdempotencyKey", "parameters")]
    return _operation(resource, "add", gettext("Add to {things}"), ok, requestBody=body, parameters=parameters)


def _get(resource: Resource) -> Operation:
    ok = {"200": schemas.content(schemas.ref(resource.name), "The record."), "304": {"description": "Not changed."}}
    parameters = [schemas.ref("IfNoneMatch", "parameters"), schemas.ref("Fields", "parameters")]
    return _operation(resource, "read", gettext("Read one of {things}"), ok, parameters=parameters)


def _change(resource: Resource) -> Operation:
    ok = {"200": schemas.content(schemas.ref(resource.name), "The record as it is now.") | _links(resource)}
    body = schemas.body(schemas.ref(f"{resource.name}.values"))
    parameters = [schemas.ref("IfMatch", "parameters")]
    summary = gettext("Change one of {things}")
    return _operation(resource, "amend", summary, ok, requestBody=body, parameters=parameters)


def _step(resource: Resource, name: str, step: Step) -> Operation:
    ok = {
        "200": schemas.content(schemas.ref(resource.name), "The record after the step.") | _links(resource),
        "204": {"description": "Done; the record is not seen any more."},
    }
    asked = _inputs(step)
    more = {"requestBody": schemas.body(_object(asked), required=any(one.required for one in asked.values()))}
    parameters = [schemas.ref("IdempotencyKey", "parameters"), schemas.ref("IfMatch", "parameters")]
    summary = f"{step.label}"
    post = _operation(resource, name, summary, ok, parameters=parameters, **more)
    return {"parameters": [schemas.REFERENCE], "post": post}


def _links(resource: Resource) -> dict[str, Any]:
    """What can be asked next about the record in the answer."""
    at = {"path.reference": "$response.body#/reference"}
    seen = at | {"header.If-Match": "$response.header.ETag"}
    asked = {"read": at, "amend": seen} | dict.fromkeys(resource.steps, seen)
    return {
        "links": {
            f"{resource.name}.{verb}": {"operationId": f"{resource.name}.{verb}", "parameters": parameters}
            for verb, parameters in asked.items()
        }
    }


def _inputs(step: Step) -> dict[str, Any]:
    form: Any = step.form
    if form is None:
        return {}
    return dict(form.base_fields if issubclass(form, StepForm) else form().fields)
