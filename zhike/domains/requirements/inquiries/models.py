"""Guides, their uses, and what was answered."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from zhike.agreements.twins.models import Twin
from zhike.agreements.twins.twinned import OWN, Twinned, key_of
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.domains.requirements.inquiries import events
from zhike.domains.requirements.inquiries.asking import Asking
from zhike.domains.requirements.inquiries.choices import Kind, State
from zhike.domains.requirements.inquiries.questions import Question, questions_in


class GuideQuerySet(RecordQuerySet["Guide"]):
    def visible_to(self, user: Any) -> Self:
        """Everybody on staff: a guide is about no client."""
        return self if getattr(user, "is_active", False) else self.none()


class Guide(Record):
    """`questions` in English and `questions_zh` in Chinese, one a line; one of them may be empty."""

    prefix = "IG"

    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=9, choices=Kind, default=Kind.INTERVIEW)
    questions = models.TextField(_("questions in English"), blank=True)
    questions_zh = models.TextField(_("questions in Chinese"), blank=True)

    objects: ClassVar[Any] = GuideQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("guide"), _("guides")
        constraints = [
            models.CheckConstraint(
                condition=~(Q(questions="") & Q(questions_zh="")), name="guide_asks_something",
                violation_error_message=_("Write at least one question, in English or in Chinese."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    def asked_in(self, language: str) -> list[Question]:
        """In that language ("": the one of whoever asks), else in the other one."""
        first, other = self.questions, self.questions_zh
        if (language or get_language() or "").startswith("zh"):
            first, other = other, first
        return questions_in(first or other)

    def asked_otherwise(self, asked: list[Question]) -> list[Question]:
        """The same questions in the other language; none where the guide has one alone."""
        both = [questions_in(self.questions), questions_in(self.questions_zh)]
        return next((one for one in both if one != asked), []) if all(both) else []


class InquiryQuerySet(RecordQuerySet["Inquiry"]):
    def open(self) -> Self:
        return self.standing().filter(state=State.OPEN)

    @transaction.atomic
    def add(self, *, by: Any, **values: Any) -> Any:
        """As any record, with the questions as they stand in the guide today, in the language of the contact; where the
        guide has them in both, each has its twin.
        """
        made: Any = super().add(by=by, **values)
        asked = made.guide.asked_in(made.contact.language)
        answers = made.answers.bulk_create(
            Answer(inquiry=made, place=place, question=one.text, choices=one.choices)
            for place, one in enumerate(asked, start=1)
        )
        other = made.guide.asked_otherwise(asked)
        for answer, one, twin in zip(answers, asked, other, strict=False):
            said: list[tuple[str, ...]] = [(key_of(made, answer, "question"), one.text, twin.text)]
            if len(one.choices) == len(twin.choices):
                said.append((key_of(made, answer, "choices"), *("\n".join(both.choices) for both in (one, twin))))
            Twin.objects.pair(made, said, by=by)
        return made


class Inquiry(Asking, Twinned, Record):
    """`source_text` says where they are asked; where it names a record, that is `source_type` and `source_id`."""

    prefix = "IQ"
    twinned: ClassVar[Any] = {OWN: ("title",), "answers": ("question", "choices")}
    label_fields = ("title",)

    title = models.CharField(_("title"), max_length=200)
    guide = models.ForeignKey(Guide, models.PROTECT, verbose_name=_("guide"), related_name="inquiries")
    client = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("client"), related_name="inquiries")
    contact = models.ForeignKey(
        "clients.Contact", models.PROTECT, verbose_name=_("who is asked"), related_name="inquiries"
    )
    project = models.ForeignKey(
        "projects.Project", models.PROTECT, null=True, blank=True, verbose_name=_("project"), related_name="inquiries"
    )
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("owner"), related_name="+")
    source_text = models.CharField(_("where they are asked"), max_length=200, blank=True)
    source_type = models.CharField(max_length=60, blank=True, editable=False)
    source_id = models.BigIntegerField(null=True, editable=False)
    state = models.CharField(_("state"), max_length=4, choices=State, default=State.OPEN, editable=False)
    done_on = models.DateField(_("answered on"), null=True, editable=False)

    objects: ClassVar[Any] = InquiryQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("inquiry"), _("inquiries")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["source_type", "source_id"], name="inquiry_of_source"),
        ]

    if TYPE_CHECKING:
        answers: Any

    def __str__(self) -> str:
        return self.title

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.BEGUN


class Answer(models.Model):
    """To one question, as it was asked; `text` is empty until it is answered, `theirs` where they wrote it."""

    inquiry = models.ForeignKey(Inquiry, models.CASCADE, related_name="answers")
    place = models.PositiveSmallIntegerField()
    question = models.TextField()
    choices = models.JSONField(_("choices"), default=list)
    text = models.TextField(blank=True)
    theirs = models.BooleanField(default=False)
    requirement = models.ForeignKey("requirements.Requirement", models.SET_NULL, null=True, related_name="answers")

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["inquiry", "place"], name="asked_once")]

    if TYPE_CHECKING:
        requirement_id: int | None

    def __str__(self) -> str:
        return self.question
