"""Clients and their people."""

from zhike.clients.models.client import Client
from zhike.clients.models.contact import Contact, Position

__all__ = ["Client", "Contact", "Position"]
