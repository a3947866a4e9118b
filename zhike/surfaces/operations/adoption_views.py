"""The page of who uses what, and what people say of the program itself."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from zhike.core.access.models import Company
from zhike.core.access.preferences import staff_names
from zhike.core.access.request import StaffRequest
from zhike.core.base.listing import listed
from zhike.core.timeline.tell import tell
from zhike.surfaces.console.settings.index import administers
from zhike.surfaces.operations.adoption import people, uses
from zhike.surfaces.operations.events import FEEDBACK_GIVEN
from zhike.surfaces.operations.models import Feedback, Mood

SHOWN = 50


class FeedbackForm(forms.ModelForm):
    mood = forms.ChoiceField(label=_("How is it to work with?"), choices=Mood.choices, widget=forms.RadioSelect)

    class Meta:
        model = Feedback
        fields = ("mood", "text")
        widgets = {"text": forms.Textarea(attrs={"rows": 5})}


@login_required
@require_safe
def adoption(request: StaffRequest) -> HttpResponse:
    """GET /settings/use/."""
    administers(request)
    names, (used, unused), staff = staff_names(), uses(), people()
    told = {
        "uses": [{"use": one, "names": listed(names.get(pk, "") for pk in one.most)} for one in used],
        "unused": listed(str(label) for label in unused),
        "people": staff,
        "staff": len(staff),
        "said": Feedback.objects.select_related("by").order_by("-pk")[:SHOWN],
    }
    return render(request, "operations/adoption.html", told)


@login_required
def feedback(request: StaffRequest) -> HttpResponse:
    """GET and POST /feedback/: anybody says what they think."""
    form = FeedbackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            said = Feedback.objects.create(by=request.user, **form.cleaned_data)
            tell(FEEDBACK_GIVEN, Company(pk=1), by=request.user, facts={"mood": said.mood})
        messages.success(request, gettext("Thank you. Your administrators read it."))
        return redirect("my_day")
    return render(request, "operations/feedback.html", {"form": form}, status=422 if form.errors else 200)
