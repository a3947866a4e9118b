"""A field tells a screen reader what it is, what helps, and what is wrong."""

from django import forms
from django.template import Context, Template


class Call(forms.Form):
    subject = forms.CharField(help_text="In a few words.")
    mood = forms.ChoiceField(choices=[("good", "Good"), ("bad", "Bad")], widget=forms.RadioSelect, required=False)
    kept = forms.BooleanField(label="Promise kept", required=False)
    said = forms.CharField(widget=forms.Textarea(attrs={"class": "composer-text"}), required=False)


def shown(form: forms.Form) -> str:
    return Template("{% fields form %}").render(Context({"form": form}))


def test_it_ties_hint_and_error_to_the_control() -> None:
    html = shown(Call({"subject": ""}))
    assert 'aria-describedby="id_subject_hint id_subject_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_subject_error"' in html


def test_it_groups_choices_under_a_legend() -> None:
    html = shown(Call())
    assert "<legend>Mood" in html
    assert html.count('type="radio"') == 2


def test_it_keeps_a_controls_own_class() -> None:
    assert 'class="textarea composer-text"' in shown(Call())


def test_it_says_which_fields_may_stay_empty() -> None:
    assert shown(Call()).count('class="optional"') == 2
