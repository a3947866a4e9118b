"""How values are shown to one reader: language, zone, today. Made once per request; formats each day once."""

import re
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext

from zhike.core.access.areas import is_off
from zhike.core.access.preferences import staff_names
from zhike.core.base.listing import listed
from zhike.core.resources.references import REFERENCE
from zhike.core.ui import dates
from zhike.core.ui.cells import nothing, who


class Reader:
    """`user` is who reads; None for the program itself."""

    def __init__(self, user: Any = None) -> None:
        self.user = user
        self.chinese = (get_language() or "en").startswith("zh")
        self.locale = "zh_Hans_CN" if self.chinese else "en_GB"
        self.now = timezone.now()
        self.today = timezone.localdate()
        self._days: dict[date, SafeString] = {}
        self._people: dict[int | None, SafeString] = {None: nothing()}

    @cached_property
    def people(self) -> dict[int, str]:
        """Everyone's name."""
        return staff_names()

    def person(self, pk: int | None) -> SafeString:
        if pk not in self._people:
            self._people[pk] = who(self.people.get(pk or 0, ""))
        return self._people[pk]

    def day(self, value: date | None, late: bool = False) -> SafeString:
        """The day in words; in the colour of lateness when it has passed and that matters."""
        if value is None:
            return nothing()
        if value not in self._days:
            self._days[value] = dates.day(value, today=self.today)
        said = self._days[value]
        return mark_safe(f'<span class="late">{said}</span>') if late and value < self.today else said

    def moment(self, value: datetime | None) -> SafeString:
        return dates.moment(value, today=self.today) if value else nothing()

    def ago(self, value: datetime | None) -> SafeString:
        return dates.ago(value, now=self.now) if value else nothing()

    def yes_no(self, value: bool | None) -> SafeString:
        return nothing() if value is None else escape(pgettext("answer", "Yes") if value else pgettext("answer", "No"))

    def link(self, record: Any) -> SafeString:
        from zhike.core.resources.registry import resource_of

        if record is None:
            return nothing()
        resource = resource_of(record)
        if resource and not is_off(resource.model.__module__):
            return format_html('<a href="{}">{}</a>', resource.url("detail", record), record)
        return escape(str(record))

    def link_to(self, record_type: str, pk: int, words: str) -> SafeString:
        """The link to a record of which only number and name are known: no query."""
        from zhike.core.resources.registry import resource_of

        resource = resource_of(record_type)
        if resource and not is_off(resource.model.__module__):
            return format_html('<a href="{}">{}</a>', resource.url("detail", _with_number(resource.model, pk)), words)
        return escape(words)

    def with_links(self, said: str) -> SafeString:
        """The text, escaped, with each reference (CV-12) as a link: no query."""
        from zhike.core.resources.registry import BY_PREFIX

        def linked(found: re.Match[str]) -> str:
            resource = BY_PREFIX.get(found[1])
            return self.link_to(resource.record_type, int(found[2]), found[0]) if resource else found[0]

        return mark_safe(REFERENCE.sub(linked, escape(said)))

    def money(self, amount: Decimal | None, currency: str) -> SafeString:
        from zhike.core.base import money

        return nothing() if amount is None else escape(money.shown(amount, currency, self.locale))

    def own(self, value: Any, definition: Any) -> SafeString:
        """The value of an own field as stored in JSON."""
        if value in (None, "", []):
            return nothing()
        if definition.kind == "date":
            return self.day(date.fromisoformat(value))
        if definition.kind == "boolean":
            return self.yes_no(value)
        if definition.kind == "money":
            return self.money(Decimal(value["amount"]), value["currency"])
        if definition.kind == "number":
            return escape(number_format(Decimal(value), use_l10n=True, force_grouping=True))
        if definition.kind == "long":
            return format_html('<span class="long">{}</span>', value)
        if definition.kind == "person":
            return self.person(value["id"]) if value["id"] in self.people else escape(value["text"])
        if definition.kind == "link":
            return self.link_to(definition.links_to, value["id"], value["text"])
        return escape(listed(value) if isinstance(value, list) else str(value))


def _with_number(model: Any, pk: int) -> Any:
    return model(pk=pk)
