"""The gate for people and teams, and the pages of people."""

from typing import Any

from django import forms
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from zhike.clients.models import Client
from zhike.core.access.forms import PasswordField
from zhike.core.access.models import Role, Team, User
from zhike.core.access.passwords import typed_or_made_up
from zhike.core.access.policies import may_hand_over
from zhike.core.pages.detail import DetailPage
from zhike.core.pages.form import FormPage
from zhike.core.pages.step import StepPage
from zhike.core.record.fields import PersonField
from zhike.core.record.form import RecordForm

ROLE_WORDS = _(
    "Readers look only. Members work with the clients they see. Managers also see what the people under them see. "
    "Administrators see everything and set up the company."
)


class TeamForm(RecordForm):
    class Meta:
        model = Team
        fields = ("name",)
        error_messages = {"name": {"unique": _("There is a team of this name already. Choose another name.")}}


class PersonForm(RecordForm):
    """A new person gets a password: typed, or made up (`password` on what `save` gives back, to be shown once)."""

    team = forms.ModelChoiceField(Team.objects.none(), label=_("Team"), required=False)
    manager = PersonField(label=_("Manager"), required=False, help_text=_("Sees what this person sees."))
    password = PasswordField(label=_("First password"))
    invite = forms.BooleanField(
        label=_("Send an invitation"),
        required=False,
        help_text=_("A mail with a link, once, to choose a password. Then none is made up here."),
    )

    class Meta:
        model = User
        fields = ("name", "email", "role", "team", "manager")
        help_texts = {"email": _("What the person signs in with."), "role": ROLE_WORDS}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        teams: Any = self.fields["team"]
        teams.queryset = Team.objects.standing().order_by("name") | Team.objects.filter(pk=self.instance.team_id)
        if self.instance.pk:
            del self.fields["password"], self.fields["invite"]

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        other = User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).first()
        if other is None:
            return email
        if other.archived_at:
            raise ValidationError(
                _("This is the e-mail of %(name)s, who left. Activate %(name)s again instead."), params={"name": other}
            )
        raise ValidationError(_("%(name)s has this e-mail already. Everyone needs their own."), params={"name": other})

    def clean_role(self) -> str:
        role: str = self.cleaned_data["role"]
        admins = User.objects.at_work().filter(role=Role.ADMIN)
        if self._was("role") == Role.ADMIN and role != Role.ADMIN and not admins.exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("Nobody else is an administrator. Make someone else one first."))
        return role

    def clean_manager(self) -> User | None:
        manager: User | None = self.cleaned_data["manager"]
        if manager and manager.pk == self.instance.pk:
            raise ValidationError(_("Nobody is their own manager. Choose someone else, or nobody."))
        if manager and self.instance.pk and manager.pk in self.instance.people_below:
            raise ValidationError(
                _("%(manager)s works under %(person)s, so it cannot be the other way round too."),
                params={"manager": manager, "person": self._was("name")},
            )
        return manager

    def clean_password(self) -> str:
        said: str = self.cleaned_data["password"]
        if said:
            named = User(name=self.cleaned_data.get("name", ""), email=self.cleaned_data.get("email", ""))
            typed_or_made_up(said, named)
        return said

    def save(self, *, by: Any) -> Any:  # type: ignore[override]
        if self.instance.pk:
            return super().save(by=by)
        typed, invited = self.cleaned_data.pop("password", ""), self.cleaned_data.pop("invite", False)
        password, made_up = typed_or_made_up(typed, self.instance)
        with transaction.atomic():
            kept = make_password(None if made_up and invited else password)
            person: Any = User.objects.add(by=by, password=kept, **self.values)
            if invited:
                person.invite(by=by)
        person.made_up_password = password if made_up and not invited else ""
        return person

    def _was(self, name: str) -> Any:
        return self.initial.get(name)


class PersonFormPage(FormPage):
    """After adding someone with a made-up password, the only page that ever shows it."""

    added: Any = None

    def post(self, request: HttpRequest, reference: str = "") -> HttpResponse:
        answer = super().post(request, reference)
        if password := getattr(self.added, "made_up_password", ""):
            return shown_once(self, self.added, password)
        return answer

    def next_url(self, saved: Any) -> str:
        self.added = saved
        return super().next_url(saved)


class PersonStepPage(StepPage):
    filled: Any = None

    def post(self, request: HttpRequest, reference: str, step: str) -> HttpResponse:
        answer = super().post(request, reference, step)
        if answer.status_code == 302 and getattr(self.filled, "made_up", False):
            return shown_once(self, self.record(), self.filled.cleaned_data["password"])
        return answer

    def form(self, step: Any, record: Any, said: Any = None) -> Any:
        self.filled = super().form(step, record, said)
        return self.filled


def shown_once(page: Any, person: User, password: str) -> HttpResponse:
    page.kind = "password"
    answer: HttpResponse = page.show({"record": person, "password": password})
    answer.headers["Cache-Control"] = "no-store"
    return answer


class PersonPage(DetailPage):
    def context(self, record: Any) -> dict[str, Any]:
        return super().context(record) | {
            "reports": User.objects.at_work().filter(manager=record).order_by("name"),
            "may_hand_over": may_hand_over(self.request.user, record),
            "clients": Client.objects.visible_to(self.request.user).standing().filter(owner=record).count(),
        }


class TeamPage(DetailPage):
    def context(self, record: Any) -> dict[str, Any]:
        members = User.objects.at_work().filter(team=record).order_by("name")
        return super().context(record) | {"members": members}
