"""How a row finds the record it means.

By default: the reference, else the outside number, else the same name with an equal e-mail or phone, or with nothing
known that speaks against it. A key that the person chose counts alone.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhike.clients.names import NameKey, name_keys
from zhike.core.base.listing import listed
from zhike.surfaces.exchange.alike import Alike
from zhike.surfaces.exchange.links import among, by_number, number_of, with_external_id
from zhike.surfaces.exchange.rows import Incoming

LISTS = ("emails", "phones")
_COMMON = ("reference", "external_id", "name", "emails", "phones", "wechat")
KEYS = {
    "clients": (*_COMMON, "tax_number", "short_name", "website"),
    "contacts": _COMMON,
    "conversations": ("reference", "external_id"),
    "purchases": ("reference", "external_id"),
}
# Records without a name of their own: when all of these that the file says are equal, it means the same one.
ALIKE = {
    "conversations": ("client", "happened_at", "text"),
    "purchases": ("client", "happened_on", "what", "quantity", "amount", "currency"),
}
# What a new record is given where the file does not say it.
GIVEN = {"purchases": {"source": "import"}}
NOT_FOUND = _("No record has the reference “%(said)s”, or you may not see it. Mend the reference or empty the cell.")
ARCHIVED = _("%(found)s is archived. Bring it back first, or take the row out.")
SEVERAL = _("Several records fit: %(found)s. Say which by its reference in a column of its own.")
NO_KEY = _("The key is empty. Fill in the cell, or choose another key.")


class Found(NamedTuple):
    """`record` is None for a new one; `surely` is whether more than a name told it."""

    record: Any
    surely: bool


class Known:
    """The records that a chunk's rows may mean, and those that rows before have made."""

    def __init__(self, records: Any, key: str = "", alike: Alike | None = None) -> None:
        self.records, self.key, self.alike = records, key, alike
        self.prefix = records.model.prefix
        self._by_pk: dict[int, Any] = {}
        self._by_external: dict[str, list[Any]] = {}
        self._by_name: dict[str, list[Any]] = {}
        self._by_key: dict[str, list[Any]] = {}

    def load(self, rows: Sequence[Incoming]) -> None:
        """Everything that the rows may mean, by a few set queries."""
        keys = name_keys({name for one in rows if (name := one.values.get("name"))})
        for one in rows:
            one.name_key = keys.get(one.values.get("name", ""), "")
        references = {number_of(one.said.get("reference", ""), self.prefix) for one in rows} - {0}
        referred = by_number(self._named(self.records), references)
        for record in (*self._candidates(rows), *referred.values()):
            if record.pk not in self._by_pk:
                self._remember(record, getattr(record, "name_key", ""))
                if self.alike and record.archived_at is None:
                    self.alike.remember(record)
        self._by_pk |= {number: self._by_pk[record.pk] for number, record in referred.items()}

    def find(self, one: Incoming) -> Found:
        """Raises ValidationError when the row cannot be told to mean one record or none."""
        if reference := one.said.get("reference"):
            return Found(_standing(self._by_reference(reference)), True)
        if self.key:
            return self._by_chosen_key(one)
        external = one.values.get("external_id", "")
        if external and (found := self._by_external.get(external)):
            return Found(_standing(_only(found)), True)
        return self._by_equality(one, external) if self.alike else self._by_likeness(one, external)

    def is_new(self, one: Incoming) -> bool:
        """Whether nothing that is known so far is meant."""
        try:
            return self.find(one).record is None
        except ValidationError:
            return False

    def learn(self, numbers: set[int]) -> None:
        """Records that rows may mean for other reasons than their keys."""
        if wanted := numbers - self._by_pk.keys():
            for record in self.records.filter(pk__in=wanted).annotate(name_key=NameKey("name")):
                self._remember(record, record.name_key)

    def by_number(self, pk: int) -> Any:
        return self._by_pk.get(pk)

    def add(self, record: Any, name_key: str) -> None:
        """A record that a row has just made."""
        self._remember(record, name_key)

    def _candidates(self, rows: Sequence[Incoming]) -> Iterable[Any]:
        wanted = self._wanted_by_key(rows) if self.key else self._wanted_by_default(rows)
        return (record for query in wanted for record in self._named(query))

    def _named(self, records: Any) -> Any:
        return records if self.alike else records.annotate(name_key=NameKey("name"))

    def _wanted_by_default(self, rows: Sequence[Incoming]) -> list[Any]:
        if self.alike:
            externals = {one.values.get("external_id", "") for one in rows} - {""}
            rest = [one for one in rows if not (one.values.get("external_id") or one.said.get("reference"))]
            found = [self.alike.candidates(rest)] if rest else []
            return [*found, with_external_id(self.records, externals)] if externals else found
        names = {one.name_key for one in rows} - {""}
        externals = {one.values.get("external_id", "") for one in rows} - {""}
        found = [self.records.filter(among(NameKey("name"), names), archived_at=None)] if names else []
        return [*found, with_external_id(self.records, externals)] if externals else found

    def _wanted_by_key(self, rows: Sequence[Incoming]) -> list[Any]:
        said = {text for one in rows for text in _texts(one.values.get(self.key))}
        if self.key == "name":
            return [self.records.filter(among(NameKey("name"), {one.name_key for one in rows} - {""}))]
        if self.key == "reference":
            return []
        condition = f"{self.key}__overlap" if self.key in LISTS else f"{self.key}__in"
        return [self.records.filter(Q(**{condition: list(said)}))] if said else []

    def _by_reference(self, said: str) -> Any:
        if record := self._by_pk.get(number_of(said, self.prefix)):
            return record
        raise ValidationError(NOT_FOUND, params={"said": said})

    def _by_chosen_key(self, one: Incoming) -> Found:
        said = [one.name_key] if self.key == "name" else _texts(one.values.get(self.key))
        if not any(said):
            raise ValidationError(NO_KEY)
        found = {id(record): record for text in said for record in self._by_key.get(text, [])}
        return Found(_standing(_only(found.values())), True)

    def _by_likeness(self, one: Incoming, external: str) -> Found:
        """Same name; an equal e-mail or phone decides, else nothing may speak against it."""
        same = [record for record in self._by_name.get(one.name_key, []) if not (external and record.external_id)]
        equal = [record for record in same if any(set(getattr(record, n)) & set(one.values.get(n, ())) for n in LISTS)]
        return Found(_only(equal or [record for record in same if not _speaks_against(record, one.values)]), False)

    def _by_equality(self, one: Incoming, external: str) -> Found:
        found = None if external or self.alike is None else self.alike.find(one)
        if found is not None and self.alike:
            self.alike.take(found)
        return Found(found, True)

    def _remember(self, record: Any, name_key: str) -> None:
        if record.pk:
            self._by_pk[record.pk] = record
        if record.external_id:
            self._by_external.setdefault(record.external_id, []).append(record)
        if record.archived_at is None:
            self._by_name.setdefault(name_key, []).append(record)
        for text in [name_key] if self.key == "name" else _texts(getattr(record, self.key)) if self.key else []:
            self._by_key.setdefault(text, []).append(record)


def _speaks_against(record: Any, values: dict[str, Any]) -> bool:
    """Both know an e-mail or phone and none is equal, or both stand with a client and not the same."""
    if any(getattr(record, name) and values.get(name) for name in LISTS):
        return True
    client, other = getattr(record, "client_id", None), values.get("client")
    return bool(client and other and client != other.pk)


def _only(found: Iterable[Any]) -> Any:
    found = list(found)
    if len(found) > 1:
        shown = listed(record.reference if record.pk else record for record in found[:5])
        raise ValidationError(SEVERAL, params={"found": shown})
    return found[0] if found else None


def _standing(record: Any) -> Any:
    if record is not None and record.archived_at is not None:
        raise ValidationError(ARCHIVED, params={"found": record.reference})
    return record


def _texts(value: Any) -> list[str]:
    return list(value) if isinstance(value, (list, tuple)) else [str(value)] if value else []
