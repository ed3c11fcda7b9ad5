"""What a supplier types about a product and a storefront, and back again into the form."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from fondouk.doors.web.locale import NAMES
from fondouk.doors.web.unit_names import unit_name
from fondouk.engines.places import gazetteer
from fondouk.kit.quantity import UNITS, plain
from fondouk.kit.refusal import sentence
from fondouk.market.catalogue.entry import PreferenceEntry, ProductEntry, TextEntry
from fondouk.market.catalogue.incoterms import Incoterm
from fondouk.market.catalogue.publication import Shelf
from fondouk.market.catalogue.rules import BREAKS_MAX, CURRENCIES, LANGUAGES, TITLE_LENGTH_MAX, Break, Cargo

AGREEMENTS = {"US-MA": "preference_us", "CA-GPT": "preference_ca", "EU-MA": "preference_eu"}
DESTINATIONS = {"US": "tariff_us", "CA": "tariff_ca", "EU": "tariff_eu"}
_STATUSES = {
    "UNKNOWN": sentence("I do not know yet"),
    "WHOLLY_OBTAINED": sentence("Wholly obtained here"),
    "PRODUCT_RULE": sentence("Meets the rule for this product"),
    "VALUE_CONTENT": sentence("Enough value added here"),
    "NONE": sentence("No preference"),
}
_PACKAGES = {
    "CT": sentence("carton"), "BX": sentence("box"), "JC": sentence("jerrycan"),
    "DR": sentence("drum"), "BG": sentence("bag"), "CR": sentence("crate"), "BE": sentence("bundle"),
    "RO": sentence("roll"), "CN": sentence("container"),
}  # fmt: skip
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫", "0123456789.")
_LTR = {"dir": "ltr"}
_DAY = {"type": "date", "dir": "ltr"}
_CARGO = {
    "unit_net_kg": "unit_net_kg", "package": "package", "units_per_package": "units_per_package",
    "package_length_cm": "length_cm", "package_width_cm": "width_cm", "package_height_cm": "height_cm",
    "package_gross_kg": "package_gross_kg", "packages_per_pallet": "packages_per_pallet",
}  # fmt: skip
_SAME = (
    "sku", "category", "hs6", "classified_by", "gtin", "producer", "origin_country", "origin_region", "incoterm",
    "place_name", "place_code", "currency", "price_valid_until", "unit", "moq", "order_multiple", "lead_days",
    "capacity_per_month", "in_stock", "sample_price", "sample_currency", "sample_quantity_max", "sample_lead_days",
    "shelf_life_days", "storage_celsius_min", "storage_celsius_max", "un_number",
)  # fmt: skip


class Figure(forms.DecimalField):
    """A figure as people type it: with a comma or a point, in Western or Arabic digits."""

    def __init__(self, **options: Any) -> None:
        options.setdefault(
            "widget", forms.TextInput(attrs={"inputmode": "decimal", "dir": "ltr", "autocomplete": "off"})
        )
        options.setdefault("max_digits", 15)
        super().__init__(**options)

    def to_python(self, value: Any) -> Any:
        """The figure, or an error that names what was typed."""
        if isinstance(value, str):
            value = value.strip().translate(_DIGITS).replace("\u00a0", "").replace("\u202f", "").replace(" ", "")
            value = value.replace(",", ".") if value.count(",") == 1 and "." not in value else value.replace(",", "")
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        """A stored 24.800000 as 24.8."""
        return plain(value) if isinstance(value, Decimal) else value


class Whole(Figure):
    """A whole number."""

    def __init__(self, **options: Any) -> None:
        super().__init__(decimal_places=0, min_value=options.pop("min_value", 0), max_value=60_000, **options)

    def clean(self, value: Any) -> Any:
        """As an int."""
        found = super().clean(value)
        return None if found is None else int(found)


class Digits(forms.CharField):
    """A code of digits; dots and blanks are only how people write it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            widget=forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr"}), required=False, **options
        )

    def to_python(self, value: Any) -> str:
        """Digits without dots."""
        return str(super().to_python(value) or "").translate(_DIGITS).replace(".", "").replace(" ", "")


