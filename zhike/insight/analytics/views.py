"""All pictures on a page, one by itself, and its figures as a file."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET

from zhike.core.access.request import StaffRequest
from zhike.core.pages.table_file import table_file
from zhike.core.resources import filters
from zhike.core.resources.filters import stretch_words
from zhike.insight.analytics.asked import Asked
from zhike.insight.analytics.drawn import Drawn, Line
from zhike.insight.analytics.registry import Picture, pictures
from zhike.insight.analytics.stretch import OFFERED, USUAL

OWNER, TEAM = filters.person("owner", ""), filters.team("team", "")


@login_required
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    asked = Asked(request.user, request.GET)
    return _page(request, asked, "index", drawn=[Drawn(one, asked) for one in pictures().values()])


@login_required
@require_GET
def one(request: StaffRequest, picture: str) -> HttpResponse:
    asked = Asked(request.user, request.GET)
    return _page(request, asked, "one", one=Drawn(_picture(picture), asked))


@login_required
@require_GET
def as_file(request: StaffRequest, picture: str) -> HttpResponse:
    """What the tables show, as CSV: numbers as programs read them."""
    drawn = Drawn(_picture(picture), Asked(request.user, request.GET))
    rows = ([line.bucket, *_numbers(drawn, line)] for line in drawn.lines)
    heads = (drawn.picture.along, *drawn.series, *(head for head, _numbers in drawn.filed))
    return table_file(picture, drawn.picture.label, heads, rows, by=request.user)


def _numbers(drawn: Drawn, line: Line) -> Iterator[int | float | Decimal | str]:
    yield from (Decimal(cell.plain) if cell.plain else "" for cell in line.cells)
    yield from (numbers.get(line.bucket, "") for _head, numbers in drawn.filed)


def _picture(name: str) -> Picture:
    try:
        return pictures()[name]
    except KeyError as unknown:
        raise Http404 from unknown


def _page(request: StaffRequest, asked: Asked, template: str, **more: Any) -> HttpResponse:
    whose = asked.whose
    context = {
        "asked": asked,
        "periods": _periods(asked),
        "owners": [(value, words, value == whose.get("owner")) for value, words in OWNER.options(asked.reader)],
        "teams": [(value, words, value == whose.get("team")) for value, words in TEAM.options(asked.reader)],
    }
    return render(request, f"analytics/{template}.html", context | more)


def _periods(asked: Asked) -> list[tuple[str, str, bool]]:
    """(value, words, whether it is the present one); also that of the address, where it is none of ours."""
    now = asked.period or USUAL
    found = [(value, _weeks(int(value[:-1])), value == now) for value in OFFERED]
    if now not in OFFERED:
        found.append((now, stretch_words(asked.stretch.said, asked.reader.today), True))
    return found


def _weeks(count: int) -> str:
    if count == 52:
        return gettext("the last year")
    return ngettext("the last %(count)d week", "the last %(count)d weeks", count) % {"count": count}
