"""What carriage costs: as the caller gives it, else by rate card and planning charges; the Incoterm says who pays."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from fondouk.engines.freight import lanes
from fondouk.engines.landed_cost.result import ASSUMPTION, EXACT, RATE_CARD, EstimateLine
from fondouk.engines.landed_cost.shipment import COST_KINDS, Cost
from fondouk.engines.landed_cost.words import LABELS, remark
from fondouk.engines.landed_cost.working import ZERO, Working
from fondouk.engines.places import gazetteer
from fondouk.kit.in_step import larger

_MAIN = frozenset({"CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"})
_DELIVERED = frozenset({"DAP", "DPU", "DDP"})
#: The terms under which the seller pays each kind.
SELLER_PAYS = {
    "inland": _MAIN | {"FAS", "FOB"},
    "freight": _MAIN,
    "insurance": _DELIVERED | {"CIF", "CIP"},
    "destination": _DELIVERED,
    "unloading": frozenset({"DPU"}),
}
IN_PRICE = remark("in_price")


class Lane(NamedTuple):
    """From where to where; empty where nobody can tell."""

    origin: str
    destination: str


def seller_pays(kind: str, incoterm: str) -> bool:
    """Whether the Incoterm puts this cost into the seller's price."""
    return incoterm in SELLER_PAYS[kind]


def is_in_price(cost: Cost, incoterm: str) -> bool:
    """As the caller says, else by the Incoterm."""
    return seller_pays(cost.kind, incoterm) if cost.in_price is None else cost.in_price


def find_lane(working: Working) -> Lane:
    """The ports of the voyage: the named place on its side of the Incoterm, else the usual ports."""
    shipment = working.shipment
    place = gazetteer.place_named(shipment.place) if shipment.place else None
    named_abroad = place is not None and place.country != shipment.origin and shipment.incoterm in _MAIN
    if place is not None:
        _doubt_place(working, place)
    if shipment.port:
        _doubt_port(working, shipment.port)
    destination = _unloading_port(working, shipment.port or _market_port(working, place if named_abroad else None))
    loading = gazetteer.place(shipment.place_of_direct_shipment) if shipment.place_of_direct_shipment else None
    return Lane(_origin_port(working, None if named_abroad else place, loading), destination)


def _doubt_place(working: Working, place: gazetteer.Place) -> None:
    """Name a place that lies on the other side of the Incoterm."""
    shipment = working.shipment
    seller, buyer = shipment.origin, shipment.destination
    if seller == buyer:
        return
    if shipment.incoterm in _MAIN and place.country == seller:
        working.gap("place_not_destination", incoterm=shipment.incoterm, place=_named(place.code))
    elif shipment.incoterm not in _MAIN and place.country == buyer:
        working.gap("place_not_origin", incoterm=shipment.incoterm, place=_named(place.code))


def _doubt_port(working: Working, code: str) -> None:
    """Name a port nobody knows, or one the goods come from: fees that turn on the port are open then."""
    shipment, place = working.shipment, gazetteer.place(code)
    if place is None:
        doubt = working.gap("port_unknown", port=code)
        working.port_doubt = None if code[:2] == shipment.destination and len(code) == 5 else doubt
    elif place.country == shipment.origin != shipment.destination:
        working.port_doubt = working.gap("port_of_origin", port=_named(code))


def _unloading_port(working: Working, wanted: str) -> str:
    """The seaport of an inland place; the carriage from there on is a cost of its own."""
    place = gazetteer.place(wanted) if wanted else None
    if place is None or not place.port or place.port == wanted:
        return wanted
    if working.boards.lanes.reaches(wanted):
        return wanted
    working.assume("unloaded_for", port=_named(place.port), place=place.name())
    working.inland_to = wanted
    return place.port


def _named(code: str) -> str:
    place = gazetteer.place(code)
    return code if place is None else f"{place.name()} ({code})"


def _market_port(working: Working, named: gazetteer.Place | None) -> str:
    if named is not None and named.port:
        return named.port
    market = gazetteer.market_for(working.shipment.destination)
    if market is None:
        return ""
    working.assume("port_assumed", port=_named(market.default_port))
    return market.default_port


def _origin_port(working: Working, place: gazetteer.Place | None, loading: gazetteer.Place | None) -> str:
    if loading is not None and "port" in loading.kinds:
        return loading.code
    if place is None:
        return ""
    carried = all(cost.kind != "freight" for cost in working.shipment.costs)
    if place.port not in {"", place.code} and (carried or "port" not in place.kinds):
        working.assume("origin_port_assumed", port=_named(place.port), place=place.name())
    return place.port or place.code


