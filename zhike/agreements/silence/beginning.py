"""A read-back goes out: for each of its entries that the client's rule counts for, an answer is awaited."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from zhike.agreements.choices import Kind, State
from zhike.agreements.following import Follower, follow
from zhike.agreements.models import Clause, Entry
from zhike.agreements.price_and_scope import SCOPE, is_price_or_scope
from zhike.agreements.silence.choices import Outcome, Told, WaitState
from zhike.agreements.silence.client_days import ClientDays, today_at
from zhike.agreements.silence.models import Notice, SilenceRule, Wait
from zhike.agreements.silence.wording import terms
from zhike.agreements.words.touching import touches
from zhike.clients.models.reach import Channel
from zhike.core.access.models import User
from zhike.core.record.family import family
from zhike.core.timeline.moment import moment

COUNTED_BY = {
    Kind.PROMISE: "promises", Kind.EXPECTATION: "expectations", Kind.DECISION: "decisions", Kind.CLAUSE: "terms",
    Kind.CONSTRAINT: "constraints",
}  # fmt: skip
MOST_CLAUSES = 100


def begin(readback: Any, entries: Sequence[Any], _by: Any) -> None:
    """A rule that says nothing of an entry starts nothing; one that waits already waits on, by its first letter."""
    rule = SilenceRule.objects.of(readback.client)
    if rule is None:
        return
    waiting = set(Wait.objects.filter(entry__in=entries, state=WaitState.RUNNING).values_list("entry", flat=True))
    days = ClientDays(readback.client, timezone.localdate(moment()))
    for entry in entries:
        if entry.pk not in waiting and entry.state == State.PROPOSED and (outcome := outcome_for(rule, entry)):
            _begin(rule, readback, entry, outcome, days)


def _begin(rule: SilenceRule, readback: Any, entry: Any, outcome: str, days: ClientDays) -> None:
    asked = today_at(readback.client, readback.contact, moment())
    until = days.after(asked, rule.days)
    Wait.objects.add(
        by=User.objects.system(), facts={"who": readback.contact.called, "until": until.isoformat()}, rule=rule,
        readback=readback, entry=entry, client=readback.client, contact=readback.contact, about=str(entry)[:120],
        outcome=outcome, begun_on=asked, remind_on=days.after(asked, rule.first_reminder), until=until,
        last_act=last_act(entry),
    )  # fmt: skip


def outcome_for(rule: SilenceRule, entry: Any) -> str:
    """What silence about the entry would mean; "" where the rule says nothing. Price and scope are never accepted."""
    if never_by_silence(entry):
        if rule.price_and_scope:
            return rule.outcome
        return Outcome.ESCALATED if _counts(rule, entry) else ""
    return rule.outcome if _counts(rule, entry) else ""


def never_by_silence(entry: Any) -> bool:
    """Price, scope, whatever would replace something agreed, and whatever touches an agreed price or scope."""
    return bool(entry.supersedes_id) or is_price_or_scope(entry) or _touches_scope(entry)


def last_act(entry: Any) -> int:
    return int(entry.acts.order_by("-pk").values_list("pk", flat=True)[0])


def _counts(rule: SilenceRule, entry: Any) -> bool:
    return bool(getattr(rule, COUNTED_BY[entry.kind]))


def _touches_scope(entry: Any) -> bool:
    within = {"aspect__in": SCOPE, "client__in": family(entry.client)}
    agreed = Clause.objects.in_force(timezone.localdate()).filter(**within)
    known = list(agreed.values_list("text", flat=True)[:MOST_CLAUSES])
    return bool(known and touches(entry.text, known))


def note_letter(readback: Any, letter: Any) -> None:
    """The letter that asked is the first notice of each wait that it began."""
    began = Wait.objects.filter(readback=readback, state=WaitState.RUNNING)
    Notice.objects.bulk_create(
        Notice(wait=one, told=Told.ASKED, contact_id=one.contact_id, channel=Channel.MAIL, letter=letter, at=moment())
        for one in began
    )


follow(Follower(begin, terms, note_letter))


def entry_of(wait: Wait) -> Any:
    """The entry, locked: from here on nobody answers in between."""
    return Entry.objects.select_for_update(of=("self",), no_key=True).get(pk=wait.entry_id)
