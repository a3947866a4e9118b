"""What a verb refuses becomes a message on the next page; that somebody may not do it stays an error (403)."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.http import HttpRequest

from zhike.core.lifecycle.errors import Forbidden, Refused


@contextmanager
def telling_refusals(request: HttpRequest) -> Iterator[None]:
    """Around the verb, and around the words that say it is done."""
    try:
        yield
    except Forbidden:
        raise
    except Refused as refused:
        messages.error(request, str(refused))
