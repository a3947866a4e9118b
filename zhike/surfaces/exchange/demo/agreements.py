"""What the studio and its clients agreed: promises day by day, and the contracts and decisions of agreements.txt."""

from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any

from zhike.agreements.errors import NeedsApproval
from zhike.agreements.forms import ClauseForm, ConstraintForm, DecisionForm, ExpectationForm, PromiseForm
from zhike.agreements.models import Entry
from zhike.surfaces.exchange.demo.clients import LEFT
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.roster import Firm, cells
from zhike.surfaces.exchange.demo.world import World

FILE = Path(__file__).with_name("agreements.txt")
HOW = ("call", "chat", "mail", "meeting")
OURS = {
    "zh": ("{day}前给您{thing}的第二版", "{day}前把{thing}的报价发给您", "{day}下班前回复{thing}的三条意见",
           "{day}前约好{thing}的评审会",
           "{day}前修好{thing}里那个错别字"),
    "en": ("The second draft of the {thing} by {day}", "A price for the {thing} by {day}",
           "An answer to your three points on the {thing} by {day}", "A date for the review of the {thing} by {day}",
           "The typing error in the {thing} is gone by {day}"),
}  # fmt: skip
THEIRS = {
    "zh": ("{day}前把{thing}的资料发过来", "{day}前答复{thing}的稿子", "{day}前给我们测试账号"),
    "en": ("The texts for the {thing} by {day}", "Your answer on the {thing} by {day}", "Test accounts by {day}"),
}
WHY = {
    "zh": ("接口那边晚了两天", "人手不够，改到下周"),
    "en": ("The interface came two days late", "We had nobody free"),
}
NOT_NEEDED = {"zh": "客户说这次不需要了", "en": "They can do without it"}
RHYTHM = 40  # days between two promises to a client, more for those with whom it is quiet


def build(world: World) -> None:
    for place, firm in enumerate(world.firms.values()):
        if firm.key not in LEFT:
            _promise_all_along(world, firm, place)
    for line in FILE.read_text(encoding="utf-8").splitlines():
        kind, *said = cells(line)
        if kind in NOTE and said[0] in world.firms:
            day = world.working_moment(world.today - timedelta(days=int(said[1])))
            world.plan(day, partial(NOTE[kind], world, said))


def _promise_all_along(world: World, firm: Firm, place: int) -> None:
    """Every few weeks something is promised, more by us than by them; nine of ten are kept."""
    ways, step = cycle(HOW), RHYTHM * (3 if "quiet" in firm.tags else 1)
    ago = min(firm.months * 30, 400) - place % RHYTHM
    while ago > 0:
        said_on = world.working_day_before(world.today - timedelta(days=ago))
        side = "them" if world.dice.random() < 0.3 else "us"
        world.plan(world.working_moment(said_on), partial(_promise, world, firm, said_on, side, next(ways)))
        ago -= step + world.dice.randint(-6, 6)


def _promise(world: World, firm: Firm, said_on: date, side: str, how: str) -> None:
    if firm.key not in world.people:  # not a client yet
        return
    language = world.dice.choice(firm.languages)
    due = world.working_day(said_on + timedelta(days=world.dice.randint(2, 9)))
    thing = world.dice.choice(firm.things[language])
    words = world.dice.choice((OURS if side == "us" else THEIRS)[language])
    owner, contact = world.staff[firm.owner], world.people[firm.key][0]
    promise = through(PromiseForm, {
        "client": world.clients[firm.key], "side": side, "text": _say(words, language, thing, due),
        "person": owner, "owner": owner, "contact": contact, "due_on": due,
    }, by=owner)  # fmt: skip
    if world.dice.random() < 0.8:
        told = partial(_confirm, promise, owner, contact, how)
        world.plan(world.working_moment(said_on + timedelta(days=1)), told)
    told_anew = partial(_agree_anew, world, promise, partial(_say, words, language, thing), contact, how)
    _settle(world, promise, due, language, owner, told_anew)


def _say(words: str, language: str, thing: str, due: date) -> str:
    return words.format(day=_day(due, language), thing=thing)


def _confirm(promise: Any, by: Any, contact: Any, how: str) -> None:
    """Unless it was kept before anybody said yes."""
    promise.refresh_from_db()
    if promise.state == "proposed" and not promise.held_for:
        promise.confirm(by=by, contact=contact, how=how)


