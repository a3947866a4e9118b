"""Clauses of engagement that Clara confirmed, and moments of a week without holidays."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from zhike.agreements.models import Clause

SHANGHAI = ZoneInfo("Asia/Shanghai")
TUESDAY = datetime(2026, 11, 17, 10, 0, tzinfo=SHANGHAI)
"""The week of 16 November 2026 has five working days, as the two after it."""


@pytest.fixture
def agree(cast) -> Any:
    """Makes a confirmed clause of Lena's client, valid since March."""

    def make(aspect: str, **more: Any) -> Any:
        same = {"by": cast.lena, "client": cast.qingchuan, "text": "As we agreed", "valid_from": date(2026, 3, 2)}
        return Clause.objects.add(**same | {"contact_agreed": cast.clara, "how": "paper", "aspect": aspect} | more)

    return make


@pytest.fixture
def three_days(agree) -> Any:
    """We answer within three working days."""
    return agree("response", side="us", quantity=3, unit="working_days")
