"""The tables of ideas."""

from zhike.domains.ideas.models.budget import TrialBudget
from zhike.domains.ideas.models.idea import Idea

__all__ = ["Idea", "TrialBudget"]
