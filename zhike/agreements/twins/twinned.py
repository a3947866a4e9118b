"""What a record needs to be told in two languages: which of its texts clients read, and the verbs that write a twin."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, reduce
from typing import Any, ClassVar

from django.apps import apps
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import Prevails
from zhike.agreements.twins.comparing import languages_of
from zhike.agreements.twins.errors import Confirmed, NoSuchText, OtherLines, SameLanguage
from zhike.agreements.twins.events import DROPPED, WRITTEN
from zhike.agreements.twins.models import Changed, Twin
from zhike.agreements.twins.steps import OfTextForm, TwinForm
from zhike.core.base.languages import in_each
from zhike.core.lifecycle.transition import transition
from zhike.core.record.models import may_amend_it
from zhike.core.timeline.moment import moment

OWN = ""
APART = "apart"


@dataclass(frozen=True)
class Text:
    """`words` under `key`; `row` and `name` say where it stands on the record, beside which other `names`."""

    key: str
    words: str
    record: Any
    row: Any
    name: str
    names: tuple[str, ...]

    @property
    def label(self) -> str:
        """Which text it is, in the language that is active: of a row beneath the record by its first words."""
        called = str(self.row._meta.get_field(self.name).verbose_name)
        called = called[:1].upper() + called[1:]
        if self.row is self.record:
            return called
        beginning = next(filter(None, (str(getattr(self.row, one) or "") for one in self.names)), str(self.row))
        return f"{Truncator(beginning).chars(60)}: {called}"

    @property
    def labels(self) -> dict[str, str]:
        """As an event keeps it: in each language."""
        return in_each(lambda: self.label)

    @property
    def lines(self) -> int:
        """How many there are, of a list; 0 of other texts."""
        kept = getattr(self.row, self.name)
        return len(kept) if isinstance(kept, list) else 0


def _may_have_twins(record: Any) -> bool:
    return bool(record.takes_twins)


class Twinned:
    """`twinned` names the texts that a client reads: the record's own under "", those of rows beneath it under the name
    by which it knows them; a row that `is_theirs` is in words of the client and needs no twin. A text kept as a list is
    one line each, and its twin has as many. `twin_owner` leads to who hears that one was changed alone.
    """

    twinned: ClassVar[dict[str, tuple[str, ...]]] = {}
    twin_owner: ClassVar[str] = "owner"

    @property
    def takes_twins(self: Any) -> bool:
        return self.archived_at is None

    @property
    def was_confirmed(self) -> bool:
        """Then twins that are there stay, and those added do not prevail."""
        return False

    def places(self: Any) -> Iterator[Text]:
        """Where a text stands or could stand, its own first."""
        for where, names in self.twinned.items():
            for row in (self,) if where == OWN else getattr(self, where).all():
                for name in () if getattr(row, "is_theirs", False) else names:
                    words = words_in(row, name).strip()
                    yield Text(key_of(self, row, name), words, self, row, name, names)

    def texts(self) -> Iterator[Text]:
        """All that stand today."""
        return (one for one in self.places() if one.words)

    def text_of(self, key: str) -> Text | None:
        return next((one for one in self.texts() if one.key == key), None)

    @property
    def twin_person(self) -> Any:
        """Who hears of it; None where nobody looks after it."""
        return reduce(lambda found, name: found and getattr(found, name), self.twin_owner.split("__"), self)

    @transition(
        may=may_amend_it, when=_may_have_twins, tells=WRITTEN, label=_("In two languages"), icon="globe", form=TwinForm,
        look=APART,
    )  # fmt: skip
    def write_twin(
        self: Any, *, by: Any, of: str, twin: str, prevails: str = "", same: bool = False
    ) -> dict[str, Any]:  # fmt: skip
        """How the text under the key `of` reads in the other language. Changed alone, it is behind until somebody says
        that both say the `same`. Raises NoSuchText, SameLanguage, OtherLines,
        Confirmed.
        """
        text = self.text_of(of)
        if text is None:
            raise NoSuchText
        found = languages_of(text.words, twin)
        if found is None:
            raise SameLanguage
        if text.lines and len(twin.splitlines()) != text.lines:
            raise OtherLines(text.lines)
        row = Twin.objects.on(self).filter(key=of).first()
        if self.was_confirmed and (row or prevails in (found[1], Prevails.BOTH)):
            raise Confirmed
        was = row.text if row else ""
        row = row or Twin(record_type=self._meta.label_lower, record_id=self.pk, key=of)
        told = {"of": of, "was": was, "now": twin, "prevailed": row.prevails}
        renewed = not row.pk or (twin != was and row.changed(text.words) in (Changed.TEXT, Changed.BOTH))
        row.text, row.language, row.prevails, row.written_by, row.written_at = twin, found[1], prevails, by, moment()
        row.behind = row.changed(text.words) if row.pk else Changed.NONE
        if same or renewed:
            row.agree(text.words)
        row.save()
        return {"name": str(self), "text": text.labels, **told}

    @transition(
        may=may_amend_it, when=_may_have_twins, tells=DROPPED, label=_("Take the other language away"), icon="close",
        form=OfTextForm, look=APART,
    )  # fmt: skip
    def drop_twin(self: Any, *, by: Any, of: str) -> dict[str, Any]:
        """The text stands alone again. Raises NoSuchText, Confirmed."""
        row = Twin.objects.on(self).filter(key=of).first()
        if row is None:
            raise NoSuchText
        if self.was_confirmed:
            raise Confirmed
        row.delete()
        text = self.text_of(of)
        called = text.labels if text else of
        return {"name": str(self), "text": called, "of": of, "was": row.text, "prevailed": row.prevails}


def words_in(row: Any, name: str) -> str:
    """A text as it stands; of a list one line each."""
    kept = getattr(row, name) or ""
    return "\n".join(map(str, kept)) if isinstance(kept, list) else str(kept)


def key_of(record: Any, row: Any, name: str) -> str:
    """`title` of the record itself, `way-7-title` of a row beneath it."""
    return name if row is record else f"{row._meta.model_name}-{row.pk}-{name}"


@cache
def twinned_models() -> tuple[Any, ...]:
    return tuple(one for one in apps.get_models() if issubclass(one, Twinned))
