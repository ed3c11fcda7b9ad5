"""Up to four products side by side: every cost brought to one door for one quantity, row by row, differences marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from markupsafe import Markup

from fondouk.doors.web import formats
from fondouk.doors.web.catalogue import words
from fondouk.doors.web.catalogue.landed_table import remark_words
from fondouk.doors.web.search.card_face import load_words
from fondouk.engines.landed_cost import estimate
from fondouk.engines.landed_cost.estimate import Estimate, EstimateLine
from fondouk.engines.places import gazetteer
from fondouk.kit.quantity import plain
from fondouk.market.catalogue.publication import Publication
from fondouk.market.catalogue.rules import orderable
from fondouk.market.discovery import queries as discovery

_BREAK = Markup("<br>")


@dataclass(frozen=True, slots=True)
class Column:
    """One product at one quantity; `estimate` is None where price, minimum or tariff code is missing."""

    product: Publication
    quantity: Decimal | None
    estimate: Estimate | None

    @property
    def complete(self) -> bool:
        """Whether nothing of the product's own is missing in its cost, so that it may be called the lowest."""
        return self.estimate is not None and all(gap.shared for gap in self.estimate.gaps)

    @property
    def unit_cost(self) -> Decimal | None:
        """Landed, before recoverable tax, for one unit."""
        return self.estimate.per_unit_before_tax if self.estimate else None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; an empty cell is missing and said so. `best` numbers the cell to be praised.

    A row that is `needed` is shown even where no product has it.
    """

    title: str
    cells: tuple[Markup, ...]
    best: int | None = None
    needed: bool = False

    @property
    def differs(self) -> bool:
        """Whether the products are not all the same in this."""
        return len(set(self.cells)) > 1


@dataclass(frozen=True, slots=True)
class Part:
    """Rows under one heading."""

    title: str
    rows: tuple[Row, ...]


def columns(
    products: Sequence[Publication], asked: Decimal | None, *, market: str, port: str, on: date
) -> list[Column]:
    """Each product with its cost for the quantity asked for, raised to what can be ordered. One query an engine."""
    quantities = [_quantity(one, asked or _shared_quantity(products)) for one in products]
    shipments = [
        discovery.landed_shipment(one, market, on=on, quantity=quantity, port=port) if quantity else None
        for one, quantity in zip(products, quantities, strict=True)
    ]
    answers = iter(estimate.many([one for one in shipments if one], on=on))
    return [
        Column(product, quantity, next(answers) if shipment else None)
        for product, quantity, shipment in zip(products, quantities, shipments, strict=True)
    ]


def shared_unit(products: Sequence[Publication]) -> str | None:
    """The unit all are sold by, None where they differ."""
    units = {one.unit for one in products}
    return units.pop() if len(units) == 1 else None


def _shared_quantity(products: Sequence[Publication]) -> Decimal | None:
    """What all can be ordered in: the largest of their named quantities; none where their units differ."""
    return max(one.named_quantity for one in products) if shared_unit(products) else None


def _quantity(product: Publication, asked: Decimal | None) -> Decimal | None:
    if product.moq is None:
        return None
    return orderable(asked, product.moq, product.order_multiple) if asked else product.named_quantity


# -- rows --------------------------------------------------------------------------------------------------------------


def parts(found: Sequence[Column], market: str) -> list[Part]:
    """All rows, in their parts; one that nobody needs to know and nobody has is left out."""
    named = (
        (_("At your door"), _door(found)),
        (_("Offer"), _offer(found)),
        (_("Goods and origin"), _goods(found, market)),
        (_("Packing"), _packing(found)),
        (_("Supplier"), _supplier(found)),
    )
    kept = [Part(title, tuple(row for row in rows if row.needed or any(row.cells))) for title, rows in named]
    return [part for part in kept if part.rows]


def _row(
    found: Sequence[Column], title: str, said: Callable[[Column], Any], best: int | None = None, *, needed: bool = False
) -> Row:
    cells = [said(one) for one in found]
    return Row(title, tuple(Markup("{}").format(cell) if cell else Markup() for cell in cells), best, needed)


def _must(found: Sequence[Column], title: str, said: Callable[[Column], Any], best: int | None = None) -> Row:
    """A row no comparison may be silent about."""
    return _row(found, title, said, best, needed=True)


def _lowest(found: Sequence[Column], of: Callable[[Column], Decimal | None]) -> int | None:
    """The column with the lowest figure, where several may be compared and it is not the same everywhere."""
    if shared_unit([one.product for one in found]) is None:
        return None
    figures = {n: figure for n, one in enumerate(found) if one.complete and (figure := of(one)) is not None}
    if len(figures) < 2 or len(set(figures.values())) == 1:
        return None
    return min(figures, key=lambda n: figures[n])


def _door(found: Sequence[Column]) -> list[Row]:
    return [
        _must(found, _("Quantity"), _quantity_words),
        _must(found, _("Landed cost per unit"), _landed_unit, _lowest(found, lambda one: one.unit_cost)),
        _must(found, _("Landed cost, whole shipment"), _landed_whole),
        _must(found, _("Goods at this quantity"), _price),
        _must(found, _("Freight"), lambda one: _amount(one, "freight")),
        _must(found, _("Duty without preference"), lambda one: _duty(one, "duty_mfn")),
        _must(found, _("Duty with preference"), lambda one: _duty(one, "duty_preference")),
        _row(found, _("Additional duties"), _layers),
        _row(found, _("Travels as"), _travels),
        _must(found, _("From signature to arrival"), _days),
        _row(found, _("Not in this cost"), _gaps),
    ]


def _quantity_words(one: Column) -> Markup:
    return formats.quantity(one.quantity, one.product.unit) if one.quantity else Markup()


def _landed_unit(one: Column) -> Markup:
    if one.estimate is None or one.unit_cost is None:
        return Markup()
    figure = Markup("<b>{}</b> {}").format(
        formats.price(one.unit_cost, one.estimate.currency, places=2), formats.per(one.product.unit)
    )
    return figure if one.estimate.landed else figure + _second(_("known so far"))


def _landed_whole(one: Column) -> Markup:
    if one.estimate is None:
        return Markup()
    return formats.price(one.estimate.total_before_recoverable_tax, one.estimate.currency, places=2)


def _price(one: Column) -> Markup:
    prices = one.product.prices
    found = prices.at(one.quantity) if prices and one.quantity else None
    if prices is None or found is None:
        return Markup()
    return Markup("{} {}").format(formats.price(found.unit_price, prices.currency), formats.per(one.product.unit))


def _lines(one: Column, kind: str) -> list[EstimateLine]:
    return [line for line in one.estimate.lines if line.kind == kind] if one.estimate else []


def _amount(one: Column, kind: str) -> Markup:
    known = [line.amount for line in _lines(one, kind) if line.counted and line.amount is not None]
    return (
        formats.price(sum(known, Decimal(0)), one.estimate.currency, places=2) if known and one.estimate else Markup()
    )


def _duty(one: Column, kind: str) -> Markup:
    """Rate and amount of one of the two columns of duty; the one counted in the cost is named."""
    line = next(iter(_lines(one, kind)), None)
    if line is None or one.estimate is None:
        return Markup()
    if line.amount is None:
        return rate_words(line.rate) + _second(_("amount not known")) if line.rate else Markup()
    said = Markup("{} · {}").format(rate_words(line.rate), formats.price(line.amount, one.estimate.currency, places=2))
    return said + _second(_("counted")) if line.counted else said


def rate_words(rate: str) -> Markup:
    """A rate of duty as the tariff writes it; free in the reader's word."""
    free = rate.strip().lower() in ("free", "0", "0%", "0 %")
    return formats.filled(_("Free")) if free else formats.ltr(rate)


