"""Which encoding a text file was saved in: marks first, then strict trials, then what reads like language."""

import codecs
import re
from itertools import pairwise
from typing import BinaryIO

CHUNK = 1 << 20
_SAMPLE = 1 << 18
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LEGACY = ("gb18030", "big5", "cp932", "cp1252")
_UNDECODABLE = -9.0
_UTF_8_PAIR = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
# What stands often in lists of clients and in running text, in either script.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "公司有限科技北京上海广东深圳市区省路号街镇县电话联系姓名地址客户名称经理总部门手机邮箱备注张王李赵刘陈杨黄周吴徐孙林"
    "這個們來時為國會發動後說產種過對於經東廣電話聯繫姓名客戶稱總門機備註張趙劉陳楊黃臺灣北市限公司有區號縣"
)
_SIGNS = frozenset("–—‘’“”€£©®°·…«»§™§½²")


def detect(stream: BinaryIO) -> tuple[str, int]:
    """The codec's name and the length of the byte order mark. Reads the stream from its start, in pieces.

    A file which is UTF-8 but for a few bytes is called UTF-8: its reader then names the bad place.
    "utf-32" and "" (not text) are told to be refused.
    """
    stream.seek(0)
    head = stream.read(CHUNK)
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32", 4
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name, len(mark)
    if b"\0" in head:
        return _unmarked_utf_16(head), 0
    sample = _sample_behind_ascii(stream, head)
    return ("utf-8" if sample is None else _best(sample)), 0


def _sample_behind_ascii(stream: BinaryIO, head: bytes) -> bytes | None:
    """None when all of it is UTF-8, else a sample from the first line on which is not plain ASCII."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    chunk, sample = head, b""
    try:
        while chunk:
            if len(sample) < _SAMPLE and (sample or not chunk.isascii()):
                sample += _from_first_high(chunk) if not sample else chunk
            decoder.decode(chunk)
            chunk = stream.read(CHUNK)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return sample[:_SAMPLE]
    return None


def _from_first_high(chunk: bytes) -> bytes:
    first = re.search(rb"[\x80-\xff]", chunk)
    return chunk[chunk.rfind(b"\n", 0, first.start()) + 1 :] if first else chunk


def _unmarked_utf_16(head: bytes) -> str:
    """Blanks, commas and line ends give zeros, all on one side of the pairs."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    name = "utf-16-le" if odd > even else "utf-16-be"
    if min(even, odd) * 20 > max(even, odd) or max(even, odd) * 50 < len(head):
        return ""
    text = head[: len(head) // 2 * 2].decode(name, "replace")
    return name if "\n" in text and "\ufffd" not in text[:-1] else ""


def _best(sample: bytes) -> str:
    if _nearly_utf_8(sample):
        return "utf-8"
    scores = {name: _plausible(sample, name) for name in _LEGACY}
    best = max(_LEGACY, key=lambda name: scores[name])
    # "Ã©" is hardly ever written: it is the é of UTF-8, so the file is UTF-8 with a bad byte elsewhere.
    broken = scores[best] <= _UNDECODABLE or (best == "cp1252" and _UTF_8_PAIR.search(sample))
    return "utf-8" if broken else best


def _nearly_utf_8(sample: bytes) -> bool:
    text = sample.decode("utf-8", "replace").rstrip("\ufffd")
    high = len(_NOT_ASCII.findall(text))
    return high - (bad := text.count("\ufffd")) > 4 * bad


def _plausible(sample: bytes, name: str) -> float:
    """From -1 (gibberish, or not decodable) to about 2, by the mean over the signs beyond ASCII."""
    try:
        text = codecs.getincrementaldecoder(name)().decode(sample)
    except UnicodeDecodeError:
        return _UNDECODABLE
    high = _NOT_ASCII.findall(text)
    if not high:
        return _UNDECODABLE
    if name == "cp1252":
        return sum(_western(before, sign) for before, sign in pairwise(" " + text) if sign > "\x7f") / len(high)
    return sum(2.0 if sign in _FREQUENT else _eastern(sign, name) for sign in high) / len(high)


def _western(before: str, sign: str) -> float:
    if sign in _SIGNS:
        return 0.6
    if not sign.isalpha():
        return -0.5
    return 1.0 if before.isascii() else -1.0


def _eastern(sign: str, name: str) -> float:
    """Common characters stand early in the code tables; half-width kana and private signs mean a wrong guess."""
    if "\uff61" <= sign <= "\uff9f" or "\ue000" <= sign <= "\uf8ff" or sign < "\xa0":
        return -1.0
    if "\u3040" <= sign <= "\u30ff":
        return 1.5 if name == "cp932" else -0.5
    try:
        lead = sign.encode("gb2312" if name == "gb18030" else name)[0]
    except UnicodeEncodeError:
        return -1.0
    first, last = {"gb18030": (0xB0, 0xD7), "big5": (0xA4, 0xC6), "cp932": (0x88, 0x98)}[name]
    if first <= lead <= last:
        return 0.8
    return 0.5 if sign in "、。，：；！？（）《》「」『』【】～－" else -0.3
