"""From the price to the customs value: what the destination adds to it and takes off it, line by line."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from fondouk.engines.landed_cost.carriage import is_in_price, seller_pays, sum_known
from fondouk.engines.landed_cost.result import ASSUMPTION, EXACT, EstimateLine
from fondouk.engines.landed_cost.shipment import Cost
from fondouk.engines.landed_cost.words import LABELS
from fondouk.engines.landed_cost.working import ZERO, Working
from fondouk.kit.in_step import larger
from fondouk.kit.money import exponent, round_half_up

_CARRIAGE_TAKEN_OFF = {
    "price_paid": ("freight", "insurance", "destination", "unloading"),
    "direct_shipment": ("freight", "insurance", "destination", "unloading"),
    "cif": ("destination", "unloading"),
}
_ADDED_FOR_CIF = ("inland", "freight", "insurance")


#: Above this no figure of a shipment is meant.
MOST = Decimal(10) ** 13


def set_values(working: Working) -> None:
    """Work out the customs value of each line into `working.values`; None where it cannot be known."""
    goods = sum_known(working.goods)
    if working.regime is None:
        working.assume("basis_assumed", destination=working.shipment.destination)
        working.value_assumed = True
    change = adjustment(working)
    if goods is None or change is None:
        working.values = [None] * len(working.goods)
        return
    spread(working, goods + change)


def spread(working: Working, value: Decimal) -> None:
    """Share a customs value over the lines by their prices, each rounded to the destination's step."""
    regime = working.regime
    step = regime.value_step if regime is not None else Decimal("0.01")
    working.values = [_to_step(part, step) for part in _parts(working, value)]


def _parts(working: Working, value: Decimal) -> list[Decimal]:
    goods = [one or ZERO for one in working.goods]
    total = sum(goods, ZERO)
    if len(goods) == 1 or not total:
        return [value, *([ZERO] * (len(goods) - 1))]
    parts = [working.round(value * one / total) for one in goods[:-1]]
    return [*parts, value - sum(parts, ZERO)]


def _to_step(value: Decimal, step: Decimal) -> Decimal:
    value = larger(value, ZERO)
    if step == 1:
        return value.quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def adjustment(working: Working) -> Decimal | None:
    """What is added to the price (positive) or taken off it to reach the customs value; None where unknown."""
    valuation = working.regime.valuation if working.regime is not None else "price_paid"
    additions = _additions(working)
    carriage = _cif_added(working) if valuation == "cif" else _inland_added(working, valuation)
    if additions is None or carriage is None:
        return None
    return additions + carriage - _taken_off(working, valuation)


def _additions(working: Working) -> Decimal | None:
    """Assists, royalties and the like, each a line beside the total; a buying commission is no part of the value."""
    total: Decimal | None = ZERO
    for addition in working.shipment.additions:
        amount = working.money(addition.amount, addition.currency)
        if addition.kind != "buying_commission":
            total = None if amount is None or total is None else total + amount
        if amount is None:
            working.missing(addition.kind, working.gaps[-1], counted=False)
            continue
        certainty = working.certainty_in(addition.currency)
        working.lines.append(
            EstimateLine(
                kind=addition.kind, what=LABELS[addition.kind], amount=amount, counted=False, certainty=certainty
            )
        )
    return total


def _taken_off(working: Working, valuation: str) -> Decimal:
    """Carriage inside the price that the destination does not value, at its actual, itemised cost."""
    shipment, off = working.shipment, ZERO
    kinds = _CARRIAGE_TAKEN_OFF[valuation]
    given = {cost.kind for cost in shipment.costs}
    for cost in shipment.costs:
        if not is_in_price(cost, shipment.incoterm):
            continue
        if cost.kind in kinds or _inland_comes_off(working, cost, valuation):
            off += _itemised(working, cost)
    unknown = [kind for kind in kinds[:2] if kind not in given and seller_pays(kind, shipment.incoterm)]
    if unknown and _really_missing(working, unknown):
        working.assume("not_itemised")
        working.value_assumed = True
    return off


def _really_missing(working: Working, kinds: list[str]) -> bool:
    """Sellers under D terms need not insure: only carriage left unsaid makes the value an assumption there."""
    return "insurance" not in kinds or len(kinds) > 1 or working.shipment.incoterm in {"CIF", "CIP"}


def _itemised(working: Working, cost: Cost) -> Decimal:
    amount = None if cost.amount is None else working.money(cost.amount, cost.currency)
    if amount is None or cost.itemised is False:
        working.assume("not_itemised")
        working.value_assumed = True
        return ZERO
    if cost.itemised is None:
        working.assume("itemised_by_invoice")
    return amount


def _inland_comes_off(working: Working, cost: Cost, valuation: str) -> bool:
    if cost.kind != "inland":
        return False
    if valuation == "price_paid":
        return bool(working.shipment.through_bl) and cost.itemised is True
    from_premises = working.shipment.place_of_direct_shipment
    return valuation == "direct_shipment" and bool(from_premises) and cost.itemised is True


def _inland_added(working: Working, valuation: str) -> Decimal | None:
    """Canada: carriage to the place of direct shipment belongs to the value, where the buyer pays it."""
    shipment = working.shipment
    if valuation != "direct_shipment" or shipment.incoterm not in {"EXW", "FCA"}:
        return ZERO
    if not shipment.place_of_direct_shipment:
        if shipment.incoterm == "EXW":
            working.assume("direct_from_seller")
            working.value_assumed = True
        return ZERO
    if shipment.place_of_direct_shipment == shipment.place:
        return ZERO
    inland = working.carriage.get("inland", ZERO)
    if inland is None:
        working.gap("value_unknown", why="inland carriage")
    return inland


def _cif_added(working: Working) -> Decimal | None:
    """Europe: what brings the goods to its border belongs to the value."""
    total = ZERO
    for kind in _ADDED_FOR_CIF:
        amount = working.carriage.get(kind, ZERO)
        if amount is None:
            working.gap("value_unknown", why=LABELS[kind])
            return None
        total += amount
    return total


def add_goods(working: Working) -> None:
    """The goods at the price paid, converted; the first lines of the estimate."""
    shipment = working.shipment
    certainty = working.certainty_in(shipment.currency)
    for number, line in enumerate(shipment.lines, 1):
        if (
            line.quantity <= 0
            or line.unit_price < 0
            or line.quantity * line.unit_price >= MOST
            or (line.net_kg is not None and line.net_kg < 0)
        ):
            working.goods.append(None)
            working.missing("goods", working.gap("bad_quantity", hs=line.hs, line=number), line=number)
            continue
        in_price_currency = line.quantity * line.unit_price
        amount = working.money(round_half_up(in_price_currency, exponent(shipment.currency)), shipment.currency)
        working.goods.append(amount)
        if amount is None:
            working.missing("goods", working.gaps[-1], line=number)
            continue
        status = "" if certainty == EXACT else ASSUMPTION
        rate = f"{line.unit_price:f} {shipment.currency}/{line.unit}"
        working.lines.append(
            EstimateLine(
                kind="goods",
                what=LABELS["goods"],
                amount=amount,
                line=number,
                counted=True,
                certainty=certainty,
                status=status,
                basis=line.quantity,
                rate=rate,
            )
        )