def _layers(one: Column) -> Markup:
    said = [
        Markup("{} {}").format(formats.ltr(line.rate), formats.price(line.amount, one.estimate.currency, places=2))
        for line in (*_lines(one, "layer"), *_lines(one, "trade_remedy"))
        if line.counted and line.amount is not None and one.estimate
    ]
    return _BREAK.join(said)


def _travels(one: Column) -> Markup:
    if one.estimate is None or one.quantity is None:
        return Markup()
    return Markup("{}").format(load_words(one.product.load(one.quantity).pallets, one.estimate.mode))


def _days(one: Column) -> Markup:
    if one.estimate is None or one.estimate.transit_days is None:
        return Markup()
    ready = _ready(one) or 0
    low, high = one.estimate.transit_days
    return Markup("{}").format(formats.days_range(low + ready, high + ready))


def _ready(one: Column) -> int | None:
    prices = one.product.prices
    found = prices.at(one.quantity) if prices and one.quantity else None
    return found.lead_days if found and found.lead_days is not None else one.product.lead_days


def _gaps(one: Column) -> Markup:
    if one.estimate is None:
        return formats.filled(_("The cost is not known: price, minimum or tariff code is missing."))
    return _BREAK.join(dict.fromkeys(remark_words(gap) for gap in one.estimate.gaps))


