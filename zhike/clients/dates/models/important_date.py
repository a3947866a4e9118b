"""A day that matters."""

from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.dates.choices import Calendar, Kind, Repeats, ShortMonth, WithoutLeap
from zhike.clients.dates.words import age_words, told_words
from zhike.clients.dates.zones import day_at
from zhike.clients.sourced import Sourced
from zhike.core.base.anniversaries import Anniversary, next_occurrence, occurrence
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet

MOST_DAYS = 90


class ImportantDateQuerySet(RecordQuerySet[Any]):
    def soonest(self) -> Self:
        """Those that come again, the next one first."""
        return self.standing().filter(next_on__isnull=False).order_by("next_on", "pk")


class ImportantDate(Sourced, Record):
    """`month` and `day` of `calendar`; `year` is the first one, or the only one of what comes once (its lunar year).

    `next_on` follows: the first such day from today on, in the client's zone; None when there is none any more.
    """

    prefix = "DT"
    label_fields = ("what", "kind", "contact_id")
    goes_with_the_person = True

    client = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("client"), related_name="dates")
    contact = models.ForeignKey(
        "clients.Contact", models.PROTECT, null=True, blank=True, verbose_name=_("contact"), related_name="dates"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.BIRTHDAY)
    what = models.CharField(_("what"), max_length=120, blank=True)
    calendar = models.CharField(
        pgettext_lazy("solar or lunar", "calendar"), max_length=5, choices=Calendar, default=Calendar.SOLAR
    )
    month = models.PositiveSmallIntegerField(_("month"), validators=[MinValueValidator(1), MaxValueValidator(12)])
    day = models.PositiveSmallIntegerField(_("day"), validators=[MinValueValidator(1), MaxValueValidator(31)])
    leap = models.BooleanField(_("leap month (闰月)"), default=False)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    repeats = models.CharField(_("comes"), max_length=6, choices=Repeats, default=Repeats.YEARLY)
    without_leap = models.CharField(
        _("in years without that leap month"), max_length=8, choices=WithoutLeap, default=WithoutLeap.ORDINARY
    )
    short_month = models.CharField(
        _("where the month is too short"), max_length=5, choices=ShortMonth, default=ShortMonth.LAST
    )
    warn_days = models.PositiveSmallIntegerField(
        _("remind … days before"), default=7, validators=[MaxValueValidator(MOST_DAYS)]
    )
    next_on = models.DateField(_("next"), null=True, editable=False)

    objects: ClassVar[Any] = ImportantDateQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("important date"), _("important dates")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["client", "next_on"], name="date_of_client"),
            models.Index(fields=["next_on", "id"], name="date_soonest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(month__range=(1, 12)) & Q(day__range=(1, 31)), name="date_is_a_day_of_a_month"
            ),
            models.CheckConstraint(condition=Q(leap=False) | Q(calendar="lunar"), name="date_leaps_by_the_moon"),
            models.CheckConstraint(condition=Q(repeats="yearly") | Q(year__isnull=False), name="date_once_has_a_year"),
        ]

    def __str__(self) -> str:
        name = self.what or str(self.get_kind_display())
        return f"{self.contact.called} · {name}" if self.contact else name

    @property
    def told(self) -> Anniversary:
        return Anniversary(
            self.month,
            self.day,
            lunar=self.calendar == Calendar.LUNAR,
            leap=self.leap,
            year=self.year,
            yearly=self.repeats == Repeats.YEARLY,
            leap_only=self.without_leap == WithoutLeap.WAIT,
            day_after=self.short_month == ShortMonth.AFTER,
        )

    @property
    def words(self) -> str:
        """The day as its calendar says it: "15 Aug", "农历八月十五"."""
        return told_words(self.told)

    @property
    def years(self) -> int:
        """How many years it will have been when it comes next; 0 where nobody knows, or none."""
        if not (self.year and self.next_on) or self.repeats == Repeats.ONCE:
            return 0
        years = (self.next_on.year, self.next_on.year - 1)  # the end of a lunar year lies in the next solar one
        return next((year - self.year for year in years if occurrence(self.told, year) == self.next_on), 0)

    @property
    def age(self) -> str:
        """How many years it will have been, in words: "turns 54", "3 years"; empty where nobody knows."""
        return age_words(self.years, birthday=self.kind == Kind.BIRTHDAY)

    @property
    def beside(self) -> str:
        """What stands beside its next day: how its own calendar says it, where that is more, and the age."""
        words = self.words if self.year or self.calendar == Calendar.LUNAR else ""
        return " · ".join(one for one in (words, self.age) if one)

    def coming(self, now: datetime) -> date | None:
        """The next such day, from what is today at the client."""
        return next_occurrence(self.told, day_at(self.client, now))

    def write(self, values: dict[str, Any]) -> None:
        """As any record; the next day follows at once."""
        super().write(values)
        self.next_on = self.coming(timezone.now())
