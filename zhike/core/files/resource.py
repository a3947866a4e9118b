"""Files as a resource: found by their names, opened where they hang."""

from typing import Any

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.defaultfilters import filesizeformat
from django.utils.html import escape, format_html
from django.utils.translation import gettext_lazy as _
from django.views import View

from zhike.core.files.forms import AttachmentForm
from zhike.core.files.models import Attachment
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register, resource_of
from zhike.core.resources.resource import Resource, SearchText


class WhereItHangs(LoginRequiredMixin, View):
    """A file's page is the place on its record's page; a draft is shown itself."""

    resource: Any = None

    def get(self, request: HttpRequest, reference: str) -> HttpResponseBase:
        file = Attachment.objects.visible_to(request.user).by_reference(reference).first()
        if file is None:
            raise Http404
        record: Any = file.record_seen_by(request.user)
        resource = resource_of(record) if record else None
        return redirect(f"{resource.url('detail', record)}#{file.reference}" if resource else file.get_absolute_url())


def _name(file: Attachment, _reader: Reader) -> str:
    return format_html('<a href="/files/{}/">{}</a>', file.reference, file.name)


register(
    Resource(
        name="files",
        model=Attachment,
        form=AttachmentForm,
        icon="file",
        columns=(
            Column("name", _("File"), _name, needs=("name",), sort="name", wide=False),
            Column(
                "size", _("Size"), lambda file, _reader: escape(filesizeformat(file.size)), needs=("size",), sort="size"
            ),
            column(Attachment, "client"),
            column(Attachment, "created_by", label=_("Added by")),
            column(Attachment, "created_at"),
        ),
        filters=(filters.holds("name", _("Name")), filters.archived()),
        search=SearchText(names=("name",)),
        pages={"detail": WhereItHangs, "add": None},
        menu=False,
    )
)
