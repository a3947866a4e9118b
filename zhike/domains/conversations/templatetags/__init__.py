"""Words of the conversations' templates."""
