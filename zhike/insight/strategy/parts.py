"""The strategy elsewhere: its document, and what the API tells of it."""

from zhike.insight.strategy import document, readings  # noqa: F401  (declared there)
