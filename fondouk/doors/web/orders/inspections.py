"""The inspector's jobs and the report."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_http_methods, require_safe

from fondouk.doors import clock
from fondouk.doors.web import posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.request import Request
from fondouk.kit.refusal import Refused
from fondouk.market.orders import commands, queries


class ReportForm(forms.Form):
    """Pass or fail, where and when, and what was found."""

    RESULTS = [("passed", _l("Passed")), ("failed", _l("Failed"))]
    result = forms.ChoiceField(label=_l("Result"), choices=RESULTS, widget=forms.RadioSelect)
    inspected_on = forms.DateField(label=_l("Day of inspection"), widget=forms.DateInput(attrs={"type": "date"}))
    place = forms.CharField(label=_l("Place"), max_length=120)
    findings = forms.CharField(label=_l("Findings"), max_length=4000, widget=forms.Textarea(attrs={"rows": 6}))


@may("forward.view")
@require_safe
def jobs(request: Request) -> HttpResponse:
    """Orders whose contract names this inspector."""
    company = request.asking.the_company
    return shell.render(request, "orders/inspections.html", {"rows": queries.inspections_of(company.id)})


@may("inspections.report")
@require_http_methods(["GET", "POST"])
def report(request: Request, reference: str) -> HttpResponse:
    """The report of one inspection."""
    company = request.asking.the_company
    view = queries.order_for_inspector(reference, company=company.id)
    if view is None:
        raise Http404
    form = ReportForm(request.POST or None, initial={"inspected_on": clock.now().date(), "place": view.supplier.town})
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        passed = values.pop("result") == "passed"
        try:
            shell.act(request, commands.record_inspection, order=reference, passed=passed, **values)
        except Refused as refused:
            posting.show_refusals(form, refused)
        else:
            messages.success(request, _("Your report is on record. Buyer and supplier have been told."))
            return redirect("forward_inspections")
    context = {"order": view, "form": form}
    return shell.render(request, "orders/inspection.html", context, status=posting.status_of(form))
