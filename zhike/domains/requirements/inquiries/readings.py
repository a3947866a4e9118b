"""Questions and answers for programs and assistants: `/api/v1/inquiries/IQ-1/answers_given`."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy

from zhike.agreements.readings import TEXT, made_of, or_null
from zhike.core.resources.reader import Reader
from zhike.core.resources.readings import reading

ANSWER = made_of(
    {
        "answer": {"type": "integer"}, "question": TEXT, "choices": {"type": "array", "items": TEXT}, "text": TEXT,
        "theirs": {"type": "boolean"}, "requirement": or_null(TEXT),
    }
)  # fmt: skip


@reading(
    "inquiries.inquiry", "answers_given", label=gettext_lazy("Answers"), tells=("inquiries", "requirements"),
    schema=made_of({"data": {"type": "array", "items": ANSWER}}),
    about="The questions of an inquiry in their order, what was answered (empty: nothing yet), whether they wrote it "
    "themselves, and the requirement that was made of it. `answer` is the number that the steps note and become take.",
)  # fmt: skip
def answers_given(inquiry: Any, _reader: Reader, _said: Mapping[str, str]) -> dict[str, Any]:
    return {
        "data": [
            {
                "answer": one.pk, "question": one.question, "choices": one.choices, "text": one.text,
                "theirs": one.theirs, "requirement": one.requirement.reference if one.requirement else None,
            }
            for one in inquiry.answers.select_related("requirement")
        ]
    }  # fmt: skip