def _words(rows: int = 0, **attributes: Any) -> Any:
    """A field of words whose direction follows what is typed."""
    attributes = {"dir": "auto", **attributes}
    return forms.Textarea(attrs={"rows": str(rows), **attributes}) if rows else forms.TextInput(attrs=attributes)


def _choice(label: Any, choices: Any, **options: Any) -> Any:
    return forms.ChoiceField(label=label, choices=choices, required=options.pop("required", False), **options)


def place_choices() -> list[tuple[str, str]]:
    """Ports and towns of the short list, in the reader's language."""
    language = (get_language() or "en")[:2]
    found = sorted((one.name(language), one.code) for one in gazetteer.places())
    return [("", _("Another place")), *((code, f"{name} ({code})") for name, code in found)]


def category_choices(shelves: list[Shelf]) -> list[Any]:
    """Categories under the names of their parents."""
    language = (get_language() or "en")[:2]
    parents = {shelf.code: shelf.names.get(language, shelf.code) for shelf in shelves if not shelf.parent}
    groups: dict[str, list[tuple[str, str]]] = {code: [] for code in parents}
    for shelf in shelves:
        if shelf.parent:
            groups.setdefault(shelf.parent, []).append((shelf.code, shelf.names.get(language, shelf.code)))
    choices: list[Any] = [("", _("Choose a category"))]
    for code, name in parents.items():
        choices.append((name, groups[code]) if groups.get(code) else (code, name))
    return choices


class QuickForm(forms.Form):
    """The quick add on a phone: photo, name, price; the rest later."""

    title = forms.CharField(label=_l("What is it?"), max_length=TITLE_LENGTH_MAX, widget=_words())
    price = Figure(label=_l("Price for one unit"), required=False, decimal_places=6)
    currency = _choice(_l("Currency"), [(code, code) for code in CURRENCIES])
    unit = _choice(_l("Unit"), ())
    moq = Figure(label=_l("Smallest quantity"), required=False, decimal_places=4)
    category = _choice(_l("Category"), ())

    def __init__(self, *arguments: Any, shelves: list[Shelf], **options: Any) -> None:
        super().__init__(*arguments, **options)
        fields: dict[str, Any] = dict(self.fields)
        fields["unit"].choices = unit_choices()
        fields["category"].choices = category_choices(shelves)

    def entry(self, language: str) -> ProductEntry:
        """What was typed."""
        said = self.cleaned_data
        moq = said["moq"]
        price = said["price"]
        return ProductEntry(
            texts={language: TextEntry(said["title"].strip())}, category=said["category"], unit=said["unit"], moq=moq,
            currency=said["currency"], breaks=(Break(moq or Decimal(1), price),) if price else (),
        )  # fmt: skip


def unit_choices() -> list[tuple[str, str]]:
    """Units by name."""
    return [("", _("Choose")), *((code, unit_name(code, 3)) for code in UNITS)]


