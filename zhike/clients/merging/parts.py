"""What was merged into a record, on its page."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.clients.merging.models import Merge
from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.parts import part

SHOWN = 3


def _merge_with(record: Any, reader: Any) -> dict[str, Any] | None:
    return {} if may_work(reader.user) and record.archived_at is None else None


def _merged_in(record: Any, _reader: Any) -> dict[str, Any] | None:
    merges = list(Merge.objects.standing().filter(erased=False).into(record)[:SHOWN])
    return {"merges": merges, "prefix": record.prefix} if merges else None


for place, kind in (("clients", "Client"), ("contacts", "Contact")):
    part(f"{place}.menu", template="merging/menu.html", order=90, name="merge_with")(_merge_with)
    part(
        f"{place}.rail", template="merging/rail.html", label=_("Merged into this"), order=95, name="merged_in",
        about=(f"clients.{kind}.merged_into",),
    )(_merged_in)  # fmt: skip
