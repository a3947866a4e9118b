"""The form of a record that has a rule: its editor's buttons post the form as well, and save nothing."""

from django.forms.utils import ErrorDict
from django.http import HttpRequest, HttpResponse

from zhike.clients.rules.forms import RuleFormField
from zhike.clients.rules.posted import pressed
from zhike.core.pages.form import FormPage


class RuleFormPage(FormPage):
    def post(self, request: HttpRequest, reference: str = "") -> HttpResponse:
        record = self.target()
        form = self.resource.form(request.POST, instance=record, by=request.user)
        rules = (name for name, field in form.fields.items() if isinstance(field, RuleFormField))
        if not any(pressed(request.POST, form.add_prefix(name)) for name in rules):
            return super().post(request, reference)
        form._errors = ErrorDict()  # nothing is wrong yet: the person is still at it
        return self.show_form(form, record)
