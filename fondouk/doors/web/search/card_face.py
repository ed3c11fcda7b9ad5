"""The face of a card: the template's moulds, drawn once a language, filled with what is one product's own.

Filling a text with places is what a computer does fastest; calling the template for each card was two thirds of a page
of new results.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.template import engines
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from fondouk.doors.web import fields, formats
from fondouk.kit.refusal import sentence
from fondouk.market.discovery.queries import Card, Gap, Landed, Photo

_MODES = {"FCL20": "FCL 20′", "FCL40": "FCL 40′", "FCL40HC": "FCL 40′ HC", "LCL": "LCL"}
_STRAY = re.compile(r"%(?!\()")


@dataclass(frozen=True, slots=True)
class Moulds:
    """The card's parts in one language, each with places."""

    card: str
    said_in: str
    whole_cost: str
    known_so_far: str
    missing: str
    no_cost: str
    lead: str
    certificates: str
    no_photo: str
    one_photo: str
    photo_sizes: str


def _macros() -> Any:
    return engines["jinja2"].env.get_template("components/card.html").module  # type: ignore[attr-defined]


@lru_cache(maxsize=16)
def _moulds(language: str, heading: str) -> Moulds:  # noqa: ARG001 - the language is that being spoken
    macros, parts = _macros(), [name for name in Moulds.__slots__ if name != "card"]
    said = {name: getattr(macros, name)() for name in parts} | {"card": macros.card(heading)}
    return Moulds(**{name: _STRAY.sub("%%", str(html)) for name, html in said.items()})


@lru_cache(maxsize=2_000)
def _trust(language: str, facts: tuple[str, ...]) -> str:  # noqa: ARG001 - the language is that being spoken
    return str(_macros().trust(facts))


def html(card: Card, language: str, heading: str) -> Markup:
    """The card in the language being spoken."""
    moulds = _moulds(language, heading)
    per = formats.per(card.unit)
    values = {
        "reference": escape(card.reference), "url": escape(f"/{language}{card.path}"), "title": escape(card.title),
        "said_in": moulds.said_in % {"language": escape(card.title_language)}
        if card.title_language and card.title_language != language else "",
        "photo": _photo(moulds, card.photo),
        "by": f"{formats.bdi(card.supplier)} · {escape(card.region)}" if card.region else formats.bdi(card.supplier),
        "price": formats.price_range(card.price_low, card.price_high, card.currency),  # type: ignore[arg-type]
        "per": per, "terms": f" · {formats.ltr(card.incoterm)} {formats.bdi(card.place)}" if card.incoterm else "",
        "landed": _landed(moulds, card, per), "warning": _warning(moulds, card.landed),
        "minimum": formats.quantity(card.minimum, card.unit),
        "lead": moulds.lead % {"days": formats.days_range(*card.lead_days)} if card.lead_days else "",
        "certificates": _certificates(moulds, card.certificates, fields.comma()),
        "trust": _trust(language, facts_of(card.facts)),
    }  # fmt: skip
    return Markup(moulds.card % values)  # noqa: S704 - our own template, filled with escaped values


def _photo(moulds: Moulds, photo: Photo | None) -> str:
    if photo is None:
        return moulds.no_photo
    values = {"src": escape(photo.src), "width": photo.width or 400, "height": photo.height or 300}
    if not photo.srcset:
        return moulds.one_photo % values
    return moulds.photo_sizes % {**values, "srcset": escape(photo.srcset)}


def _landed(moulds: Moulds, card: Card, per: Markup) -> str:
    cost = card.landed
    if cost is None:
        return ""
    load, transit = load_words(cost.pallets, cost.mode), cost.transit_days
    parts = [str(formats.quantity(cost.quantity, card.unit))]
    if load:
        parts.append(str(escape(load)))
    if transit:
        low, high = card.lead_days or (0, 0)
        parts.append(str(formats.days_range(transit[0] + low, transit[1] + high)))
    mould = moulds.known_so_far if cost.gaps or cost.shared_gaps else moulds.whole_cost
    figure = formats.price(cost.unit, cost.currency, places=2)
    return mould % {"figure": figure, "per": per, "shipment": " · ".join(parts)}


def _warning(moulds: Moulds, cost: Landed | None) -> str:
    if cost is None:
        return moulds.no_cost
    gaps = cost.gaps or cost.shared_gaps
    return moulds.missing % {"words": escape(short_gap(gaps[0]))} if gaps else ""


def _certificates(moulds: Moulds, names: tuple[str, ...], comma: str) -> str:
    return moulds.certificates % {"names": f"{comma} ".join(map(formats.bdi, names))} if names else ""


def load_words(pallets: int | None, mode: str) -> str:
    """1 pallet LCL; air."""
    return _load_words(get_language(), pallets, mode)


@lru_cache(maxsize=2_000)
def _load_words(language: str | None, pallets: int | None, mode: str) -> str:  # noqa: ARG001 - the key
    carried = _MODES.get(mode) or {"air": _("air"), "courier": _("courier")}.get(mode, mode)
    if not pallets or mode in {"air", "courier"}:
        return carried
    count = ngettext("%(count)s pallet", "%(count)s pallets", pallets) % {"count": formats.number(pallets)}
    return f"{count} {carried}".strip()


_SHORT = {
    "no_freight": sentence("Freight not included"),
    "freight_unknown": sentence("Freight not included"),
    "card_expired": sentence("Freight not included"),
    "cargo_unknown": sentence("Weight or volume not known"),
    "no_destination_charges": sentence("Charges at destination not included"),
    "no_oncarriage": sentence("Carriage from the port not included"),
    "no_inland": sentence("Inland carriage not included"),
    "no_insurance": sentence("Insurance not included"),
    "layer_ended": sentence("Additional duties not verified"),
    "layers_of_origin": sentence("Additional duties not verified"),
    "layer_human": sentence("Additional duty to be checked"),
    "no_regime": sentence("No tariff loaded"),
    "no_measure": sentence("Duty not known"),
    "no_measure_on_day": sentence("Duty not known"),
    "needs_human": sentence("Duty to be checked"),
    "needs_quantity": sentence("Duty not known"),
    "value_unknown": sentence("Duty not known"),
    "no_fx": sentence("No exchange rate loaded"),
    "no_tax": sentence("Import tax not known"),
}


def short_gap(gap: Gap) -> str:
    """What is missing in a few words, for a card."""
    words = _SHORT.get(gap.code)
    return _(words) if words else gap_words(gap)


def gap_words(gap: Gap) -> str:
    """What is missing, in the reader's language."""
    return str(formats.filled(_(gap.sentence), **gap.values)) if gap.values else _(gap.sentence)


def facts_of(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """Trust facts as short sentences; absent ones are absent."""
    words = [_("Identity checked")] if "identity" in facts else []
    words += [_("Accredited")] if "accredited" in facts else []
    return tuple(words + ([_shipped(get_language(), facts["shipped"])] if facts.get("shipped") else []))


@lru_cache(maxsize=2_000)
def _shipped(language: str | None, count: int) -> str:  # noqa: ARG001 - the key
    said = ngettext("Shipped %(count)s order", "Shipped %(count)s orders", count)
    return said % {"count": formats.number(count)}
