"""The demo company can be taken out again from its settings page."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhike.core.access.models import Role, User
from zhike.core.jobs.start import start
from zhike.surfaces.console.settings.index import administers

DEMO = "zhike.surfaces.exchange.demo"


def is_there() -> bool:
    return bool(find_spec(DEMO)) and bool(_demo().is_built())


@login_required
@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """POST /settings/remove-demo/: a job does it; refused while nobody of one's own could administer afterwards."""
    administers(request)
    if not is_there():
        messages.error(request, gettext("There is no demo data any more."))
    elif not administrators_of_our_own():
        messages.error(request, gettext("All administrators are demo people. Add one of your own first, under People."))
    else:
        job = start("demo.remove", by=request.user, title=gettext("Remove demo data"))
        return redirect(job.get_absolute_url())
    return redirect("settings_company")


def administrators_of_our_own() -> bool:
    marks = import_module(f"{DEMO}.models").Mark.objects.filter(record_type="access.user")
    staff = User.objects.at_work().filter(role=Role.ADMIN)
    return staff.exclude(pk__in=[int(pk) for pk in marks.values_list("record_id", flat=True)]).exists()


def _demo() -> Any:
    return import_module(DEMO)
