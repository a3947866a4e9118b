"""The tables of requirements."""

from zhike.domains.requirements.models.activity import Activity
from zhike.domains.requirements.models.conflict import Conflict
from zhike.domains.requirements.models.ranking import Ranking, Rating
from zhike.domains.requirements.models.requirement import Requirement
from zhike.domains.requirements.models.study import Evidence, Path

__all__ = ["Activity", "Conflict", "Evidence", "Path", "Ranking", "Rating", "Requirement"]
