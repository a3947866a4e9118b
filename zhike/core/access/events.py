"""What can happen to people's access and to the company's settings."""

from django.utils.translation import gettext_lazy as _

from zhike.core.access.factor_words import factor_words
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
SIGNED_IN = declare(
    "person.signed_in", _("{actor} signed in: {how}"), icon="key", private=True, personal=("name",),
    words={"how": factor_words},
)  # fmt: skip
SIGN_IN_FAILED = declare(
    "person.sign_in_failed", _("Signing in as {email} failed: {why}"), icon="lock", private=True,
    personal=("name", "email"), words={"why": factor_words},
)  # fmt: skip
PASSWORD_CHANGED = declare(
    "person.password_changed", _("{actor} chose a new password"), icon="key", private=True, personal=("name",)
)
FACTOR_ADDED = declare(
    "person.factor_added", _("{actor} set up for signing in: {factor}"), icon="key", private=True, personal=("name",),
    words={"factor": factor_words},
)  # fmt: skip
FACTOR_REMOVED = declare(
    "person.factor_removed", _("{actor} removed from signing in: {factor}"), icon="key", private=True,
    personal=("name",), words={"factor": factor_words},
)  # fmt: skip
FACTORS_RESET = declare(
    "person.factors_reset", _("{actor} took away the second sign-in step of {record}"), icon="key", personal=("name",)
)
SESSIONS_ENDED = declare(
    "person.sessions_ended", _("{actor} signed out elsewhere ({count})"), icon="leave", private=True, personal=("name",)
)
SIGN_ON_CHANGED = declare("sign_on.changed", _("{actor} changed the company’s sign-on"), icon="key")
TOKEN_USED = declare("token.used", _("The token {record} went to work for {actor}"), icon="key", private=True)
EXPORTED = declare("export.taken", _("{actor} exported {count} rows of “{things}”"), icon="export")
