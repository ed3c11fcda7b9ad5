"""Cards as the templates' `card` component takes them: words of the page around the figures of the listing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fondouk.doors.web import formats
from fondouk.kit.quantity import Quantity
from fondouk.market.discovery.queries import Card, Gap, Landed

_MODES = {"FCL20": "FCL 20′", "FCL40": "FCL 40′", "FCL40HC": "FCL 40′ HC", "LCL": "LCL"}


def shown(cards: Iterable[Card], language: str) -> list[dict[str, Any]]:
    """Each card with its address and its facts in the reader's words."""
    return [card_of(card, language) for card in cards]


def card_of(card: Card, language: str) -> dict[str, Any]:
    """One card for the component."""
    lead = card.lead_days or (None, None)
    return {
        "reference": card.reference,
        "url": f"/{language}{card.path}",
        "title": card.title,
        "title_language": card.title_language if card.title_language != language else None,
        "photo": card.photo,
        "supplier": card.supplier,
        "region": card.region,
        "price_low": card.price_low,
        "price_high": card.price_high,
        "currency": card.currency,
        "unit": card.unit,
        "incoterm": card.incoterm,
        "place": card.place,
        "landed": landed_of(card.landed, card.unit, lead) if card.landed else None,
        "minimum": Quantity(card.minimum, card.unit) if card.minimum is not None else None,
        "lead_low": lead[0],
        "lead_high": lead[1],
        "certificates": card.certificates,
        "facts": facts_of(card.facts),
        "saved": False,
    }


def landed_of(landed: Landed, unit: str, lead: tuple[int | None, int | None]) -> dict[str, Any]:
    """The landed-cost block: figure, the shipment it belongs to, and what it lacks."""
    transit = landed.transit_days
    gap = (
        gap_words(landed.gaps[0] if landed.gaps else landed.shared_gaps[0])
        if landed.gaps or landed.shared_gaps
        else None
    )
    return {
        "amount": landed.unit,
        "currency": landed.currency,
        "quantity": landed.quantity,
        "quantity_unit": unit,
        "load": load_words(landed.pallets, landed.mode),
        "days_low": transit[0] + (lead[0] or 0) if transit else None,
        "days_high": transit[1] + (lead[1] or 0) if transit else None,
        "gap": gap,
    }


def load_words(pallets: int | None, mode: str) -> str:
    """1 pallet LCL; air."""
    carried = _MODES.get(mode) or {"air": _("air"), "courier": _("courier")}.get(mode, mode)
    if not pallets or mode in {"air", "courier"}:
        return carried
    count = ngettext("%(count)s pallet", "%(count)s pallets", pallets) % {"count": formats.number(pallets)}
    return f"{count} {carried}".strip()


def gap_words(gap: Gap) -> str:
    """What is missing, in the reader's language."""
    return str(formats.filled(_(gap.sentence), **gap.values)) if gap.values else _(gap.sentence)


def facts_of(facts: Mapping[str, Any]) -> list[str]:
    """Trust facts as short sentences; absent ones are absent."""
    words = []
    if "identity" in facts:
        words.append(_("Identity checked"))
    if "accredited" in facts:
        words.append(_("Accredited"))
    if count := facts.get("shipped"):
        words.append(
            ngettext("Shipped %(count)s order", "Shipped %(count)s orders", count) % {"count": formats.number(count)}
        )
    return words
