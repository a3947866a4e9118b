"""What offers do by the clock."""

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app

from zhike.clients.offers.choices import State
from zhike.clients.offers.models import Offer


@app.periodic(cron="23 * * * *")
@app.task(name="offers.end_what_is_over")
def end_what_is_over(timestamp: int) -> None:
    """Each hour; of what has ended already nothing is left to end."""
    program = apps.get_model("access.User")._default_manager.system()
    for offer in Offer.objects.over(timezone.localdate(timezone=timezone.get_default_timezone())):
        with transaction.atomic():
            if Offer.objects.select_for_update(no_key=True).get(pk=offer.pk).state == State.OPEN:
                offer.end(by=program)
