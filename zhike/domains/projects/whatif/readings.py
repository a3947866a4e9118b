"""What-if for programs and assistants: `/api/v1/projects/PJ-1/what_if?days=5`."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import BadRequest
from django.utils.translation import gettext_lazy

from zhike.agreements.readings import DAY, LINK, NO_DAY, TEXT, made_of, named, or_null
from zhike.core.resources.reader import Reader
from zhike.core.resources.readings import Word, reading
from zhike.domains.projects.whatif.forms import WhatIfForm
from zhike.domains.projects.whatif.working_out import outcome

NUMBER = {"type": "number"}
END = made_of({"project": LINK, "p80_now": NO_DAY, "p80_then": NO_DAY, "levelled_now": NO_DAY, "levelled_then": NO_DAY})
CLASH = made_of({"person": or_null(LINK), "week": DAY, "has": NUMBER, "now": NUMBER, "then": NUMBER})


@reading(
    "projects.project", "what_if", label=gettext_lazy("What if"), tells=("projects", "tasks", "milestones"),
    schema=made_of({"ends": {"type": "array", "items": END}, "clashes": {"type": "array", "items": CLASH}}),
    about="What a change of a project would do, here and in the other projects on which the same people work. Nothing "
    "is stored. p80: the day by which it is done in four of five runs; levelled: when nobody does two things at once. "
    "Clashes: weeks, by their Monday, in which somebody has more hours to do than hours.",
    words=(
        Word("days", "The open work so many days later; negative: earlier", TEXT),
        Word("person", "Whose open work in this project, by number", TEXT),
        Word("instead", "Who does it instead, by number", TEXT),
        Word("share", "In how much of a day, in percent", TEXT),
    ),
)  # fmt: skip
def what_if(project: Any, reader: Reader, said: Mapping[str, str]) -> dict[str, Any]:
    form = WhatIfForm({name: str(one).rpartition("-")[2] if name != "days" else one for name, one in said.items()},
                      record=project)  # fmt: skip
    if not form.is_valid():
        raise BadRequest(" ".join(str(one[0]) for one in form.errors.values()))
    found = outcome(project, form.change, user=reader.user, today=reader.today)
    return {
        "ends": [
            {
                "project": named(one.project), "p80_now": one.p80[0], "p80_then": one.p80[1],
                "levelled_now": one.alone[0], "levelled_then": one.alone[1],
            }
            for one in found.ends
        ],
        "clashes": [
            {"person": named(one.person), "week": one.week, "has": round(one.has, 2), "now": round(one.now, 2),
             "then": round(one.then, 2)}
            for one in found.clashes
        ],
    }  # fmt: skip
