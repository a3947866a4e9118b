"""What they bought, by year, in the client's dossier."""

from typing import Any

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext as _

from zhike.clients.dossier.chapters import chapter
from zhike.clients.purchases.models import Purchase
from zhike.core.access.preferences import company
from zhike.core.base import money
from zhike.core.documents.sections import Section, table
from zhike.core.resources.reader import Reader


@chapter(80)
def bought_by_year(client: Any, reader: Reader) -> Section | None:
    """Amounts at home; of purchases without a rate only the number is known."""
    theirs = Purchase.objects.standing().filter(client=client).values("happened_on__year").order_by()
    years = theirs.annotate(n=Count("pk"), known=Sum("amount_home"), unknown=Count("pk", filter=Q(amount_home=None)))
    rows = ((one["happened_on__year"], one["n"], one["unknown"], _shown(one["known"], reader))
            for one in years.order_by("-happened_on__year"))  # fmt: skip
    heads = (_("Year"), _("Purchases"), _("Without a rate"), _("Amount"))
    return table(_("What they bought"), heads, rows, numbers=3)


def _shown(amount: Any, reader: Reader) -> str:
    return "" if amount is None else money.shown(amount, company().currency, reader.locale)
