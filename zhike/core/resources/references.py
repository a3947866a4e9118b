"""References of records, such as CV-12, within a text."""

import re

# By re.ASCII a Chinese character ends a word, so that “见CV-12的附件” names one as well.
REFERENCE = re.compile(r"\b([A-Z]{2})-([1-9][0-9]{0,17})\b", re.ASCII)
