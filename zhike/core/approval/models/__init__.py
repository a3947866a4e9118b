"""Tables of approvals."""

from zhike.core.approval.models.approval import Approval, State
from zhike.core.approval.models.delegation import Delegation
from zhike.core.approval.models.seat import Answer, Seat

__all__ = ["Answer", "Approval", "Delegation", "Seat", "State"]
