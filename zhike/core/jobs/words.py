"""What the page says about a job."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhike.core.jobs.models import Job, State

SIGNALS = {State.DONE: "good", State.FAILED: "bad", State.CANCELLED: "watch"}
BAD_COUNTS = frozenset({"rejected", "failed"})


def told(job: Job) -> dict[str, Any]:
    """The context of `jobs/progress.html`."""
    return {
        "job": job,
        "says": says(job),
        "note": note(job),
        "counts": list(counted(job)),
        "signal": SIGNALS.get(State(job.state), ""),
        "bar_of": max(job.total or 0, job.done, 1),
    }


def says(job: Job) -> str:
    """The state with its numbers, as one sentence."""
    if job.state == State.DONE:
        return str(job.result.get("says") or _("Done"))
    if job.state == State.FAILED:
        return _("Not finished: %(how_far)s") % {"how_far": how_far(job)}
    if job.state == State.CANCELLED:
        return _("Stopped: %(how_far)s. What was done stays.") % {"how_far": how_far(job)}
    if job.cancel_requested_at:
        return _("Stopping at the next good moment")
    return how_far(job) if job.state == State.RUNNING else _("Waiting for its turn")


def how_far(job: Job) -> str:
    done = f"{job.done:,}"
    if job.total is None:
        return _("%(done)s done") % {"done": done}
    return str(job.declared.doing) % {"done": done, "total": f"{job.total:,}"}


def note(job: Job) -> str:
    """How long it still takes, and that nobody has to wait here."""
    if not job.under_way:
        return ""
    if left := job.time_left:
        return _("%(how_long)s left; you may close this page") % {"how_long": _about(left)}
    return _("You may close this page: it goes on, and you are told when it is done.")


def counted(job: Job) -> Iterator[tuple[str | Promise, str, bool]]:
    """(word, number, whether it is bad news) for what the runner counts."""
    for name, word in job.declared.counts.items():
        number = job.counts.get(name, 0)
        yield word, f"{number:,}", bool(number) and name in BAD_COUNTS


def _about(left: timedelta) -> str:
    seconds = max(int(left.total_seconds()), 1)
    if seconds < 90:
        return ngettext("about %(n)d second", "about %(n)d seconds", seconds) % {"n": seconds}
    minutes = round(seconds / 60)
    return ngettext("about %(n)d minute", "about %(n)d minutes", minutes) % {"n": minutes}
