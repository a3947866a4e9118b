"""The search page, the palette's answers, and the answers of fields that choose a record."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from zhike.core.search.actions import actions_for
from zhike.core.search.choosing import choices
from zhike.core.search.finding import Found, find
from zhike.core.search.recent import recent
from zhike.core.search.sources import source_named
from zhike.core.search.tokens import MOST_QUERY

EACH, ALONE, MOST_SHOWN = 5, 40, 400


@login_required
def search(request: HttpRequest) -> HttpResponse:
    """Hits by kind; with `kind` those of one kind, `show` of them."""
    typed, kind = _typed(request), request.GET.get("kind", "")
    if kind and not source_named(kind):
        raise Http404
    shown = _shown(request) if kind else EACH
    found = find(typed, request.user, limit=EACH)
    chosen = find(typed, request.user, [kind], limit=shown) if kind else found
    told = {"found": found, "chosen": chosen, "kind": kind, "typed": typed, "more_url": _more(chosen, kind, shown)}
    return render(request, "search/page.html", told | ({} if typed else {"recent": recent(request.user)}))


@login_required
def palette(request: HttpRequest) -> HttpResponse:
    """What is found and what can be done, for the dialog; the whole page for who comes without script."""
    typed = _typed(request)
    if not request.headers.get("HX-Request"):
        return redirect(f"{reverse('search')}?{urlencode({'q': typed})}" if typed else reverse("search"))
    hits = find(typed, request.user, limit=8).best[:8] if typed else recent(request.user)
    offered = [{"action": one, "label": one.shown(typed)} for one in actions_for(typed, request.user)]
    told = {"typed": typed, "hits": hits, "offered": offered}
    return render(request, "search/palette.html", told)


@login_required
def choose(request: HttpRequest, resource: str) -> HttpResponse:
    """Records of one kind to choose from: list items, or JSON where that is asked for."""
    source = source_named(resource)
    if source is None:
        raise Http404
    hits = choices(source, _typed(request), request.user)
    if "json" not in request.headers.get("Accept", ""):
        return render(request, "search/choices.html", {"hits": hits})
    return JsonResponse({"results": [_as_json(hit) for hit in hits]})


def _typed(request: HttpRequest) -> str:
    return request.GET.get("q", "").replace("\0", "").strip()[:MOST_QUERY]


def _shown(request: HttpRequest) -> int:
    said = request.GET.get("show", "")
    return min(max(int(said), ALONE), MOST_SHOWN) if said.isdecimal() and len(said) < 6 else ALONE


def _more(chosen: Found, kind: str, shown: int) -> str:
    if not kind or shown >= MOST_SHOWN or chosen.total <= shown:
        return ""
    return "?" + urlencode({"q": chosen.typed, "kind": kind, "show": str(shown + ALONE)})


def _as_json(hit: Any) -> dict[str, Any]:
    return {"id": hit.record.pk, "reference": hit.reference, "label": hit.name, "subtitle": hit.subtitle}
