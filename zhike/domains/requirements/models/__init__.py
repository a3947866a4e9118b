"""The tables of requirements."""

from zhike.domains.requirements.models.requirement import Requirement

__all__ = ["Requirement"]
