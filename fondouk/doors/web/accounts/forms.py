"""Forms about oneself: the name asked at sign-up, the profile, a new company."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fondouk.doors.web import destination, locale
from fondouk.doors.web.request import Request
from fondouk.market.companies import rules


class NameForm(forms.Form):
    """What sign-up asks beside address and password (ACCOUNT_SIGNUP_FORM_CLASS)."""

    name = forms.CharField(
        label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"})
    )
    field_order = ("name", "email", "password1")

    def signup(self, request: Request, user: Any) -> None:
        """Nothing is left to do: the adapter wrote the name with the person."""


class ProfileForm(forms.Form):
    """Name, language, destination, phone."""

    name = forms.CharField(
        label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"})
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=list(locale.NAMES.items()), help_text=_("For pages after sign-in, and for e-mail.")
    )
    destination = forms.ChoiceField(
        label=_("Deliver to"), required=False, help_text=_("Costs are brought to this place.")
    )
    phone = forms.CharField(
        label=_("Phone"), max_length=20, required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "dir": "ltr"}),
    )  # fmt: skip

    def __init__(self, *arguments: Any, **words: Any) -> None:
        """Destinations are named in the reader's language."""
        super().__init__(*arguments, **words)
        choice: Any = self.fields["destination"]
        choice.choices = [("", _("Not chosen")), *((one.code, one.label) for one in destination.CHOICES)]


class CompanyForm(forms.Form):
    """A company enters the register: what it is, where it is, its numbers."""

    capacity = forms.ChoiceField(
        label=_("What does your company do here?"), widget=forms.RadioSelect,
        choices=[("supplier", _("We make or sell goods for export")), ("buyer", _("We import or buy goods")),
                 ("both", _("Both"))],
    )  # fmt: skip
    name = forms.CharField(
        label=_("Name of the company"), max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "organization", "dir": "auto"}),
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("Legal form"))
    country = forms.ChoiceField(label=_("Country"))
    region = forms.ChoiceField(label=_("Region"), required=False)
    town = forms.CharField(
        label=_("Town"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "address-level2", "dir": "auto"})
    )
    street = forms.CharField(
        label=_("Street and number"), max_length=160, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "street-address", "dir": "auto"}),
    )  # fmt: skip
    postal_code = forms.CharField(
        label=_("Postal code"), max_length=12, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "dir": "ltr"}),
    )  # fmt: skip
    phone = forms.CharField(
        label=_("Phone"), max_length=20, required=False, widget=forms.TextInput(attrs={"type": "tel", "dir": "ltr"})
    )
    website = forms.URLField(
        label=_("Website"), max_length=200, required=False, assume_scheme="https",
        widget=forms.URLInput(attrs={"dir": "ltr"}),
    )  # fmt: skip
    name_ar = forms.CharField(
        label=_("Name in Arabic script"), max_length=120, required=False, widget=forms.TextInput(attrs={"dir": "rtl"})
    )
    ice = forms.CharField(label=_("ICE"), max_length=20, required=False, help_text=_("15 digits, Morocco"))
    rc = forms.CharField(label=_("Trade register (RC)"), max_length=20, required=False)
    rc_court = forms.CharField(
        label=_("Court of the trade register"), max_length=60, required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )  # fmt: skip
    tax_if = forms.CharField(label=_("Tax identifier (IF)"), max_length=12, required=False)
    cnss = forms.CharField(label=_("CNSS"), max_length=12, required=False)
    ein = forms.CharField(label=_("EIN"), max_length=12, required=False, help_text=_("United States"))
    bn = forms.CharField(label=_("Business number"), max_length=20, required=False, help_text=_("Canada"))
    vat = forms.CharField(label=_("VAT number"), max_length=20, required=False, help_text=_("European Union"))

    IDENTIFIERS = {"ice": "ice", "rc": "rc", "rc_court": "rc_court", "tax_if": "if", "cnss": "cnss", "ein": "ein",
                   "bn": "bn", "vat": "vat"}  # fmt: skip

    def __init__(self, *arguments: Any, countries: list[tuple[str, str]], regions: list[tuple[str, str]], **words: Any):
        """`countries` and `regions`: pairs of code and name in the reader's language."""
        super().__init__(*arguments, **words)
        choices: dict[str, Any] = dict(self.fields)
        choices["country"].choices = countries
        choices["region"].choices = [("", _("Choose the region")), *regions]
        choices["kind"].choices = [(value, _(label)) for value, label in rules.KINDS]

    def capacities(self) -> list[str]:
        """As the register writes them."""
        said = self.cleaned_data["capacity"]
        return ["buyer", "supplier"] if said == "both" else [said]

    def details(self) -> dict[str, Any]:
        """What commands take beside name, town, country and capacities."""
        data = self.cleaned_data
        identifiers = {key: data[field].strip() for field, key in self.IDENTIFIERS.items() if data[field].strip()}
        plain = {key: data[key] for key in ("kind", "region", "street", "postal_code", "phone", "website")}
        return {**plain, "identifiers": identifiers, "names": {"ar": data["name_ar"]} if data["name_ar"] else {}}
