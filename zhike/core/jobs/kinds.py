"""Kinds of jobs: each is declared once, in its area's `jobs.py`, with the function that does the work."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.verbs import May

if TYPE_CHECKING:
    from zhike.core.jobs.models import Job
    from zhike.core.jobs.progress import Progress

DOING = _("%(done)s of %(total)s done")
Runner = Callable[..., dict[str, Any] | None]


@dataclass(frozen=True)
class JobKind:
    """`counts` gives the words for what the runner counts, in the order shown. `doing` names `%(done)s` and
    `%(total)s`. `page` gives the address where such a job is watched, when it has a page of its own."""

    name: str
    run: Runner
    label: str | Promise
    doing: str | Promise = DOING
    counts: Mapping[str, str | Promise] = field(default_factory=dict)
    may: May = may_work
    page: Callable[["Job"], str] | None = None


KINDS: dict[str, JobKind] = {}


def runner(name: str, *, label: str | Promise, **options: Any) -> Callable[[Runner], Runner]:
    """Make a function the runner of a kind.

    It is called with a `Progress` and the arguments given to `start`, may return the result (JSON; `says`, `url` and
    the word of its `button` are shown to the person), and may be called again after a crash: it then goes on from
    `progress.done` or `progress.marker`. A `Refused` or `ValidationError` it raises is shown to the person in its own
    words.
    """

    def register(run: Callable[["Progress"], dict[str, Any] | None]) -> Runner:
        if name in KINDS:
            raise ValueError(f"the kind of job {name!r} is declared twice")
        KINDS[name] = JobKind(name, run, label, **options)
        return run

    return register
