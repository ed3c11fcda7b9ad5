"""What every view uses: render a page, act through one command, say a refusal in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.template.loader import get_template
from django.utils import translation
from django.utils.translation import gettext as _
from markupsafe import Markup

from fondouk.doors import clock
from fondouk.doors.web import fields, formats
from fondouk.doors.web.request import Request
from fondouk.engines.events.perform import KeyReused, Outcome, perform
from fondouk.kit.refusal import Refusal, Refused, sentence


@dataclass(frozen=True, slots=True)
class Line:
    """One refusal, translated; `field` names the input it belongs to."""

    code: str
    text: Markup
    field: str | None = None


def render(
    request: Request, template: str, context: Mapping[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """A page: the context plus what the shell shows on every page."""
    values = {**shell_context(request), **(context or {})}
    body = get_template(template, using="jinja2").render(values, request)
    return HttpResponse(body, status=status)


def shell_context(request: Request) -> dict[str, Any]:
    """Names every template may count on; also a context processor, for pages others render (sign-in)."""
    language = (translation.get_language() or "en")[:2]
    return {
        "language": language,
        "direction": "rtl" if language == "ar" else "ltr",
        "destination": getattr(request, "destination", None),
        "asking": getattr(request, "asking", None),
        "now": clock.now(),
        "notes": list(get_messages(request)),
        "is_fragment": request.headers.get("HX-Request") == "true",
    }


def act(request: Request, command: Callable[..., Any], **arguments: Any) -> Outcome:
    """One command, once: the key comes from the form field `once`, the actor from who is asking.

    Raises Refused, also when the form was opened for another company than the one now acted for.
    """
    asking = request.asking
    _check_acting(request, asking)
    try:
        return perform(command, once=_key(request), by=asking.actor, at=clock.now(), **arguments)
    except KeyReused as reused:
        words = sentence("This form was already sent, with other content. Open the page again to send another.")
        raise Refused(Refusal("already_sent", words)) from reused


def _key(request: Request) -> str | None:
    """The form's key, as far as one of ours can go."""
    return request.POST.get("once", "").replace("\x00", "")[:80] or None


def _check_acting(request: Request, asking: Any) -> None:
    said = request.POST.get("acting")
    if said is not None and said != fields.acting_reference(asking):
        raise Refused(
            Refusal(
                "acting_changed",
                sentence(
                    "You opened this form for another company. Nothing was sent. Switch back, then send it again."
                ),
            )
        )


def refusal_lines(refused: Refused) -> list[Line]:
    """Each refusal as a translated sentence with its values in the reader's formats."""
    return [Line(one.code, refusal_sentence(one), one.field) for one in refused.refusals]


def refusal_sentence(refusal: Refusal) -> Markup:
    """One refusal, translated: for a disabled button or a list of what is missing."""
    said = refusal.values.items()
    values = {name: refusal_sentence(one) if isinstance(one, Refusal) else formats.value(one) for name, one in said}
    return formats.filled(_(refusal.sentence), **values)


def refusal_text(refused: Refused) -> Markup:
    """All refusals as one text."""
    return Markup(" ").join(line.text for line in refusal_lines(refused))


def field_errors(refused: Refused) -> dict[str, Markup]:
    """Refusals by the input they name; the rest under an empty name."""
    found: dict[str, Markup] = {}
    for line in refusal_lines(refused):
        key = line.field or ""
        found[key] = found[key] + " " + line.text if key in found else line.text
    return found


def no_change() -> HttpResponse:
    """204: a polled part that did not change; htmx leaves the page as it is."""
    return HttpResponse(status=204)
