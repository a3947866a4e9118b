"""The programs whose header words an export can have, by the names that addresses and commands use."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from zhike.core.base.listing import listed
from zhike.surfaces.exchange.exports import EXPORTS

SHORT = {"salesforce": "Salesforce", "hubspot": "HubSpot", "zoho": "Zoho CRM", "fxiaoke": "纷享销客", "odoo": "Odoo"}


def program_called(said: str) -> str:
    """Its name in the table; empty for nothing said. Raises ValidationError."""
    program = SHORT.get(said.lower(), said)
    if program and program not in EXPORTS:
        raise ValidationError(
            _("No headers are known of “%(said)s”. Choose one of: %(found)s.") % {"said": said, "found": listed(SHORT)}
        )
    return program
