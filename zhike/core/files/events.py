"""What can happen to a file. The fact `on` names the record: {type, id, text}."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

ATTACHED = declare("file.attached", _("{actor} attached {name}"), icon="attach", personal=("name", "on"))
UPLOADED = declare("file.uploaded", _("{actor} uploaded {name}"), icon="upload", personal=("name",))
