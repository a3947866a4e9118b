"""What needs a clear yes: price and scope. Nobody's silence stands for it. In doubt something is price or scope."""

import re
from typing import Any

from zhike.agreements.choices import IN_THE_HEAD, ClauseKind, Limit, Unit

SCOPE = (ClauseKind.DELIVERABLE, ClauseKind.EXCLUSION, ClauseKind.REVISIONS, ClauseKind.FEE)
ASPECTS = (*SCOPE, *IN_THE_HEAD, Limit.BUDGET, "cost")
UNITS = (Unit.ROUNDS, Unit.PIECES)
ENGLISH = re.compile(
    r"\b(?:prices?|pricing|fees?|costs?|budgets?|discounts?|invoices?|pay|pays|paid|payments?|refunds?|rates?|quotes?|"
    r"quotations?|charges?|charged|free|scope|includ\w+|exclud\w+|deliverables?|revisions?|rounds?|extras?|additional|"
    r"eur|euros?|usd|dollars?|cny|rmb|yuan|gbp|pounds?)\b|[€$£¥￥]|[\d０-９]\s*[%％]",
    re.IGNORECASE | re.ASCII,  # by whose \b a word ends where Chinese begins: “按scope走”
)
CHINESE = re.compile(
    "价|费|预算|折扣|打折|[0-9０-９一二三四五六七八九]折|优惠|付款|支付|尾款|首款|货款|退款|款项|发票|开票|万元|[0-9百千万]元|人民币|美元|欧元|"
    "范围|包含|包括|不含|交付物|轮次|[0-9一二两三四五六七八九十]轮|改稿|额外|另加|增加|追加|赠送|百分之"
)


def is_price_or_scope(entry: Any) -> bool:
    """By its kind, its figures, or its words in either language."""
    if entry.aspect in ASPECTS or entry.unit in UNITS or entry.amount is not None:
        return True
    said = " ".join(filter(None, (entry.text, entry.twin, entry.question, entry.subject, entry.quote, entry.measure)))
    return bool(ENGLISH.search(said) or CHINESE.search(said))
