"""What a picture is asked: over which days and for whose clients; and how lists say the same."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, F, QuerySet
from django.http import QueryDict

from zhike.core.base.days import dated_words, short_day_words
from zhike.core.pages.listing import Listing
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import RESOURCES
from zhike.insight.analytics.registry import Value
from zhike.insight.analytics.stretch import Stretch, read

WHOSE = ("owner", "team")
COUNT = Count("pk")


class Asked:
    """`words` is the query of the address: `period`, `owner`, `team`.

    Values are counted over the very list that their address opens, so that they cannot say more than the person sees.
    """

    def __init__(self, user: Any, words: Mapping[str, str]) -> None:
        self.user, self.reader = user, Reader(user)
        self.period = words.get("period", "")
        self.whose = {name: words[name] for name in WHOSE if words.get(name)}

    @cached_property
    def stretch(self) -> Stretch:
        return read(self.period, self.reader.today)

    @property
    def query(self) -> str:
        """The address's query."""
        return urlencode({"period": self.period, **self.whose} if self.period else self.whose)

    def week_words(self, week: Stretch) -> str:
        """Its first day, with the year where that is not the one in which the whole ends."""
        return short_day_words(week.first) if week.first.year == self.stretch.last.year else dated_words(week.first)

    def found(self, resource: str, **words: Any) -> QuerySet[Any]:
        """The records of the list that `address` opens."""
        return Listing(RESOURCES[resource], self.user, QueryDict(self._said(resource, words))).matching

    def address(self, resource: str, **words: Any) -> str:
        return f"{RESOURCES[resource].url()}?{self._said(resource, words)}"

    def tally(self, resource: str, *by: Any, told: Any = COUNT, **words: Any) -> dict[Any, Any]:
        """What the list comes to by one column or expression, or by several as a tuple; one query."""
        named = {f"by_{n}": F(one) if isinstance(one, str) else one for n, one in enumerate(by)}
        rows = self.found(resource, **words).order_by().annotate(**named).values_list(*named).annotate(told=told)
        return {(row[0] if len(by) == 1 else row[:-1]): row[-1] for row in rows}

    def value(self, bucket: Any, series: Any, number: Any, resource: str, *, signal: str = "", **words: Any) -> Value:
        """A value with the list behind it."""
        return Value(str(bucket), str(series), number, self.address(resource, **words), signal)

    def _said(self, resource: str, words: Mapping[str, Any]) -> str:
        """A picture that itself goes by owner or team says which; a list would take two as either of them."""
        path = "" if resource == "clients" else "client__"
        of_whom = {f"{path}{name}": value for name, value in self.whose.items()}
        return urlencode(of_whom | dict(words), doseq=True)
