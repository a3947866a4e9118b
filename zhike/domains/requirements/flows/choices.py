"""The words in which flows are kept."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Shape(models.TextChoices):
    START = "start", pgettext_lazy("flow", "Beginning")
    STEP = "step", pgettext_lazy("flow", "Step")
    DECISION = "decision", pgettext_lazy("flow", "Decision")
    END = "end", pgettext_lazy("flow", "End")


class Way(models.TextChoices):
    LEFT = "left", pgettext_lazy("flow", "To the left")
    RIGHT = "right", pgettext_lazy("flow", "To the right")
    UP = "up", pgettext_lazy("flow", "Up")
    DOWN = "down", pgettext_lazy("flow", "Down")


STRIDES = {Way.LEFT: (-1, 0), Way.RIGHT: (1, 0), Way.UP: (0, -1), Way.DOWN: (0, 1)}
COLUMNS, ROWS, MOST = 12, 60, 120  # cells across and down, nodes of one flow
