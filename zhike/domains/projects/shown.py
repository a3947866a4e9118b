"""How the states of a project look, and what a goal leaves unanswered."""

from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from zhike.core.resources.reader import Reader
from zhike.core.ui.cells import Signal
from zhike.domains.projects.choices import Smart

LOOKS: dict[str, Signal] = {
    "running": "accent", "paused": "watch", "stopped": "bad", "done": "good", "reached": "good", "missed": "bad",
    "doing": "accent", "review": "watch", "changes": "bad", "accepted": "good",
}  # fmt: skip


def smart_cell(goal: Any, _reader: Reader) -> SafeString:
    """S M A R T, each letter with its question; what is not answered is struck through, and said."""
    open_ones = goal.unanswered()
    letters = format_html_join(
        "", '<abbr class="project-smart" title="{}"{}>{}</abbr>',
        ((one.label, format_html(' data-open="{}"', "") if one in open_ones else "", one.value) for one in Smart),
    )  # fmt: skip
    return format_html("{}", letters)
