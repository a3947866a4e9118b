"""Figures of the clients of a journey alone, and the lists behind them."""

from typing import Any

from zhike.insight.analytics.asked import Asked


def asked_of(journey: Any, user: Any) -> Asked:
    """Of the clients of its segment, as far as this person sees them; of all where it has none."""
    asked = Asked(user, {})
    asked.whose = {"segment": str(journey.segment_id)} if journey.segment_id else {}
    return asked
