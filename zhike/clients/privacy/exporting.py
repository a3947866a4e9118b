"""Everything known about a person as one zip: JSON for programs, a page in each language for people, the files."""

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from zhike.clients.models import Contact
from zhike.clients.privacy.belongings import conversations_of
from zhike.clients.privacy.erasing import Known
from zhike.core.files import store
from zhike.core.record.amending import told
from zhike.core.timeline.models import Event
from zhike.core.timeline.sentences import plain

PIECE = 1 << 18
Entry = list[tuple[str, str]]


@dataclass(frozen=True)
class Section:
    """`rows` are of one table, or of several that belong together; `note` says what they have to do with the person."""

    title: str
    note: str
    rows: list[Any]

    @property
    def entries(self) -> list[Entry]:
        return [[(label, said) for label, said in _said(row) if said != "–"] for row in self.rows]


def write_zip(person: Contact) -> store.Kept:
    """Kept where files are; a sweep removes it after a day, since no row knows it."""
    known = Known(person)
    with tempfile.TemporaryFile() as file:
        with ZipFile(file, "w", ZIP_DEFLATED) as box:
            _fill(box, known)
        file.seek(0)
        return store.keep(_pieces(file))


def sections(known: Known) -> list[Section]:
    """In the language that is active. Found by what hangs on the person, so new areas are in it of themselves."""
    found = [Section(_("The person"), "", known.people)]
    for model, pks in known.own.items():
        rows = list(model._base_manager.filter(pk__in=pks).order_by("pk"))
        found.append(Section(str(capfirst(model._meta.verbose_name_plural)), _("About the person"), rows))
    talks = list(conversations_of(known.ids))
    found.append(Section(_("Conversations"), _("In which the person took part"), talks))
    found.append(Section(_("Mails"), _("To the person or about them"), known.letters))
    found.append(Section(_("Files"), _("In the folder “files” of this archive"), known.files))
    found.append(Section(_("Elsewhere"), _("Where the name, a number or an address is found"), _elsewhere(known)))
    found.append(Section(_("What happened"), _("The history"), list(events_of(known))))
    return [one for one in found if one.rows]


def events_of(known: Known) -> Any:
    about = Q(pk__in=known.events.values("pk"))
    for record_type, ids in known.told:
        about |= Q(record_type=record_type, record_id__in=ids)
    return Event.objects.filter(about).order_by("pk")


def _elsewhere(known: Known) -> list[Any]:
    talks = {one.pk for one in conversations_of(known.ids)}
    rows = (one.row for one in known.mentions if one.seen_alone)
    return [row for row in rows if not (row._meta.model_name == "conversation" and row.pk in talks)]


def _fill(box: ZipFile, known: Known) -> None:
    whole = {one.title: [_values(row) for row in one.rows] for one in sections(known)}
    made = {"made_at": timezone.now().isoformat(), "reference": known.person.reference, "data": whole}
    box.writestr("person.json", json.dumps(made, ensure_ascii=False, indent=2))
    for language, name in settings.LANGUAGES:
        with override(language):
            page = {"sections": sections(known), "person": known.person, "language": language, "name": name}
            box.writestr(f"person.{language}.html", render_to_string("privacy/export.html", page))
    for file in known.files:
        if file.stored and store.path_of(file.stored).exists():
            box.write(store.path_of(file.stored), f"files/{file.reference} {file.name}")


def _values(row: models.Model) -> dict[str, Any]:
    return {field.name: told(getattr(row, field.attname)) for field in _columns(row)} | _people(row)


def _people(row: Any) -> dict[str, Any]:
    links = {field.name for field in row._meta.many_to_many if field.related_model is Contact}
    return {name: told(getattr(row, name).all()) for name in links}


def _said(row: Any) -> Iterator[tuple[str, str]]:
    for field in _columns(row):
        value = getattr(row, field.attname) if field.attname == "record_type" else getattr(row, field.name)
        display = getattr(row, f"get_{field.name}_display", None)
        yield str(capfirst(field.verbose_name)), str(display()) if display and value else plain(told(value))


def _columns(row: models.Model) -> Iterable[Any]:
    """Without what is only for the program's own use."""
    spared = {"version", "stored", "sha256", "message_id", "claimed_until", "handed_over_at"}
    return [field for field in row._meta.concrete_fields if field.name not in spared]


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece
