"""What may stand in a mail's head. Pure."""

import unicodedata


def is_one_line(text: str) -> bool:
    """No line breaks of any alphabet, no control characters: nothing that could begin a header of its own."""
    return not any(unicodedata.category(one) in {"Cc", "Zl", "Zp"} for one in text)