def choose(working: Working, lane: Lane) -> lanes.Offer | None:
    """The offer the freight is taken from: the cheapest valid one, of the mode asked for where there is one."""
    shipment = working.shipment
    request = lanes.Request(
        lane.origin, lane.destination, shipment.mode, shipment.gross_kg, shipment.volume_m3, shipment.containers
    )
    best = working.boards.lanes.best(request, working.entry_on)
    working.mode = shipment.mode or (best.card.mode if best else None)
    return best


def add_lines(working: Working, lane: Lane, offer: lanes.Offer | None) -> None:
    """One line for each cost of carriage, and `working.carriage` with what is known of each kind."""
    given: dict[str, list[Cost]] = {}
    for cost in working.shipment.costs:
        given.setdefault(cost.kind, []).append(cost)
    planning = "freight" not in given
    for kind in COST_KINDS:
        if kind in given:
            for cost in given[kind]:
                _given_line(working, cost)
        elif not seller_pays(kind, working.shipment.incoterm):
            _EXPECTED[kind](working, lane, offer, planning)


def _given_line(working: Working, cost: Cost) -> None:
    in_price = is_in_price(cost, working.shipment.incoterm)
    amount = None if cost.amount is None else working.money(cost.amount, cost.currency)
    if amount is None:
        if not in_price:
            working.carriage[cost.kind] = None
            note = working.gap("cost_unknown", cost=LABELS[cost.kind])
            working.missing(cost.kind, note)
        return
    if not in_price:
        _add(working, cost.kind, amount)
    certainty = working.certainty_in(cost.currency)
    working.lines.append(
        EstimateLine(
            kind=cost.kind,
            what=LABELS[cost.kind],
            amount=amount,
            line=None,
            counted=not in_price,
            certainty=certainty,
            status="" if certainty == EXACT else ASSUMPTION,
            note=IN_PRICE if in_price else None,
        )
    )


def _add(working: Working, kind: str, amount: Decimal) -> None:
    before = working.carriage.get(kind, ZERO)
    working.carriage[kind] = None if before is None else before + amount


def _freight(working: Working, lane: Lane, offer: lanes.Offer | None, planning: bool) -> None:  # noqa: ARG001
    amount = None
    if offer is not None and offer.amount is not None:
        amount = working.money(offer.amount, offer.card.currency)
    if offer is None or amount is None:
        working.carriage["freight"] = None
        _no_freight(working, lane, offer)
        return
    card = offer.card
    working.transit_days = card.transit_days
    _add(working, "freight", amount)
    if card.guess:
        working.assume("planning_card")
    working.lines.append(
        EstimateLine(
            kind="freight",
            what=LABELS["freight"],
            amount=amount,
            line=None,
            counted=True,
            certainty=ASSUMPTION if card.guess else RATE_CARD,
            status=ASSUMPTION if card.guess else "",
            basis=offer.units,
            rate=_card_rate(card),
            source=card.source,
            valid_from=card.valid_from,
            valid_until=card.valid_until,
        )
    )


def _card_rate(card: lanes.Card) -> str:
    unit = "container" if card.mode.startswith("FCL") else "W/M" if card.mode == "LCL" else "kg"
    if card.bands:
        return f"{card.mode}, {card.bands[-1][1]}–{card.bands[0][1]} {card.currency}/{unit}"
    return f"{card.mode}, {card.rate:.2f} {card.currency}/{unit}"


_LACKS = {"does_not_fit": "does_not_fit", "too_much": "cargo_too_much"}


def _no_freight(working: Working, lane: Lane, offer: lanes.Offer | None) -> None:
    where: dict[str, Any] = {
        "origin": lane.origin or working.shipment.place or working.shipment.origin,
        "destination": lane.destination,
    }
    if offer is None:
        note = working.gap("no_freight", **where)
        working.missing("freight", note)
    elif offer.expired:
        note = working.gap("card_expired", day=offer.card.valid_until, **where)
        working.missing("freight", note, status="expired", source=offer.card.source)
    elif offer.lacks:
        code = _LACKS.get(offer.lacks)
        note = working.gap(code, mode=offer.card.mode) if code else working.gap("cargo_unknown")
        working.missing("freight", note)
    else:
        working.missing("freight", working.gap("freight_unknown"))


