"""What can happen with a playbook at a client. Each stands on the client."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

STARTED = declare("playbook.started", _("{actor} started the playbook “{playbook}” for {record}"), icon="list")
FINISHED = declare("playbook.finished", _("All of the playbook “{playbook}” is done for {record}"), icon="check")
STOPPED = declare("playbook.stopped", _("{actor} stopped the playbook “{playbook}” for {record}"), icon="stop")
