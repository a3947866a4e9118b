"""The words in which agreements are kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    PROMISE = "promise", _("Promise")
    EXPECTATION = "expectation", _("Expectation")
    DECISION = "decision", _("Decision")
    CLAUSE = "clause", _("Clause")
    CONSTRAINT = "constraint", _("Constraint")


class Side(models.TextChoices):
    US = "us", pgettext_lazy("side of an agreement", "Ours")
    THEM = "them", pgettext_lazy("side of an agreement", "Theirs")


class State(models.TextChoices):
    PROPOSED = "proposed", pgettext_lazy("agreement", "Not confirmed yet")
    QUESTIONED = "questioned", pgettext_lazy("agreement", "In question")
    CONFIRMED = "confirmed", pgettext_lazy("agreement", "Confirmed")
    KEPT = "kept", pgettext_lazy("agreement", "Kept")
    BROKEN = "broken", pgettext_lazy("agreement", "Broken")
    SUPERSEDED = "superseded", pgettext_lazy("agreement", "Replaced")
    WAIVED = "waived", pgettext_lazy("agreement", "Waived")
    WITHDRAWN = "withdrawn", pgettext_lazy("agreement", "Withdrawn")


UNSETTLED = (State.PROPOSED, State.QUESTIONED)
OPEN = (*UNSETTLED, State.CONFIRMED)
SETTLED = (State.KEPT, State.BROKEN)


class How(models.TextChoices):
    """By which way somebody's word came. The last three are never claimed by hand."""

    CALL = "call", _("On the phone")
    VIDEO = "video", _("By video")
    MEETING = "meeting", _("In a meeting")
    CHAT = "chat", _("In a chat")
    MAIL = "mail", _("By mail")
    PAPER = "paper", _("On paper")
    LINK = "link", _("Through a link, in person")
    SIGNATURE = "signature", _("By signature")
    SILENCE = "silence", _("By silence, as agreed")


def way_words(how: str) -> str:
    """In the reader's language; words, as earlier versions kept them, as they are."""
    return str(How(how).label) if how in How.values else how


BY_HAND = [(one.value, one.label) for one in How if one not in (How.LINK, How.SIGNATURE, How.SILENCE)]


class Dimension(models.TextChoices):
    """What an expectation is about (after SERVQUAL, in the words of projects)."""

    RESULT = "result", pgettext_lazy("expectation", "Result")
    QUALITY = "quality", pgettext_lazy("expectation", "Quality")
    TIME = "time", pgettext_lazy("expectation", "Time")
    COST = "cost", pgettext_lazy("expectation", "Cost")
    CONTACT = "contact", pgettext_lazy("expectation", "Contact and answers")
    CARE = "care", pgettext_lazy("expectation", "Care and understanding")


class ClauseKind(models.TextChoices):
    DELIVERABLE = "deliverable", _("Deliverable")
    EXCLUSION = "exclusion", _("Not included")
    REVISIONS = "revisions", _("Revision rounds")
    FEE = "fee", _("Fee")
    RESPONSE = "response", _("Response time")
    RULE = "rule", _("Rule of engagement")
    QUIET = "quiet", _("Quiet hours")
    TERM = "term", _("Other term")
    CONTRACT = "contract", pgettext_lazy("clause", "Contract")
    TOTAL = "total", pgettext_lazy("clause", "Total")
    PERIOD = "period", pgettext_lazy("clause", "Begins and ends")
    PAYMENT = "payment", pgettext_lazy("clause", "Payment")


IN_THE_HEAD = (ClauseKind.CONTRACT, ClauseKind.TOTAL, ClauseKind.PERIOD, ClauseKind.PAYMENT)  # said by contracts alone
WRITTEN = [(one.value, one.label) for one in ClauseKind if one not in IN_THE_HEAD]


class Limit(models.TextChoices):
    """What a constraint bounds."""

    TIME = "time", pgettext_lazy("constraint", "Time")
    BUDGET = "budget", pgettext_lazy("constraint", "Budget")
    PEOPLE = "people", pgettext_lazy("constraint", "People")
    TECHNOLOGY = "technology", pgettext_lazy("constraint", "Technology")
    LAW = "law", pgettext_lazy("constraint", "Law")
    OTHER = "other", pgettext_lazy("constraint", "Other")


class Unit(models.TextChoices):
    WORKING_DAYS = "working_days", _("working days")
    DAYS = "days", _("days")
    WORKING_HOURS = "working_hours", _("working hours")
    ROUNDS = "rounds", _("rounds")
    PIECES = "pieces", _("pieces")


class Prevails(models.TextChoices):
    """Which wording counts where two languages say different things; nothing said: the first."""

    CHINESE = "zh", pgettext_lazy("wording that prevails", "The Chinese one")
    ENGLISH = "en", pgettext_lazy("wording that prevails", "The English one")
    BOTH = "both", pgettext_lazy("wording that prevails", "Both alike")


class Caution(models.TextChoices):
    """Why a promise of ours waits for somebody's approval."""

    HOLIDAY = "holiday", _("on a holiday of the client’s")
    CAPACITY = "capacity", _("more than its owner can carry")
    SCOPE = "scope", _("what was agreed as not included")


class Verb(models.TextChoices):
    PROPOSED = "proposed", pgettext_lazy("act", "written down")
    CONFIRMED = "confirmed", pgettext_lazy("act", "confirmed")
    QUESTIONED = "questioned", pgettext_lazy("act", "questioned")
    RETRACTED = "retracted", pgettext_lazy("act", "took the confirmation back")
    CORRECTED = "corrected", pgettext_lazy("act", "corrected")
    KEPT = "kept", pgettext_lazy("act", "kept")
    BROKEN = "broken", pgettext_lazy("act", "broken")
    RENEGOTIATED = "renegotiated", pgettext_lazy("act", "renegotiated")
    SUPERSEDED = "superseded", pgettext_lazy("act", "replaced")
    WAIVED = "waived", pgettext_lazy("act", "waived")
    WITHDRAWN = "withdrawn", pgettext_lazy("act", "withdrawn")
    REOPENED = "reopened", pgettext_lazy("act", "opened again")
