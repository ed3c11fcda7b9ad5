"""The partner's board: suppliers by stage, one button to work for each, one form to invite the next."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from fondouk.doors import clock
from fondouk.doors.web import shell
from fondouk.doors.web.access import may
from fondouk.doors.web.request import Request
from fondouk.kit.refusal import Refused
from fondouk.market.partners import commands, queries, rules


class ProspectForm(forms.Form):
    """A maker to invite."""

    name = forms.CharField(
        label=gettext_lazy("Name of the company"), max_length=120, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    email = forms.EmailField(label=gettext_lazy("E-mail"), widget=forms.EmailInput(attrs={"dir": "ltr"}))
    town = forms.CharField(
        label=gettext_lazy("Town"), max_length=80, required=False, widget=forms.TextInput(attrs={"dir": "auto"})
    )


@may("partner.view")
@require_safe
def home(request: Request) -> HttpResponse:
    """The cohort by stage."""
    return _board(request, ProspectForm())


def _board(request: Request, form: Any, status: int = 200) -> HttpResponse:
    asking = request.asking
    board = queries.cohort(asking.the_company.id, on=clock.now().date())
    stages = [(_(words), board[rules.Stage(value)]) for value, words in rules.STAGES]
    context = {"stages": stages, "form": form, "count": sum(len(cards) for cards in board.values())}
    return shell.render(request, "partners/board.html", context, status=status)


@may("partners.cohort")
@require_POST
def invite(request: Request) -> HttpResponse:
    """Put a maker on the board."""
    form = ProspectForm(request.POST)
    if form.is_valid():
        try:
            shell.act(request, commands.invite_prospect, **form.cleaned_data)
        except Refused as refused:
            for line in shell.refusal_lines(refused):
                form.add_error(line.field if line.field in form.fields else None, line.text)
        else:
            messages.success(request, _("%(name)s is on your board.") % form.cleaned_data)
            return redirect("partner_home")
    return _board(request, form, status=422)
