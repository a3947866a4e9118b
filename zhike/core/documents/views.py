"""Documents out: seen by those who see the record."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from zhike.core.documents.making import Order, make, order
from zhike.core.documents.registry import documents_of, language_of
from zhike.core.documents.serving import hand_over
from zhike.core.jobs.start import start
from zhike.core.pages.panel import seen_record


@login_required
@require_safe
def pdf(request: HttpRequest, reference: str, name: str) -> HttpResponse:
    """GET /documents/CL-1/dossier.pdf?language=zh: the document, or the page of the job that makes it.

    Without a language it is the reader's; `download` asks to keep it.
    """
    asked = _asked_for(request, seen_record(request, reference), name)
    if asked.is_long:
        return HttpResponseRedirect(_by_job(asked).get_absolute_url())
    return hand_over(request, asked, make(asked))


def _asked_for(request: HttpRequest, record: Any, name: str) -> Order:
    """404 for a document that this kind of record does not have, or not in this language."""
    document = documents_of(record._meta.label_lower).get(name)
    language = request.GET.get("language") or language_of(get_language())
    if document is None or language not in document.languages:
        raise Http404
    return order(document, record, by=request.user, language=language, asked=request.GET)


def _by_job(asked: Order) -> Any:
    record, language, name = asked.record, asked.told["language"], asked.document.name
    what = {"record_type": record._meta.label_lower, "record_id": record.pk, "name": name, "language": language}
    url = f"{reverse('document', args=[record.reference, name])}?language={language}"
    return start("documents.make", by=asked.by, title=f"{asked.told['kind']}: {record}", url=url, **what)
