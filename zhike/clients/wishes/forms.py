"""The contact's own page has the gate of the contact, narrowed to what is theirs to say."""

from zhike.clients.forms import ReachableForm
from zhike.clients.models import Contact


class WishesForm(ReachableForm):
    asks_own = False
    phones = emails = tags = version = None  # type: ignore[assignment]

    class Meta:
        model = Contact
        fields = ("preferred_channel", "language", "reachable", "time_zone")

    def region(self) -> str:
        return ""
