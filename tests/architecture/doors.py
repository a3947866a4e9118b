"""Every address of the program, and for each what its parts may name."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.test import Client as Browser
from django.urls import URLPattern, URLResolver, get_resolver

from tests.architecture.makers import MAKERS
from tests.cast import Cast
from zhike.core.discussion.workflows import comment
from zhike.core.jobs.models import Job
from zhike.core.links.models import Link
from zhike.core.notify.models import Notification, Reason
from zhike.core.pages.models import SavedView
from zhike.core.resources.registry import RESOURCES
from zhike.core.timeline.models import Event
from zhike.surfaces.exchange.models import Import

OPEN = re.compile(r"healthz|readyz|account/|look/|l/|api/")  # API and links have suites of their own


@dataclass(frozen=True)
class Door:
    """An address with `<parts>`: `name` is that of its view, `area` that of its namespace."""

    name: str
    area: str
    route: str
    view: Callable[..., Any]
    refuses: set[str] = field(default_factory=set, compare=False)  # methods it was heard to answer with 405

    @property
    def parts(self) -> list[str]:
        return re.findall(r"<(?:\w+:)?(\w+)>", self.route)

    def takes(self, method: str) -> bool:
        """Whether it has such a handler; of a plain view that is not known until it is asked."""
        page = getattr(self.view, "view_class", None)
        return method not in self.refuses and (page is None or hasattr(page, method.lower()))

    def at(self, told: dict[str, Any]) -> str:
        return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda part: str(told[part[1]]), self.route)


def doors() -> list[Door]:
    return list(_walk(get_resolver().url_patterns))


def _walk(patterns: list[URLPattern | URLResolver], area: str = "", before: str = "") -> Iterator[Door]:
    for one in patterns:
        route = before + _plain(str(one.pattern))
        if isinstance(one, URLResolver):
            yield from _walk(one.url_patterns, one.namespace or area, route)
        else:
            yield Door(one.name or route, area, route, one.callback)


def _plain(route: str) -> str:
    """A regular expression as a route: its named groups as parts."""
    return re.sub(r"\(\?P<(\w+)>(?:[^()])*\)", r"<\1>", route).strip("^$") if "(?P<" in route else route


def view_of(door: Door) -> Any:
    """The view itself: the same for every kind of record that has a page of this sort."""
    view: Any = door.view
    while (
        inner := getattr(view, "view_class", None) or getattr(view, "func", None) or getattr(view, "__wrapped__", None)
    ):
        view = inner
    return view


WITHIN = ("view_class", "func", "__wrapped__")
ALL = doors()
FIRST = {view_of(door): door for door in reversed(ALL)}
INSIDE = [door for door in ALL if not OPEN.match(door.route)]


def in_turn(door: Door, odd: Sequence[str], some: int = 2) -> list[str]:
    """All of them where a view is met first; at each further address of it `some`, in turn."""
    if FIRST[view_of(door)] is door:
        return list(odd)
    at = ALL.index(door) * some
    return [odd[(at + n) % len(odd)] for n in range(some)]


Tried = list[tuple[str, Any]]


def try_all(browser: Browser, asked: Iterable[tuple[str, str, dict[str, Any]]], **more: Any) -> Tried:
    """(what was asked, the answer or the exception) of each (method, address, words). Nothing stays changed."""
    found: Tried = []
    for method, at, words in asked:
        with transaction.atomic():
            try:
                with transaction.atomic():
                    answer: Any = getattr(browser, method)(at, words, **more)
                    answer.getvalue()
            except Exception as error:
                answer = error
            transaction.set_rollback(True)
        found.append((f"{method} {at} {words}"[:200], answer))
    return found


Told = dict[str, dict[str, Any]]


def told_of(cast: Cast, n: int = 1) -> Told:
    """For each area what its addresses name: things of Lena's client and of herself; `n` tells the makers' apart."""
    event = Event.objects.order_by("-pk")[0]
    said, _mentions = comment(cast.qingchuan, by=cast.lena, text="Between us")
    job = Job.objects.create(kind="bulk", title="Change", started_by=cast.lena)
    mine = {"created_by": cast.lena, "delimiter": ","}
    of = Import.objects.create(resource="clients", name="a.csv", file="gone", header_row=0, total=1, **mine)
    note = Notification.objects.create(user=cast.lena, event=event, reason=Reason.choices[0][0])
    view = SavedView.objects.create(owner=cast.lena, resource="clients", name="Mine", query="")
    records = {name: MAKERS[name](cast, n) for name in RESOURCES}
    records["tradeoffs"].add_way(by=cast.lena, title="Later", consequences="A week more")
    link, _address = Link.objects.issue("contacts.wishes", cast.clara, by=cast.lena, for_contact=cast.clara)
    common = {
        "reference": cast.qingchuan.reference,
        "name": "x",
        "todo": records["todos"].reference,
        "resource": "clients",
    }
    common |= {
        "step": "complete",
        "column": "name",
        "key": "x",
        "uidb36": "1",
        "pk": job.pk,
        "purpose": "x",
        "picture": "activity",
        "document": "dossier",
        "reading": "agreed",
        "decision": records["decisions"].reference,
        "file": records["files"].reference,
        "number": 1,
        "provider_id": "x",
        "token": "x",
    }
    areas = {name: common | {"reference": one.reference, "pk": view.pk} for name, one in records.items()}
    return (
        {"": common, "exchange": common | {"pk": of.pk}, "api": common | {"name": "clients", "anything": "x"}, **areas}
        | {
            name: common | {"pk": pk}
            for name, pk in {
                "notification": note.pk,
                "notification_read": note.pk,
                "link_revoke": link.pk,
                "comment_edit": said.reference,
                "comment_step": said.reference,
            }.items()
        }
        | {
            name: common | {"reference": records["files"].reference, "name": "said.txt"}
            for name in ("file", "file_archive", "file_restore")
        }
        | {"comment_step": common | {"pk": said.reference, "step": "archive"}}
        | {
            name: common | {"reference": records["contracts"].reference, "step": "add_term"}
            for name in ("contract_write", "contract_send", "contract_edition")
        }
        | {
            name: common | {"reference": records["projects"].reference}
            for name in (
                "plan_from_file",
                "plan_from_file_preview",
                "project_forecast",
                "project_what_if",
                "project_risks",
                "project_drift",
                "project_ranking",
                "project_quality",
            )
        }
        | {
            "tradeoff_way": common
            | {"reference": records["tradeoffs"].reference, "way": records["tradeoffs"].ways.get().pk}
        }
        | {"twins": common | {"reference": records["tradeoffs"].reference}}
        | {"risk_tell": common | {"reference": records["risks"].reference}}
        | {"deliverable_all_the_same": common | {"reference": records["deliverables"].reference}}
        | {f"{one}_ask": common | {"reference": records[f"{one}s"].reference} for one in ("baseline", "charter")}
        | dict.fromkeys(("iteration_ask", "iteration_tasks"), common | {"reference": records["iterations"].reference})
    )


def parts_of(door: Door, told: Told) -> dict[str, Any]:
    return told.get(door.name) or told[door.area]
