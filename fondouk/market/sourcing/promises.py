"""Live offers held against a changed law: an alert for each whose promise it touches, told to both sides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from fondouk.engines.events import journal
from fondouk.engines.landed_cost.estimate import Shipment
from fondouk.engines.places import gazetteer
from fondouk.kit.actor import Actor
from fondouk.market.sourcing import cost, promise, rules, terms
from fondouk.market.sourcing.models import CostAlert, Quotation, QuotationLine, QuotationVersion
from fondouk.market.sourcing.promise import Since
from fondouk.market.sourcing.terms import Cargo, Offer, OfferLine

CHANGED = "sourcing.quotation.cost_changed"


def review_promises(*, destination: str, codes: Sequence[str], cause: str, by: Actor, at: datetime) -> list[CostAlert]:
    """Hold every live offer to a destination with goods of these codes (none: all) against the law as it is now.

    An alert is written once for a version and a cause; where an earlier alert no longer holds, one says so.
    """
    rows = Quotation.objects.select_for_update(of=("self",)).select_related("inquiry").filter(state__in=rules.LIVE)
    found = (
        _review(row, codes, cause, by, at)
        for row in rows.order_by("pk")
        if goes_to(row.inquiry.destination, destination)
    )
    return [one for one in found if one is not None]


def goes_to(place: str, destination: str) -> bool:
    """Whether a place of delivery (country or UN/LOCODE) falls under a destination of the tariff."""
    market = gazetteer.market_for(place)
    here = {place[:2], *([market.code] if market else []), *(["EU"] if market and market.currency == "EUR" else [])}
    return destination in here


def _review(row: Quotation, codes: Sequence[str], cause: str, by: Actor, at: datetime) -> CostAlert | None:
    version, lines = current(row)
    asked = shipment_of(row, version, lines, on=at.date())
    found = None if asked is None else promise.since(version.estimate, asked, on=at.date())
    if found is None or not _is_touched(version, codes):
        return None
    last = row.alerts.filter(version=row.version).order_by("-found_at", "-pk").first()
    if last is None and not found.any:
        return None
    if last is not None and (last.changes, last.arrival) == (
        promise.as_rows(found.now),
        promise.as_rows(found.arrival),
    ):
        return None
    return _alert(row, version, found, cause, by, at)


def _is_touched(version: QuotationVersion, codes: Sequence[str]) -> bool:
    goods = [str(one[0]) for one in (version.estimate or {}).get("goods", ())]
    return not codes or any(one.startswith(code) or code.startswith(one) for one in goods for code in codes)


def _alert(
    row: Quotation, version: QuotationVersion, found: Since, cause: str, by: Actor, at: datetime
) -> CostAlert | None:
    alert, made = CostAlert.objects.get_or_create(
        quotation=row, version=row.version, cause=cause,
        defaults={
            "buyer_id": row.buyer_id, "supplier_id": row.supplier_id, "operator_id": row.operator_id,
            "currency": (version.estimate or {})["currency"], "difference": found.difference,
            "changes": promise.as_rows(found.now), "arrival": promise.as_rows(found.arrival),
            "arrival_on": found.arrival_on, "found_at": at,
        },
    )  # fmt: skip
    if not made:
        return None
    journal.record(
        CHANGED, subject=row.reference, within=row.reference, parties=[row.buyer_id, row.supplier_id], by=by, at=at,
        data={"alert": alert.reference},
    )  # fmt: skip
    return alert


def current(row: Quotation) -> tuple[QuotationVersion, list[QuotationLine]]:
    """The version that binds, with its lines."""
    return of_version(row, row.version)


def of_version(row: Quotation, number: int) -> tuple[QuotationVersion, list[QuotationLine]]:
    """One version with its lines."""
    version = row.versions.get(version=number)
    return version, list(row.lines.filter(version=number).select_related("product").order_by("position"))


def shipment_of(row: Quotation, version: QuotationVersion, lines: list[QuotationLine], *, on: date) -> Shipment | None:
    """A kept version on its way, by today's codes and claims; None where a line has no HS code."""
    return cost.shipment_of(offer_of(version, lines), destination=row.inquiry.destination, on=on)


def offer_of(version: QuotationVersion, lines: list[QuotationLine]) -> Offer:
    """A kept version as the offer it was sent as."""
    return Offer(
        lines=tuple(
            OfferLine(one.description, one.quantity, one.unit, one.unit_price,
                      one.product.reference if one.product else "", one.hs6, one.origin, one.net_kg)
            for one in lines
        ),
        incoterm=version.incoterm, place_name=version.place_name, place_code=version.place_code,
        currency=version.currency, valid_until=version.valid_until, lead_days=version.lead_days,
        milestones=terms.from_rows(version.milestones), cargo=_cargo(version.cargo),
    )  # fmt: skip


def _cargo(kept: dict[str, Any]) -> Cargo:
    return Cargo(
        packages=kept.get("packages"), gross_kg=cost.figure(kept.get("gross_kg")),
        net_kg=cost.figure(kept.get("net_kg")), volume_m3=cost.figure(kept.get("volume_m3")),
    )  # fmt: skip
