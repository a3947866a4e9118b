"""Zhike 知客: know every client, keep every promise."""

__version__ = "0.1.0"
