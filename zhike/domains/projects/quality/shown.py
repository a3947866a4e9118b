"""How results and defects look."""

from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from zhike.core.ui.cells import Signal, badge
from zhike.domains.projects.quality.choices import Result, Severity

SEVERE: dict[int, Signal] = {Severity.NORMAL: "watch", Severity.GRAVE: "bad", Severity.CRITICAL: "bad"}
STATES: dict[str, Signal] = {"open": "bad", "fixed": "watch", "closed": "good"}
RESULTS: dict[str, Signal] = {Result.PASSED: "good", Result.FAILED: "bad"}


def severity_badge(defect: Any) -> SafeString:
    return badge(defect.get_severity_display(), SEVERE.get(defect.severity, ""))


def state_badge(defect: Any) -> SafeString:
    return badge(defect.get_state_display(), STATES.get(defect.state, ""))


def result_badge(result: str) -> SafeString:
    return badge(Result(result).label, RESULTS[result]) if result else badge(gettext("Not tried yet"))
