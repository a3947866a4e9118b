"""How much the words of a requirement leave open, from 0 to 100, with the words that cause it.

Each unclear word (`agreements.words.unclear`) leaves open what its kind says: how far or whether 35%, when or how much
25%, who 20%. Naming nothing that can be measured, neither number nor day, leaves open 20%; so few words that they
are a heading 15%. What stays clear is multiplied, and the score is what does not: 100 · (1 − ∏ (1 − wᵢ)). So each
further unclear word adds less, order does not matter, and nothing reaches 100. From `UNCLEAR` on one should ask.
The idea of counting weak words is that of requirement linting (Wilson, Rosenberg and Hyatt, 1997: ARM); the weights are
ours.
"""

from dataclasses import dataclass
from math import prod

from zhike.agreements.words.reading import read
from zhike.agreements.words.unclear import Unclear, Why, unclear_in

UNCLEAR = 40
WORDS_ENOUGH = 12  # letters, of which a Chinese character counts as two
LEAVES_OPEN: dict[Why, float] = {"extent": 0.35, "condition": 0.35, "time": 0.25, "amount": 0.25, "person": 0.2}
UNMEASURED, HEADING = 0.2, 0.15


@dataclass(frozen=True)
class Ambiguity:
    """`words` in the order of the text. `unmeasured`: no number, no day; `heading`: hardly a sentence."""

    score: int
    words: tuple[Unclear, ...]
    unmeasured: bool
    heading: bool

    @property
    def is_unclear(self) -> bool:
        return self.score >= UNCLEAR


def ambiguity(text: str, measure: str = "") -> Ambiguity:
    """Of what is wanted; `measure` is how one can tell, where that is said apart."""
    words = tuple(unclear_in(text))
    said = read(f"{text}\n{measure}")
    unmeasured = not (said.amounts or said.days)
    heading = _width(text) < WORDS_ENOUGH
    open_parts = [LEAVES_OPEN[one.why] for one in words] + [UNMEASURED] * unmeasured + [HEADING] * heading
    return Ambiguity(round(100 * (1 - prod(1 - part for part in open_parts))), words, unmeasured, heading)


def _width(text: str) -> int:
    return sum(2 if ord(one) > 0x2E7F else 1 for one in text.strip())
