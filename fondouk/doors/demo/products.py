"""The demo's products as rows of the catalogue's bulk import."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from hashlib import sha256
from typing import Any

from fondouk.doors.demo import pictures, reading
from fondouk.doors.demo.variants import Form, rounded
from fondouk.engines.places import gazetteer
from fondouk.kit import references
from fondouk.kit.actor import Actor
from fondouk.market.catalogue import commands
from fondouk.market.catalogue.entry import ImportRow, PhotoEntry, PreferenceEntry, ProductEntry, TextEntry
from fondouk.market.catalogue.rules import Break, Cargo
from fondouk.market.catalogue.shelves import CategoryEntry, HeadingEntry

_PRICES_HOLD = timedelta(days=120)
ONE_CM = Decimal(1)


def load_shelves(*, by: Actor, at: datetime) -> None:
    """Headings of the Harmonized System and categories, with their search words."""
    headings = [HeadingEntry(row["code"], _names(row)) for row in reading.table("headings.csv")]
    commands.load_headings(rows=headings, by=by, at=at)
    commands.load_categories(rows=_categories(reading.table("categories.csv")), by=by, at=at)


def _names(row: Mapping[str, str]) -> dict[str, str]:
    return {language: row[language] for language in reading.LANGUAGES}


def _categories(rows: Iterable[Mapping[str, str]]) -> list[CategoryEntry]:
    return [
        CategoryEntry(
            code=row["code"], sector=row["parent"] or row["code"], names=_names(row), synonyms=reading.synonyms(row),
            parent=row["parent"], heading=row["heading"], palette=row["palette"], motif=row["motif"],
        )
        for row in rows
    ]  # fmt: skip


def reference_of(key: str) -> str:
    """A product's reference, the same on every machine."""
    return references.from_number("PRD", int.from_bytes(sha256(key.encode()).digest()[:8]) % 2**35)


def import_all(
    known: Sequence[Form],
    *,
    companies: Mapping[str, str],
    certificates: Mapping[tuple[str, str], str],
    by: Actor,
    at: datetime,
) -> None:
    """Write these products through the bulk import.

    `companies` is maker key → company reference; `certificates` is (maker key, scheme) → evidence reference.
    """
    photos = pictures.photos_of_all(known)
    rows = [row_of(form, companies, certificates, photos[form.key], at.date()) for form in known]
    commands.import_products(rows=rows, by=by, at=at)


def row_of(
    form: Form,
    companies: Mapping[str, str],
    certificates: Mapping[tuple[str, str], str],
    photos: tuple[PhotoEntry, ...],
    on: date,
) -> ImportRow:
    """One form of a product as a row of the import."""
    maker = form.product["of"]
    schemes = form.product["more"].get("certificates", "").split()
    proofs = tuple(certificates[maker, scheme] for scheme in schemes if (maker, scheme) in certificates)
    return ImportRow(
        supplier=companies[maker], entry=entry_of(form, proofs, on), photos=photos, published=True,
        reference=reference_of(form.key),
    )  # fmt: skip


def entry_of(form: Form, certificates: tuple[str, ...], on: date) -> ProductEntry:
    """What the maker says about this form."""
    trade, more = form.product["trade"], form.product["more"]
    code = reading.codes()[more.get("code", form.product["code"])]
    maker = reading.suppliers()[form.product["of"]]
    incoterm, place = trade["term"].split()
    cargo, moq, step = _load(form)
    low, high = ([int(one) for one in more["store"].split()]) if "store" in more else (None, None)
    return ProductEntry(
        texts={language: _text(form, language) for language in reading.LANGUAGES},
        sku=form.key[:40], category=form.product["shelf"], hs6=code["us"][:6],
        tariff_codes=_codes(code, more), classified_by=maker["name"],
        origin_country="MA", origin_region=maker["about"]["region"], preferences=_preferences(more, on),
        incoterm=incoterm, place_name=_place_name(place), place_code=place, currency=trade["currency"],
        price_valid_until=on + _PRICES_HOLD, breaks=_breaks(form, moq, trade["days"]), unit=trade["unit"], moq=moq,
        order_multiple=step, lead_days=trade["days"], capacity_per_month=Decimal(trade["month"]),
        cargo=cargo, certificates=certificates, un_number=more.get("un", ""), storage_celsius_min=low,
        storage_celsius_max=high, shelf_life_days=30 * more["life"] if "life" in more else None,
        **_sample(form),
    )  # fmt: skip


def _place_name(code: str) -> str:
    place = gazetteer.place(code)
    if place is None:
        raise ValueError(f"{code} is not in the gazetteer")
    return place.name("fr")


