"""Cards as the templates' `card` component takes them: words of the page around the figures of the listing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.template import engines
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from fondouk.doors.web import fields, formats
from fondouk.kit.quantity import Quantity
from fondouk.market.discovery import queries
from fondouk.market.discovery.queries import Card, Gap, Landed

_MODES = {"FCL20": "FCL 20′", "FCL40": "FCL 40′", "FCL40HC": "FCL 40′ HC", "LCL": "LCL"}


KEPT_MAX = 8_000
EAGER = 3


@dataclass(frozen=True, slots=True)
class Drawn:
    """A card as HTML, and the gaps of its market that every card shares, by code."""

    html: Markup
    shared: Mapping[str, Gap]
    url: str = ""
    title: str = ""


_kept: OrderedDict[tuple[Any, ...], Drawn] = OrderedDict()


def drawn(
    references: Sequence[str],
    language: str,
    market: str,
    saved: frozenset[str] = frozenset(),
    *,
    stamps: Mapping[str, str] | None = None,
    heading: str = "h2",
    eager: int = EAGER,
) -> list[Drawn]:
    """The cards of these products, in order, drawn once for each content, language and destination; `saved` pressed.

    Drawing costs most of a page. One statement says what is still public and unchanged (none where `stamps` already
    does), one more reads what is new. The photos of the first `eager` are fetched at once.
    """
    stamps, locale = queries.stamps(references) if stamps is None else stamps, formats.locale_now()
    keys = {one: (one, stamps[one], locale, market, heading) for one in references if one in stamps}
    new = [reference for reference, key in keys.items() if key not in _kept]
    found = {card.reference: card for card in queries.cards(new, language=language, market=market)} if new else {}
    for reference, card in found.items():
        _kept[keys[reference]] = _drawn(card, language, heading)
    shown = [_kept[key] for key in keys.values() if key in _kept]
    if saved:
        pressed = [reference for reference, key in keys.items() if key in _kept]
        shown = [_pressed(one, reference) if reference in saved else one
                 for one, reference in zip(shown, pressed, strict=True)]  # fmt: skip
    shown[:eager] = [replace(one, html=_at_once(one.html)) for one in shown[:eager]]
    while len(_kept) > KEPT_MAX:
        _kept.popitem(last=False)
    return shown


def drawn_from(
    found: Sequence[Card], language: str, market: str, saved: frozenset[str] = frozenset(), *, heading: str = "h3"
) -> list[Drawn]:
    """The same for cards that were read for another reason: no statement."""
    locale, shown = formats.locale_now(), []
    for card in found:
        key = (card.reference, card.stamp, locale, market, heading)
        one = _kept.get(key) or _kept.setdefault(key, _drawn(card, language, heading))
        shown.append(_pressed(one, card.reference) if card.reference in saved else one)
    return shown


def _drawn(card: Card, language: str, heading: str) -> Drawn:
    macros: Any = engines["jinja2"].env.get_template("components/card.html").module  # type: ignore[attr-defined]
    html: Markup = macros.card(card_of(card, language), heading=heading)
    shared = {gap.code: gap for gap in card.landed.shared_gaps} if card.landed else {}
    return Drawn(html, shared, f"/{language}{card.path}", card.title)


def _at_once(html: Markup) -> Markup:
    """The photo of a card above the fold is not waited for until it is scrolled to."""
    return html.replace(Markup(' loading="lazy"'), Markup(' fetchpriority="high"'), 1)


def _pressed(card: Drawn, reference: str) -> Drawn:
    """The card with its save button pressed; pressing it again takes the product off the list."""
    off, on = (Markup(_save_button(reference, on)) for on in (False, True))  # noqa: S704 - a reference of ours
    return replace(card, html=card.html.replace(off, on, 1))


def _save_button(reference: str, on: bool) -> str:
    """The part of the card's save button that says whether it is pressed; the template writes the same."""
    removal = f' formaction="{fields.at(f"/account/saved/{reference}/removal/")}"' if on else ""
    return f'name="product" value="{reference}" aria-pressed="{str(on).lower()}"{removal}'


def shown(cards: Iterable[Card], language: str, saved: frozenset[str] = frozenset()) -> list[dict[str, Any]]:
    """Each card with its address and its facts in the reader's words."""
    return [card_of(card, language) | {"saved": card.reference in saved} for card in cards]


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
    gaps = (*landed.gaps, *landed.shared_gaps)
    return {
        "amount": landed.unit,
        "currency": landed.currency,
        "quantity": landed.quantity,
        "quantity_unit": unit,
        "load": load_words(landed.pallets, landed.mode),
        "days_low": transit[0] + (lead[0] or 0) if transit else None,
        "days_high": transit[1] + (lead[1] or 0) if transit else None,
        "gap": short_gap(gaps[0]) if gaps else None,
    }


def load_words(pallets: int | None, mode: str) -> str:
    """1 pallet LCL; air."""
    carried = _MODES.get(mode) or {"air": _("air"), "courier": _("courier")}.get(mode, mode)
    if not pallets or mode in {"air", "courier"}:
        return carried
    count = ngettext("%(count)s pallet", "%(count)s pallets", pallets) % {"count": formats.number(pallets)}
    return f"{count} {carried}".strip()


def short_gap(gap: Gap) -> str:
    """What is missing in a few words, for a card."""
    words = {
        "no_freight": _("Freight not included"),
        "freight_unknown": _("Freight not included"),
        "card_expired": _("Freight not included"),
        "cargo_unknown": _("Weight or volume not known"),
        "no_destination_charges": _("Charges at destination not included"),
        "no_oncarriage": _("Carriage from the port not included"),
        "no_inland": _("Inland carriage not included"),
        "no_insurance": _("Insurance not included"),
        "layer_ended": _("Additional duties not verified"),
        "layers_of_origin": _("Additional duties not verified"),
        "layer_human": _("Additional duty to be checked"),
        "no_regime": _("No tariff loaded"),
        "no_measure": _("Duty not known"),
        "no_measure_on_day": _("Duty not known"),
        "needs_human": _("Duty to be checked"),
        "needs_quantity": _("Duty not known"),
        "value_unknown": _("Duty not known"),
        "no_fx": _("No exchange rate loaded"),
        "no_tax": _("Import tax not known"),
        "no_levy_on_day": _("A fee or tax not known"),
    }
    return words.get(gap.code) or gap_words(gap)


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