def _insurance(working: Working, lane: Lane, offer: lanes.Offer | None, planning: bool) -> None:  # noqa: ARG001
    """By convention beside a rate card, and where the value needs it; beside actual freight it stays a gap."""
    freight = working.carriage.get("freight", ZERO)
    goods = sum_known(working.goods)
    day, mode = working.entry_on, working.mode or ""
    found = [one for one in working.boards.lanes.charges_at("ZZ", mode, day) if one.kind == "insurance"]
    valued_with_it = working.regime is not None and working.regime.valuation == "cif"
    if freight is None or goods is None or not found or not (planning or valued_with_it):
        working.carriage["insurance"] = None
        working.missing("insurance", working.gap("no_insurance"))
        return
    charge = found[0]
    share, part, rest = _shares(charge.per, charge.amount)
    amount = working.round((goods + freight) * part / rest)
    amount = larger(amount, charge.minimum or ZERO)
    _add(working, "insurance", amount)
    note = working.assume("insurance_convention", rate=_plain(charge.amount), share=_plain(share * 100))
    working.lines.append(
        EstimateLine(
            kind="insurance",
            what=LABELS["insurance"],
            amount=amount,
            line=None,
            counted=True,
            certainty=ASSUMPTION,
            status=ASSUMPTION,
            basis=goods + freight,
            rate=f"{_plain(charge.amount)} % × {_plain(share * 100)} %",
            source=charge.source,
            valid_from=charge.valid_from,
            valid_until=charge.valid_until,
            note=note,
        )
    )


@lru_cache(maxsize=200)
def _shares(per: str, percent: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """Of a premium in percent of an insured share: the share, their product, and what it leaves of one."""
    share = Decimal(per.partition(":")[2] or "1")
    part = share * percent / 100
    return share, part, 1 - part


@lru_cache(maxsize=2_000)
def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f")


def _inland(working: Working, lane: Lane, offer: lanes.Offer | None, planning: bool) -> None:
    place = gazetteer.place_named(working.shipment.place)
    if working.shipment.incoterm == "FCA" and place is not None and _at_the_carrier(working, place, lane):
        return
    where = place.code if place is not None else working.shipment.origin
    _planned(working, "inland", where, offer if planning else None)


def _at_the_carrier(working: Working, place: gazetteer.Place, lane: Lane) -> bool:
    """Whether the ship or aircraft leaves from the named place itself; a port of another lane is one town more."""
    by_air = working.mode in {"air", "courier"} and "airport" in place.kinds
    return by_air or (place.code == lane.origin and bool(place.kinds & {"port", "airport"}))


def _destination(working: Working, lane: Lane, offer: lanes.Offer | None, planning: bool) -> None:
    where = lane.destination or working.shipment.destination
    _planned(working, "destination", where, offer if planning else None)
    if working.inland_to and working.mode != "courier":
        _planned(working, "oncarriage", working.inland_to, offer if planning else None)


def _planned(working: Working, kind: str, place: str, offer: lanes.Offer | None) -> None:
    """A planning charge beside a rate card; beside freight that the caller gave, what he did not give stays a gap."""
    mode = working.mode or ""
    usable = offer is not None and offer.amount is not None
    found = [one for one in working.boards.lanes.charges_at(place, mode, working.entry_on) if one.kind == kind]
    if not usable or not found:
        shown = _SHOWN_AS.get(kind, kind)
        working.carriage[shown] = None
        working.missing(shown, working.gap(_NOT_GIVEN[kind]))
        return
    for charge in found:
        amount = working.money(_charge_amount(charge, working, offer), charge.currency)
        shown = _SHOWN_AS.get(kind, kind)
        if amount is None:
            working.missing(shown, working.gaps[-1])
            continue
        _add(working, shown, amount)
        if charge.guess:
            working.assume("planning_inland" if kind == "inland" else "planning_charges")
        certainty = ASSUMPTION if charge.guess else RATE_CARD
        working.lines.append(
            EstimateLine(
                kind=shown,
                what=charge.name,
                amount=amount,
                line=None,
                counted=True,
                certainty=certainty,
                status=ASSUMPTION if charge.guess else "",
                basis=None,
                rate=f"{_plain(charge.amount)} {charge.currency}/{charge.per}",
                source=charge.source,
                valid_from=charge.valid_from,
                valid_until=charge.valid_until,
            )
        )


#: Carriage beyond the port is shown among the charges at destination.
_SHOWN_AS = {"oncarriage": "destination"}
_NOT_GIVEN = {"inland": "no_inland", "destination": "no_destination_charges", "oncarriage": "no_oncarriage"}


def _charge_amount(charge: lanes.Charge, working: Working, offer: lanes.Offer | None) -> Decimal:
    units = offer.units if offer is not None and offer.units is not None else Decimal(1)
    if charge.per == "shipment":
        due = charge.amount
    elif charge.per == "kg":
        due = charge.amount * (working.shipment.gross_kg or ZERO)
    else:
        due = charge.amount * units
    return larger(due, charge.minimum or ZERO)


def _unloading(working: Working, lane: Lane, offer: lanes.Offer | None, planning: bool) -> None:
    """Nobody expects it: it is a line only where somebody gives it."""


_EXPECTED = {
    "inland": _inland,
    "freight": _freight,
    "insurance": _insurance,
    "destination": _destination,
    "unloading": _unloading,
}


def sum_known(amounts: list[Decimal | None]) -> Decimal | None:
    """The sum, None where a part is unknown."""
    total = ZERO
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return total
