"""The English words that make or unmake a promise, one pattern for each thing that they say."""

import re


def _one_of(*words: str, before: str = r"\b", after: str = r"\b") -> re.Pattern[str]:
    return re.compile(f"{before}(?:{'|'.join(words)}){after}", re.IGNORECASE)


_ADVERB = (
    r"(?:(?:also|then|definitely|certainly|gladly|happily|of course|personally|still|now|just|make sure (?:that )?"
    r"|be sure to|go ahead and) ){0,3}"
)
MODAL = _one_of(
    r"\b(?:will|shall)",
    r"'ll",
    r"\bcan(?= (?:have|get|deliver|send|ship|finish|do) )",
    r"(?:'m|'re|'s|\bam|\bare|\bis) going to",
    r"\b(?:promise[ds]?|commits?|guarantees?|agree[ds]?|pledge|undertake|vow)(?: you| us)?"
    r"(?: to| that(?= (?:we|i|he|she|they|the)\b))",
    before="",
    after=r"\s+" + _ADVERB,
)
LET_ME = _one_of(
    "let (?:me|us) (?=check|get|come|find|look|ask|talk|send|see what|confirm|verify|prepare|call)", after=""
)
EXPECT = re.compile(r"^(?:\w+, )?(?:you (?:can|may) )?expect (?=the|a|an|our|my|it|your|first)", re.IGNORECASE)
COUNT_ON = re.compile(r"\b(?:count|rely|depend) on (?:us|me) (?:to|for) ", re.IGNORECASE)
# "Will send the photos", "On it, will get back to you", "Emil: will pay", but not "will you".
SUBJECTLESS = re.compile(
    r"(?:^|[,:;–—] )(?:will (?!you|we|i|he|she|they|it|that|this|the|there|do\b)"
    r"|(?=(?:sending|mailing|delivering|uploading|calling|forwarding|shipping|sharing|posting)\b))",
    re.IGNORECASE,
)
# The present for what is settled: "we start on Monday", "I'm sending it tomorrow". It needs a day.
PRESENT = re.compile(
    r"\b(?:i|we) (?=(?:start|begin|deliver|launch|send|ship|visit|publish|release|go live|kick off|hand over"
    r"|install)\b)|\b(?:i'm|i am|we're|we are) (?=(?:sending|shipping|delivering|mailing|coming|visiting"
    r"|calling|meeting"
    r"|publishing|launching|starting|uploading|forwarding|bringing|releasing|posting|installing|presenting|finishing|sharing)\b)",
    re.IGNORECASE,
)
# "Maria is sending the contract today": somebody else of ours or theirs.
PRESENT_OF = re.compile(
    r"(?:'s|\bis|\bare) (?=(?:sending|shipping|delivering|mailing|coming|visiting|calling|publishing|launching"
    r"|uploading|forwarding|bringing|releasing|posting|installing|presenting|finishing|sharing|fixing)\b)",
    re.IGNORECASE,
)
NAME_TO_DO = re.compile(r"^(?:[A-Z]\w+ ){1,2}to (?=[a-z]{3,})")
# Without one of these no pattern above can match.
BINDING = (
    *("will", "'ll", "shall", "going to", "promise", "commit", "guarantee", "agree", "pledge", "undertake", "vow"),
    *("let me", "let us", "expect", "count on", "rely on", "depend on", " to ", "ing ", " can ", "we ", "i "),
)
CONDITION = _one_of(
    "if",
    "unless",
    "once",
    "suppose",
    "supposing",
    "in case",
    "depending on",
    "provided",
    "providing",
    "assuming",
    "as soon as (?:we|you|they|she|he) (?:have|has|get|gets|confirm|pay|approve)",
    "subject to",
    "should (?:you|we|the)",
    "as long as",
    "until (?:you|we have)",
    "only when",
)
PAST = _one_of(
    "last (?:year|month|week|time|friday|monday)",
    "yesterday",
    "ago",
    "had",
    "used to",
    "never said",
    "back then",
    "at the time",
)
HEDGE = _one_of(
    *("hope", "hopefully", "perhaps", "maybe", "possibly", "probably", "likely", "might", "ideally", "in theory"),
    *("doubt", r"wonder\w*", "asked", "asks", "whether", "think", "guess", "wish", "not sure", "unsure", "imagine"),
    *("believe", "worried", "afraid", "expects?", "wants?", "don't", "doesn't", "didn't", "cannot", "can't", "nobody"),
    *("no one", "no way", "none", "nothing", "never", "not", "who", "what", "why", "which", "how", "when", "where"),
)
# Verbs by which nobody binds himself; they are met right after the modal.
NO_DEED = _one_of(
    *("not", "never", "no longer", "hardly", "probably", "possibly", "perhaps", "maybe", "likely", "hopefully", "try"),
    *("attempt", "aim", "hope", r"see\b(?! to)", "need", "have to", "want", "like", "love", "prefer", "know", "miss"),
    *("lose", "cost", "run (?:out|low)", "rain", "snow", "happen", "take place", "depend", "consider", "think"),
    *("discuss", "go with", "wait", "receive", "require", "expect", "struggle", "remain", "stay", "understand"),
    *("appreciate", "feel", "agree", "remember", "differ", "fail"),
    r"be (?:able|closed|on (?:holiday|leave|vacation)|off|out|away|unavailable|needed|required|difficult|hard|glad"
    r"|happy|an?|the|no|in (?:the office|meetings)|interested|delighted|charged|late|delayed|busy|more|less|too|very)",
    before="",
)
FOR_YOU = _one_of(
    "have", "get", "receive", "find", "hear from (?:us|me)", "be able to (?:see|test|use|download)", before=""
)
DONE = _one_of(
    r"be (?:\w+ly )?(?:ready|done|complete|live|online|up|there|in your (?:inbox|hands)|with you|on your desk"
    r"|on its way|[a-z]+ed|sent|built|put|made|set|given|rewritten|written|shown|held|taught)",
    *("reach you", "arrive", "follow", "go (?:out|live|online)", "come"),
    before="",
)
ACTIVE = _one_of("be (?:in touch|back|there|[a-z]+ing)", before="")
PRONOUN = re.compile(r"(?:^|[\s,])(i|we|he|she|they|you|it|this|that)\s*$", re.IGNORECASE)
OUR_PEOPLE = re.compile(
    r"\b(?:our|my)(?: \w+){0,2} (?:team|designers?|dev(?:eloper)?s?|colleagues?|accountants?|engineers?|lawyers?|people"
    r"|boss|manager|support|editors?|translators?|writers?|partner|agency|assistant|tester|consultants?|photographer)"
    r"(?: [A-Z]\w+)?$",
    re.IGNORECASE,
)
THEIR_PEOPLE = re.compile(
    r"\b(?:the (?:client|customer|buyer|hospital|bank|agency)|their(?: \w+){1,2})$", re.IGNORECASE
)
REPORT = _one_of("said", "says", "told", "promised", "confirmed", "agreed", "announced")
CLAUSE_BEGINS = re.compile(r"[,;:]\s|\s(?:and|but|so|because)\s|\bthat\s")
