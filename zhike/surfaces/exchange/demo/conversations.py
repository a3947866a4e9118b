"""Eighteen months of conversations: threads that go on, and short exchanges between them."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from zhike.core.todos.models import Todo
from zhike.domains.conversations.models import State
from zhike.domains.conversations.workflows import log
from zhike.surfaces.exchange.demo.choosing import told_of
from zhike.surfaces.exchange.demo.clients import LEFT, came_on
from zhike.surfaces.exchange.demo.roster import Firm, firms
from zhike.surfaces.exchange.demo.stories import Story, Turn, exchanges
from zhike.surfaces.exchange.demo.threads import EXCHANGE_EACH, Ending, Laid, lay, on
from zhike.surfaces.exchange.demo.wording import worded
from zhike.surfaces.exchange.demo.world import World

WAIT_NOW = {0: 2, 1: 19, 3: 43, 5: 3, 6: 26, 9: 50}  # hours since the client of this place wrote last
LIVE = 16  # how many clients were spoken to within the last two working days
FORGOTTEN = 0.2  # of the follow-ups that came due lately


def build(world: World) -> None:
    for place, firm in enumerate(firms()):
        if firm.key in world.firms:
            _plan(world, place, firm)


def _plan(world: World, place: int, firm: Firm) -> None:
    came = came_on(world, firm) + timedelta(days=3)
    told = told_of(firm, (world.today - came).days)
    ending, wrote = _ending(world, place, firm, told[-1][0])
    laid = lay(came, ending, told, _singles(world, place, firm, came), world.dice)
    before = world.moment(came, 9.0)
    for number, (day, turn, thing) in enumerate(laid):
        last = number == len(laid) - 1
        before = wrote if last and wrote else _after(world, before, day)
        if turn.waits and not _is_answered(laid, number) and not wrote:
            continue
        world.plan(before, partial(speak, world, firm, turn, thing, before, number))


def _ending(world: World, place: int, firm: Firm, story: Story) -> tuple[Ending, datetime | None]:
    """How far the last story has come; and when the client wrote, if they wait for us."""
    asked = [number for number, turn in enumerate(story, 1) if turn.waits]
    if place in WAIT_NOW and asked:
        wrote = world.now - timedelta(hours=WAIT_NOW[place], minutes=world.dice.randrange(50))
        return Ending(wrote.date(), asked[-1]), wrote
    if firm.key in LEFT or "quiet" in firm.tags:
        return Ending(world.today - timedelta(days=world.dice.randint(75, 120)), len(story)), None
    ago = world.dice.randint(0, 1) if place < LIVE else world.dice.choice((3, 5, 8, 12, 15, 20, 26, 34, 38, 45, 52, 63))
    turns = len(story) if ago > 15 else world.dice.randint(3, len(story))
    return Ending(world.today - timedelta(days=ago), turns), None


def _singles(world: World, place: int, firm: Firm, came: date) -> list[Laid]:
    days = (world.today - came).days
    found: list[Laid] = []
    day = came + timedelta(days=world.dice.randint(8, EXCHANGE_EACH))
    for number in range(days // EXCHANGE_EACH):
        language = firm.languages[number % len(firm.languages)]
        pool, things = exchanges(language), firm.things[language]
        found += on(day, pool[(place * 7 + number) % len(pool)], things[number % len(things)])
        day += timedelta(days=world.dice.randint(EXCHANGE_EACH // 2, EXCHANGE_EACH * 3 // 2))
    return found


def _is_answered(laid: list[Laid], number: int) -> bool:
    return any(turn.direction == "out" and turn.kind != "note" for _day, turn, _thing in laid[number + 1 :])


def _after(world: World, before: datetime, day: date) -> datetime:
    """In the working hours of the day, but later than what was said before."""
    soonest = before + timedelta(minutes=world.dice.randint(20, 70))
    return max(world.working_moment(day), soonest)


def speak(world: World, firm: Firm, turn: Turn, thing: str, moment: datetime, number: int) -> None:
    by = world.staff[firm.deputy if firm.deputy and number % 5 == 3 else firm.owner]
    due = world.working_day(moment.date() + timedelta(days=turn.due)) if turn.due else None
    words = worded(firm, thing, due)
    conversation = log(
        by=by,
        client=world.clients[firm.key],
        contacts=_people(world, firm, turn),
        kind=turn.kind,
        direction=turn.direction,
        mood=turn.mood,
        minutes=turn.minutes,
        subject=words(turn.subject),
        text=words(turn.text),
        next_step=words(turn.next_step),
        follow_up_on=due,
        happened_at=moment,
        state=State.WAITING if turn.waits else State.DONE,
    )
    world.conversations.append(conversation)
    if due:
        _plan_follow_up(world, conversation, due, by)


def _people(world: World, firm: Firm, turn: Turn) -> list[Any]:
    people = {one.name: one for one in world.people[firm.key]}
    return list(dict.fromkeys(people[firm.who(role).name] for role in turn.who))


def _plan_follow_up(world: World, conversation: Any, due: date, by: Any) -> None:
    """Mostly done on its day, now and then a day late; of the latest, some are still to be done."""
    if (world.today - due).days < 12 and world.dice.random() < FORGOTTEN:
        return
    todo = Todo.objects.of_record(conversation).get()
    late = world.dice.choice((0, 0, 0, 0, 1, 2))
    done = max(world.working_moment(due + timedelta(days=late)), conversation.happened_at + timedelta(hours=2))
    if due + timedelta(days=late) <= world.today:
        world.plan(done, lambda: todo.complete(by=by))
