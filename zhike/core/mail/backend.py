"""Django's way of mailing, led into the outbox: password resets and whatever a library sends."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from zhike.core.access.models import User
from zhike.core.lifecycle.errors import Refused
from zhike.core.mail.server import the_program
from zhike.core.mail.writing import write


class OutboxBackend(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """A letter for each address; how many messages were written down. Their words are for one person alone."""
        return sum(self._write(message) for message in email_messages)

    def _write(self, message: EmailMessage) -> bool:
        try:
            with transaction.atomic():
                for address in message.recipients():
                    person = User.objects.at_work().filter(email__iexact=address).first()
                    subject, text = str(message.subject), str(message.body)
                    write(by=the_program(), to=person or address, subject=subject, text=text, secret=True)
        except Refused:
            if not self.fail_silently:
                raise
            return False
        return True
