"""Pages designed by hand take the place of generated ones; and the resources of core's models."""

from zhike.core.resources.registry import climb
from zhike.surfaces.console import resource_absences, resource_calendars, resource_fields, resource_people
from zhike.surfaces.console.client import ClientPage
from zhike.surfaces.console.contact import ContactPage

climb("clients", detail=ClientPage)
climb("contacts", detail=ContactPage)

__all__ = ["resource_absences", "resource_calendars", "resource_fields", "resource_people"]
