"""Files that come along with a form: drafts uploaded while it was written, and those chosen in it without script."""

from typing import Any

from django.db import models
from django.http import HttpRequest

from zhike.core.files.claim import claim
from zhike.core.files.errors import FileRefused
from zhike.core.files.models import Attachment


def take_along(request: HttpRequest, record: models.Model) -> list[FileRefused]:
    """Hang what the posted form holds (`files`: drafts, `file`: uploads) on the record; what was refused.

    Raises Forbidden.
    """
    user: Any = request.user
    if drafts := request.POST.getlist("files"):
        claim(drafts, record, by=user)
    refused = []
    for upload in request.FILES.getlist("file"):
        try:
            Attachment.objects.attach(upload, by=user, to=record)
        except FileRefused as refusal:
            refused.append(refusal)
    return refused
