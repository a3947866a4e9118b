"""The table of a page as a CSV file: by the right to export, noted in the company's history like any list taken out."""

import csv
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.http import HttpResponse

from zhike.core.access.bulk import may_export, sees_all_plain
from zhike.core.access.events import EXPORTED
from zhike.core.access.models import Company
from zhike.core.base.formulas import neutral
from zhike.core.base.masking import without_mails, without_phones
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.tell import tell

UTF8_MARK = "\ufeff"  # by which Excel knows the encoding


def table_file(
    name: str, things: Any, heads: Sequence[Any], rows: Iterable[Sequence[Any]], *, by: Any, masked: bool = False
) -> HttpResponse:
    """`rows` hold texts and numbers; `things` is what they are called. `masked` says that something was masked.

    Raises Forbidden.
    """
    if not may_export(by):
        raise Forbidden
    response = HttpResponse(UTF8_MARK, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    write, count = csv.writer(response).writerow, 0
    write([neutral(str(one)) for one in heads])
    for count, row in enumerate(rows, start=1):  # noqa: B007
        write([neutral(one) if isinstance(one, str) else one for one in row])
    facts = {"resource": name, "things": str(things), "count": count, "sort": "csv", "masked": masked}
    with transaction.atomic():
        tell(EXPORTED, Company(pk=1), by=by, facts=facts)
    return response


def plain_for(user: Any, client: Any) -> bool:
    """Whether texts about this client leave unmasked when this person takes them out."""
    return client is None or client.owner_id == user.pk or sees_all_plain(user)


def masked_text(text: str) -> str:
    """A text without the e-mails and phones in it."""
    return without_phones(without_mails(text))
