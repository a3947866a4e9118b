"""The tables of risks and problems."""

from zhike.domains.projects.risks.models.option import Option
from zhike.domains.projects.risks.models.risk import Risk
from zhike.domains.projects.risks.models.telling import Telling

__all__ = ["Option", "Risk", "Telling"]
