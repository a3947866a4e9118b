"""The page of a contract: what is written, clause by clause, the editions, and what is paid when."""

from typing import Any

from zhike.agreements.contracts.choices import State
from zhike.agreements.contracts.events import WROTE
from zhike.agreements.contracts.steps import ChangeTermForm, TermForm
from zhike.agreements.twins.spoken import spoken
from zhike.core.pages.detail import DetailPage
from zhike.core.record.amending import told

WRITTEN_ON_THE_PAGE = ("add_term", "change_term", "move_term", "strike_term")
ON_A_PAGE_OF_ITS_OWN = ("send",)


class ContractPage(DetailPage):
    untold = (WROTE.name,)

    def context(self, record: Any) -> dict[str, Any]:
        return super().context(record) | shown(record, self.request) | {"read": spoken(record)}

    def steps(self, record: Any) -> list[Any]:
        """Without those that have a form of their own on the page."""
        without = (*WRITTEN_ON_THE_PAGE, *ON_A_PAGE_OF_ITS_OWN)
        return [one for one in super().steps(record) if one["step"].name not in without]


def shown(contract: Any, request: Any) -> dict[str, Any]:
    """What the page's pieces need. `?term=7` opens a clause to be changed."""
    may = type(contract).may_amend(request.user, contract) and contract.archived_at is None
    terms = list(contract.terms.select_related("entry"))
    plan = list(contract.instalments.planned().prefetch_related("receipts"))
    writes = may and contract.state == State.DRAFT
    return {
        "contract": contract,
        "terms": terms,
        "editions": list(contract.editions.select_related("contact", "sent_by"))[::-1],
        "plan": plan,
        "differs": _differs(contract, plan),
        "writes": writes,
        "form": TermForm(record=contract, by=request.user) if writes else None,
        "opened": _opened(contract, terms, request) if writes else None,
    }


def _differs(contract: Any, plan: list[Any]) -> bool:
    """Whether the payments do not add up to the total."""
    if not plan or contract.amount is None or {one.currency for one in plan} != {contract.currency}:
        return False
    return bool(sum(one.amount for one in plan) != contract.amount)


def _opened(contract: Any, terms: list[Any], request: Any) -> Any:
    """The form of the clause that is being changed, with its number as `term_pk`; None while none is."""
    term = next((one for one in terms if str(one.pk) == request.GET.get("term")), None)
    if term is None:
        return None
    said = {"term": term.pk, "outlasts": term.outlasts, "subject_twin": term.subject_twin}
    said |= {name: told(value) for name, value in term.values.items()}
    form: Any = ChangeTermForm(record=contract, by=request.user, initial=said)
    form.term_pk = term.pk
    return form
