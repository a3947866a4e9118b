"""Reading as somebody at the client's does."""

import re

from django.conf import settings


def read(client, address, language):
    """The page behind a link, in the language chosen on it: "zh-hans" or "en"."""
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    return client.get(re.search(r"/l/[^\s]+", address)[0]).text


def stands_first(page, first, other):
    return first in page and other in page and page.index(first) < page.index(other)