def _offer(found: Sequence[Column]) -> list[Row]:
    return [
        _must(found, _("Incoterm and place"), _place),
        _must(found, _("Price by quantity"), _ladder),
        _must(found, _("Minimum order"), lambda one: _said_quantity(one, one.product.moq), _least(found)),
        _row(found, _("In steps of"), lambda one: _said_quantity(one, one.product.order_multiple)),
        _must(found, _("Lead time"), lambda one: formats.days(days) if (days := _ready(one)) is not None else ""),
        _row(found, _("In stock"), lambda one: _said_quantity(one, one.product.in_stock)),
        _row(found, _("Capacity a month"), lambda one: _said_quantity(one, one.product.capacity_per_month)),
        _row(found, _("Sample"), _sample),
        _row(found, _("Prices valid to"), lambda one: _until(one)),
    ]


def _least(found: Sequence[Column]) -> int | None:
    return _lowest(found, lambda one: one.product.moq)


def _said_quantity(one: Column, amount: Decimal | None) -> Markup:
    return formats.quantity(amount, one.product.unit) if amount else Markup()


def _place(one: Column) -> Markup:
    prices = one.product.prices
    if prices is None:
        return Markup()
    place = words.place_name(prices.place_code, prices.place_name)
    return Markup("{} {}").format(formats.ltr(prices.incoterm), formats.bdi(place))


def _ladder(one: Column) -> Markup:
    prices = one.product.prices
    if prices is None:
        return Markup()
    return _BREAK.join(
        formats.filled(
            _("from %(quantity)s: %(price)s"),
            quantity=formats.quantity(step.min_quantity, one.product.unit),
            price=formats.price(step.unit_price, prices.currency),
        )
        for step in prices.breaks
    )


def _sample(one: Column) -> Markup:
    sample = one.product.sample
    return Markup("{}").format(formats.price(sample.price, sample.currency)) if sample else Markup()


def _until(one: Column) -> Markup:
    prices = one.product.prices
    return Markup("{}").format(formats.day(prices.valid_until)) if prices and prices.valid_until else Markup()


def _goods(found: Sequence[Column], market: str) -> list[Row]:
    known = gazetteer.market(market)
    country = known.country if known else market
    return [
        _must(found, _("HS code"), lambda one: _codes(one, country)),
        _must(found, _("Origin"), lambda one: _origin(one, country)),
        _row(found, _("Composition"), lambda one: one.product.text(words.language()).composition),
        _must(found, _("Certificates"), _certificates),
        _row(found, _("Shelf life"), lambda one: formats.days(one.product.shelf_life_days or 0)
             if one.product.shelf_life_days else ""),
    ]  # fmt: skip


def _codes(one: Column, country: str) -> Markup:
    product = one.product
    if not product.hs6:
        return Markup()
    full = product.tariff_codes.get(country)
    said = formats.ltr(f"HS {product.hs6[:4]}.{product.hs6[4:]}")
    return said + _second(f"{country} {full.code}") if full else said


def _origin(one: Column, country: str) -> Markup:
    return words.origin_sentence(one.product, country) if one.product.origin_country else Markup()


def _certificates(one: Column) -> Markup:
    said = []
    for proof in one.product.certificates:
        name = formats.bdi(words.scheme_name(proof.scheme))
        until = formats.filled(_("to %(day)s"), day=formats.day(proof.valid_until)) if proof.valid_until else ""
        said.append(Markup("{} {}").format(name, until))
    return _BREAK.join(said)


def _packing(found: Sequence[Column]) -> list[Row]:
    return [
        _must(found, _("In a package"), lambda one: _said_quantity(one, one.product.cargo.units_per_package)),
        _row(found, _("Size of a package"), _size),
        _must(found, _("Gross weight of a package"), _weight),
        _must(found, _("Packages on a pallet"), _on_a_pallet),
    ]


def _size(one: Column) -> Markup:
    cargo = one.product.cargo
    sides = (cargo.length_cm, cargo.width_cm, cargo.height_cm)
    return formats.ltr(" × ".join(plain(side) for side in sides if side) + " cm") if all(sides) else Markup()


def _weight(one: Column) -> Markup:
    return (
        formats.quantity(one.product.cargo.package_gross_kg, "KGM") if one.product.cargo.package_gross_kg else Markup()
    )


def _on_a_pallet(one: Column) -> str:
    count = one.product.cargo.packages_per_pallet
    return str(formats.number(count)) if count else ""


def _supplier(found: Sequence[Column]) -> list[Row]:
    return [
        _row(found, _("Place"), lambda one: words.where(one.product.supplier)),
        _row(found, _("Proven"), lambda one: _BREAK.join(words.trust_sentences(one.product.supplier.trust))),
        _row(found, _("Answers"), lambda one: words.answers(one.product.supplier.response_minutes)),
    ]


def _second(text: str) -> Markup:
    return Markup('<span class="second-line quiet">{}</span>').format(text)
