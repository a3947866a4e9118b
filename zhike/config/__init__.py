"""Wiring: settings, addresses, the server's entry points. No logic of the product."""
