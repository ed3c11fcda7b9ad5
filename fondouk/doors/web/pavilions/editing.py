"""An agency's editor of its pavilion: introduction in three languages, cover, the makers shown first."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_http_methods

from fondouk.doors import clock
from fondouk.doors.web import posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.request import Request
from fondouk.kit.refusal import Refused
from fondouk.market.agencies import queries as agencies
from fondouk.market.companies import queries as companies
from fondouk.market.pavilions import commands, queries
from fondouk.market.pavilions.rules import LANGUAGES, LEAD_MAX

_AREA = {"rows": 4}


class PavilionForm(forms.Form):
    """The words of the page, the product whose photo stands at its top, the suppliers shown first."""

    lead_en = forms.CharField(label=_l("Introduction in English"), max_length=LEAD_MAX, required=False,
                              widget=forms.Textarea(attrs={**_AREA, "lang": "en", "dir": "ltr"}))  # fmt: skip
    lead_fr = forms.CharField(label=_l("Introduction in French"), max_length=LEAD_MAX, required=False,
                              widget=forms.Textarea(attrs={**_AREA, "lang": "fr", "dir": "ltr"}))  # fmt: skip
    lead_ar = forms.CharField(label=_l("Introduction in Arabic"), max_length=LEAD_MAX, required=False,
                              widget=forms.Textarea(attrs={**_AREA, "lang": "ar", "dir": "rtl"}))  # fmt: skip
    cover = forms.CharField(
        label=_l("Cover: reference of a product"), max_length=20, required=False,
        help_text=_l("Its photo stands at the top. References begin with PRD-; a product's address shows its own."),
    )  # fmt: skip
    featured = forms.MultipleChoiceField(
        label=_l("Makers shown first, at most six"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, suppliers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["featured"]
        choices.choices = suppliers

    def page(self) -> dict[str, Any]:
        """What the command takes."""
        values = self.cleaned_data
        texts = {code: {"lead": _plain(values[f"lead_{code}"])} for code in LANGUAGES}
        return {"texts": texts, "cover": values["cover"].strip().upper(), "featured": values["featured"]}


@may("pavilions.edit")
@require_http_methods(["GET", "POST"])
def edit(request: Request) -> HttpResponse:
    """Write the page of the agency's own country; what was typed stays where a rule refuses."""
    company, today = request.asking.the_company, clock.now().date()
    found = queries.draft(company.country)
    suppliers = [
        (one.slug, one.name) for one in companies.accredited_by(company.id) if not one.until or one.until >= today
    ]
    first = {f"lead_{code}": found.leads.get(code, "") for code in LANGUAGES}
    form = PavilionForm(
        request.POST or None, suppliers=suppliers, initial={**first, "cover": found.cover, "featured": found.featured}
    )
    if request.method == "POST" and form.is_valid():
        try:
            shell.act(request, commands.write_pavilion, country=company.country, **form.page())
        except Refused as refused:
            posting.show_refusals(form, refused)
        else:
            messages.success(request, _("Published. The pavilion shows it from now on."))
            return redirect("agency_pavilion")
    agreed = agencies.agreed_until(company.id, company.country, on=today) is not None
    context = {"form": form, "page": found, "agreed": agreed}
    return shell.render(request, "pavilions/edit.html", context, status=posting.status_of(form))


def _plain(text: str) -> str:
    """Line ends and letters only: no control or direction marks that would turn the rest of the page."""
    return "".join(one for one in text if one.isprintable() or one == "\n").strip()
