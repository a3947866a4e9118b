"""Files as a resource: found by their names, opened with what they hang on beside them."""

from django.template.defaultfilters import filesizeformat
from django.utils.html import escape, format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.files.forms import AttachmentForm
from zhike.core.files.models import Attachment
from zhike.core.files.pages import FilePage
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText


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
                "size",
                pgettext_lazy("of a file", "Size"),
                lambda file, _reader: escape(filesizeformat(file.size)),
                needs=("size",),
                sort="size",
            ),
            column(Attachment, "client"),
            column(Attachment, "created_by", label=_("Added by")),
            column(Attachment, "created_at"),
        ),
        filters=(filters.holds("name", _("Name")), filters.archived()),
        search=SearchText(names=("name",)),
        pages={"detail": FilePage, "add": None},
        menu=False,
    )
)
