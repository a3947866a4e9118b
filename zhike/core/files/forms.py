"""The gate for a file's name; its content comes in by upload."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.core.base.files import extension_of, safe_name
from zhike.core.files.models import Attachment
from zhike.core.record.form import RecordForm


class AttachmentForm(RecordForm):
    class Meta:
        model = Attachment
        fields = ("name",)

    def clean_name(self) -> str:
        name = safe_name(self.cleaned_data["name"])
        if self.instance.pk and extension_of(name) != extension_of(self.instance.name):
            raise ValidationError(_("The ending says what is in the file. Keep the ending it had."))
        return name

    def clean(self) -> dict[str, Any]:
        if not self.instance.pk:
            raise ValidationError(_("Files are not typed in. Open the record and drop the file there."))
        return super().clean() or self.cleaned_data
