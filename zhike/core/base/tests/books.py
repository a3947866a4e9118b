"""Small workbooks, written by hand: what a spreadsheet program leaves behind, without one at hand."""

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZipFile

Cells = Sequence[Sequence[object]]
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_STYLES = f"""<styleSheet xmlns="{_MAIN}"><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders>
<cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>
</styleSheet>"""


def book(sheets: Mapping[str, Cells], joined: Sequence[str] = ()) -> bytes:
    """The bytes of an .xlsx file: texts, numbers and dates (as Excel counts days). `joined` are areas such as A1:B2."""
    written = BytesIO()
    with ZipFile(written, "w") as file:
        kinds = "".join(f'<Override PartName="/xl/worksheets/s{n}.xml" ContentType="application/vnd.openxmlformats-'
                        f'officedocument.spreadsheetml.worksheet+xml"/>' for n, _name in enumerate(sheets))  # fmt: skip
        file.writestr("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types">'
                      f'<Default Extension="rels" '
                      f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                      f'{kinds}</Types>')  # fmt: skip
        file.writestr("_rels/.rels", _related([("officeDocument", "xl/workbook.xml")]))
        names = "".join(
            f'<sheet name="{escape(name)}" sheetId="{n + 1}" r:id="r{n}"/>' for n, name in enumerate(sheets)
        )
        file.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>{names}</sheets></workbook>'
        )
        parts = [("worksheet", f"worksheets/s{n}.xml") for n, _name in enumerate(sheets)]
        file.writestr("xl/_rels/workbook.xml.rels", _related([*parts, ("styles", "styles.xml")]))
        file.writestr("xl/styles.xml", _STYLES)
        for n, cells in enumerate(sheets.values()):
            file.writestr(f"xl/worksheets/s{n}.xml", _sheet(cells, joined))
    return written.getvalue()


def _related(parts: Sequence[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_LINKS}/{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(parts)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _sheet(rows: Cells, joined: Sequence[str]) -> str:
    lines = (
        f'<row r="{r}">' + "".join(_cell(f"{chr(64 + c)}{r}", value) for c, value in enumerate(row, 1)) + "</row>"
        for r, row in enumerate(rows, 1)
    )
    areas = "".join(f'<mergeCell ref="{one}"/>' for one in joined)
    merged = f"<mergeCells>{areas}</mergeCells>" if areas else ""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData>{merged}</worksheet>'


def _cell(at: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return f'<c r="{at}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, (int, float)):
        return f'<c r="{at}"><v>{value!r}</v></c>'
    if isinstance(value, date):
        return f'<c r="{at}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(str(value))}</t></is></c>'