def _agree_anew(world: World, promise: Any, say: Any, contact: Any, how: str, reason: str) -> None:
    """A later day, which the other side takes; kept then. What needs an approval stays as it is."""
    promise.refresh_from_db()
    due = world.working_day(promise.due_on + timedelta(days=6))
    with suppress(NeedsApproval):
        told = {"agreed_by": contact, "how": how, "text": say(due), "due_on": due}
        promise.renegotiate(by=promise.owner, reason=reason, **told)
        world.plan(world.moment(due, 16.0), partial(promise.superseded_by.keep, by=promise.owner))


def _settle(world: World, promise: Any, due: date, language: str, owner: Any, told_anew: Any) -> None:
    luck, reason = world.dice.random(), world.dice.choice(WHY[language])
    day_after = world.working_day(promise.valid_from + timedelta(days=1))
    if luck < 0.06:
        world.plan(world.moment(day_after, 18.2), partial(told_anew, reason))
    elif luck < 0.08:
        gone = partial(promise.waive, by=owner, reason=NOT_NEEDED[language])
        world.plan(world.moment(day_after, 18.2), gone)
    elif luck < 0.78:
        kept = world.working_day_before(due - timedelta(days=world.dice.choice((0, 0, 1))))
        world.plan(world.moment(max(kept, promise.valid_from), 17.4), partial(promise.keep, by=owner))
    elif luck < 0.9:
        world.plan(world.moment(world.working_day(due + timedelta(days=2)), 11.0), partial(promise.keep, by=owner))
    elif luck < 0.97 or due < world.today - timedelta(days=30):
        gone = partial(promise.breach, by=owner, reason=reason)
        world.plan(world.moment(world.working_day(due + timedelta(days=1)), 10.0), gone)


def _day(day: date, language: str) -> str:
    return f"{day.month}月{day.day}日" if language == "zh" else f"{day.day} {day:%B}"


def _add(world: World, form: Any, key: str, values: dict[str, Any], role: str, how: str) -> Any:
    by, contact = world.staff[world.firms[key].owner], world.contact(key, role)
    agreed = {"contact_agreed": contact, "how": how} if how else {}
    same = {"client": world.clients[key], "contact": contact, "owner": by}
    return through(form, same | {name: one for name, one in values.items() if one} | agreed, by=by)


def _clause(world: World, said: list[str]) -> None:
    key, _ago, side, aspect, number, quantity, unit, amount, currency, text, source, role, how = said
    values = {
        "side": side, "aspect": aspect, "number": number, "quantity": quantity, "unit": unit, "amount": amount,
        "currency": currency, "text": text, "source_text": source,
    }  # fmt: skip
    _add(world, ClauseForm, key, values, role, how)


def _decision(world: World, said: list[str]) -> None:
    key, _ago, side, role, subject, question, answer, others, reason, how = said
    values = {"side": side, "subject": subject, "question": question, "text": answer, "alternatives": others}
    _add(world, DecisionForm, key, values | {"reason": reason}, role, how)


def _expectation(world: World, said: list[str]) -> None:
    key, _ago, role, dimension, importance, level, text, measure, how, outcome = said
    values = {"aspect": dimension, "importance": importance, "level": level, "text": text, "measure": measure}
    values["confidence"] = outcome or "3"
    expectation = _add(world, ExpectationForm, key, values, role, how)
    if outcome:
        by = world.staff[world.firms[key].owner]
        met = world.working_moment(world.today - timedelta(days=world.dice.randint(10, 40)))
        world.plan(met, partial(expectation.keep, by=by, outcome=int(outcome)))


def _constraint(world: World, said: list[str]) -> None:
    key, _ago, role, aspect, text, quantity, unit, amount, currency, how = said
    values = {"aspect": aspect, "text": text, "quantity": quantity, "unit": unit}
    _add(world, ConstraintForm, key, values | {"amount": amount, "currency": currency}, role, how)


def _change(world: World, said: list[str]) -> None:
    key, _ago, first_words, text, quantity, valid, reason, role, how = said
    old = Entry.objects.open().get(client=world.clients[key], text__startswith=first_words)
    since = world.today - timedelta(days=int(valid))
    by, contact = world.staff[world.firms[key].owner], world.contact(key, role)
    old.renegotiate(
        by=by, text=text, quantity=quantity, reason=reason, valid_from=since, agreed_by=contact, how=how
    )  # fmt: skip


NOTE = {
    "clause": _clause, "decision": _decision, "expectation": _expectation, "constraint": _constraint, "change": _change,
}  # fmt: skip
