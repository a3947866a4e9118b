"""Asking the client to confirm a charter."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zhike.core.access.request import StaffRequest
from zhike.domains.projects.asking import ask
from zhike.domains.projects.baselines.charters.models import Charter


@login_required
@require_http_methods(["GET", "POST"])
def ask_to_confirm(request: StaffRequest, reference: str) -> HttpResponse:
    """GET /charters/CH-1/ask/ asks whom; POST reads it back to them."""
    charter = get_object_or_404(Charter.objects.visible_to(request.user).by_reference(reference))
    about = _("They get a link which needs no log-in, with the charter in their language. They confirm it, put it "
              "right or ask. Once confirmed it is frozen as a baseline.")  # fmt: skip
    return ask(request, charter, about)
