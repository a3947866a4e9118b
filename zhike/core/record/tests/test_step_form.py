"""What the form of a step says where nothing is chosen."""

from django import forms
from django.utils import translation

from zhike.clients.models import Client
from zhike.core.record.step_form import StepForm


class Moving(StepForm):
    to = forms.ModelChoiceField(Client.objects.none())
    after = forms.ModelChoiceField(Client.objects.none(), required=False)
    before = forms.ModelChoiceField(Client.objects.none(), required=False, empty_label="at the end")


def test_an_empty_choice_says_what_it_means(db):
    def first(name):
        return str(next(iter(Moving().fields[name].choices))[1])

    assert (first("to"), first("after"), first("before")) == ("Choose…", "—", "at the end")
    with translation.override("zh-hans"):
        assert first("to") == "请选择…"