def _text(form: Form, language: str) -> TextEntry:
    at = reading.LANGUAGES.index(language)
    return TextEntry(
        title=form.title(language), summary=form.product["summary"][at], description=form.text(language),
        composition=form.product["made_of"][at],
        specification=tuple((line[at], line[3]) for line in form.product.get("spec", ())),
    )  # fmt: skip


def _codes(code: Mapping[str, str], more: Mapping[str, Any]) -> dict[str, str]:
    """The full code of each destination, save where the maker has not decided between the lines below six digits."""
    return {there.upper(): code[there] for there in ("us", "ca") if there.upper() not in more.get("undecided", "")}


def _preferences(more: Mapping[str, Any], on: date) -> dict[str, PreferenceEntry]:
    status = more.get("origin", "UNKNOWN")
    proof = more.get("proof", "")
    said = PreferenceEntry(status, proof, on - timedelta(days=40) if proof else None)
    return {"US-MA": said, "CA-GPT": PreferenceEntry(status if status != "PRODUCT_RULE" else "UNKNOWN")}


def _sample(form: Form) -> dict[str, Any]:
    trade = form.product["trade"]
    if "sample" not in trade:
        return {}
    price = rounded(Decimal(trade["sample"]) * max(form.price_factor, Decimal("0.4")))
    if price <= 0:
        return {}
    return {"sample_price": price, "sample_currency": trade["currency"], "sample_quantity_max": Decimal(2),
            "sample_lead_days": 5}  # fmt: skip


def _load(form: Form) -> tuple[Cargo, Decimal, Decimal]:
    """How this form is packed, from which quantity and in which steps it is sold."""
    pack, trade = form.product["pack"], form.product["trade"]
    units, cm, gross, pallet = _package(form)
    moq, step = Decimal(trade["moq"]), Decimal(trade["step"])
    if form.changed and form.changed.package:
        step = units
        moq = max((moq / units).to_integral_value(ROUND_CEILING) * units, units)
    length, width, height = (Decimal(one) for one in cm.split("x"))
    net = Decimal(str(pack["net"])) * form.weight_factor
    cargo = Cargo(net.quantize(Decimal("0.0001")), pack["kind"], units, length, width, height, gross, pallet)
    return cargo, moq, step


def _package(form: Form) -> tuple[Decimal, str, Decimal, int]:
    """(units, "LxWxH" in cm, gross kg, packages on a pallet)."""
    pack = form.product["pack"]
    if form.changed and form.changed.package:
        fixed = form.changed.package
        held = Decimal(fixed[0]) * Decimal(str(pack["net"])) * form.weight_factor
        gross = max(Decimal(fixed[2]), (held * Decimal("1.05")).quantize(Decimal("0.1")))
        return Decimal(fixed[0]), fixed[1], gross, int(fixed[3])
    units, net, gross = (Decimal(str(pack[name])) for name in ("units", "net", "gross"))
    tare = gross - units * net
    fitting = max((units / form.weight_factor).to_integral_value(ROUND_HALF_UP), Decimal(1))
    total = (fitting * net * form.weight_factor + tare).quantize(Decimal("0.01"))
    if fitting > 1 or form.weight_factor <= 1:
        return fitting, pack["cm"], total, pack["pallet"]
    return fitting, _widened(pack["cm"], form.weight_factor / units), total, _fewer(pack, form.weight_factor)


def _widened(cm: str, factor: Decimal) -> str:
    """A carton for one larger piece: as long and as high, wider."""
    length, width, height = cm.split("x")
    return f"{length}x{(Decimal(width) * factor).quantize(ONE_CM)}x{height}"


def _fewer(pack: Mapping[str, Any], factor: Decimal) -> int:
    return max(int(pack["pallet"] * pack["units"] / factor), 1)


def _breaks(form: Form, moq: Decimal, days: int) -> tuple[Break, ...]:
    """The ladder of this form, starting at its smallest quantity and falling strictly."""
    found = [(Decimal(quantity), Decimal(price)) for quantity, price in reading.pairs(form.product["trade"]["breaks"])]
    start = max((one for one in found if one[0] <= moq), default=found[0])
    ladder = [(moq, start[1]), *(one for one in found if one[0] > moq)]
    steps: list[Break] = []
    for number, (quantity, price) in enumerate(ladder):
        unit_price = rounded(price * form.price_factor)
        if not steps or unit_price < steps[-1].unit_price:
            steps.append(Break(quantity, unit_price, days + (days // 3 if number and number == len(ladder) - 1 else 0)))
    return tuple(steps)
