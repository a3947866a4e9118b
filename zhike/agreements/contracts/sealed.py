"""What the ledger says of editions: in which of them a line was agreed, and whether each reads as it was sealed."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from zhike.agreements.chain import Fault
from zhike.agreements.checking import also_checked
from zhike.agreements.choices import ClauseKind, Verb
from zhike.agreements.contracts.models import Contract, EditionLine
from zhike.agreements.contracts.models.edition import WHOLE
from zhike.agreements.models import Act, Clause
from zhike.agreements.origins import Origin, origins

SOURCE = "contracts.contract"


@origins
def editions_of(entries: Collection[Any]) -> dict[int, Origin]:
    """The edition that said it first."""
    ours = [one.pk for one in entries if one.source_type == SOURCE]
    if not ours:
        return {}
    lines = EditionLine.objects.filter(entry__in=ours).select_related("edition").order_by("-edition__number")
    return {line.entry_id: _origin(line.edition) for line in lines}


def _origin(edition: Any) -> Origin:
    reference = f"{Contract.prefix}-{edition.contract_id}"
    words = _("%(contract)s, edition %(n)s") % {"contract": reference, "n": edition.number}
    return Origin(words, reverse("contract_edition", args=[reference, edition.number]))


@also_checked
def editions(client: int | None) -> Iterator[Fault]:
    """Those that no longer have the fingerprint that was sealed with the line of the contract itself.

    Where a person was erased from the words, it cannot be told.
    """
    first = Act.objects.filter(entry=OuterRef("pk")).order_by("pk")
    sealed = Clause.objects.filter(Q(client=client) if client else Q(), aspect=ClauseKind.CONTRACT)
    for entry in sealed.annotate(act=Subquery(first.values("number")[:1])).order_by("pk").iterator():
        line = EditionLine.objects.filter(entry=entry, part=WHOLE).select_related("edition").first()
        if line is None or (line.edition.seen != entry.measure and not _has_gaps(line.edition)):
            yield Fault(entry.client_id, entry.act, (_("edition of %(what)s") % {"what": entry.source_text},))


def _has_gaps(edition: Any) -> bool:
    acts = Act.objects.filter(entry__in=edition.lines.values("entry"), verb=Verb.PROPOSED)
    return any(not salt for act in acts for salt, _digest in act.seals.values())
