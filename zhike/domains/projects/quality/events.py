"""What can happen to checks and defects."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare
from zhike.domains.projects.quality.choices import Severity

_PERSONAL = ("name", "who", "reason", "note")

PASSED = declare(
    "check.passed", _("“{record}” passed with version {number}"), icon="check", personal=_PERSONAL, quiet=True
)
FAILED = declare("check.failed", _("“{record}” failed with version {number}"), icon="close", personal=_PERSONAL)
FOUND = declare("defect.found", _("{actor} found a defect: “{record}”"), icon="warning", personal=_PERSONAL)
FIXED = declare("defect.fixed", _("{actor} fixed “{record}”"), icon="check", personal=_PERSONAL, quiet=True)
CLOSED = declare("defect.closed", _("{actor} looked at it and closed “{record}”"), icon="check", personal=_PERSONAL)
REJECTED = declare("defect.rejected", _("“{record}” is no defect: {reason}"), icon="stop", personal=_PERSONAL)
REOPENED = declare("defect.reopened", _("{actor} opened “{record}” again: {reason}"), icon="undo", personal=_PERSONAL)
OVERRIDDEN = declare(
    "deliverable.gate_overridden", _("{actor} lets version {number} of “{record}” through all the same: {reason}"),
    icon="key", personal=_PERSONAL,
)  # fmt: skip
TOLERATES = declare(
    "project.tolerates", _("{actor} set which defects may be left when “{record}” is shown: {severity}"),
    icon="settings", personal=_PERSONAL, words={"severity": lambda said: str(Severity(said).label)},
)  # fmt: skip
