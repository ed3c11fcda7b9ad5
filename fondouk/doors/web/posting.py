"""What a posted form comes back with: refusals beside the inputs they are about, and the right status."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from fondouk.doors.web import shell
from fondouk.doors.web.request import Request
from fondouk.kit.refusal import Refused


def typed(request: Request, name: str, most: int) -> str:
    """The text of one input outside any form, cut to `most` characters; NULs, which no text of ours holds, are gone."""
    return request.POST.get(name, "").replace("\x00", "")[:most]


def show_refusals(form: Any, refused: Refused) -> None:
    """Put each refusal beside its input; those about no input of this form go on top."""
    for line in shell.refusal_lines(refused):
        form.add_error(line.field if line.field in form.fields else None, line.text)


def status_of(*forms: Any) -> int:
    """422 for a form that came back with errors, else 200."""
    return 422 if any(form is not None and form.is_bound and not form.is_valid() for form in forms) else 200


def then(request: Request, command: Any, said: str, back: str, /, *args: str, **arguments: Any) -> HttpResponse:
    """One command from a button: what is said on success, its refusal otherwise, then the page it came from."""
    try:
        shell.act(request, command, **arguments)
    except Refused as refused:
        messages.error(request, shell.refusal_text(refused))
    else:
        messages.success(request, said)
    return redirect(back, *args)
