"""What becomes of each row of a chunk: a new record, a change, nothing, or a reject. Nothing is written here."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError

from zhike.clients.models import Client
from zhike.core.access.preferences import company
from zhike.core.base.tables import Row
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.record.form import RecordForm
from zhike.surfaces.exchange.alike import Alike
from zhike.surfaces.exchange.blank import Blank
from zhike.surfaces.exchange.headers import VALUES
from zhike.surfaces.exchange.keys import ALIKE, GIVEN, LISTS, Found, Known
from zhike.surfaces.exchange.links import Links, Staff
from zhike.surfaces.exchange.making import Maker
from zhike.surfaces.exchange.models import Import, Perhaps
from zhike.surfaces.exchange.resembling import Resemblance, Resembling
from zhike.surfaces.exchange.rows import Incoming, Shape, said_of
from zhike.surfaces.exchange.targets import Target, choices_by_word, targets_of

LENIENT = ("country", "size", "follow_up_on")


@dataclass
class Plan:
    """What a chunk comes to. `steps` are, in the order of the file, (row number, record, what changed or None).

    `made` are clients on the way, with the number of the row that named them; `linked` what is to be set on a record's
    many-to-many fields, by (record's identity, field); `likely` the rows taken that are perhaps another record.
    """

    made: list[tuple[int, Client]] = field(default_factory=list)
    created: list[Any] = field(default_factory=list)
    steps: list[tuple[int, Any, dict[str, Any] | None]] = field(default_factory=list)
    rejected: list[Incoming] = field(default_factory=list)
    updated: int = 0
    unchanged: int = 0
    perhaps_same: int = 0
    warnings: list[tuple[str, str]] = field(default_factory=list)
    linked: dict[tuple[int, str], tuple[Any, list[Any]]] = field(default_factory=dict)
    likely: list[tuple[Incoming, Resemblance]] = field(default_factory=list)


class Planner:
    """One import's way of reading rows. `keep` remembers what rows before have made, for a run that writes nothing."""

    def __init__(self, of: Import, *, keep: bool) -> None:
        self.of, self.by, self.keep = of, of.created_by, keep
        self.model = of.declared.model
        self.form: RecordForm = of.declared.form(by=self.by)
        vars(self.form)["home"] = of.region
        self.targets: dict[str, Target] = targets_of(of.declared, self.form)
        others = VALUES.get(of.resource, {})
        words = {name: choices_by_word(one) | others.get(name, {}) for name, one in self.form.fields.items()}
        self.shape = Shape(of.matched, self.targets, words, of.region)
        self.linked, self.staffed, self.peopled = (
            [name for name in self.shape.places if self.targets[name].kind == kind]
            for kind in ("link", "staff", "people")
        )
        self._waits = bool(self.linked or self.staffed or self.peopled)  # rows that name others ask who they are
        self._ahead: tuple[Sequence[Row], Plan, list[Incoming]] | None = None
        self.staff = Staff()
        self.maker = Maker(self.by) if of.creates_clients else None
        self._made: dict[str, Client] = {}
        self._known: Known | None = None
        self.resembling = Resembling(of)
        self.blank = Blank(self.model, self.by, GIVEN.get(of.resource, {}))

    def read_ahead(self, rows: Sequence[Row]) -> None:
        """Read what is to be planned next, while another process works for the chunk before."""
        self._ahead = rows, *self._read(rows)

    def plan(self, rows: Sequence[Row]) -> Plan:
        ahead, self._ahead = self._ahead, None
        plan, incoming = ahead[1:] if ahead and ahead[0] is rows else self._read(rows)
        if self._waits:
            self._resolve(incoming, plan)
            self._clean(incoming)
        known = self._known_for([one for one in incoming if not one.is_wrong])
        likely = self.resembling.look(incoming, known)
        for one in incoming:
            self._settle(one, known, likely, plan)
        self._leave_unneeded(plan)
        return plan

    def faults(self, one: Incoming) -> list[tuple[str, str, str, str]]:
        """What is wrong with a row: column, field, value, reason."""
        found = []
        for name, reasons in one.wrong.items():
            wrong = lambda text, name=name: bool(self.form.clean_row({name: text}, [name])[1])  # noqa: E731
            column, value = self.shape.where(name, one.row, wrong) if name in self.targets else ("", "")
            label = str(self.targets[name].label) if name in self.targets else ""
            found += [(column, label, value, reason) for reason in reasons]
        return found

    def _read(self, rows: Sequence[Row]) -> tuple[Plan, list[Incoming]]:
        plan, incoming = Plan(), [self.shape.read(row) for row in rows]
        if not self._waits:
            self._clean(incoming)
        return plan, incoming

    def _resolve(self, incoming: Sequence[Incoming], plan: Plan) -> None:
        for name in self.linked:
            links = Links(self._offered(name), said_of(incoming, name))
            for known, client in self._made.items():
                links.know(known, client)
            for one in incoming:
                if parts := one.said.get(name):
                    if self.maker and name == "client":
                        self._make(links, one, links.unknown(parts), plan)
                    meant = links.meaning(parts)
                    one.said[name] = meant
                    if isinstance(meant, str):
                        one.said[name], one.wrong[name] = None, [meant]
        for name in self.peopled:
            self._find_people(incoming, name, plan)
        for name in self.staffed:
            for one in incoming:
                if (said := one.said.get(name)) and not self._staff(one, name, said):
                    self._warn(one, name, said, plan)

    def _make(self, links: Links, one: Incoming, said: str, plan: Plan) -> None:
        """Make the client that nobody knows; the row is refused as usual where that cannot be."""
        if not said or self.maker is None:
            return
        try:
            client = self.maker.client(said)
        except ValidationError:
            return
        links.know(said, client)
        plan.made.append((one.row.number, client))

    def _leave_unneeded(self, plan: Plan) -> None:
        """No client is made for rows that are not taken."""
        if plan.made:
            needed = {id(record.client) for record in plan.created}
            plan.made = [(row, client) for row, client in plan.made if id(client) in needed]
            if self.keep:
                self._made |= {client.name: client for _row, client in plan.made}

    def _find_people(self, incoming: Sequence[Incoming], name: str, plan: Plan) -> None:
        """The people of a row are those of its client; where it names none, the client is theirs."""
        model: Any = self.model._meta.get_field(name).related_model
        links = Links(model.objects.visible_to(self.by).select_related("client"), said_of(incoming, name))
        for one in incoming:
            if parts := one.said.get(name):
                one.said[name], unknown = links.people(parts, one.said.get("client"))
                for said in unknown:
                    self._warn(one, name, said, plan)
                if one.said[name] and "client" not in one.said:
                    one.said["client"] = one.said[name][0].client

    def _offered(self, name: str) -> Any:
        """What a link's field offers: what the person sees."""
        field: Any = self.form.fields[name]
        return field.queryset

    def _staff(self, one: Incoming, name: str, said: str) -> Any:
        one.said[name] = self.staff.meaning(said, team=name == "team")
        return one.said[name] or one.said.pop(name)

    def _clean(self, incoming: Sequence[Incoming]) -> None:
        for one in incoming:
            if "" not in one.wrong:
                self._clean_one(one)

    def _clean_one(self, one: Incoming) -> None:
        self.form.instance = self.blank.record
        one.values, wrong = self.form.clean_row(one.said)
        one.wrong = wrong | one.wrong
        for name in LENIENT:
            if name in one.wrong and name in one.said:
                one.left[name] = one.said.pop(name)
                del one.wrong[name]

    def _known_for(self, rows: Sequence[Incoming]) -> Known:
        known = self._known or self._nobody_known()
        known.load(rows)
        if self.keep:
            self._known = known
        return known

    def _nobody_known(self) -> Known:
        names, records = ALIKE.get(self.of.resource), self._records()
        alike = Alike(records, names, self.of.first_record) if names else None
        return Known(records, self.of.key, alike)

    def _records(self) -> Any:
        """Those that the person sees, with what they link to, locked until the chunk is written."""
        records = self.model.objects.visible_to(self.by).prefetch_related(*self.peopled)
        if joined := [name for name in (*self.linked, *self.staffed) if not name.startswith("own_")]:
            records = records.select_related(*joined)
        return records if self.keep else records.select_for_update(of=("self",), no_key=True).order_by("pk")

    def _settle(self, one: Incoming, known: Known, likely: dict[int, Resemblance], plan: Plan) -> None:
        found = Found(None, False)
        try:
            found = found if one.is_wrong else known.find(one)
        except ValidationError as error:
            one.wrong[self._key_of(one)] = error.messages
        for name, said in one.left.items():
            if getattr(found.record, name, None) != said:  # what stands there already is no news
                self._warn(one, name, said, plan)
        if one.is_wrong or (found.record is None and one.wrong):
            plan.rejected.append(one)
        elif found.record is not None:
            self._update(one, found, plan)
        elif like := likely.get(one.row.number):
            self._take_likely(one, like, known, plan)
        else:
            self._create(one, known, plan)

    def _take_likely(self, one: Incoming, like: Resemblance, known: Known, plan: Plan) -> None:
        """As the person chose: refused, added to the record that is there, or a record of its own."""
        plan.perhaps_same += 1
        if refused := like.refusal(self.of.perhaps, one.said):
            one.wrong |= refused
            plan.rejected.append(one)
            return
        record = known.by_number(like.first.record.pk) if self.of.perhaps == Perhaps.UPDATE else None
        if record is None:
            self._create(one, known, plan)
        else:
            self._update(one, Found(record, False), plan)
        if not one.wrong:
            plan.likely.append((one, like))

    def _key_of(self, one: Incoming) -> str:
        """The field by which the row was looked for."""
        names = ("reference",) if "reference" in one.said else (self.of.key, "external_id", "name")
        return next((name for name in names if name in one.said), "")

    def _create(self, one: Incoming, known: Known, plan: Plan) -> None:
        record = self.blank.filled(one.values, one.said)
        if self._would_be_unseen(record):
            record.owner = self.by
        known.add(record, one.name_key)
        self._link(one, record, plan)
        plan.created.append(record)
        plan.steps.append((one.row.number, record, None))

    def _would_be_unseen(self, record: Any) -> bool:
        """Without an owner, a client seen by few vanishes from who brought it, and would come again next time."""
        open_to = getattr(record, "visibility", "everyone") or company().client_visibility
        return open_to != "everyone" and record.owner_id is None and not self.by.is_system

    def _update(self, one: Incoming, found: Found, plan: Plan) -> None:
        record = found.record
        self._clean_at_home(one, record)
        if one.is_wrong or not self.model.may_amend(self.by, record):
            one.wrong = one.wrong or {"": [str(Forbidden())]}
            plan.rejected.append(one)
            return
        values = one.told() if found.surely else _joined(record, one.told())
        changed = {name: [was, now] for name, was, now in record.differences(values)}
        if not changed:
            plan.unchanged += 1
            return
        record.write({name: values[name] for name in changed})
        self._link(one, record, plan, changed)
        record.version += 1
        plan.updated += 1
        plan.steps.append((one.row.number, record, changed))

    def _link(self, one: Incoming, record: Any, plan: Plan, only: Collection[str] | None = None) -> None:
        for name in self.peopled:
            if one.said.get(name) and (only is None or name in only):
                plan.linked[id(record), name] = record, one.said[name]

    def _clean_at_home(self, one: Incoming, record: Any) -> None:
        """National numbers again by the record's own country, where the file says none."""
        asked, self.form.instance = self._region(one), record
        if self._region(one) != asked:
            one.values, one.wrong = self.form.clean_row(one.said, one.said)

    def _region(self, one: Incoming) -> str:
        self.form.cleaned_data = one.values
        return str(self.form.region()) if hasattr(self.form, "region") else ""

    def _warn(self, one: Incoming, name: str, said: Any, plan: Plan) -> None:
        column, text = self.shape.where(name, one.row, lambda _said: True)
        plan.warnings.append((column, said if isinstance(said, str) else text))


def _joined(record: Any, values: dict[str, Any]) -> dict[str, Any]:
    """What a record found by its likeness may take: its name stays, its lists grow."""
    lists = {name: [*getattr(record, name)] for name in (*LISTS, "tags") if name in values}
    grown = {name: [*had, *(one for one in values[name] if one not in had)] for name, had in lists.items()}
    keeps = {"name"} | ({"external_id"} if record.external_id else set())
    return {name: grown.get(name, value) for name, value in values.items() if name not in keeps}
