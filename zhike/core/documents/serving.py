"""Handing a document over."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from zhike.core.documents.making import Order
from zhike.core.files.serving import FOR_PDF


def hand_over(request: HttpRequest, asked: Order, path: Path) -> HttpResponse:
    """Shown, or with `download` to be kept. It is small, so that it goes in one piece."""
    response = HttpResponse(path.read_bytes(), content_type="application/pdf")
    kept = "download" in request.GET
    response["Content-Disposition"] = content_disposition_header(kept, asked.file_name) or "inline"
    response["Content-Security-Policy"] = FOR_PDF
    response["Content-Language"] = asked.told["language"]
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
