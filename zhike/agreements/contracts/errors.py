"""What a contract may answer instead of doing it."""

from decimal import Decimal

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class EndsTooSoon(Refused):
    """A clause would be over before it is valid; `position` is its place."""

    def __init__(self, position: int) -> None:
        super().__init__(position)
        self.position = position

    def __str__(self) -> str:
        return _("Clause %(n)s would end before it begins.") % {"n": self.position}


class OtherName(Refused):
    """Whoever signs wrote another name than the one that the contract is for."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return _("Write your name as it stands in the contract: %(name)s") % {"name": self.name}


class NotReadYet(Refused):
    """It is signed only once it was read to the end."""

    def __str__(self) -> str:
        return _("Please read it to the end first.")


class TooMuch(Refused):
    """More was received than is left to be paid; `left` is what is."""

    def __init__(self, left: Decimal) -> None:
        super().__init__(left)
        self.left = left

    def __str__(self) -> str:
        return _("Only %(left)s is left to be paid. Note the rest with another payment.") % {"left": self.left}


class NumberTaken(Refused):
    """Another invoice has the number."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number

    def __str__(self) -> str:
        return _("There is an invoice with the number %(number)s already.") % {"number": self.number}


class AlreadyNoted(Refused):
    """The same receipt came before, by its key; it counts once."""

    def __str__(self) -> str:
        return _("This receipt is noted already.")


class AlreadyStruck(Refused):
    """Somebody else struck the receipt."""

    def __str__(self) -> str:
        return _("This receipt is struck already.")
