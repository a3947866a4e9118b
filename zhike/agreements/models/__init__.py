"""The tables of the ledger: entries of five kinds, and what is done to them."""

from zhike.agreements.models.act import Act
from zhike.agreements.models.cautions import Cautions
from zhike.agreements.models.entry import MODELS, WORDING, Entry
from zhike.agreements.models.kinds import Clause, Constraint, Decision, Expectation, Promise
from zhike.agreements.models.readback import Readback, ReadbackItem
from zhike.agreements.models.recollection import Recollection

__all__ = [
    "MODELS",
    "WORDING",
    "Act",
    "Cautions",
    "Clause",
    "Constraint",
    "Decision",
    "Entry",
    "Expectation",
    "Promise",
    "Readback",
    "ReadbackItem",
    "Recollection",
]
