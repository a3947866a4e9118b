"""Contracts and payments on other pages: the client's, My day, the calendar, and among what is owed."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Max, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.agreements.contracts import document, readings, sealed  # noqa: F401  (declared there)
from zhike.agreements.contracts.choices import Paid, State
from zhike.agreements.contracts.models import Billing, Contract, Instalment
from zhike.core.links.parts import links as links_of
from zhike.core.pages.calendar import Item, calendar_source
from zhike.core.pages.counted import first_and_all
from zhike.core.pages.owed import Owed, Scope, owed_source
from zhike.core.pages.parts import part, standing_of
from zhike.core.record.handing_over import belonging
from zhike.core.resources.reader import Reader

SHOWN = 4
SOON = timedelta(days=14)


def _url(record: Any) -> str:
    name = "contracts" if isinstance(record, Contract) else "payments"
    return reverse(f"{name}:detail", args=[record.reference])


@part(
    "clients.rail", template="contracts/rail.html", label=_("Contracts"), order=18, about=("contracts.Contract.client",)
)
def contracts(client: Any, _reader: Reader) -> dict[str, Any] | None:
    """What is in force, waits or is being written."""
    over = (State.VOID, State.ENDED, State.DECLINED)
    found = list(Contract.objects.standing().filter(client=client).exclude(state__in=over).order_by("-pk")[: SHOWN + 1])
    if not found:
        return None
    return {"contracts": found[:SHOWN], "more": ("?tab=contracts", gettext("All"))}


@part(
    "clients.tab",
    template="contracts/tab.html",
    label=_("Contracts"),
    name="contracts",
    order=7,
    counts=standing_of(Contract),
)
def contracts_tab(client: Any, reader: Reader) -> dict[str, Any]:
    """All of them, what is paid when, and what invoices are made out to."""
    plan = Instalment.objects.planned().filter(client=client).select_related("contract").prefetch_related("receipts")
    return {
        "contracts": list(Contract.objects.standing().filter(client=client).order_by("-pk")),
        "plan": list(plan.exclude(contract__in_force=None)),
        "billing": Billing.objects.standing().filter(client=client).first(),
        "may_add": not client.archived_at and Contract.may_add(reader.user, None),
    }


@part("contracts.rail", template="links/rail.html", label=_("Links without log-in"), order=80)
def links(record: Any, reader: Reader) -> dict[str, Any]:
    return links_of(record, reader)


@part("payments.rail", template="contracts/receipts.html", label=_("Received"), order=10)
def receipts(payment: Any, _reader: Reader) -> dict[str, Any] | None:
    """What came in, and what the invoice was made out to."""
    found = list(payment.receipts.select_related("noted_by"))
    told = {"receipts": found, "made_out_to": payment.made_out_to, "tax": payment.tax, "back": payment.taken_back}
    return told if any(told.values()) else None


@part("day.side", template="contracts/day.html", label=_("Payments overdue"), order=18)
def overdue(person: Any, reader: Reader) -> dict[str, Any] | None:
    """Of contracts that I look after."""
    mine = Instalment.objects.overdue(reader.today).filter(contract__owner__in=person.stands_for)
    found, in_all = first_and_all(mine.select_related("client", "contract").order_by("pay_by", "pk"), SHOWN)
    more = (f"{reverse('payments:list')}?state=invoiced", gettext("All"))
    return {"payments": found, "count": in_all, "more": more} if found else None


@owed_source("payments", label=_("Payment"), icon="money")
def payments(reader: Reader, scope: Scope) -> Iterator[Owed]:
    """Theirs from the day of the invoice on; before, an invoice of ours that is due within two weeks or was."""
    seen = Instalment.objects.visible_to(reader.user).open().select_related("client", "contract__in_force")
    for one in scope.of(seen.order_by("due_on", "pk"), owner="contract__owner"):
        theirs = one.state == Paid.INVOICED
        if not theirs and (one.due_on > reader.today + SOON or not one.is_agreed):
            continue
        title = str(one) if theirs else gettext("Invoice: %(what)s") % {"what": one}
        yield Owed(
            one.pay_by if theirs else one.due_on, title, _url(one), one.reference, side="them" if theirs else "us",
            person=one.contract.owner_id, client=one.client,
        )  # fmt: skip


@owed_source("signatures", label=_("To be signed"), icon="file")
def signatures(reader: Reader, scope: Scope) -> Iterator[Owed]:
    """Contracts that wait for a signature, since the day on which they were sent."""
    seen = Contract.objects.visible_to(reader.user).standing().filter(state=State.SENT)
    dated = seen.annotate(sent=Max("editions__sent_at")).select_related("client", "contact").order_by("pk")
    for one in scope.of(dated, owner="owner"):
        yield Owed(
            timezone.localdate(one.sent), one.title, _url(one), one.reference, side="them",
            person=one.owner_id, other=one.contact.called, client=one.client,
        )  # fmt: skip


@calendar_source("contracts", label=_("Contracts and payments"))
def calendar(reader: Reader, people: Collection[int], first: date, last: date) -> Iterator[Item]:
    """Ends of contracts, and payments: invoiced ones on the day by which they are to be paid."""
    contract: Any
    payment: Any
    ending = (
        Contract.objects.visible_to(reader.user).running().filter(owner__in=people, runs_until__range=(first, last))
    )
    for contract in ending.select_related("client"):
        yield Item(contract.runs_until, contract.title, _url(contract), "file", client=str(contract.client))
    due = Instalment.objects.visible_to(reader.user).open().filter(contract__owner__in=people)
    on = Case(When(state=Paid.INVOICED, then="pay_by"), default="due_on")
    for payment in due.annotate(on=on).filter(on__range=(first, last)).select_related("client"):
        yield Item(payment.on, payment.title, _url(payment), "money", client=str(payment.client))


@belonging("contracts", label=_("Contracts looked after"))
def looked_after(person: Any) -> Any:
    return Contract.objects.standing().exclude(state__in=(State.VOID, State.ENDED)).filter(owner=person)
