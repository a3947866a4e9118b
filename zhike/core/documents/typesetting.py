"""From data to PDF, by Typst: with our fonts alone, without a network, to the same bytes for the same data.

What people wrote goes in as JSON and is shown as text: no template ever reads it as markup.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pylopdf_fonts_zh_cn
import typst

PACKAGE = Path(__file__).resolve().parents[2]
LETTER = frozenset(("US", "CA", "MX", "PH", "CL", "CO", "VE", "CR", "GT", "PA", "DO", "PR"))


def typeset(template: str, told: dict[str, Any]) -> bytes:
    """The PDF. `template` is a path under the package. Raises typst.TypstError, which is an error of the template."""
    compiler = typst.Compiler(root=PACKAGE, font_paths=_fonts(), ignore_system_fonts=True)
    inputs = {"data": as_text(told)}
    # Tagged, for those who listen to it; not PDF/UA, which refuses a text with a sign that no font has.
    made: Any = compiler.compile(PACKAGE / template, format="pdf", sys_inputs=inputs, timestamp=0, pdf_tags=True)
    return bytes(made)


def as_text(told: dict[str, Any]) -> str:
    """The data as JSON, the same for the same data."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def paper_of(region: str) -> str:
    return "us-letter" if region in LETTER else "a4"


@cache
def _fonts() -> typst.Fonts:
    folder = Path(pylopdf_fonts_zh_cn.__file__).parent
    return typst.Fonts(include_system_fonts=False, font_paths=[folder])
