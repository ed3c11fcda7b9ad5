"""A request as views meet it: with what the middleware found out about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from fondouk.doors.web.access import Asking
    from fondouk.doors.web.destination import Destination


class Request(HttpRequest):
    """For types alone: Django makes the request, `AskingMiddleware` and `DestinationMiddleware` lay these upon it."""

    asking: Asking
    destination: Destination
