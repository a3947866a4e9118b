"""How a prototype did, for programs and assistants: `/api/v1/tryouts/TR-1/errands`."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy

from zhike.agreements.readings import TEXT, made_of, one_of, or_null
from zhike.core.resources.reader import Reader
from zhike.core.resources.readings import reading
from zhike.domains.requirements.tryouts.choices import Went

ERRAND = made_of(
    {
        "errand": {"type": "integer"}, "text": TEXT, "went": one_of(["", *Went]), "reaction": TEXT,
        "theirs": {"type": "boolean"}, "requirement": or_null(TEXT), "defect": or_null(TEXT),
    }
)  # fmt: skip


@reading(
    "tryouts.tryout", "errands", label=gettext_lazy("Errands"), tells=("tryouts", "requirements", "defects"),
    schema=made_of({"data": {"type": "array", "items": ERRAND}}),
    about="What somebody at the client's was to do with a prototype, how each went (empty: not tried), what they said, "
    "and what was made of it. `errand` is the number that the steps note, want and find_wrong take.",
)  # fmt: skip
def errands(tryout: Any, _reader: Reader, _said: Mapping[str, str]) -> dict[str, Any]:
    return {
        "data": [
            {
                "errand": one.pk, "text": one.text, "went": one.went, "reaction": one.reaction, "theirs": one.theirs,
                "requirement": one.requirement.reference if one.requirement else None,
                "defect": one.defect.reference if one.defect else None,
            }
            for one in tryout.errands.select_related("requirement", "defect")
        ]
    }  # fmt: skip
