"""What people were told, and how they wish to be told."""

from zhike.core.notify.models.notification import Notification, Reason
from zhike.core.notify.models.wishes import Digest, Way, Wishes

__all__ = ["Digest", "Notification", "Reason", "Way", "Wishes"]
