"""Reading a PDF as a machine does."""

from io import BytesIO

from pypdf import PdfReader


def text_of(pdf: bytes) -> str:
    """All its words, without the spaces and breaks that typesetting put between them."""
    return "".join("".join(pages_of(pdf)).split())


def pages_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
