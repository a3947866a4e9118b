"""Taking a file in: keep it, read how it is written, match its columns, guess whose phones it holds."""

import secrets
import shutil
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from zhike.core.access.preferences import company
from zhike.core.base.cards import Cards
from zhike.core.base.listing import listed
from zhike.core.base.tables import Table
from zhike.core.base.workbooks import Sheet, read
from zhike.core.resources.registry import RESOURCES
from zhike.core.resources.resource import Resource
from zhike.surfaces.exchange import looks
from zhike.surfaces.exchange.engine import begin
from zhike.surfaces.exchange.inventing import invented
from zhike.surfaces.exchange.keys import KEYS
from zhike.surfaces.exchange.matching import CHOSEN, Match, field_called, match
from zhike.surfaces.exchange.models import Import, Perhaps, Stage, folder
from zhike.surfaces.exchange.saved import match_for, taken_over
from zhike.surfaces.exchange.targets import Target, targets_of

SAMPLE_ROWS = 300
PEOPLE = "contacts"  # whose business cards can be read


def open_file(source: Path, name: str, *, resource: str, by: Any) -> Import:
    """A new import of a copy of the file, matched as well as may be. Raises ValidationError: it cannot be read."""
    kept = folder() / f"{secrets.token_hex(16)}.csv"
    shutil.copyfile(source, kept)
    try:
        return _opened(kept, name, RESOURCES[resource], by)
    except BaseException:
        kept.unlink()
        raise


def reread(
    of: Import, *, encoding: str = "", delimiter: str = "", header_row: int | None = None, sheet: str = ""
) -> None:
    """Read the file as the person says, finding out what is left open; its columns are matched anew.

    Raises ValidationError: it cannot be read so. The import then stays as it was.
    """
    table = read(of.path, encoding=encoding, delimiter=delimiter, header_row=header_row, sheet=sheet)
    _look(of, table)
    begin(of, Stage.MATCH)


@transaction.atomic
def rematch(of: Import, chosen: Mapping[str, str]) -> None:
    """Set the fields that the person chose, by column; an empty one leaves the column out, `new:date` makes a field.

    Raises Forbidden where a field is to be made by who may not, ValidationError when a column or field is not known, or
    a field is taken twice.
    """
    chosen = invented(of, chosen, by=of.created_by)
    targets = targets_for(of)
    columns = {one.column for one in of.matched}
    for column, field in chosen.items():
        if column not in columns:
            message = _("The file has no column “%(said)s”. Its columns are: %(found)s.")
            raise ValidationError(message % {"said": column, "found": listed(one.column for one in of.matched)})
        if field and not field_called(field, of.resource, targets):
            message = _("There is no field “%(said)s”. The fields are: %(found)s.")
            raise ValidationError(message % {"said": field, "found": listed(targets)})
    named = {column: field and field_called(field, of.resource, targets) for column, field in chosen.items()}
    of.matches = [_kept(_chosen(one, named, targets)) for one in of.matched]
    _refuse_twice(of.matched, targets)
    of.save(update_fields=["matches"])


def choose_key(of: Import, said: str) -> None:
    """Raises ValidationError when the field cannot tell records apart, or no column becomes it."""
    key = said and (field_called(said, of.resource, targets_for(of)) or said)
    if key and key not in KEYS[of.resource]:
        message = _("“%(said)s” cannot be the key. Choose one of: %(found)s.")
        raise ValidationError(message % {"said": said, "found": listed(KEYS[of.resource])})
    if key and key not in {one.field for one in of.matched}:
        raise ValidationError(_("No column becomes the key “%(key)s”.") % {"key": key})
    of.key = key
    of.save(update_fields=["key"])


def choose_region(of: Import, said: str) -> None:
    """Raises ValidationError unless it is an ISO 3166 code whose phones we know."""
    if not looks.is_region(said):
        raise ValidationError(
            _("“%(said)s” is not a country. Give its two letters, such as CN or US.") % {"said": said}
        )
    of.region = said.upper()
    of.save(update_fields=["region"])


def choose_to_create_clients(of: Import, chosen: bool) -> None:
    """Whether clients that rows name and nobody knows are made. Raises ValidationError where rows name none."""
    if chosen and "client" not in targets_for(of):
        raise ValidationError(_("These rows name no clients that could be created."))
    of.creates_clients = chosen
    of.save(update_fields=["creates_clients"])


def choose_perhaps(of: Import, said: str) -> None:
    """What becomes of new rows that are perhaps there already. Raises ValidationError unless it is a `Perhaps`."""
    if said not in Perhaps.values:
        message = _("“%(said)s” is none of: %(found)s.")
        raise ValidationError(message % {"said": said, "found": listed(Perhaps.values)})
    of.perhaps = said
    of.save(update_fields=["perhaps"])


def targets_for(of: Import) -> dict[str, Target]:
    return targets_of(of.declared, of.declared.form(by=of.created_by))


def _opened(kept: Path, name: str, resource: Resource, by: Any) -> Import:
    of = Import(resource=resource.name, name=name[:200], file=kept.name, created_by=by)
    _look(of, read(kept))
    of.save()
    return of


def _look(of: Import, table: Table) -> None:
    """Note how the file is written, and match its columns."""
    if isinstance(table, Cards) and of.resource != PEOPLE:
        raise ValidationError(_("This file holds business cards. Import it under the contacts."))
    if not table.total:
        raise ValidationError(_("The file has column names but no rows."))
    values, home = first_values(table), company().region
    matches = match(of.resource, values, targets_for(of), home)
    of.encoding, of.delimiter, of.header_row, of.total = table.encoding, table.delimiter, table.header_row, table.total
    if isinstance(table, Sheet):
        of.sheet, of.sheets = table.sheet, list(table.sheets)
    saved = match_for(of.resource, table.columns)
    if saved:
        matches = taken_over(saved, matches, targets_for(of))
        of.key = saved.key if saved.key in {one.field for one in matches} else ""
    of.matched_as = saved.name if saved else ""
    of.matches = [_kept(one) for one in matches]
    of.region = _region(matches, values, home)


def first_values(table: Table) -> dict[str, list[str]]:
    """The filled cells of each column among the first rows."""
    found: dict[str, list[str]] = {column: [] for column in table.columns}
    for row in islice(table.dicts(), SAMPLE_ROWS):
        for column, value in row.items():
            if said := value.strip():
                found[column].append(said)
    return found


def _region(matches: Sequence[Match], values: Mapping[str, Sequence[str]], home: str) -> str:
    return looks.likely_region([said for one in matches if one.field == "phones" for said in values[one.column]], home)


def _chosen(one: Match, chosen: Mapping[str, str], targets: Mapping[str, Target]) -> Match:
    """As the person chose; a field chosen for another column is taken from this one, unless both may become it."""
    if one.column in chosen:
        field = chosen[one.column]
        return one if field == one.field else Match(one.column, field, CHOSEN if field else "", one.sample)
    taken = one.field and one.field in chosen.values() and not targets[one.field].many
    return Match(one.column, "", "", one.sample) if taken else one


def _refuse_twice(matches: Sequence[Match], targets: Mapping[str, Target]) -> None:
    fields = [one.field for one in matches if one.field and not targets[one.field].many]
    if twice := next((field for field in fields if fields.count(field) > 1), ""):
        message = _("Two columns become “%(field)s”. Choose one of them.")
        raise ValidationError(message % {"field": targets[twice].label})


def _kept(one: Match) -> list[Any]:
    return [one.column, one.field, one.why, [said[:80] for said in one.sample]]
