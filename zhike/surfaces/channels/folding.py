"""What somebody wrote anew in a mail, apart from what it quotes and from its signature. Pure.

Read line by line, so that no mail takes long. The libraries at hand know the Chinese headers of one program only.
"""

import re

WROTE = re.compile(
    r"^>?\s*(on\b.{6,300}\bwrote|am\b.{6,300}\bschrieb.*|le\b.{6,300}\ba écrit|el\b.{6,300}\bescribió"
    r"|.{0,200}\d{4}\s*[年/.-].{2,240}(wrote|写道|寫道)|[在于於].{2,300}[写寫]道|.{2,300}<[^<>\s]+@[^<>\s]+>.{0,20}[写寫]道"
    r"|\d{4}年.{2,240}:)\s*[:：]?\s*$",
    re.IGNORECASE,
)
RULE = re.compile(
    r"^[\s*]*[-—_ ]{2,}\s*(original message|original appointment|原始邮件|原始郵件|邮件原件|回复的原邮件|回复的邮件"
    r"|ursprüngliche nachricht|message d'origine|reply message)\s*[-—_ ]{2,}",
    re.IGNORECASE,
)
FROM = re.compile(r"^[\s*]*(from|von|de|发件人|寄件者|寄件人|發件人)\s*\*?\s*[:：]", re.IGNORECASE)
BESIDE = re.compile(
    r"^[\s*]*(sent|date|to|subject|gesendet|datum|an|betreff|envoyé|à|objet|发送时间|发送日期|发件时间|日期|收件人|主题"
    r"|傳送日期|寄件日期|收件者|主旨)\s*\*?\s*[:：]",
    re.IGNORECASE,
)
FORWARDED = re.compile(
    r"^[-—_ >]*(begin )?(forwarded message|转发的?(邮件|信息)|轉寄的?郵件|weitergeleitete)", re.IGNORECASE
)
SIGNED = re.compile(
    r"^(--\s?|—{1,2}|sent from my .{2,40}|get outlook for .{2,60}|发自我的.{2,40}|從我的.{2,40}傳送|从我的.{2,40}发送"
    r"|发自.{0,12}(手机|iphone|ipad|android|邮箱).{0,20}|von meinem .{2,40} gesendet)$",
    re.IGNORECASE,
)
LINE = re.compile(r"^_{10,}\s*$")


def fold(text: str) -> tuple[str, str]:
    """(what is new, what is quoted or signed). Nothing is folded where nothing else would be left.

    An answer between the lines of a quote keeps the quote: it would not be understood without.
    """
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    end = _without_end(lines, next((n for n in range(len(lines)) if _begins_history(lines, n)), len(lines)))
    said = "\n".join(lines[:end]).strip()
    return (said, "\n".join(lines[end:]).strip()) if said else ("\n".join(lines).strip(), "")


def _begins_history(lines: list[str], n: int) -> bool:
    line = lines[n]
    after = lines[n + 1 : n + 6]
    if n and FORWARDED.match(lines[n - 1]):
        return False  # what is passed on is what the mail is about
    if RULE.match(line):
        return True
    if FROM.match(line) or (LINE.match(line) and any(map(FROM.match, after[:2]))):
        return sum(bool(BESIDE.match(one)) for one in after) >= 2
    both = f"{line} {after[0]}" if after else line  # the address often stands on the next line
    if WROTE.match(line):
        return not _answers_between(lines[n + 1 :])
    return bool(line and WROTE.match(both) and not WROTE.match(after[0])) and not _answers_between(lines[n + 2 :])


def _answers_between(lines: list[str]) -> bool:
    """Whether somebody wrote on below or between quoted lines."""
    quoted = False
    for line in lines:
        if SIGNED.match(line.strip()):
            return False
        if line.startswith(">"):
            quoted = True
        elif line.strip() and quoted:
            return True
    return False


def _without_end(lines: list[str], end: int) -> int:
    """Where the new part ends: before a signature, and before what is only quoted."""
    end = next((n for n in range(end) if SIGNED.match(lines[n].strip()) and n), end)
    while end and (not lines[end - 1].strip() or lines[end - 1].startswith(">")):
        end -= 1
    return end
