"""People of the company."""

from zhike.core.access.models.absence import Absence
from zhike.core.access.models.company import Company
from zhike.core.access.models.sign_on import SignOn
from zhike.core.access.models.team import Team
from zhike.core.access.models.token import Token
from zhike.core.access.models.user import Role, User

__all__ = ["Absence", "Company", "Role", "SignOn", "Team", "Token", "User"]
