"""Pages go out small; what is streamed goes out as it comes."""

import asyncio
import gzip

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from zhike.core.ui.compression import compressed

PAGE = "<p>知客</p>" * 500


def sent(response: HttpResponseBase, accepts: str = "gzip, br") -> HttpResponseBase:
    return compressed(lambda request: response)(RequestFactory().get("/", headers={"accept-encoding": accepts}))


def test_it_compresses_a_page() -> None:
    response = sent(HttpResponse(PAGE))
    assert gzip.decompress(response.content).decode() == PAGE
    assert int(response.headers["Content-Length"]) == len(response.content) < 500
    assert "Accept-Encoding" in response.headers["Vary"]


def test_it_compresses_asynchronous_pages() -> None:
    async def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse(PAGE)

    response = asyncio.run(compressed(page)(RequestFactory().get("/", headers={"accept-encoding": "gzip"})))
    assert response.headers["Content-Encoding"] == "gzip"


def test_it_leaves_alone_what_is_small_streamed_or_no_text() -> None:
    for response in (HttpResponse("ok"), StreamingHttpResponse([PAGE]), HttpResponse(PAGE, content_type="image/png")):
        assert "Content-Encoding" not in sent(response).headers


def test_it_sends_plain_to_who_reads_only_that() -> None:
    assert sent(HttpResponse(PAGE), accepts="").content.decode() == PAGE
