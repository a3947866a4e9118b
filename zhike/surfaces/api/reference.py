"""What is open to all: the description for programs, and the same as a page for people."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe

from zhike.core.base.kept import Kept
from zhike.core.resources.registry import RESOURCES
from zhike.surfaces.api import json
from zhike.surfaces.api.openapi import document
from zhike.surfaces.api.problems import KINDS

HOUR = 3_600
VERBS = ("get", "post", "patch")


@require_safe
def openapi(_request: HttpRequest) -> HttpResponse:
    with translation.override("en"):
        return json.written(_document(), headers={"Access-Control-Allow-Origin": "*", "Cache-Control": "max-age=60"})


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    told = document()
    areas = [(resource, list(_operations(told, name)), _fields(told, name)) for name, resource in RESOURCES.items()]
    return render(request, "api/reference.html", {"areas": areas, "beside": list(_beside(told))})


@require_safe
def problems(request: HttpRequest) -> HttpResponse:
    return render(request, "api/problems.html", {"kinds": [(name, *told) for name, told in KINDS.items()]})


@Kept
def _document() -> dict[str, Any]:
    return document()


def _operations(told: dict[str, Any], name: str) -> Any:
    for place, verbs in told["paths"].items():
        yield from ((verb.upper(), place, verbs[verb]) for verb in VERBS if name in verbs.get(verb, {}).get("tags", ()))


def _beside(told: dict[str, Any]) -> Any:
    return _operations(told, "search")


def _fields(told: dict[str, Any], name: str) -> list[tuple[str, str, bool, str]]:
    """(name, type in words, whether it can be written, what it is) of each member of a record."""
    schemas = told["components"]["schemas"]
    read, write = schemas[name]["properties"], schemas[f"{name}.values"]["properties"]
    both = dict.fromkeys([*read, *write])
    return [(one, _type(write.get(one) or read.get(one)), one in write, _about(write.get(one, {}))) for one in both]


def _about(schema: dict[str, Any]) -> str:
    return str(schema.get("description", ""))


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(dict.fromkeys(_type(one) for one in schema["anyOf"]))
    if "enum" in schema:
        return " | ".join(f'"{one}"' for one in schema["enum"])
    kind = schema.get("type", "any")
    if kind == "array":
        return f"[{_type(schema['items'])}]"
    return " | ".join(kind) if isinstance(kind, list) else str(schema.get("format", kind))
