"""Documents of a record, as PDF."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import get_language, gettext

from zhike.core.documents.making import make, order
from zhike.core.documents.registry import documents_of, language_of
from zhike.core.documents.serving import hand_over
from zhike.surfaces.api.problems import Problem
from zhike.surfaces.api.records import OfAllKinds


class OneDocument(OfAllKinds):
    """`language` is one of the document's; without it the reader's. Long ones take their time here."""

    def get(self, request: HttpRequest, reference: str, document: str) -> HttpResponseBase:  # type: ignore[override]
        record = self.record(reference)
        declared = documents_of(self.resource.record_type).get(document)
        if declared is None:
            raise Http404
        language = request.GET.get("language") or language_of(get_language())
        if language not in declared.languages:
            raise Problem("not-understood", gettext("Say one of these languages: %(languages)s.") % {
                "languages": ", ".join(declared.languages)
            })  # fmt: skip
        asked = order(declared, record, by=request.user, language=language, asked=request.GET)
        return hand_over(request, asked, make(asked))
