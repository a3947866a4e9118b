"""What the steps of a conversation ask for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.core.record.step_form import StepForm


class SendForm(StepForm):
    wait = forms.BooleanField(
        label=_("For those outside of their hours: send when these begin"), required=False, initial=True
    )
    anyway = forms.BooleanField(label=_("Send it now all the same"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Says before it is sent what goes against somebody's wishes."""
        from zhike.domains.conversations.engaging import goes_out, quiet_ends
        from zhike.domains.conversations.wished import sentences

        super().__init__(*args, **kwargs)
        if self.record is None:
            return
        self.fields["wait"].help_text = " ".join(sentences(self.record))
        ends = quiet_ends(self.record.client, self.record.contacts.all())
        if ends:
            self.fields["anyway"].help_text = goes_out(ends)
        else:
            del self.fields["anyway"]
