"""A letter's page for the browser: looks written into its tags become one style sheet, which our policy can allow."""

import base64
import hashlib
import re

STYLE = re.compile(r' style="([^"]*)"')


def as_arrived(page: str) -> tuple[str, str]:
    """(the page, the content security policy under which it may be shown in a frame of ours)."""
    rules: dict[str, str] = {}
    body = STYLE.sub(lambda found: f' data-look="{rules.setdefault(found[1], str(len(rules)))}"', page)
    sheet = "".join(f'[data-look="{name}"]{{{rule.replace("&#x27;", chr(39))}}}' for rule, name in rules.items())
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    head = f'<style>{sheet}</style><base target="_blank">'
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; frame-ancestors 'self'; base-uri 'none'"
    return body.replace("</head>", f"{head}</head>", 1), policy
