"""Reading the mailbox in: each mail in a transaction of its own, with how far it was read.

Killed in between, the next run goes on at the first mail that is not here yet. Where the server has numbered its
mails anew (another UIDVALIDITY), all are looked at again, and those which are here are known by their Message-ID.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone
from imapclient import IMAPClient

from zhike.core.mail.inbox import inbox
from zhike.core.mail.models import Inbox
from zhike.surfaces.channels.imap import Errors, connected, content, look_into, sizes_after, trouble_with
from zhike.surfaces.channels.taking import keep_unreadable, take

READER = 7_265_103  # the advisory lock of who reads
MAILS_OF = 3  # times the limit of one file: what a mail with several may weigh

log = logging.getLogger(__name__)


def read_inbox() -> int:
    """How many mails were taken in. One process at a time; zero as well while another reads, or without a mailbox."""
    inbox.forget()
    box = inbox()
    if box is None:
        return 0
    with _alone() as alone:
        if not alone:
            return 0
        box.refresh_from_db()
        try:
            with connected(box) as line:
                count = _read(line, box)
        except Errors as error:
            trouble, said = trouble_with(error)
            log.warning("The mailbox %s cannot be read: %s %s", box, trouble, said)
            Inbox.objects.filter(pk=1).update(trouble=trouble, answer=said)
            return 0
        Inbox.objects.filter(pk=1).update(trouble="", answer="", read_at=timezone.now())
    return count


@contextmanager
def _alone() -> Iterator[bool]:
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_lock(%s)", [READER])
        held = bool(cursor.fetchone()[0])
        try:
            yield held
        finally:
            if held:
                cursor.execute("select pg_advisory_unlock(%s)", [READER])


def _read(line: IMAPClient, box: Inbox) -> int:
    folder = look_into(line, box.folder)
    if box.uid_validity is None or box.since is None:  # what lay there before we came is not ours to read
        Inbox.objects.filter(pk=1).update(since=timezone.now())
        _read_up_to(folder.next_uid - 1, folder.uid_validity)
        return 0
    last = box.last_uid if box.uid_validity == folder.uid_validity else 0
    count = 0
    for uid, size in sizes_after(line, last, box.since):
        too_large = size > MAILS_OF * settings.UPLOAD_LIMIT
        raw = content(line, uid, head_alone=too_large)
        count += raw is not None and _take_one(raw, uid, folder.uid_validity, too_large)
    if last == 0:
        _read_up_to(folder.next_uid - 1, folder.uid_validity)
    return count


def _take_one(raw: bytes, uid: int, uid_validity: int, too_large: bool) -> bool:
    """Whether it was new. What is beyond reading is kept as such, and holds up nothing."""
    try:
        with transaction.atomic():
            taken = take(raw, too_large=too_large)
            _read_up_to(uid, uid_validity)
    except (OperationalError, InterfaceError):
        raise  # the database is away, the mail is sound
    except Exception:
        log.exception("The mail with UID %s could not be read", uid)
        with transaction.atomic():
            taken = keep_unreadable(raw)
            _read_up_to(uid, uid_validity)
    return taken is not None


def _read_up_to(uid: int, uid_validity: int) -> None:
    Inbox.objects.filter(pk=1).update(last_uid=uid, uid_validity=uid_validity)
