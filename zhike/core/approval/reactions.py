"""What approvals do about what happens elsewhere."""

from django.apps import apps

from zhike.core.approval.models import Approval
from zhike.core.timeline.reactions import Batch, reaction


@reaction()
def void_what_no_longer_holds(batch: Batch) -> None:
    """Whatever happened to a record: if it is no longer what was asked about, the answer does not hold."""
    keys = {(event.record_type, event.record_id) for event in batch}
    alive = Approval.objects.alive().filter(record_id__in={number for _type, number in keys})
    for approval in alive.order_by("pk"):
        if (approval.record_type, approval.record_id) in keys and not approval.still_stands():
            approval.void(by=apps.get_model("access.User")._default_manager.system())
