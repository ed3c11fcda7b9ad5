"""What a page shows of a promise: the cost frozen with a version beside what the law makes of it today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import F

from fondouk.engines.landed_cost import estimate
from fondouk.market.sourcing import cost, promise, promises, rules
from fondouk.market.sourcing.models import CostAlert, Quotation
from fondouk.market.sourcing.promise import Change, Since
from fondouk.market.sourcing.rules import QuotationState


@dataclass(frozen=True, slots=True)
class AlertView:
    """An alert as both sides see it; `live` while the version it is about can still be accepted."""

    reference: str
    quotation: str
    title: str
    other: str
    difference: Decimal
    currency: str
    found_at: datetime
    live: bool


@dataclass(frozen=True)
class Promised:
    """The snapshot of a version, the law's changes since, those known beforehand, and today's whole estimate."""

    quotation: str
    inquiry: str
    title: str
    version: int
    sent_at: datetime
    destination: str
    live: bool
    snapshot: dict[str, Any] | None
    since: Since | None
    before_arrival: tuple[Change, ...]
    today: dict[str, Any] | None

    @property
    def arrival_on(self) -> date | None:
        """The planned day of arrival."""
        kept = (self.snapshot or {}).get("arrival_on")
        return date.fromisoformat(kept) if kept else None

    @property
    def total_then(self) -> Decimal | None:
        """Before recoverable tax, as promised."""
        return cost.figure((self.snapshot or {}).get("before_tax"))

    @property
    def total_now(self) -> Decimal | None:
        """Before recoverable tax, as everything stands today: law, freight, exchange."""
        return cost.figure((self.today or {}).get("before_tax"))


def promised(reference: str, *, company: int, on: date, side: str = "", version: int | None = None) -> Promised | None:
    """The promise of a quotation's version (the binding one) for its parties; None for everybody else.

    `side` (buyer, supplier) asks that the company stands on that side.
    """
    row = Quotation.objects.select_related("inquiry").filter(reference=reference).first()
    parties = {"buyer": row.buyer_id, "supplier": row.supplier_id, "operator": row.operator_id} if row else {}
    if row is None or company not in ([parties[side]] if side else parties.values()):
        return None
    if version is not None and not 1 <= version <= row.version:
        return None
    kept, lines = promises.of_version(row, version or row.version)
    asked = promises.shipment_of(row, kept, lines, on=on)
    return Promised(
        row.reference, row.inquiry.reference, row.inquiry.title, kept.version, kept.sent_at, row.inquiry.destination,
        QuotationState(row.state) in rules.LIVE, kept.estimate,
        promise.since(kept.estimate, asked, on=on) if asked else None, promise.before_arrival(kept.estimate, asked),
        promise.brief(estimate.many([asked], on=on)[0]) if asked else None,
    )  # fmt: skip


def alert_on(quotation: str) -> AlertView | None:
    """The newest alert on the binding version of a quotation that still differs, as far as the asker may see it."""
    rows = CostAlert.objects.select_related("quotation__inquiry", "buyer", "supplier")
    row = rows.filter(quotation__reference=quotation, version=F("quotation__version")).order_by("-found_at").first()
    return _view(row, "") if row and row.difference else None


def alert(reference: str) -> AlertView | None:
    """One alert by its reference; for those who tell people of it."""
    row = (
        CostAlert.objects.select_related("quotation__inquiry", "buyer", "supplier").filter(reference=reference).first()
    )
    return _view(row, "") if row else None


def alerts_of(company: int, *, side: str, limit: int = 3) -> list[AlertView]:
    """The newest alert of each live offer of a company as buyer or supplier that still differs, newest first."""
    parties = {"buyer": "buyer_id", "supplier": "supplier_id"}
    rows = CostAlert.objects.select_related("quotation__inquiry", "buyer", "supplier").filter(
        **{parties[side]: company}, quotation__state__in=rules.LIVE
    )
    newest: dict[int, CostAlert] = {}
    for row in rows.order_by("-found_at", "-pk")[:100]:
        if row.version == row.quotation.version:
            newest.setdefault(row.quotation_id, row)
    return [_view(row, side) for row in newest.values() if row.difference][:limit]


def _view(row: CostAlert, side: str) -> AlertView:
    other = row.supplier.name if side == "buyer" else row.buyer.name
    live = QuotationState(row.quotation.state) in rules.LIVE and row.version == row.quotation.version
    return AlertView(
        row.reference, row.quotation.reference, row.quotation.inquiry.title, other, row.difference, row.currency,
        row.found_at, live,
    )  # fmt: skip
