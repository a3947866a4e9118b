"""Contracts, what is written in them, what was sent, and what is paid."""

from zhike.agreements.contracts.models.billing import Billing
from zhike.agreements.contracts.models.contract import Contract
from zhike.agreements.contracts.models.edition import Edition, EditionLine
from zhike.agreements.contracts.models.instalment import Instalment, Receipt
from zhike.agreements.contracts.models.term import Term

__all__ = ["Billing", "Contract", "Edition", "EditionLine", "Instalment", "Receipt", "Term"]
