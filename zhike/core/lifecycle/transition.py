"""`@transition`: the only way from one state to another."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.utils.functional import Promise

from zhike.core.lifecycle.errors import Refused, WrongState
from zhike.core.lifecycle.saving import save_changed, snapshot
from zhike.core.lifecycle.verbs import May, again_on_deadlock, holding
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.tell import tell

Body = Callable[..., dict[str, Any] | None]
ANY: tuple[str, ...] = ()


def _always(_record: Any) -> bool:
    return True


def _nothing(_record: Any) -> Refused | None:
    return None


@dataclass(frozen=True)
class Step:
    """A declared transition, as buttons, boards, the API and the state graph read it.

    `source` lists the states it may start from (empty: any); `target` is the state it leads to (None: it stays).
    `when(record)` must hold too. `form` collects the keyword arguments. `against(record)` returns a refusal in its own
    words where something other than the state is in the way, else None. `look` says how its button is shown:
    "primary", "danger", or "apart" for a step with a page of its own. `field` is the field that holds the state.
    """

    name: str
    body: Body
    source: tuple[str, ...]
    target: str | None
    may: May
    tells: EventKind
    label: str | Promise
    icon: str = "check"
    form: type | None = None
    when: Callable[[Any], bool] = _always
    against: Callable[[Any], Refused | None] = _nothing
    look: str = ""
    field: str = field(default="state")

    def starts_from(self, record: Any) -> bool:
        in_source = not self.source or getattr(record, self.field) in self.source
        return in_source and self.when(record)

    def offered_to(self, user: Any, record: Any) -> bool:
        return self.starts_from(record) and self.against(record) is None and self.may(user, record)


def transition(
    *,
    source: str | Iterable[str] = ANY,
    target: str | None = None,
    may: May,
    tells: EventKind,
    label: str | Promise,
    **look: Any,
) -> Callable[[Body], Callable[..., Any]]:
    """Make the method a step.

    The method is called on the locked and refreshed record, with `by=` and its inputs as keyword arguments. It changes
    attributes and returns the facts of the event, or None; `on_behalf_of` among them is the person `by` acts for. The
    caller gets the event. Raises Forbidden, StaleEdit, WrongState, and the refusal that `against` returns.
    """
    sources = (source,) if isinstance(source, str) else tuple(source)

    def declare(body: Body) -> Callable[..., Any]:
        step = Step(body.__name__, body, sources, target, may, tells, label, **look)

        @again_on_deadlock
        def verb(record: Any, *, by: Any, version: int | None = None, **inputs: Any) -> Any:
            with holding(record, by=by, may=step.may, version=version):
                return _take(step, record, by, inputs)

        verb.step = step  # type: ignore[attr-defined]
        verb.__name__, verb.__doc__ = body.__name__, body.__doc__
        return verb

    return declare


def _take(step: Step, record: Any, by: Any, inputs: dict[str, Any]) -> Any:
    if not step.starts_from(record):
        raise WrongState(_shown_state(record, step.field))
    if refusal := step.against(record):
        raise refusal
    before = snapshot(record)
    facts = step.body(record, by=by, **inputs) or {}
    acted_for = facts.pop("on_behalf_of", None)
    if step.target is not None:
        facts.setdefault("from", getattr(record, step.field))
        setattr(record, step.field, step.target)
    save_changed(record, before)
    return tell(step.tells, record, by=by, facts=facts, on_behalf_of=acted_for)


def _shown_state(record: Any, name: str) -> Any:
    shown = getattr(record, f"get_{name}_display", None)
    return shown() if shown else getattr(record, name, record)


@cache
def steps_of(model: type) -> dict[str, Step]:
    """Every step of a model, by name, in the order of declaration (its own before those it inherits).

    A model says `restore = None` to do without a step that it would inherit.
    """
    found: dict[str, Step] = {}
    without: set[str] = set()
    for cls in model.__mro__:
        for name, value in vars(cls).items():
            if hasattr(value, "step") and name not in without:
                found.setdefault(name, value.step)
        without |= {name for name, value in vars(cls).items() if value is None}
    return found
