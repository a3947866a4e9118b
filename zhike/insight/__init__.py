"""Readers of everything: what they show is told by no verb of theirs."""
