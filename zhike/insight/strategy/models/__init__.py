"""Tables of the strategy."""

from zhike.insight.strategy.models.parts import RuleLink, StrategyGoal
from zhike.insight.strategy.models.strategy import Strategy

__all__ = ["RuleLink", "Strategy", "StrategyGoal"]
