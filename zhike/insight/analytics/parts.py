"""The figures elsewhere: what the API tells of them."""

from zhike.insight.analytics import readings  # noqa: F401  (declared there)
