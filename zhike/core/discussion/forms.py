"""The gate of comments."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.core.discussion.models import Comment
from zhike.core.record.form import RecordForm


class CommentForm(RecordForm):
    class Meta:
        model = Comment
        fields = ["text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 2})}
        error_messages = {"text": {"required": _("There is nothing in it yet. Write something first.")}}
