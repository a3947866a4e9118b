"""What a letter says, from its templates, in its reader's language and time.

`<name>.txt` begins with the subject, then an empty line, then the text (Markdown); `<name>.html`, where there is one,
is the body of the twin. Without it the twin is made of the text.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.utils import timezone, translation

from zhike.core.access.preferences import company
from zhike.core.mail.recipient import Recipient


@contextmanager
def as_read_by(reader: Recipient) -> Iterator[None]:
    """Inside, language and time zone are the reader's."""
    with translation.override(reader.language), timezone.override(ZoneInfo(reader.zone)):
        yield


def rendered(template: str, context: Mapping[str, Any], reader: Recipient) -> dict[str, str]:
    """{subject, text, html}; html is empty where the template has no twin of its own."""
    told = {"company": company().name, "reader": reader, "address": settings.ADDRESS} | dict(context)
    with as_read_by(reader):
        subject, _blank, text = get_template(f"{template}.txt").render(told).strip().partition("\n")
        return {"subject": subject.strip()[:200], "text": text.strip(), "html": _twin(template, told)}


def _twin(template: str, told: dict[str, Any]) -> str:
    try:
        return get_template(f"{template}.html").render(told)
    except TemplateDoesNotExist:
        return ""