class ProductForm(forms.Form):
    """The full editor. Texts and prices by quantity are made for each language and row."""

    sku = forms.CharField(
        label=_l("Your own number"), max_length=40, required=False, widget=forms.TextInput(attrs=_LTR)
    )
    category = _choice(_l("Category"), ())
    original_language = _choice(_l("You wrote it in"), list(NAMES.items()))
    unit = _choice(_l("Unit of sale"), ())
    moq = Figure(label=_l("Smallest quantity"), required=False, decimal_places=4)
    order_multiple = Figure(label=_l("In steps of"), required=False, decimal_places=4)
    lead_days = Whole(label=_l("Ready in (days)"), required=False)
    capacity_per_month = Figure(label=_l("You can make in a month"), required=False, decimal_places=4)
    in_stock = Figure(label=_l("In stock now"), required=False, decimal_places=4)
    incoterm = _choice(_l("Incoterms rule"), [("", "—"), *((term.value, term.value) for term in Incoterm)])
    place_code = _choice(_l("Port or town"), ())
    place_name = forms.CharField(
        label=_l("Named place, if it is not listed"), max_length=80, required=False, widget=_words()
    )
    currency = _choice(_l("Currency"), [(code, code) for code in CURRENCIES])
    price_valid_until = forms.DateField(
        label=_l("Prices hold until"), required=False, widget=forms.DateInput(attrs=_DAY, format="%Y-%m-%d")
    )
    sample_price = Figure(label=_l("Price of a sample"), required=False, decimal_places=6)
    sample_currency = _choice(_l("Currency of the sample"), [(code, code) for code in CURRENCIES])
    sample_quantity_max = Figure(label=_l("Samples at most"), required=False, decimal_places=4)
    sample_lead_days = Whole(label=_l("Sample ready in (days)"), required=False)
    unit_net_kg = Figure(label=_l("Net weight of one unit (kg)"), required=False, decimal_places=4)
    package = _choice(_l("Packed in"), ())
    units_per_package = Figure(label=_l("Units in a package"), required=False, decimal_places=4)
    package_length_cm = Figure(label=_l("Length (cm)"), required=False, decimal_places=1, max_digits=7)
    package_width_cm = Figure(label=_l("Width (cm)"), required=False, decimal_places=1, max_digits=7)
    package_height_cm = Figure(label=_l("Height (cm)"), required=False, decimal_places=1, max_digits=7)
    package_gross_kg = Figure(
        label=_l("Gross weight of a package (kg)"), required=False, decimal_places=3, max_digits=10
    )
    packages_per_pallet = Whole(label=_l("Packages on a pallet"), required=False, min_value=1)
    shelf_life_days = Whole(label=_l("Shelf life (days)"), required=False)
    storage_celsius_min = Figure(
        label=_l("Store from (°C)"), required=False, decimal_places=0, min_value=-60, max_value=90
    )
    storage_celsius_max = Figure(
        label=_l("Store to (°C)"), required=False, decimal_places=0, min_value=-60, max_value=90
    )
    gtin = Digits(label=_l("Barcode (GTIN)"), max_length=14)
    un_number = Digits(label=_l("UN number, for dangerous goods"), max_length=4)
    producer = forms.CharField(label=_l("Made by, if not by you"), max_length=120, required=False, widget=_words())
    origin_country = _choice(_l("Made in"), ())
    origin_region = _choice(_l("Region"), ())
    hs6 = Digits(label=_l("HS code (6 digits)"), max_length=12)
    tariff_us = Digits(label=_l("United States (8 or 10 digits)"), max_length=16)
    tariff_ca = Digits(label=_l("Canada (8 or 10 digits)"), max_length=16)
    tariff_eu = Digits(label=_l("European Union (8 or 10 digits)"), max_length=16)
    classified_by = forms.CharField(label=_l("Classified by"), max_length=120, required=False, widget=_words())
    preference_us = _choice(_l("Origin for the United States"), ())
    preference_ca = _choice(_l("Origin for Canada"), ())
    preference_eu = _choice(_l("Origin for the European Union"), ())
    proof = forms.CharField(label=_l("Proof of origin"), max_length=160, required=False, widget=_words())
    proof_on = forms.DateField(label=_l("Dated"), required=False, widget=forms.DateInput(attrs=_DAY, format="%Y-%m-%d"))
    certificates = forms.MultipleChoiceField(
        label=_l("Certificates that cover it"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, *arguments: Any, shelves: list[Shelf], certificates: list[tuple[str, str]], **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        self._add_rows()
        fields: dict[str, Any] = dict(self.fields)
        language = (get_language() or "en")[:2]
        fields["category"].choices = category_choices(shelves)
        fields["unit"].choices = unit_choices()
        fields["place_code"].choices = place_choices()
        fields["package"].choices = [("", "—"), *((code, _(name)) for code, name in _PACKAGES.items())]
        fields["origin_country"].choices = [("", "—"), *countries()]
        fields["origin_region"].choices = [
            ("", "—"),
            *((one.code, one.name(language)) for one in gazetteer.regions("MA")),
        ]
        for name in AGREEMENTS.values():
            fields[name].choices = [(code, _(words)) for code, words in _STATUSES.items()]
        fields["certificates"].choices = certificates

    def _add_rows(self) -> None:
        for language, name in NAMES.items():
            here: dict[str, Any] = {"lang": language}
            for key, label, options in (
                ("title", _l("Title"), {"max_length": TITLE_LENGTH_MAX, "widget": _words(**here)}),
                ("summary", _l("In two sentences"), {"max_length": 400, "widget": _words(2, **here)}),
                ("description", _l("Description"), {"max_length": 8000, "widget": _words(5, **here)}),
                ("composition", _l("Composition"), {"max_length": 400, "widget": _words(**here)}),
                (
                    "specification", _l("Specification"),
                    {"max_length": 4000, "widget": _words(3, **here),
                     "help_text": _l("One line each, as in: Acidity: 0.6 %")},
                ),
            ):  # fmt: skip
                field = forms.CharField(label=label, required=False, **options)
                field.language_name = name  # type: ignore[attr-defined]
                self.fields[f"{key}_{language}"] = field
        for row in range(BREAKS_MAX):
            self.fields[f"from_{row}"] = Figure(label=_l("From quantity"), required=False, decimal_places=4)
            self.fields[f"price_{row}"] = Figure(label=_l("Price per unit"), required=False, decimal_places=6)
            self.fields[f"ready_{row}"] = Whole(label=_l("Ready in (days)"), required=False)

    def break_rows(self) -> list[tuple[Any, Any, Any]]:
        """The bound fields of the price list, a row each."""
        return [(self[f"from_{row}"], self[f"price_{row}"], self[f"ready_{row}"]) for row in range(BREAKS_MAX)]

    def entry(self) -> ProductEntry:
        """What was typed."""
        said = self.cleaned_data
        plain_values = {name: said[name] for name in _SAME}
        code = said["place_code"]
        if code:
            known = gazetteer.place(code)
            plain_values["place_name"] = known.name("en") if known else code
        whole = ("storage_celsius_min", "storage_celsius_max")
        plain_values |= {name: None if said[name] is None else int(said[name]) for name in whole}
        plain_values["sample_currency"] = said["sample_currency"] if said["sample_price"] is not None else ""
        return ProductEntry(
            texts=self._texts(), breaks=self._breaks(),
            tariff_codes={place: said[name] for place, name in DESTINATIONS.items() if said[name]},
            preferences={
                agreement: PreferenceEntry(said[name] or "UNKNOWN", said["proof"], said["proof_on"])
                for agreement, name in AGREEMENTS.items()
                if said[name] and said[name] != "UNKNOWN"
            },
            cargo=Cargo(**{to: said[name] for name, to in _CARGO.items()}),
            certificates=tuple(said["certificates"]), **plain_values,
        )  # fmt: skip

    def _texts(self) -> dict[str, TextEntry]:
        said = self.cleaned_data
        original = said["original_language"]
        texts = {}
        for language in LANGUAGES:
            title = said[f"title_{language}"].strip()
            if title:
                texts[language] = TextEntry(
                    title=title, summary=said[f"summary_{language}"].strip(),
                    description=said[f"description_{language}"].strip(),
                    composition=said[f"composition_{language}"].strip(),
                    specification=_pairs(said[f"specification_{language}"]),
                    source_language=original if original != language and said.get(f"title_{original}") else "",
                )  # fmt: skip
        return texts

    def _breaks(self) -> tuple[Break, ...]:
        said = self.cleaned_data
        rows = []
        for row in range(BREAKS_MAX):
            quantity, price = said[f"from_{row}"], said[f"price_{row}"]
            if price is not None:
                rows.append(Break(quantity or said["moq"] or Decimal(1), price, said[f"ready_{row}"]))
        return tuple(sorted(rows, key=lambda one: one.min_quantity))


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Lines of "name: value"; a line without a colon is left out of the table but kept as a name."""
    pairs = []
    for line in text.splitlines():
        name, _colon, value = line.partition(":")
        if name.strip() and value.strip():
            pairs.append((name.strip()[:80], value.strip()[:300]))
    return tuple(pairs[:30])


def countries() -> list[tuple[str, str]]:
    """Countries goods may come from, named in the reader's language."""
    from fondouk.doors.web import formats

    return [(code, formats.country(code)) for code in ("MA", "ES", "FR", "IT", "PT", "TN", "SN", "CI", "US", "CA")]


def first_of(entry: ProductEntry) -> dict[str, Any]:
    """What the editor shows before anything is typed."""
    shown: dict[str, Any] = {name: getattr(entry, name) for name in _SAME}
    shown |= {name: getattr(entry.cargo, at) for name, at in _CARGO.items()}
    for language, text in entry.texts.items():
        shown |= {
            f"title_{language}": text.title, f"summary_{language}": text.summary,
            f"description_{language}": text.description, f"composition_{language}": text.composition,
            f"specification_{language}": "\n".join(f"{name}: {value}" for name, value in text.specification),
        }  # fmt: skip
    for row, one in enumerate(entry.breaks):
        shown |= {f"from_{row}": one.min_quantity, f"price_{row}": one.unit_price, f"ready_{row}": one.lead_days}
    shown |= {name: entry.tariff_codes.get(place, "") for place, name in DESTINATIONS.items()}
    shown |= {name: _status(entry.preferences, agreement) for agreement, name in AGREEMENTS.items()}
    said = next((one for one in entry.preferences.values() if one.proof), None)
    shown |= {"proof": said.proof if said else "", "proof_on": said.proof_on if said else None}
    originals = [language for language, text in entry.texts.items() if text.source_language in ("", language)]
    shown["original_language"] = next(iter(originals), (get_language() or "en")[:2])
    shown["certificates"] = list(entry.certificates)
    return shown


def _status(preferences: Mapping[str, PreferenceEntry], agreement: str) -> str:
    return preferences[agreement].status if agreement in preferences else "UNKNOWN"


class StorefrontForm(forms.Form):
    """The storefront's words in up to three languages, its colour and cover."""

    palette = forms.ChoiceField(label=_l("Colour"), widget=forms.RadioSelect)
    cover = forms.FileField(
        label=_l("Cover photo"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        fields: dict[str, Any] = dict(self.fields)
        fields["palette"].choices = [(code, _(name)) for code, name in PALETTE_NAMES.items()]
        for language in NAMES:
            here: dict[str, Any] = {"lang": language}
            for key, label, size, widget in (
                ("headline", _l("One line under your name"), 160, _words(**here)),
                ("story", _l("Your story"), 4000, _words(6, **here)),
                ("capacity", _l("What you can make in a month"), 80, _words(**here)),
            ):
                self.fields[f"{key}_{language}"] = forms.CharField(
                    label=label, max_length=size, required=False, widget=widget
                )

    def words(self, key: str) -> dict[str, str]:
        """What was typed, by language."""
        return {language: self.cleaned_data[f"{key}_{language}"] for language in NAMES}


PALETTE_NAMES = {
    "amber": sentence("amber"), "saffron": sentence("saffron"), "sand": sentence("sand"),
    "olive": sentence("olive"), "rose": sentence("rose"), "terracotta": sentence("terracotta"),
    "indigo": sentence("indigo"), "sea": sentence("sea"), "mint": sentence("mint"),
    "slate": sentence("slate"),
}  # fmt: skip
