"""Exchange rates from a file: each row through the gate of rates; what is wrong with one is told, the others go in.

A row of a currency and day that there is already changes that rate. `/rates/export/` gives a file of the same shape.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from zhike.clients.purchases.forms import RateForm
from zhike.clients.purchases.models import Rate
from zhike.core.access.preferences import company
from zhike.core.base import money
from zhike.core.base.dates import read_date
from zhike.core.base.formulas import restored
from zhike.core.base.tables import Row, Table
from zhike.core.base.workbooks import read
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event

MOST = 5_000  # rows: some twenty years of one currency, day by day
WORDS = {
    "currency": ("currency", "currency code", "code", "from", "币种", "货币", "外币"),
    "day": ("valid from", "day", "date", "生效日", "日期", "起始日期", "汇率日期"),
    "rate": ("rate", "exchange rate", "value", "汇率", "中间价"),
    "home": ("counted in", "base", "base currency", "to", "本位币", "折算币种", "折算为"),
    "source": ("source", "来源"),
}  # fmt: skip
NEEDED = ("currency", "day", "rate")


@dataclass(frozen=True)
class Wrong:
    """A row that was not taken: where it stands in the file, what it says, and why."""

    line: int
    said: str
    why: str


@dataclass
class Taken:
    added: int = 0
    changed: int = 0
    same: int = 0
    wrong: list[Wrong] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)  # what told of it, to be undone


@transaction.atomic
def take_rates(source: Path, *, by: Any) -> Taken:
    """Raises Forbidden, and ValidationError for a file that cannot be read or lacks a column."""
    if not Rate.may_add(by, None):
        raise Forbidden
    table = read(source)
    places, taken = _places(table), Taken()
    seen: dict[Any, int] = {}
    for row in table.rows():
        if row.number > MOST:
            raise ValidationError(_("A file of rates has at most %(most)s rows."), params={"most": MOST})
        try:
            _take(row, places, seen, taken, by)
        except ValidationError as error:
            taken.wrong.append(Wrong(row.line, ", ".join(filter(None, row.values))[:120], " ".join(error.messages)))
    return taken


def _places(table: Table) -> dict[str, int]:
    """Which column is which, by the words of its head. Raises ValidationError."""
    heads = [restored(one).strip().casefold() for one in table.header]
    found = {name: at for name, words in _words() for at, head in enumerate(heads) if head in words}
    if missing := [name for name in NEEDED if name not in found]:
        labels = " · ".join(str(RateForm.base_fields[name].label) for name in missing)
        raise ValidationError(_("The file has no column for: %(missing)s."), params={"missing": labels})
    return found


def _words() -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a head may say, by field; also what an export calls it."""
    for name, words in WORDS.items():
        known: Any = Rate._meta.get_field(name)
        yield name, (*words, str(known.verbose_name).casefold())


def _take(row: Row, places: dict[str, int], seen: dict[Any, int], taken: Taken, by: Any) -> None:
    if row.problem:
        raise ValidationError(row.problem)
    said: dict[str, Any] = {name: restored(row.values[at].strip()).strip() for name, at in places.items()}
    _check_home(said.pop("home", ""))
    said["day"] = read_date(said["day"], company().region)
    code = money.read_currency(said["currency"], company().region) or said["currency"]
    if (first := seen.setdefault((code, said["day"]), row.line)) != row.line:
        raise ValidationError(_("Line %(line)s gives a rate for this day already."), params={"line": first})
    known = Rate.objects.standing().filter(home=company().currency, currency=code, day=said["day"]).first()
    values, faults = RateForm(instance=known, by=by).clean_row(said)
    if faults:
        raise ValidationError([reason for reasons in faults.values() for reason in reasons])
    _write(known, {name: values[name] for name in said}, taken, by)


def _check_home(said: str) -> None:
    home = company().currency
    if said and money.read_currency(said, company().region) != home:
        raise ValidationError(
            _("This rate counts in %(said)s; the company counts in %(home)s."), params={"said": said, "home": home}
        )


def _write(known: Any, values: dict[str, Any], taken: Taken, by: Any) -> None:
    if known is None:
        made: Any = Rate.objects.add(by=by, **values)
        taken.events.append(made.first_event)
        taken.added += 1
    elif event := known.amend(by=by, **values):
        taken.events.append(event)
        taken.changed += 1
    else:
        taken.same += 1
