"""Error pages in the reader's language, with the same look; they need no database."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from fondouk.doors.web.request import Request
from fondouk.doors.web.shell import render


def page(request: Request, status: int, title: str, text: str) -> HttpResponse:
    """One error page: what happened, what to do."""
    return render(request, "errors/error.html", {"status": status, "title": title, "text": text}, status=status)


def bad_request(request: Request, exception: Exception | None = None) -> HttpResponse:
    """400."""
    del exception
    text = _("The address or the form was not complete. Go back, look at what you sent and try again.")
    return page(request, 400, _("We could not read that"), text)


def forbidden(request: Request, exception: Exception | None = None) -> HttpResponse:
    """403: a colleague without the right."""
    del exception
    text = _("Your role in this company does not allow this. An owner or manager of the company can change your role.")
    return page(request, 403, _("You may not do this"), text)


def csrf_failure(request: Request, reason: str = "") -> HttpResponse:
    """403: the form was too old, or came from elsewhere."""
    del reason
    text = _("The page you sent was open for too long. Go back, reload it and send it again; nothing was changed.")
    return page(request, 403, _("This form is no longer valid"), text)


def not_found(request: Request, exception: Exception | None = None) -> HttpResponse:
    """404: nothing here, or nothing for you."""
    del exception
    text = _("The page may have moved, or it belongs to a company you do not work for. Try the search.")
    return page(request, 404, _("There is nothing at this address"), text)


def too_many(request: Request, exception: Exception | None = None) -> HttpResponse:
    """429."""
    del exception
    text = _("You have tried this many times in a short while. Wait a few minutes and try again.")
    return page(request, 429, _("Please wait a little"), text)


def server_error(request: Request) -> HttpResponse:
    """500: ours; if even the page fails, plain words."""
    text = _("Something went wrong on our side and was written down. What you typed was not lost if you go back.")
    try:
        return page(request, 500, _("This did not work"), text)
    except Exception:  # the shell itself is broken: still answer
        return HttpResponse(text, status=500, content_type="text/plain; charset=utf-8")
