"""What approvals do by the clock."""

from datetime import datetime

from django.apps import apps
from django.utils import timezone
from procrastinate.contrib.django import app

from zhike.core.approval.models import Approval
from zhike.core.lifecycle.errors import WrongState


@app.periodic(cron="*/10 * * * *")
@app.task(name="approval.watch_the_clock")
def watch_the_clock(timestamp: int) -> None:
    """Ends what nobody decided in time, and calls to mind what has waited for long."""
    expire_and_remind(timezone.now())


def expire_and_remind(now: datetime) -> int:
    """How many expired or were called to mind. Whoever decides meanwhile wins."""
    system, waiting = apps.get_model("access.User")._default_manager.system(), Approval.objects.waiting()
    late = [(approval, approval.expire) for approval in waiting.filter(expires_at__lte=now)]
    slow = [(approval, approval.remind) for approval in waiting.filter(remind_at__lte=now, expires_at__gt=now)]
    done = 0
    for _approval, act in late + slow:
        try:
            act(by=system)
            done += 1
        except WrongState:
            continue
    return done
