"""Forms of sourcing: they read what was typed into values; what may stand is the commands' business."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from fondouk.doors.web import formats
from fondouk.doors.web.destination import CHOICES
from fondouk.kit.quantity import UNITS
from fondouk.market.catalogue.incoterms import Incoterm
from fondouk.market.catalogue.rules import CURRENCIES
from fondouk.market.sourcing import terms
from fondouk.market.sourcing.terms import Cargo, MilestoneTerm, Offer, OfferLine, PaymentRoute

LINES_MAX = 8
MANY = Decimal(11)  # a unit beside a figure still to be typed: Arabic has forms of its own for two and for few

ROUTES = [
    (PaymentRoute.HELD.value, _("Held payment, let go milestone by milestone")),
    (PaymentRoute.DIRECT.value, _("Direct bank transfer (T/T)")),
]
TEMPLATES = [
    ("30/70", _("30 % at signature, 70 % before shipment; the deposit is let go at shipment, the rest on acceptance")),
    ("30/70-copy", _("30 % at signature (let go at once), 70 % against copy of the bill of lading")),
    (
        "30/70-documents",
        _("30 % at signature (let go at shipment), 70 % against documents, let go when they are accepted"),
    ),
    ("100", _("100 % at signature, let go on acceptance")),
    ("30/60/10", _("30 % at signature, 60 % before shipment, 10 % kept until 30 days after acceptance")),
]


class InquiryForm(forms.Form):
    """What a buyer asks."""

    quantity = forms.DecimalField(label=_("Quantity"), min_value=Decimal("0.0001"), max_digits=14, decimal_places=4)
    destination = forms.ChoiceField(label=_("Deliver to"))
    message = forms.CharField(label=_("Your message"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5}))

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["destination"].choices = [(one.code, one.label) for one in CHOICES]  # type: ignore[attr-defined]


class LineForm(forms.Form):
    """One line of a quotation; an empty one is left out."""

    description = forms.CharField(label=_("What is offered"), max_length=200, required=False)
    quantity = forms.DecimalField(label=_("Quantity"), max_digits=14, decimal_places=4, required=False)
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    unit_price = forms.DecimalField(label=_("Price per unit"), max_digits=14, decimal_places=6, required=False)
    hs6 = forms.RegexField(r"^[0-9]{6}$", label=_("HS code"), required=False)
    product = forms.CharField(widget=forms.HiddenInput, required=False)
    origin = forms.RegexField(r"^[A-Z]{2}$", widget=forms.HiddenInput, required=False)
    unit_net_kg = forms.DecimalField(min_value=Decimal(0), widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        language = (translation.get_language() or "en")[:2]
        self.fields["unit"].choices = [(one, formats.unit_name(one, MANY, language)) for one in UNITS]  # type: ignore[attr-defined]

    @property
    def is_empty(self) -> bool:
        """Nothing typed that counts."""
        values = self.cleaned_data
        return not (values.get("description") or values.get("unit_price"))

    def line(self) -> OfferLine:
        """The line as a value; missing figures count as nothing and are refused by the rules."""
        values = self.cleaned_data
        quantity = values.get("quantity") or Decimal(0)
        each = values.get("unit_net_kg")
        return OfferLine(
            description=values.get("description") or "", quantity=quantity, unit=values.get("unit") or "",
            unit_price=values.get("unit_price") or Decimal(0), product=values.get("product") or "",
            hs6=values.get("hs6") or "", origin=values.get("origin") or "",
            net_kg=each * quantity if each is not None else None,
        )  # fmt: skip


LineFormSet = forms.formset_factory(LineForm, extra=0, max_num=LINES_MAX, absolute_max=LINES_MAX)


class OfferForm(forms.Form):
    """The terms around the lines of a quotation."""

    incoterm = forms.ChoiceField(label=_("Incoterms 2020 rule"), choices=[(one.value, one.value) for one in Incoterm])
    place_name = forms.CharField(label=_("Named place"), max_length=80)
    place_code = forms.CharField(label=_("Its code (UN/LOCODE)"), max_length=6, required=False)
    currency = forms.ChoiceField(label=_("Currency"), choices=[(one, one) for one in CURRENCIES])
    valid_until = forms.DateField(label=_("Valid until"), widget=forms.DateInput(attrs={"type": "date"}))
    lead_days = forms.IntegerField(label=_("Lead time in days"), min_value=0, max_value=730)
    payment_route = forms.ChoiceField(label=_("How the price is paid"), choices=ROUTES)
    payment_terms = forms.ChoiceField(label=_("Payments"), choices=TEMPLATES)
    inspector = forms.ChoiceField(label=_("Inspection before shipment"), required=False)
    packages = forms.IntegerField(label=_("Packages"), min_value=1, max_value=1_000_000, required=False)
    gross_kg = forms.DecimalField(
        label=_("Gross weight, kg"), min_value=Decimal(0), max_digits=12, decimal_places=3, required=False
    )
    volume_m3 = forms.DecimalField(
        label=_("Volume, m³"), min_value=Decimal(0), max_digits=10, decimal_places=4, required=False
    )
    notes = forms.CharField(label=_("Notes"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, inspectors: list[tuple[str, str]], held: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["inspector"].choices = [("", _("None agreed")), *inspectors]  # type: ignore[attr-defined]
        if not held:
            self.fields["payment_route"].choices = ROUTES[1:]  # type: ignore[attr-defined]

    def offer(self, lines: list[OfferLine]) -> Offer:
        """The whole offer as a value."""
        values = self.cleaned_data
        return Offer(
            lines=tuple(lines), incoterm=values["incoterm"], place_name=values["place_name"],
            place_code=values["place_code"].replace(" ", "").upper(), currency=values["currency"],
            valid_until=values["valid_until"], lead_days=values["lead_days"], milestones=self._milestones(),
            payment_route=values["payment_route"], inspector=values["inspector"], notes=values["notes"],
            cargo=Cargo(packages=values["packages"], gross_kg=values["gross_kg"], volume_m3=values["volume_m3"]),
        )  # fmt: skip

    def _milestones(self) -> tuple[MilestoneTerm, ...]:
        return terms.TEMPLATES[self.cleaned_data["payment_terms"]]


class CounterForm(forms.Form):
    """What would make an offer acceptable."""

    unit_price = forms.DecimalField(
        label=_("Price per unit you would accept"), max_digits=14, decimal_places=6, required=False
    )
    quantity = forms.DecimalField(label=_("Quantity"), max_digits=14, decimal_places=4, required=False)
    words = forms.CharField(label=_("Your message"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


def valid_until_default(on: date) -> date:
    """A month, as most offers run."""
    return on + timedelta(days=30)
