"""Exchange rates from a file."""

from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from zhike.clients.purchases.models import Rate
from zhike.clients.purchases.rates_in import Taken, take_rates
from zhike.core.history.undo import undo_values
from zhike.core.lifecycle.errors import Forbidden


class RatesForm(forms.Form):
    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx,.xls,.ods,text/csv"}),
        help_text=_("With a row of names: currency, valid from, rate; and source, if you like."),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_LIMIT:
            raise ValidationError(_("The file is too large."))
        return file


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def bring_rates(request: HttpRequest) -> HttpResponse:
    """GET /rates/bring/: choose a file. POST: take it in, and say what became of each row."""
    if not Rate.may_add(request.user, None):
        raise Forbidden
    form, taken = RatesForm(request.POST or None, request.FILES or None), None
    if request.method == "POST" and form.is_valid():
        try:
            taken = _taken(form.cleaned_data["file"], request.user)
        except ValidationError as error:
            form.add_error("file", error)
    return render(
        request,
        "purchases/rates_in.html",
        {"form": form, "taken": taken, "undo": undo_values(taken.events) if taken else ""},
        status=422 if form.errors else 200,
    )


def _taken(file: Any, by: Any) -> Taken:
    with NamedTemporaryFile(suffix=Path(file.name).suffix) as kept:
        for chunk in file.chunks():
            kept.write(chunk)
        kept.flush()
        return take_rates(Path(kept.name), by=by)
