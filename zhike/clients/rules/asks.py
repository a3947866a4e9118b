"""What operators ask for: one form field each, which reads JSON and pages alike and refuses in the same words."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.core.access.preferences import company
from zhike.core.fields.form_fields import YesNoField
from zhike.core.record.fields import DateField, LinkField, ListField, MoneyField, TagsField

if TYPE_CHECKING:
    from zhike.clients.rules.registry import RuleField

Ask = Callable[["RuleField"], forms.Field]

MOST_DAYS = 36_500
MOST_VALUES = 200
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
PERIODS = (
    ("this_month", _("this month")), ("last_month", _("last month")), ("next_month", _("next month")),
    ("this_quarter", _("this quarter")), ("last_quarter", _("last quarter")), ("next_quarter", _("next quarter")),
    ("this_year", _("this year")), ("last_year", _("last year")), ("next_year", _("next year")),
)  # fmt: skip


class DayField(DateField):
    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and not FIRST_DAY <= value <= LAST_DAY:
            raise ValidationError(_("Choose a day between 1900 and 2199."))


class WordsField(ListField):
    """Words, separated by lines or semicolons."""

    def read(self, part: str) -> str:
        return str(forms.CharField(max_length=200).clean(part))

    def validate(self, value: Any) -> None:
        super().validate(value)
        if len(value) > MOST_VALUES:
            raise ValidationError(_("At most %(most)s values."), params={"most": MOST_VALUES})


class SomeTagsField(WordsField, TagsField):
    """Tags as a record takes them; at most so many."""


class PairField(forms.MultiValueField):
    """Two of one kind, the smaller first. The value is a list."""

    def __init__(self, make: Callable[[], Any], **kwargs: Any) -> None:
        pair = (make(), make())
        super().__init__(pair, widget=forms.MultiWidget([one.widget for one in pair]), **kwargs)
        self.widget.decompress = lambda value: list(value or (None, None))

    def prepare_value(self, value: Any) -> Any:
        ends = value if isinstance(value, (list, tuple)) else (None, None)
        return [field.prepare_value(one) for field, one in zip(self.fields, ends, strict=False)]

    def clean(self, value: Any) -> Any:
        if not isinstance(value, (list, tuple)) or len(value) != 2:
            raise ValidationError(_("Say both ends."))
        return super().clean(list(value))

    def compress(self, data_list: Any) -> Any:
        least, most = data_list
        if self._weight(least) > self._weight(most):
            raise ValidationError(_("The first end is larger than the second."))
        return [least, most]

    def _weight(self, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return float(value["amount"])


class HomeMoneyField(MoneyField):
    """An amount in the company's currency, which is taken for meant where none is written."""

    def to_python(self, value: Any) -> Any:
        home = company().currency
        said = f"{value} {home}" if isinstance(value, (int, str)) and _bare(str(value)) else value
        found = super().to_python(said)
        if found and found.get("currency") != home:
            raise ValidationError(_("This is counted in %(currency)s."), params={"currency": home})
        return found


def _bare(said: str) -> bool:
    return said.strip().replace(",", "").replace(".", "").isdecimal()


class StoredLinkField(LinkField):
    """Takes {id, text} as well, as it is stored."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(value["id"] if isinstance(value, dict) and "id" in value else value)

    def prepare_value(self, value: Any) -> Any:
        return value["id"] if isinstance(value, dict) else super().prepare_value(value)


class SeveralField(forms.TypedMultipleChoiceField):
    """Some of those on offer; accepts numbers as numbers."""

    def to_python(self, value: Any) -> list[str]:
        if value and not isinstance(value, (list, tuple)):
            raise ValidationError(_("This is a list."))
        return list(dict.fromkeys(super().to_python(value)))


def text(_field: "RuleField") -> forms.Field:
    return forms.CharField(max_length=200)


def words(_field: "RuleField") -> forms.Field:
    return WordsField()


def tags(_field: "RuleField") -> forms.Field:
    return SomeTagsField()


def number(_field: "RuleField") -> forms.Field:
    return forms.DecimalField(max_digits=20, decimal_places=6)


def money(field: "RuleField") -> forms.Field:
    return HomeMoneyField() if field.currency is None else MoneyField()


def day(_field: "RuleField") -> forms.Field:
    return DayField()


def days(_field: "RuleField") -> forms.Field:
    return forms.IntegerField(min_value=0, max_value=MOST_DAYS)


def period(_field: "RuleField") -> forms.Field:
    return forms.ChoiceField(choices=PERIODS)


def yes_no(_field: "RuleField") -> forms.Field:
    return YesNoField()


def options(field: "RuleField") -> forms.Field:
    return SeveralField(choices=list(field.options()), coerce=field.coerce)


def link(field: "RuleField") -> forms.Field:
    return StoredLinkField(apps.get_model(field.links_to)._default_manager.all())


def pair(one: Ask) -> Ask:
    return lambda field: PairField(lambda: one(field))


def nothing(_field: "RuleField") -> forms.Field:
    """The operator says it all; the value is true."""
    return forms.BooleanField()
