"""The tables of quality."""

from zhike.domains.projects.quality.models.check import Check, Run
from zhike.domains.projects.quality.models.defect import Defect
from zhike.domains.projects.quality.models.gate import Override, Tolerance

__all__ = ["Check", "Defect", "Override", "Run", "Tolerance"]
