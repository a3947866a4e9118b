"""Marks of webhooks in templates."""
