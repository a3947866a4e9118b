"""Texts that break programs, written for this one: what people paste, what programs send, what somebody tries.

Markup carries `naughty` in the name of a tag or of an attribute, so that the parse of a page shows whether any of it
came through as markup; templates would come out as SHOUTED.
"""

MARKUP = (
    "<naughty-one>bold</naughty-one>",
    "<script>naughty()</script>",
    "</script><naughty-two>",
    "</textarea><naughty-three>",
    "</title><naughty-four>",
    "--><naughty-five><!--",
    "]]><naughty-six>",
    '"><naughty-seven onnaughty="1">',
    "'><naughty-eight onnaughty='1'>",
    '" onnaughty="1',
    "' onnaughty='1",
    "` onnaughty=`1`",
    "<img src=x onnaughty=1>",
    "<svg/onnaughty=1>",
    "<a href=javascript:naughty()>press</a>",
    "javascript:naughty()",
    "[press](javascript:naughty())",
    "![picture](data:text/html;naughty)",
    "<style>*{background:url(//naughty.example)}</style>",
    "&lt;naughty-nine&gt; &amp; &#60;naughty-ten&#62;",
    "<<naughty-eleven>>",
    "<naughty-twelve",
    "a < b && c > d",
)
TEMPLATES = (
    '{{ "shouted"|upper }}',
    "{% debug %}",
    "{% comment %}",
    "{{ request.user.password }}",
    "{contact} {0} {} {{}} %s %(name)s %d %%",
    "${7*7} #{7*7} <%= 7*7 %>",
    "#set text(9pt); #naughty() $x^2$ @there *a* _b_ `c`",
    "\\n \\u0041 \\\\ \\\" \\'",
)
FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://naughty.example";"press")',
    "+86 571 8888",
    "-1+1",
    "@SUM(A1:A9)",
    "＝1＋1",
    "\t=1+1",
    "'=1+1",
    "|cmd",
)
QUERIES = (
    "'; drop table clients_client; --",
    "' or '1'='1",
    '" or ""="',
    "1); select pg_sleep(0); --",
    "%' and 1=1 --",
    "100% _sure_ \\",
    '{"$gt": ""}',
)
DIRECTIONS = (
    "\u202eright to left\u202c",
    "\u2067של\u2069 מעורב abc",
    "مرحبا 123 abc",
    "\u200fabc\u200f",
    "abc\u200b\u200c\u200d\ufeffdef",
    "\u2060",
    "soft\u00adhyphen",
    "a\u0301\u0301\u0301\u0301\u0301e\u0323\u0302",
    "Z" + "\u0335\u0322\u0347" * 20,
    "\u1112\u1161\u11ab",
    "e\u0301 é",
)
SIGNS = (
    "👩‍👩‍👧‍👦",
    "🏳️‍🌈🇨🇳",
    "👍🏿",
    "𠮷野家 𝒵𝒽𝒾𝓀ℯ",
    "龘靐齉爩",
    "ﷺ",
    "İıŞş ßẞ",
    "Ω≈ç√∫˜µ≤≥÷",
    "①Ⅳ½㎏㍿",
    "“quotes” ‘single’ «angles» 「角」",
    "…—–·•※",
    "ｆｕｌｌ　ｗｉｄｔｈ",
    "�",
)
NOTHINGS = ("null", "None", "undefined", "NaN", "0", "-0", "false", "True", "[]", "{}", "N/A", "nil", "#REF!", "-", ".")
LINES = (
    "two\nlines",
    "two\r\nlines",
    "Subject: x\r\nBcc: naughty@nowhere.example",
    "\u2028line\u2029paragraph",
    "\u0085next",
    "tab\there",
    "\x1b[31mred\x07",
    "   ",
)
LONG = ("x" * 5_000, "很长" * 1_200, "word " * 800, "<" * 700, "https://naughty.example/" + "a/" * 400)
ADDRESSES = (
    "//naughty.example/x",
    "file:///etc/passwd",
    "../../etc/passwd",
    "C:\\CON",
    "http://[::1]:0/",
    "a@b",
    "CL-1 ZZ-99",
)

ALL = (
    *MARKUP, *TEMPLATES, *FORMULAS, *QUERIES, *DIRECTIONS, *SIGNS, *NOTHINGS, *LINES, *LONG, *ADDRESSES,
)  # fmt: skip
