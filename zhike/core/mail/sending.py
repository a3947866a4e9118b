"""Sending what waits: each letter is claimed, handed over, and its fate written down before the next.

A worker killed before the server was about to take a letter costs a few minutes: the claim runs out and another worker
sends it. Killed in the moment of handing over, nobody can know whether it went: it then counts as failed, unclear, and
a person decides. So no letter goes twice by itself.
"""

import logging
import smtplib
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from zhike.core.mail.message import message_of
from zhike.core.mail.models import Letter, State
from zhike.core.mail.quiet import held_until
from zhike.core.mail.server import Server, server, the_program
from zhike.core.mail.smtp import Unsent, connected, hand_over
from zhike.core.mail.troubles import Trouble, trouble_of

TOGETHER = 50
CLAIM = timedelta(minutes=5)
DELAYS = tuple(timedelta(minutes=n) for n in (1, 5, 15, 60, 180, 360, 720, 1_440))

log = logging.getLogger(__name__)


def send_all() -> int:
    """Send until nothing is due; how many letters were looked at."""
    total = 0
    while letters := _claim():
        total += len(letters)
        _send(letters)
    return total


def release_held() -> int:
    """Let go what was held until now, but what would fall into quiet hours; how many letters went."""
    now = timezone.now()
    return sum(_released(letter, now) for letter in Letter.objects.to_release(now).select_related("client"))


def _released(letter: Letter, now: datetime) -> bool:
    from zhike.core.lifecycle.errors import Refused

    try:
        if until := _quiet_until(letter, now):
            letter.hold_longer(by=the_program(), until=until)
            return False
        letter.release(by=the_program())
    except Refused:  # somebody was quicker
        return False
    return True


def _quiet_until(letter: Letter, moment: datetime) -> datetime | None:
    return None if letter.at_once else held_until(letter.client, letter.to, moment)


def _claim() -> list[Letter]:
    now = timezone.now()
    with transaction.atomic():
        due = Letter.objects.due(now).order_by("pk").select_for_update(skip_locked=True)[:TOGETHER]
        letters = list(due)
        Letter.objects.filter(pk__in=[one.pk for one in letters]).update(claimed_until=now + CLAIM)
    for letter in letters:
        letter.claimed_until = now + CLAIM
    return letters


def _send(letters: list[Letter]) -> None:
    unclear = [letter for letter in letters if letter.handed_over_at]
    for letter in unclear:
        letter.fail(by=the_program(), trouble=Trouble.UNCLEAR, answer="")
    rest = [letter for letter in letters if not letter.handed_over_at]
    used = server()
    if used is None:
        for letter in rest:
            letter.keep(by=the_program())
        return
    _through(used, rest)


def _through(used: Server, letters: list[Letter]) -> None:
    """All over one connection; when it cannot be made or breaks, what is left is tried later."""
    left = list(letters)
    try:
        while left:
            with connected(used) as line:
                while left:
                    letter = left.pop(0)
                    if not _send_one(line, letter, used):
                        break
    except (OSError, smtplib.SMTPException, UnicodeError) as error:
        trouble, answer = trouble_of(error)
        log.warning("The mail server %s cannot be used: %s %s", used, trouble, answer)
        for letter in left:
            _put_off(letter, trouble, answer)


def _send_one(line: smtplib.SMTP, letter: Letter, used: Server) -> bool:
    """Whether the line can be used for the next."""
    if not _still_ours(letter):
        return True
    try:
        message = message_of(letter, used.sender)
    except (OSError, ValueError) as error:  # a file that is gone, a head that cannot be written
        letter.fail(by=the_program(), trouble=Trouble.CONTENT, answer=str(error)[:500])
        return True
    try:
        answer = hand_over(line, message, used.sender, letter.to, before=lambda: _about_to_go(letter))
    except Unsent as refused:
        _refused(letter, refused)
        line.rset()
        return True
    except (OSError, smtplib.SMTPException) as error:
        _line_broke(letter, error)
        return False
    letter.arrive(by=the_program(), answer=answer)
    return True


def _still_ours(letter: Letter) -> bool:
    """Claim it anew before each try: a slow batch must not outlive its claim."""
    now = timezone.now()
    mine = Letter.objects.filter(pk=letter.pk, state=State.WAITING, claimed_until=letter.claimed_until)
    letter.claimed_until, held = now + CLAIM, mine.update(claimed_until=now + CLAIM)
    return bool(held)


def _about_to_go(letter: Letter) -> None:
    letter.handed_over_at = timezone.now()
    Letter.objects.filter(pk=letter.pk).update(handed_over_at=letter.handed_over_at)


def _refused(letter: Letter, refused: Unsent) -> None:
    if refused.for_good:
        letter.fail(by=the_program(), trouble=refused.trouble, answer=refused.answer)
    else:
        _put_off(letter, refused.trouble, refused.answer)


def _line_broke(letter: Letter, error: Exception) -> None:
    if letter.handed_over_at:
        letter.fail(by=the_program(), trouble=Trouble.UNCLEAR, answer=str(error)[:500])
    else:
        _put_off(letter, *trouble_of(error))


def _put_off(letter: Letter, trouble: Trouble, answer: str) -> None:
    """Later each time; at last it is given up, some two days after the first try."""
    if letter.tries >= len(DELAYS):
        letter.fail(by=the_program(), trouble=trouble, answer=answer)
    else:
        until = timezone.now() + DELAYS[letter.tries]
        until = _quiet_until(letter, until) or until
        letter.put_off(by=the_program(), until=until, trouble=trouble, answer=answer[:500])
