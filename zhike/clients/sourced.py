"""Where a fact is known from, and as of when: every kind of fact about a client says so."""

from datetime import date
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from zhike.core.record.fields import DateField
from zhike.core.record.form import RecordForm
from zhike.core.resources.columns import Column
from zhike.core.resources.reader import Reader
from zhike.core.ui.cells import nothing


class Source(models.TextChoices):
    TOLD = "told", _("The client told us")
    SEEN = "seen", _("We saw it ourselves")
    CONTRACT = "contract", _("Contract")
    INVOICE = "invoice", _("Invoice")
    PUBLIC = "public", _("Published")
    IMPORT = "import", _("Brought in from a file")
    ASSUMED = "assumed", _("Our assumption")


class Sourced(models.Model):
    """`source_text` says where exactly; a reference in it, such as CV-12, leads there. `known_on` is the day as of."""

    source = models.CharField(_("source"), max_length=10, choices=Source, blank=True)
    source_text = models.CharField(_("where exactly"), max_length=200, blank=True)
    known_on = models.DateField(_("as of"), null=True, blank=True)

    class Meta:
        abstract = True


SOURCE_FIELDS = ("source", "source_text", "known_on")
SOURCE_GROUP = (_("Where we know it from"), list(SOURCE_FIELDS))
SOURCE_HINTS = {"source_text": _("A page, a name, or the reference of a conversation or file, such as CV-12.")}


class SourcedForm(RecordForm):
    """What is added on a page was told by the client, unless one says otherwise; its day is the day of adding."""

    known_on = DateField(label=_("As of"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.initial.setdefault("source", Source.TOLD)

    def clean_known_on(self) -> date:
        return self.cleaned_data["known_on"] or self.instance.known_on or timezone.localdate()


def provenance(record: Any, reader: Reader) -> SafeString:
    """Source, where exactly, and the day, on one quiet line."""
    parts = [record.get_source_display() if record.source else "", reader.with_links(record.source_text)]
    told = [*filter(None, parts), *([reader.day(record.known_on)] if record.known_on else [])]
    return format_html_join(" · ", "{}", ((one,) for one in told)) if told else nothing()


PROVENANCE = Column("source", _("Source"), provenance, needs=SOURCE_FIELDS)
