"""What a supplier types into a bill of materials, and back again: rows are added and taken out with nothing lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from fondouk.doors.web.catalogue.forms import Digits, Figure
from fondouk.doors.web.unit_names import unit_name
from fondouk.engines.places import gazetteer
from fondouk.kit.quantity import UNITS
from fondouk.market.catalogue.bill_rules import (
    COST_KINDS,
    COSTS_MAX,
    MATERIALS_MAX,
    BillEntry,
    CostEntry,
    MaterialEntry,
)
from fondouk.market.catalogue.rules import CURRENCIES

MANY = 11  # a unit by itself: Arabic has forms of its own for two and for few
_DAY = forms.DateInput(attrs={"type": "date", "dir": "ltr"})


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """Every name of a country in the three languages, and its code, small letters → code."""
    found = {}
    for language in ("en", "fr", "ar"):
        for code, name in gazetteer.countries(language):
            found[name.casefold()] = found[code.casefold()] = code
    return found


class Country(forms.CharField):
    """A country by its name in any of the three languages, or by its code."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"list": "countries", "autocomplete": "off", "dir": "auto"})
        super().__init__(max_length=60, required=False, widget=widget, **options)

    def clean(self, value: Any) -> str:
        """The code; empty where nothing was typed."""
        typed = str(super().clean(value)).strip()
        if not typed:
            return ""
        code = _codes().get(typed.casefold())
        if code is None:
            raise ValidationError(_("Choose a country from the list."))
        return code

    def prepare_value(self, value: Any) -> Any:
        """A code as the country's name."""
        if isinstance(value, str) and len(value) == 2 and value.isupper():
            return gazetteer.country_name(value, (get_language() or "en")[:2])
        return value


def _words(label: Any, longest: int, **attributes: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=longest, required=False, widget=forms.TextInput(attrs={"dir": "auto", **attributes})
    )


class MaterialForm(forms.Form):
    """One input of the batch; a row with nothing typed is left out."""

    name = _words(_l("Material"), 120)
    hs = Digits(label=_l("HS code"), max_length=14)
    origin = Country(label=_l("Country it is from"))
    value = Figure(label=_l("Cost for the batch"), max_digits=18, decimal_places=4, required=False)
    supplier = _words(_l("Bought from"), 120)
    became = _words(_l("New article made of it here first"), 120)
    proof = _words(_l("What shows its origin"), 160)
    evidence = forms.ChoiceField(label=_l("Certificate on file"), required=False)
    upload = forms.FileField(label=_l("Proof as a file"), required=False)
    file = forms.CharField(widget=forms.HiddenInput, max_length=24, required=False)
    proof_until = forms.DateField(label=_l("Proof valid until"), required=False, widget=_DAY)

    def __init__(self, *args: Any, certificates: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["evidence"].choices = [("", _("None")), *certificates]  # type: ignore[attr-defined]

    @property
    def is_empty(self) -> bool:
        """Nothing typed that counts."""
        return not any(self[name].value() for name in ("name", "hs", "value", "origin", "proof", "file"))

    def entry(self, home: str) -> MaterialEntry:
        """The row as a value; what could not be read is left open and refused."""
        said: Mapping[str, Any] = getattr(self, "cleaned_data", {})
        became = said.get("became") or ""
        return MaterialEntry(
            name=said.get("name") or "", hs=said.get("hs") or "", origin=said.get("origin") or "",
            value=said.get("value"), supplier=said.get("supplier") or "", became=became,
            became_in=home if became else "", proof=said.get("proof") or "", evidence=said.get("evidence") or "",
            file=said.get("file") or "", proof_until=said.get("proof_until"),
        )  # fmt: skip


class CostForm(forms.Form):
    """One element of cost; a row with no amount is left out."""

    kind = forms.ChoiceField(label=_l("Kind of cost"), required=False)
    amount = Figure(label=_l("Amount for the batch"), max_digits=18, decimal_places=4, required=False)
    note = _words(_l("Note"), 120)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            (code, _(name) if counts else _("%(cost)s (does not count)") % {"cost": _(name)})
            for code, (name, counts) in COST_KINDS.items()
        ]

    @property
    def is_empty(self) -> bool:
        """Nothing typed that counts."""
        return not (self["amount"].value() or self["note"].value())

    def entry(self) -> CostEntry:
        """The row as a value."""
        said: Mapping[str, Any] = getattr(self, "cleaned_data", {})
        return CostEntry(said.get("kind") or "", said.get("amount"), said.get("note") or "")


