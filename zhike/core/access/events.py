"""What can happen to people's access and to the company's settings."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

LEFT = declare("person.left", _("{actor} noted that {record} no longer works here"), icon="leave", personal=("name",))
RETURNED = declare(
    "person.returned", _("{actor} noted that {record} works here again"), icon="undo", personal=("name",)
)
PASSWORD_GIVEN = declare(
    "person.password_given", _("{actor} gave {record} a new password"), icon="key", personal=("name",)
)
INVITED = declare("person.invited", _("{actor} invited {record} by mail"), icon="mail", personal=("name",))
COMPANY_CHANGED = declare("company.changed", _("{actor} changed the company’s settings"), icon="building")
TOKEN_ISSUED = declare("token.issued", _("{actor} made the token {record}"), icon="key")
TOKEN_REVOKED = declare("token.revoked", _("{actor} revoked the token {record}"), icon="key")
