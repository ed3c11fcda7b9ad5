"""What is typed about a shipment: what is packed, how it left, what happened since."""

from __future__ import annotations

from datetime import UTC, datetime, time
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _l

from fondouk.kit.quantity import plain
from fondouk.market.papers import rules as paper_rules
from fondouk.market.shipments import rules
from fondouk.market.shipments.commands import Departure, Packed
from fondouk.market.shipments.queries import ToPack
from fondouk.market.shipments.rules import ContainerGiven, PackageGiven

PACKAGE_ROWS = 4
CONTAINER_ROWS = 2


def _choices(names: dict[Any, str]) -> list[tuple[str, Any]]:
    return [(str(code), _l(words)) for code, words in names.items()]


def _day(**attributes: Any) -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date", **attributes})


class PackForm(forms.Form):
    """Invoice number, way of travel, and how much of each line; quantities are named quantity_<line>."""

    invoice_number = forms.CharField(
        label=_l("Your invoice number"),
        max_length=40,
        help_text=_l("The next number of your own books. It stands on the commercial invoice."),
    )
    mode = forms.ChoiceField(label=_l("How the goods travel"), choices=_choices(rules.MODE_NAMES))
    port_from = forms.CharField(label=_l("From (port code)"), max_length=5, required=False)
    port_to = forms.CharField(label=_l("To (port code)"), max_length=5, required=False)
    carrier = forms.CharField(label=_l("Carrier or forwarder"), max_length=80, required=False)

    def __init__(self, *args: Any, order: ToPack, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = order.lines
        for line in order.lines:
            self.fields[f"quantity_{line.position}"] = forms.DecimalField(
                label=line.description,
                min_value=0,
                decimal_places=4,
                required=line.quantity > 0,
                initial=plain(line.quantity),
            )

    def packed(self, packages: tuple[PackageGiven, ...], containers: tuple[ContainerGiven, ...]) -> Packed:
        """What the command takes."""
        values = self.cleaned_data
        given = {line.position: values[f"quantity_{line.position}"] or Decimal(0) for line in self.lines}
        return Packed(
            given, packages, values["invoice_number"], values["mode"], containers, values["port_from"],
            values["port_to"], values["carrier"],
        )  # fmt: skip


class PackageForm(forms.Form):
    """One row of like packages; an empty row counts for nothing."""

    count = forms.IntegerField(label=_l("Number"), min_value=1, required=False)
    type = forms.ChoiceField(label=_l("Type"), choices=_choices(rules.PACKAGE_TYPES), required=False)
    marks = forms.CharField(label=_l("Marks"), max_length=120, required=False)
    length_cm = forms.DecimalField(label=_l("Length, cm"), min_value=0, decimal_places=1, required=False)
    width_cm = forms.DecimalField(label=_l("Width, cm"), min_value=0, decimal_places=1, required=False)
    height_cm = forms.DecimalField(label=_l("Height, cm"), min_value=0, decimal_places=1, required=False)
    net_kg = forms.DecimalField(label=_l("Net weight of all, kg"), min_value=0, decimal_places=3, required=False)
    gross_kg = forms.DecimalField(label=_l("Gross weight of all, kg"), min_value=0, decimal_places=3, required=False)

    def given(self) -> PackageGiven | None:
        """The row as the command takes it, None where nothing was typed."""
        values = {name: value for name, value in self.cleaned_data.items() if value not in ("", None)}
        if not set(values) - {"type"}:
            return None
        return PackageGiven(**{"count": 0, "type": "CT", **values})


class ContainerForm(forms.Form):
    """A container's number, size and seal; an empty row counts for nothing."""

    number = forms.CharField(label=_l("Container number"), max_length=14, required=False)
    type = forms.ChoiceField(
        label=_l("Size and type"), choices=[(one, one) for one in rules.CONTAINER_TYPES], required=False
    )
    seal = forms.CharField(label=_l("Seal"), max_length=30, required=False)

    def given(self) -> ContainerGiven | None:
        """The row as the command takes it, None where no number was typed."""
        values = self.cleaned_data
        if not values.get("number"):
            return None
        return ContainerGiven(values["number"], values.get("type") or "22G1", values.get("seal", ""))


class PackageRows(forms.BaseFormSet):
    """The rows; in the first one, number and gross weight must be given."""

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        if index == 0:
            form.empty_permitted = False
            form.fields["count"].required = form.fields["gross_kg"].required = True


Packages = forms.formset_factory(PackageForm, formset=PackageRows, extra=PACKAGE_ROWS, max_num=PACKAGE_ROWS)
Containers = forms.formset_factory(ContainerForm, extra=CONTAINER_ROWS, max_num=CONTAINER_ROWS)


class DepartForm(forms.Form):
    """The day on board and the transport document."""

    on_board_on = forms.DateField(label=_l("On board on"), widget=_day())
    bl_number = forms.CharField(label=_l("Bill of lading or waybill number"), max_length=40, required=False)
    bl_release = forms.ChoiceField(
        label=_l("Released by"), choices=[("", "–"), *_choices(rules.RELEASE_NAMES)], required=False
    )
    bl_originals = forms.IntegerField(label=_l("Number of originals"), min_value=0, max_value=9, required=False)
    originals_held_by = forms.CharField(label=_l("Who holds the originals"), max_length=80, required=False)
    vessel = forms.CharField(label=_l("Vessel or flight"), max_length=80, required=False)
    voyage = forms.CharField(label=_l("Voyage"), max_length=30, required=False)
    carrier = forms.CharField(label=_l("Carrier"), max_length=80, required=False)
    consignee = forms.CharField(label=_l("Consignee, or “to order”"), max_length=200, required=False)
    notify = forms.CharField(label=_l("Notify party"), max_length=200, required=False)
    freight_collect = forms.BooleanField(label=_l("Freight is paid at destination (collect)"), required=False)
    dum_number = forms.CharField(label=_l("Customs declaration number (DUM)"), max_length=40, required=False)
    arrival_expected_on = forms.DateField(label=_l("Arrival expected on"), widget=_day(), required=False)

    def departure(self) -> Departure:
        """What the command takes."""
        return Departure(**{**self.cleaned_data, "bl_originals": self.cleaned_data["bl_originals"] or 0})


class EventForm(forms.Form):
    """One event by hand: what, how sure, when, where."""

    CODES = [(f"{kind}/{code}", _l(rules.EVENT_NAMES[code])) for kind, codes in rules.EVENT_CODES.items()
             if kind != "SHIPMENT" for code in codes]  # fmt: skip
    code = forms.ChoiceField(label=_l("What"), choices=CODES)
    classifier = forms.ChoiceField(label=_l("How sure"), choices=_choices(rules.CLASSIFIERS), initial="ACT")
    happens_on = forms.DateField(label=_l("Day"), widget=_day())
    place = forms.CharField(label=_l("Place"), max_length=80, required=False)
    equipment = forms.CharField(label=_l("Container"), max_length=14, required=False)

    def arguments(self) -> dict[str, Any]:
        """What the command takes; a day stands for its noon."""
        values = self.cleaned_data
        kind, code = values["code"].split("/")
        return {
            "kind": kind, "code": code, "classifier": values["classifier"], "place": values["place"],
            "equipment": rules.container_number(values["equipment"])[:11],
            "happens_at": datetime.combine(values["happens_on"], time(12), UTC),
        }  # fmt: skip


class PaperForm(forms.Form):
    """A document that came from others."""

    kind = forms.ChoiceField(
        label=_l("Document"), choices=[(kind.value, _l(paper_rules.NAMES[kind])) for kind in paper_rules.FILED]
    )
    number = forms.CharField(label=_l("Its number"), max_length=40, required=False)
    file = forms.FileField(label=_l("File (PDF or picture)"))
