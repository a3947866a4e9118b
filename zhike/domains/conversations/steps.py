"""What the steps of a conversation ask for."""

from typing import Any

from zhike.clients.wishes.heeding import ByMail
from zhike.core.record.step_form import StepForm


class SendForm(ByMail, StepForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        from zhike.domains.conversations.wished import sentences

        super().__init__(*args, **kwargs)
        if self.record is not None:
            self.heed(self.record.client, self.record.contacts.all())
            self.warnings = sentences(self.record)
