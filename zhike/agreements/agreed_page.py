"""The page "What did we agree on …?": known against valid on a day, or one day against another."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from zhike.agreements.as_of import Pair, Standing, compared, end_of, known_on, valid_on
from zhike.agreements.checking import check_chains
from zhike.agreements.deciding import Deciding, beside
from zhike.agreements.differing import marked
from zhike.agreements.shown import as_read
from zhike.agreements.subjects import subject_of
from zhike.clients.models import Client
from zhike.clients.rights.as_of import rights_as_of
from zhike.core.resources.reader import Reader

READINGS = ("both", "known", "valid")
POINTS = 9
YEARS = range(1900, 2200)


@dataclass(frozen=True)
class Question:
    """What is asked: what was known and what was valid on a day, one of them, or what was valid on two days."""

    day: date
    against: date | None
    reading: str
    differs: bool

    @classmethod
    def of(cls, words: Mapping[str, str], reading: str = READINGS[0]) -> "Question":
        """As the words of an address say it: on, against, read, differs."""
        today, read = timezone.localdate(), words.get("read")
        day, against = asked_day(words.get("on"), today) or today, asked_day(words.get("against"), None)
        return cls(day, against, read if read in READINGS else reading, bool(words.get("differs")))

    @property
    def twofold(self) -> bool:
        return self.reading == "both" or self.against is not None

    def pairs(self, client: Any) -> list[Pair]:
        """Two days: what held on each. One day: known and valid, or one of them on both sides."""
        if self.against:
            return compared(valid_on(client, self.day), valid_on(client, self.against))
        if self.reading != "both":
            standings = (known_on if self.reading == "known" else valid_on)(client, self.day)
            return [Pair(one, one) for one in standings]
        return compared(known_on(client, self.day), valid_on(client, self.day))

    def people(self, client: Any) -> list[Deciding]:
        """The same of those who could decide for the client."""
        on = self.against or self.day
        known = self.reading != "valid" and not self.against
        before = rights_as_of(client, self.day, end_of(self.day) if known else None)
        alike = not self.twofold
        return beside(before, before if alike else rights_as_of(client, on))


@dataclass(frozen=True)
class Row:
    """A thread on the page; `left` and `right` are the marked words, `same` whether both sides say the same."""

    pair: Pair
    subject: str
    left: SafeString
    right: SafeString
    same: bool


@dataclass(frozen=True)
class Point:
    """A day on the line of days: `look` is asked, knot or ghost."""

    day: date
    words: str
    look: str


@login_required
@require_safe
def as_of_page(request: HttpRequest, reference: str) -> HttpResponse:
    """GET /clients/CL-12/agreed/?on=2026-05-03&against=2026-06-01&read=both&differs=1"""
    client = Client.objects.visible_to(request.user).by_reference(reference).first()
    if client is None:
        raise Http404
    today, asked = timezone.localdate(), Question.of(request.GET)
    rows, people = [row_of(pair, asked.twofold) for pair in asked.pairs(client)], asked.people(client)
    differing, others = [row for row in rows if row.pair.change], [one for one in people if one.change]
    context = {
        "client": client, "day": asked.day, "against": asked.against, "reading": asked.reading, "today": today,
        "rows": differing if asked.differs else rows, "differs": asked.differs,
        "people": others if asked.differs else people,
        "all": len(rows) + len(people), "differing": len(differing) + len(others),
        "points": points(differing, asked.day, today),
        "both": asked.twofold, "reader": Reader(request.user), "checked": check_chains(client.pk),
        "now": timezone.now(),
    }  # fmt: skip
    return render(request, "agreements/as_of.html", context)


def row_of(pair: Pair, twofold: bool) -> Row:
    left, right = marked(_words(pair.before), _words(pair.after))
    return Row(pair, subject_of(pair.entry), left, right, twofold and not pair.change)


def _words(standing: Standing | None) -> str:
    return as_read(standing.entry) if standing else ""


def points(rows: list[Row], day: date, today: date) -> list[Point]:
    """The days that explain the differences, in order: from when, written down, confirmed; the day asked, today."""
    found = {day: Point(day, _("the day you ask"), "asked")}
    for row in rows:
        standing = row.pair.after or row.pair.before
        if standing is None:
            continue
        entry = standing.entry
        told = [(entry.valid_from, _("valid from then"), "ghost")]
        told.append((timezone.localdate(entry.created_at), pgettext("on a day", "written down"), "knot"))
        if standing.said:
            told.append((timezone.localdate(standing.said.recorded_at), pgettext("on a day", "confirmed"), "knot"))
        for one, words, look in told:
            found.setdefault(one, Point(one, words, look))
    found.setdefault(today, Point(today, "", ""))
    nearest = sorted(found.values(), key=lambda point: abs((point.day - day).days))[:POINTS]
    return sorted(nearest, key=lambda point: point.day)


def asked_day(said: str | None, otherwise: date | None) -> date | None:
    """A day of the address; what is none is as if nothing had been said."""
    try:
        day = parse_date(said or "")
    except ValueError:
        day = None
    return day if day and day.year in YEARS else otherwise
