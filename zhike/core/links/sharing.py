"""The first purpose: a file for somebody who has no account."""

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from zhike.core.files.models import Attachment
from zhike.core.files.serving import hand_over
from zhike.core.links.purposes import purpose


@purpose("files.share", "files.attachment", label=_("A file to look at"), action=_("Share by link"))
def share(request: HttpRequest, link: Any, file: Attachment) -> HttpResponseBase:
    """The page says what it is; the button hands it over."""
    if request.method != "POST":
        return render(request, "links/file.html", {"link": link, "file": file})
    try:
        with transaction.atomic():
            answer = hand_over(request, file)
            link.use(request, file)
    except FileNotFoundError:
        raise Http404 from None
    return answer
