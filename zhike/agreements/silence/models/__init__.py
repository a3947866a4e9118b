"""The tables of silence."""

from zhike.agreements.silence.models.notice import Notice
from zhike.agreements.silence.models.rule import SilenceRule
from zhike.agreements.silence.models.wait import Wait

__all__ = ["Notice", "SilenceRule", "Wait"]
