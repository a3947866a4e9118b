"""What can happen to an import."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

UNDONE = declare("import.undone", _("{actor} undid the import of {name}"), icon="undo")
