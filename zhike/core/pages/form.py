"""Adding and changing a record. A stale edit shows both versions; what was typed is never lost."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from zhike.core.base.way_back import way_back
from zhike.core.lifecycle.errors import Forbidden, Refused, StaleEdit
from zhike.core.pages.page import ResourcePage
from zhike.core.record.form import RecordForm


class FormPage(ResourcePage):
    kind = "form"

    def get(self, request: HttpRequest, reference: str = "") -> HttpResponse:
        record = self.target()
        form = self.resource.form(instance=record, by=request.user, initial=self.initial())
        if record is None and (first := next(iter(form.visible_fields()), None)):
            first.field.widget.attrs["autofocus"] = True
        return self.show_form(form, record)

    def post(self, request: HttpRequest, reference: str = "") -> HttpResponse:
        record = self.target()
        form = self.resource.form(self.said(record), request.FILES, instance=record, by=request.user)
        if not form.is_valid():
            return self.show_form(form, record, status=422)
        try:
            saved = form.save(by=request.user)
        except StaleEdit as stale:
            return self.show_both(form, stale.current)
        except Forbidden:
            raise
        except Refused as refused:
            form.add_error(None, str(refused))
            return self.show_form(form, record, status=422)
        messages.success(request, self.words(saved, added=record is None))
        self.after(saved)
        return redirect(self.next_url(saved))

    def target(self) -> Any:
        """The record to change, or None to add one; 403 for who may not."""
        model, user = self.resource.model, self.request.user
        record = self.record() if "reference" in self.kwargs else None
        self.require(model.may_amend(user, record) if record else model.may_add(user, None))
        return record

    def initial(self) -> dict[str, Any]:
        """What the address says to begin with: `?client=12&name=…`."""
        return {name: self.request.GET[name] for name in self.request.GET if name in self.resource.form.base_fields}

    def said(self, record: Any) -> Any:
        """What was typed, with the other version where the person chose it (`take_<field>`)."""
        said = self.request.POST.copy()
        if record is not None:
            current = self.resource.form(instance=record, by=self.request.user)
            for name, field in current.fields.items():
                if said.get(f"take_{name}") == "theirs":
                    _take(said, name, field, current.get_initial_for_field(field, name))
        return said

    def show_form(self, form: RecordForm, record: Any, status: int = 200, **more: Any) -> HttpResponse:
        return self.show(
            {"form": form, "record": record, "next": self.request.GET.get("next", "")} | more, status=status
        )

    def show_both(self, form: RecordForm, current: Any) -> HttpResponse:
        """Both versions of each field that differs, to choose from."""
        theirs = self.resource.form(instance=current, by=self.request.user)
        typed: Any = form.data.copy()  # type: ignore[attr-defined]
        typed["version"] = current.version
        again = self.resource.form(typed, instance=current, by=self.request.user)
        differing = [name for name, _was, _now in current.differences(form.values)]
        both = [{"field": again[name], "theirs": _seen(theirs[name])} for name in differing]
        return self.show_form(again, current, status=409, both=both)

    def after(self, saved: Any) -> None:
        """What else a page of its own does once the record is saved."""

    def words(self, saved: Any, added: bool) -> str:
        return (gettext("Added %(name)s.") if added else gettext("Saved %(name)s.")) % {"name": saved}

    def next_url(self, saved: Any) -> str:
        return way_back(self.request, self.resource.url("detail", saved))


class CellPage(FormPage):
    """One cell of a list, edited in place."""

    kind = "cell"

    def get(self, request: HttpRequest, reference: str, column: str) -> HttpResponse:  # type: ignore[override]
        record = self.target()
        return self.show_cell_form(self.one_field_form(record), record)

    def post(self, request: HttpRequest, reference: str, column: str) -> HttpResponse:  # type: ignore[override]
        record = self.target()
        form = self.one_field_form(record, request.POST)
        if not form.is_valid():
            return self.show_cell_form(form, record, status=422)
        try:
            form.save(by=request.user)
        except StaleEdit as stale:
            form.add_error(None, forms.ValidationError(str(stale)))
            return self.show_cell_form(form, stale.current, status=409)
        except Forbidden:
            raise
        except Refused as refused:
            form.add_error(None, str(refused))
            return self.show_cell_form(form, record, status=422)
        return self.cell(self.record())

    def one_field_form(self, record: Any, said: Any = None) -> RecordForm:
        form = self.resource.form(said, instance=record, by=self.request.user)
        name = self.kwargs["column"]
        column = self.resource.all_columns().get(name)
        if name not in form.fields or not (column and column.edit):
            raise Forbidden
        for other in set(form.fields) - {name, "version"}:
            del form.fields[other]
        return form

    def show_cell_form(self, form: RecordForm, record: Any, status: int = 200) -> HttpResponse:
        return self.show({"form": form, "record": record, "field": form[self.kwargs["column"]]}, status=status)

    def cell(self, record: Any) -> HttpResponse:
        from zhike.core.pages.listing import Listing
        from zhike.core.pages.rows import cell

        listing = Listing(self.resource, self.request.user, self.request.GET)
        return HttpResponse(cell(listing, record, self.resource.all_columns()[self.kwargs["column"]]))


def _seen(bound: forms.BoundField) -> str:
    """The control as the other person left it, to look at."""
    return bound.as_widget(attrs={"disabled": True, "id": f"theirs_{bound.name}"})


def _take(said: Any, name: str, field: forms.Field, value: Any) -> None:
    """Put a stored value into posted data, as the browser would have."""
    shown = field.prepare_value(value)
    if isinstance(shown, (list, tuple)):
        said.setlist(name, [str(one) for one in shown])
    else:
        said[name] = "" if shown is None else str(shown)
