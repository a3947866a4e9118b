"""What a view of the staff gets, once it is known that someone is signed in."""

from django.http import HttpRequest

from zhike.core.access.models import User


class StaffRequest(HttpRequest):
    """A request of a signed-in member of staff."""

    user: User
