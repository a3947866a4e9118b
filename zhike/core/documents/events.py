"""What can happen to a document."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

MADE = declare("document.made", _("{actor} took {document} about {record} as a PDF"), icon="file")
