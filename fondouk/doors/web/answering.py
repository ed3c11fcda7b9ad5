"""No refusal ends as a server error: what a view lets through is still said in words."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from fondouk.doors.web import shell
from fondouk.doors.web.request import Request
from fondouk.kit.refusal import Refused


class Answering:
    """Answers for views that run a command and word no refusal of their own."""

    def __init__(self, get_response: Callable[[Request], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        """The request as it is."""
        return self.get_response(request)

    def process_exception(self, request: Request, exception: Exception) -> HttpResponse | None:
        """A refusal that no page words itself is said on the page the form stood on."""
        if not isinstance(exception, Refused):
            return None
        messages.error(request, shell.refusal_text(exception))
        return HttpResponseRedirect(_page_before(request), status=303)


def _page_before(request: Request) -> str:
    before = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(before, {request.get_host()}, require_https=request.is_secure())
    return before if ours else reverse("account_go")
