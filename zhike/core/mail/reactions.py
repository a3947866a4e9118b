"""What was written is sent, by one job for a batch of events; who was invited gets a letter."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse

from zhike.core.access.events import INVITED
from zhike.core.access.models import User
from zhike.core.access.preferences import staff_names
from zhike.core.mail.events import RELEASED, RESENT, WRITTEN
from zhike.core.mail.jobs import send
from zhike.core.mail.server import the_program
from zhike.core.mail.writing import write
from zhike.core.timeline.reactions import Batch, reaction


@reaction(WRITTEN, RELEASED, RESENT)
def send_what_was_written(batch: Batch) -> None:
    send.defer()


@reaction(INVITED)
def write_invitations(batch: Batch) -> None:
    """To those who work here and have not come yet; the link is the one that sets a forgotten password."""
    names = staff_names()
    wanted = {event.record_id: event for event in batch}
    for person in User.objects.at_work().filter(pk__in=wanted, last_login=None):
        said = {"link": link_to_choose_a_password(person), "inviter": names.get(wanted[person.pk].actor_id or 0, "")}
        write(by=the_program(), to=person, template="mail/invitation", context=said, secret=True)


def link_to_choose_a_password(person: User) -> str:
    """It works once, for three days, and only until another password is set."""
    told = {"uidb36": user_pk_to_url_str(person), "key": default_token_generator.make_token(person)}
    return settings.ADDRESS + reverse("account_reset_password_from_key", kwargs=told)
