"""Tables of journeys."""

from zhike.insight.journeys.models.improvement import Improvement
from zhike.insight.journeys.models.journey import Journey
from zhike.insight.journeys.models.touchpoint import Touchpoint

__all__ = ["Improvement", "Journey", "Touchpoint"]
