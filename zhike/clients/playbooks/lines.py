"""A playbook's lines: read from what is kept or sent, and checked. Pure."""

from dataclasses import asdict, dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

OWNER, DEPUTY = "owner", "deputy"
WHO = [(OWNER, _("Owner")), (DEPUTY, _("Deputy"))]
MOST_LINES, MOST_DAYS, LONGEST_TITLE, LONGEST_TEXT = 60, 750, 200, 2_000


@dataclass(frozen=True)
class Line:
    """`who` is owner, deputy or the number of a person. `days` are working days after the start; or, with
    `after`, after the line of that number (from 1, an earlier one) is done."""

    title: str
    text: str = ""
    who: str = OWNER
    days: int = 0
    after: int = 0

    @property
    def kept(self) -> dict[str, Any]:
        """As the database keeps it."""
        return asdict(self)


def read_lines(kept: list[dict[str, Any]]) -> list[Line]:
    return [Line(**one) for one in kept]


def check_lines(said: Any) -> list[Line]:
    """Lines in order, those without a title left out. Raises ValidationError."""
    if not isinstance(said, list) or not all(isinstance(one, dict) for one in said):
        raise ValidationError(_("This is no list of to-dos. Each has a title, who does it, and after how many days."))
    written = [(row, one) for row, one in enumerate(said, start=1) if str(one.get("title") or "").strip()]
    places = {row: place for place, (row, _one) in enumerate(written, start=1)}
    found = [_line(one, row, places) for row, one in written]
    if not found:
        raise ValidationError(_("Write at least one to-do."))
    if len(found) > MOST_LINES:
        raise ValidationError(_("A playbook has at most %(most)d to-dos."), params={"most": MOST_LINES})
    return found


def _line(said: dict[str, Any], row: int, places: dict[int, int]) -> Line:
    """`places` gives the numbers that are left when empty rows are gone."""
    title, text, place = str(said["title"]).strip(), str(said.get("text") or "").strip(), places[row]
    if len(title) > LONGEST_TITLE or len(text) > LONGEST_TEXT or "\0" in title + text:
        raise ValidationError(_("To-do %(place)d is too long. Shorten its title or its text."), params={"place": place})
    who = str(said.get("who") or OWNER)
    if who not in {OWNER, DEPUTY} and not who.isdecimal():
        raise ValidationError(_("Say who does to-do %(place)d."), params={"place": place})
    days, after = _number(said.get("days"), MOST_DAYS, place), _number(said.get("after"), MOST_LINES, place)
    if after >= row:
        words = _("To-do %(place)d can only wait for one that stands before it.")
        raise ValidationError(words, params={"place": place})
    return Line(title, text, who, days, places.get(after, 0))


def _number(said: Any, most: int, place: int) -> int:
    written = str(said if said is not None else "").strip() or "0"
    if not written.isdecimal() or len(written) > 4 or int(written) > most:
        words = _("To-do %(place)d: “%(said)s” is no number from 0 to %(most)d.")
        raise ValidationError(words, params={"place": place, "said": written[:20], "most": most})
    return int(written)
