"""Links of a chunk's rows to other records, resolved by a few set queries: reference, outside number, e-mail, name."""

from collections.abc import Collection, Iterable
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import F, TextField, Value
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.clients.names import by_name
from zhike.clients.queryset import IsAny
from zhike.core.access.models import Team, User
from zhike.core.base.people import chinese_signs
from zhike.core.search.folding import fold

UNKNOWN = _("Nothing is known as “%(said)s”. Import it first, or give its reference, such as %(example)s.")
SEVERAL = _("%(count)s records are called “%(said)s”. Give the reference, such as %(example)s.")


class Links:
    """What texts mean as records that this person sees. `meaning` raises nothing: it gives a record or a sentence."""

    def __init__(self, records: Any, said: set[str]) -> None:
        self._example = f"{records.model.prefix}-12"
        self._found: dict[str, dict[int, Any]] = {}
        self._look_up(records, said)

    def unknown(self, parts: Iterable[str]) -> str:
        """The first text, when none of them means anything; else nothing."""
        parts = list(parts)
        return parts[0] if parts and not any(self._found.get(said) for said in parts) else ""

    def know(self, said: str, record: Any) -> None:
        """What a row has just made under this text."""
        self._found[said] = {id(record): record}

    def meaning(self, parts: Iterable[str]) -> Any:
        """The record that the first known of several texts means (a number and a name), else what is wrong."""
        parts = list(parts)
        for said in parts:
            if one := self._only(said):
                return one
        several = next((said for said in parts if len(self._found.get(said, ())) > 1), "")
        message: str | Promise = SEVERAL if several else UNKNOWN
        said = several or parts[0]
        return message % {"said": said, "count": len(self._found.get(said, ())), "example": self._example}

    def people(self, said: Iterable[str], client: Any) -> tuple[list[Any], list[str]]:
        """Those meant, of one client if it is known; and the texts which mean nobody there, or several."""
        found, unknown = [], []
        for text in said:
            meant = [one for one in self._found.get(text, {}).values() if not client or one.client_id == client.pk]
            if len(meant) == 1:
                found.append(meant[0])
            else:
                unknown.append(text)
        return found, unknown

    def _only(self, said: str) -> Any:
        found = self._found.get(said, {})
        return next(iter(found.values())) if len(found) == 1 else None

    def _look_up(self, records: Any, said: set[str]) -> None:
        """Each way is asked only for what the ways before it did not know."""
        for way in (_by_reference, _by_external_id, _by_email, by_name):
            unknown = said - self._found.keys()
            if not unknown:
                return
            for text, record in way(records, unknown):
                self._found.setdefault(text, {})[record.pk] = record


def _by_reference(records: Any, said: set[str]) -> list[tuple[str, Any]]:
    numbers = {text: number_of(text, records.model.prefix) for text in said}
    found = by_number(records, {number for number in numbers.values() if number})
    return [(text, found[number]) for text, number in numbers.items() if number in found]


def by_number(records: Any, wanted: set[int]) -> dict[int, Any]:
    """The records by the numbers asked for; the number of one that was merged gives the one it is part of."""
    found = {record.pk: record for record in records.filter(pk__in=wanted)} if wanted else {}
    merged = {pk: into for pk, record in found.items() if (into := getattr(record, "merged_into_id", None))}
    standing = {record.pk: record for record in records.filter(pk__in=set(merged.values()))} if merged else {}
    return found | {pk: standing[winner] for pk, winner in merged.items() if winner in standing}


def _by_external_id(records: Any, said: set[str]) -> list[tuple[str, Any]]:
    return [(record.external_id, record) for record in with_external_id(records, said)]


def with_external_id(records: Any, said: Collection[str]) -> Any:
    """Those with one of the outside numbers. That none is empty has to be said: only then is the index of use."""
    return records.filter(among(F("external_id"), said)).exclude(external_id="")


def among(told: Any, texts: Collection[str]) -> IsAny:
    """Whether an expression is one of many texts, which are sent as one value."""
    return IsAny(told, Value(list(texts), output_field=ArrayField(TextField())))


def _by_email(records: Any, said: set[str]) -> list[tuple[str, Any]]:
    mails = {text.lower(): text for text in said if "@" in text}
    found = records.filter(emails__overlap=list(mails)) if mails else []
    return [(mails[mail], record) for record in found for mail in record.emails if mail in mails]


def number_of(reference: str, prefix: str) -> int:
    """The primary key in CL-12 and in “Tramlight (CL-12)”, as an export writes it; else 0."""
    said = reference.strip().upper()
    said = said[:-1].rpartition("(")[2] if said.endswith(")") else said
    head, _dash, number = said.rpartition("-")
    return int(number) if head == prefix and number.isdecimal() and len(number) < 19 else 0


class Staff:
    """People and teams by e-mail, name or reference, also as “South (TM-1)”; read once for an import.

    Omar Haddad 王欧 is known by either of his names too, where nobody else is.
    """

    def __init__(self) -> None:
        people, teams = list(User.objects.at_work()), list(Team.objects.standing())
        self._people = _by_either(people) | _index(people) | {user.email.lower(): user for user in people}
        self._teams = _index(teams)

    def meaning(self, said: str, team: bool) -> Any:
        """The person or team, or None."""
        known, said = self._teams if team else self._people, fold(said.strip())
        return known.get(said) or known.get(said.removesuffix(")").rpartition("(")[2])


def _by_either(people: Iterable[Any]) -> dict[str, Any]:
    """By the Chinese and the other half of the names that have both, when only one is called so."""
    found: dict[str, Any] = {}
    for person in people:
        chinese = "".join(chinese_signs(person.name))
        other = " ".join(word for word in person.name.split() if not chinese_signs(word))
        for half in map(fold, (chinese, other) if chinese and other else ()):
            found[half] = None if half in found else person
    return found


def _index(records: Iterable[Any]) -> dict[str, Any]:
    """By folded name, when only one is called so, and by reference."""
    found: dict[str, Any] = {}
    for record in records:
        name = fold(record.name)
        found[name] = None if name in found else record
        found[fold(record.reference)] = record
    return found
