"""What can happen to an import, and that a list was taken out."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

EXPORTED = declare("export.taken", _("{actor} exported {count} rows of “{things}”"), icon="export")
UNDONE = declare("import.undone", _("{actor} undid the import of {name}"), icon="undo")
