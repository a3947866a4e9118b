"""After an increment: how the project stands with what its people expected, and asking them again."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import State
from zhike.agreements.gaps import told
from zhike.agreements.models import Expectation
from zhike.core.access.models import User
from zhike.core.base.languages import language_for
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader
from zhike.core.timeline.models import Event
from zhike.core.timeline.reactions import Batch, reaction
from zhike.core.todos.models import Todo
from zhike.core.todos.workflows import add_todo
from zhike.core.todos.working_days import next_working_day
from zhike.domains.projects.events import ACCEPTED
from zhike.domains.projects.models import Deliverable
from zhike.domains.requirements.models import Requirement


def expectations_of(project: Any) -> Any:
    """Those that its requirements became in the ledger."""
    return Expectation.objects.filter(pk__in=Requirement.objects.standing().filter(project=project).values("entry"))


@part("projects.rail", template="agreements/gap.html", label=_("As they expected?"), order=13)
def as_expected(project: Any, _reader: Reader) -> dict[str, Any] | None:
    return told(expectations_of(project))


@reaction(ACCEPTED)
def ask_again(batch: Batch) -> None:
    """Whoever looks after what was accepted asks how it stands with what is still expected; one to-do for each time."""
    events = {event.record_id: event for event in batch}
    for one in Deliverable.objects.filter(pk__in=events).select_related("project", "owner", "client").order_by("pk"):
        left = expectations_of(one.project).standing().filter(state=State.CONFIRMED).count()
        if left and one.owner and not _is_asked(one, events[one.pk]):
            _add(one, left)


def _is_asked(deliverable: Any, event: Event) -> bool:
    about = {"record_type": deliverable._meta.label_lower, "record_id": deliverable.pk}
    return Todo.objects.filter(**about, created_by=User.objects.system(), created_at__gte=event.at).exists()


def _add(deliverable: Any, left: int) -> None:
    with override(language_for(deliverable.owner)):
        words = gettext("“%(what)s” is accepted: ask again how it stands with what they expect (%(n)s still open)")
        words %= {"n": left, "what": deliverable.title[:80]}
    due = next_working_day(timezone.localdate())
    add_todo(deliverable, by=User.objects.system(), title=words[:200], owner=deliverable.owner, due_on=due)
