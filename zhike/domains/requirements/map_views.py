"""The story map of a project, and moving what stands on it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext, pgettext
from django.views.decorators.http import require_POST, require_safe

from zhike.core.access.request import StaffRequest
from zhike.core.base.way_back import way_back
from zhike.core.history.undo import undo_values
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.pages.refusing import telling_refusals
from zhike.domains.projects.models import Project
from zhike.domains.requirements.errors import MovedMeanwhile, NowhereToGo
from zhike.domains.requirements.forms import ActivityForm
from zhike.domains.requirements.map_steps import MoveForm, OrderForm
from zhike.domains.requirements.models import Activity, Requirement
from zhike.domains.requirements.shown import state_badge
from zhike.domains.requirements.story_map import WAYS, Spot, StoryMap, story_map_of

ICONS = {"left": "left", "right": "right", "up": "up", "down": "down", "earlier": "up", "later": "down"}


@login_required
@require_safe
def story_map(request: StaffRequest, reference: str) -> HttpResponse:
    """GET /projects/PJ-3/map/."""
    project = get_object_or_404(Project.objects.visible_to(request.user).by_reference(reference))
    found = story_map_of(project)
    writes = project.archived_at is None and Requirement.may_add(request.user, None)
    for row in found.rows:
        for cell in row.cells:
            for one in cell.cards:
                one.badge = state_badge(one)
                one.ways = [(way, ICONS[way], words(way, spot)) for way, spot in found.ways(one)] if writes else []
    told = {"project": project, "map": found, "writes": writes, "adds": writes and project.ended_on is None}
    return render(request, "requirements/map.html", told)


def words(way: str, spot: Spot) -> str:
    """What the button that moves there says."""
    if way in ("left", "right"):
        named = spot.activity or pgettext("story map", "No activity")
        return gettext("To “%(activity)s”") % {"activity": named}
    if way in ("earlier", "later"):
        return gettext("To “%(phase)s”") % {"phase": spot.phase or pgettext("story map", "Without a phase")}
    return gettext("One up") if way == "up" else gettext("One down")


@login_required
@require_POST
def place(request: StaffRequest, reference: str) -> HttpResponse:
    """POST `to` (one of WAYS), or `activity`, `phase` and `before`; with it `seen`, the version that was looked at."""
    wanted = get_object_or_404(Requirement.objects.visible_to(request.user).by_reference(reference))
    if not Requirement.may_amend(request.user, wanted):
        raise Forbidden
    with telling_refusals(request):
        event = _move(request, wanted)
        spot = {"what": wanted, "where": wanted.spot_words}
        messages.success(
            request, gettext("“%(what)s” stands here now: %(where)s") % spot, extra_tags=undo_values([event])
        )
    return redirect(way_back(request, _map_of(wanted.project)))


def _move(request: StaffRequest, wanted: Any) -> Any:
    """Raises MovedMeanwhile, NowhereToGo, WrongState."""
    said = request.POST.copy()
    if said.get("seen") and said["seen"] != str(wanted.version):
        raise MovedMeanwhile(wanted)  # on which side of it something stands was said of another place
    if way := said.get("to"):
        spot = _beside(story_map_of(wanted.project), wanted, way)
        said.update({name: str(one.pk) if one else "" for name, one in vars(spot).items()})
    form = MoveForm(said, record=wanted, by=request.user)
    if not form.is_valid():
        raise NowhereToGo
    return wanted.move(by=request.user, **form.cleaned_data)


def _beside(found: StoryMap, wanted: Any, way: str) -> Spot:
    try:
        spot = found.beside(wanted, way) if way in WAYS else None
    except LookupError:
        spot = None
    if spot is None:
        raise NowhereToGo
    return spot


def _told(form: Any) -> str:
    """What is wrong, each with the field that it is about."""
    return " ".join(f"{form.fields[name].label}: {one[0]}" for name, one in form.errors.items())


def _map_of(project: Any) -> str:
    return reverse("project_story_map", args=[project.reference]) if project else reverse("requirements:list")


@login_required
@require_POST
def add_activity(request: StaffRequest, reference: str) -> HttpResponse:
    """POST of the line at the end of the backbone."""
    project = get_object_or_404(Project.objects.visible_to(request.user).by_reference(reference))
    if not Activity.may_add(request.user, None):
        raise Forbidden
    form = ActivityForm({"project": project.pk, "title": request.POST.get("title", "")}, by=request.user)
    if form.is_valid():
        form.save(by=request.user)
    else:
        messages.error(request, _told(form))
    return redirect(_map_of(project))


@login_required
@require_POST
def order_activity(request: StaffRequest, reference: str) -> HttpResponse:
    """POST `to`: left or right; or `before`, the number of another one (empty: at the end)."""
    activity = get_object_or_404(Activity.objects.visible_to(request.user).by_reference(reference))
    if not Activity.may_amend(request.user, activity):
        raise Forbidden
    with telling_refusals(request):
        before = _before(request, activity)
        event = activity.move(by=request.user, before=before)
        where = gettext("before “%(name)s”") % {"name": before} if before else pgettext("story map", "at the end")
        words = gettext("“%(what)s” stands here now: %(where)s") % {"what": activity, "where": where}
        messages.success(request, words, extra_tags=undo_values([event]))
    return redirect(_map_of(activity.project))


def _before(request: StaffRequest, activity: Any) -> Any:
    """Raises NowhereToGo."""
    line = list(Activity.objects.in_order().filter(project=activity.project_id))
    if "before" in request.POST:
        form = OrderForm(request.POST, record=activity, by=request.user)
        if not form.is_valid():
            raise NowhereToGo
        return form.cleaned_data["before"]
    at = line.index(activity) if activity in line else 0
    after = {"left": at - 1, "right": at + 2}.get(request.POST.get("to", ""), -1)
    if not 0 <= after <= len(line):
        raise NowhereToGo
    return line[after] if after < len(line) else None
