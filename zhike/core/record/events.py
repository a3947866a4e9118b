"""What can happen to any record."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

ADDED = declare("record.added", _("{actor} added {record}"), icon="plus", personal=("name",))
EDITED = declare("record.edited", _("{actor} changed {record}"), icon="note", personal=("changed",))
ARCHIVED = declare("record.archived", _("{actor} archived {record}"), icon="archive", personal=("name",))
RESTORED = declare("record.restored", _("{actor} brought {record} back"), icon="undo", personal=("name",))
IMPORTED = declare("record.imported", _("{actor} imported {record}"), icon="export", personal=("name",))
