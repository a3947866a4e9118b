"""What a kept idea turns into: each names the idea, and the idea names it."""

from datetime import date
from typing import Any

from zhike.core.todos.workflows import add_todo
from zhike.domains.ideas.choices import Becomes
from zhike.domains.ideas.errors import NoClient
from zhike.domains.requirements.choices import Source
from zhike.domains.requirements.models import Requirement


def become(idea: Any, kind: str, *, by: Any, due_on: date | None = None) -> Any:
    """The requirement or the to-do, which is written on the idea. Raises NoClient."""
    if kind == Becomes.TODO:
        idea.todo = add_todo(idea, by=by, title=idea.title, owner=idea.owner, due_on=due_on)
        return idea.todo
    if idea.client is None:
        raise NoClient
    idea.requirement = Requirement.objects.add(
        by=by, client=idea.client, project=idea.project, contact=idea.contact, owner=idea.owner,
        statement="\n\n".join(one for one in (idea.title, idea.text) if one), why=idea.value_why,
        measure=idea.measure, source=Source.IDEA, source_text=idea.reference, source_type=idea._meta.label_lower,
        source_id=idea.pk,
    )  # fmt: skip
    return idea.requirement