MaterialRows = forms.formset_factory(MaterialForm, extra=0, max_num=MATERIALS_MAX, absolute_max=MATERIALS_MAX)
CostRows = forms.formset_factory(CostForm, extra=0, max_num=COSTS_MAX, absolute_max=COSTS_MAX)
_YES_NO = [("", _l("I do not know yet")), ("yes", _l("Yes")), ("no", _l("No"))]
_SAID = {"": None, "yes": True, "no": False}
_AS_SAID = {None: "", True: "yes", False: "no"}


class BillForm(forms.Form):
    """What stands above the rows."""

    name = _words(_l("Name of the bill"), 120)
    quantity = Figure(label=_l("For how many units"), decimal_places=4, required=False)
    unit = forms.ChoiceField(label=_l("Unit"))
    currency = forms.ChoiceField(label=_l("Currency"), choices=[(one, one) for one in CURRENCIES])
    price = Figure(label=_l("Price of these units at the factory gate"), decimal_places=4, required=False)
    valid_until = forms.DateField(label=_l("The figures hold until"), required=False, widget=_DAY)
    wholly_obtained = forms.BooleanField(
        label=_l("Wholly obtained here: grown, caught or made of that"), required=False
    )
    new_and_different = forms.ChoiceField(
        label=_l("Does making them give a new and different article?"), choices=_YES_NO, required=False
    )
    making = forms.CharField(
        label=_l("Operations performed here"), max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": "3", "dir": "auto"}),
    )  # fmt: skip
    direct = forms.ChoiceField(label=_l("Do the goods travel directly?"), choices=_YES_NO, required=False)
    route = _words(_l("How they travel"), 160)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = (get_language() or "en")[:2]
        self.fields["unit"].choices = [(one, unit_name(one, MANY, language)) for one in UNITS]  # type: ignore[attr-defined]

    def entry(self, materials: Iterable[MaterialEntry], costs: Iterable[CostEntry]) -> BillEntry:
        """The whole bill as a value."""
        said: Mapping[str, Any] = getattr(self, "cleaned_data", {})
        return BillEntry(
            name=said.get("name") or "", currency=said.get("currency") or "", quantity=said.get("quantity"),
            unit=said.get("unit") or "C62", price=said.get("price"),
            wholly_obtained=bool(said.get("wholly_obtained")),
            new_and_different=_SAID.get(said.get("new_and_different") or ""), making=said.get("making") or "",
            direct=_SAID.get(said.get("direct") or ""), route=said.get("route") or "",
            valid_until=said.get("valid_until"), materials=tuple(materials), costs=tuple(costs),
        )  # fmt: skip


def first_of(entry: BillEntry) -> dict[str, Any]:
    """A kept bill as the form's first values."""
    shown = {
        name: getattr(entry, name)
        for name in (
            "name",
            "quantity",
            "unit",
            "currency",
            "price",
            "valid_until",
            "wholly_obtained",
            "making",
            "route",
        )
    }
    return shown | {
        "new_and_different": _AS_SAID[entry.new_and_different], "direct": _AS_SAID[entry.direct],
    }  # fmt: skip


def first_rows(entry: BillEntry) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Its rows likewise, materials and costs."""
    names = ("name", "hs", "origin", "value", "supplier", "became", "proof", "evidence", "file", "proof_until")
    materials = [{name: getattr(one, name) for name in names} for one in entry.materials]
    return materials, [{"kind": one.kind, "amount": one.amount, "note": one.note} for one in entry.costs]


def blank(on: date, name: str = "", unit: str = "", currency: str = "") -> tuple[dict[str, Any], list[Any], list[Any]]:
    """A new bill: a name, a year, three rows to begin with."""
    first = {"name": name, "quantity": 1, "unit": unit or "C62", "currency": currency or "USD",
             "valid_until": on + timedelta(days=365)}  # fmt: skip
    return first, [{}, {}], [{"kind": "labour"}]
