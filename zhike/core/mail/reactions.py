"""What was written is sent, by one job for a batch of events; who was invited gets a letter."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from zhike.core.access.events import FACTOR_ADDED, FACTOR_REMOVED, FACTORS_RESET, INVITED, PASSWORD_CHANGED
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


CHANGES = {
    PASSWORD_CHANGED.name: _("A new password was chosen."),
    FACTOR_ADDED.name: _("A second step, or new recovery codes, were set up."),
    FACTOR_REMOVED.name: _("A second step was removed."),
    FACTORS_RESET.name: _("An administrator took the second step away."),
}


@reaction(PASSWORD_CHANGED, FACTOR_ADDED, FACTOR_REMOVED, FACTORS_RESET)
def warn_of_changed_sign_in(batch: Batch) -> None:
    """Whoever did not do it themselves hears of it, whatever they wish to be told of."""
    people = User.objects.at_work().in_bulk({event.record_id for event in batch})
    link = settings.ADDRESS + reverse("account_change_password")
    for event in batch:
        if person := people.get(event.record_id):
            said = {"what": CHANGES[event.kind], "where": event.origin, "link": link}
            write(by=the_program(), to=person, template="mail/sign_in_changed", context=said)


def link_to_choose_a_password(person: User) -> str:
    """It works once, for three days, and only until another password is set."""
    told = {"uidb36": user_pk_to_url_str(person), "key": default_token_generator.make_token(person)}
    return settings.ADDRESS + reverse("account_reset_password_from_key", kwargs=told)
