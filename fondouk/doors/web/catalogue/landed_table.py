"""An estimate as the table readers open: one row a line, both duties in one row, gaps in their place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from markupsafe import Markup

from fondouk.doors.web import formats, words
from fondouk.engines.landed_cost.estimate import Estimate, EstimateLine, Remark
from fondouk.kit.refusal import sentence

_NOTHING = Markup()
_BREAK = Markup("<br>")
#: Sources that are words, not documents.
SOURCES = (
    sentence("planning guess"),
    sentence("the caller"),
    sentence("planning guess; transit CMA CGM NAMEX 2024, seasonal"),
)
_DUTIES = ("duty_preference", "duty_mfn")
_CARRIAGE = ("inland", "freight", "destination")
ADDITIONS = ("packing", "selling_commission", "royalty", "assist", "later_proceeds", "buying_commission")
_CHARGED = re.compile(r"(?:[A-Z0-9a-z]+, )?(?P<amount>[\d.]+) (?P<currency>[A-Z]{3})/(?P<unit>[A-Za-z/]+)")


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `amount` None is a gap. `other_rate` and `other_amount` are the duty not in use, struck through."""

    title: str
    basis: Markup
    rate: Markup
    amount: Decimal | None
    source: Markup
    certainty: str
    note: Markup = _NOTHING
    other_rate: Markup = _NOTHING
    other_amount: Decimal | None = None
    strong: bool = False
    beside: bool = False  # told for the customs entry: inside the price already, or paid outside the invoice

    @property
    def missing(self) -> bool:
        """Whether the line is known to exist and its amount is not."""
        return self.certainty == "missing"


def remark_words(remark: Remark) -> Markup:
    """A gap or an assumption in the reader's language."""
    return formats.filled(_(remark.sentence), **_values(remark.values))


def _values(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _value(name, one) for name, one in values.items()}


def _value(name: str, one: Any) -> Any:
    """A value in the reader's language; a legal status nobody translated stays the quotation it is."""
    if not isinstance(one, str) or not one:
        return formats.value(one)
    told = words.said(one)
    return _quoted(one) if name == "status" and told == one and not _in_english() else told


def _in_english() -> bool:
    return (get_language() or "en").startswith("en")


def _quoted(published: str) -> Markup:
    """Words as they were published, in their own language."""
    return Markup('<q lang="en" dir="ltr">{}</q>').format(published)


#: What a line is called where its published name has no other.
_KINDS = {
    "layer": sentence("Additional duty"),
    "trade_remedy": sentence("Countervailing or anti-dumping duty"),
}


def _named(line: EstimateLine) -> tuple[str, Markup]:
    """(the line's name in the reader's language, the published name as a quotation beside it where that differs)."""
    told = _(line.what)
    kind = _KINDS.get(line.kind)
    if kind is None or _in_english():
        return told, _NOTHING
    if told != line.what:
        return told, _quoted(line.what)
    return _(kind), _quoted(line.what)


def rows_of(estimate: Estimate, *, goods_basis: Markup, goods_rate: Markup, goods_source: Markup) -> list[Row]:
    """The rows in the engine's order; the goods' own words come from the price list."""
    rows: list[Row] = []
    duties: dict[int | None, list[EstimateLine]] = {}
    for line in estimate.lines:
        if line.kind in _DUTIES:
            duties.setdefault(line.line, []).append(line)
            continue
        rows += [_duty_row(estimate, pair) for pair in duties.values()]
        duties.clear()
        if line.kind == "goods":
            rows.append(Row(_(line.what), goods_basis, goods_rate, line.amount, goods_source, line.certainty))
        else:
            rows.append(_row(estimate, line))
    return rows + [_duty_row(estimate, pair) for pair in duties.values()]


def _row(estimate: Estimate, line: EstimateLine) -> Row:
    title, published = _named(line)
    note = _BREAK.join(part for part in (published, _note(line), _standing(line)) if part)
    return Row(
        title=title, basis=_basis(estimate, line), rate=_rate(line), amount=line.amount,
        source=_source(line), certainty=line.certainty, note=note, strong=line.kind in ("layer", "trade_remedy"),
        beside=not line.counted,
    )  # fmt: skip


def _standing(line: EstimateLine) -> Markup:
    """Why a line is told and not in the total; what the engine says itself is not said twice."""
    if line.counted or line.note is not None or line.kind in _DUTIES:
        return _NOTHING
    outside = line.kind in ADDITIONS
    return formats.filled(_("Part of the customs value, beside the total.") if outside else _("Included in the price."))


def _duty_row(estimate: Estimate, pair: list[EstimateLine]) -> Row:
    """The duty in use, and struck through the one that is not."""
    used = next((line for line in pair if line.counted), None) or _due_in_price(estimate, pair)
    other = next((line for line in pair if line is not used and line.amount is not None), None)
    row = _row(estimate, used)
    with_preference = used.kind == "duty_preference"
    note = row.note if used.note else _heading(used)
    if not used.counted and used.note is None:
        note = _BREAK.join(part for part in (note, formats.filled(_("Included in the price."))) if part)
    return Row(
        title=_("Customs duty"), beside=not used.counted, basis=row.basis,
        rate=formats.filled(_("%(rate)s with preference"), rate=row.rate) if with_preference and row.rate else row.rate,
        amount=row.amount, source=row.source, certainty=row.certainty, note=note, strong=True,
        other_rate=_other_rate(other), other_amount=other.amount if other else None,
    )  # fmt: skip


def _due_in_price(estimate: Estimate, pair: list[EstimateLine]) -> EstimateLine:
    """Of a price that holds the duty: the column the entry pays."""
    return next((line for line in pair if line.kind == "duty_preference" and line.amount == estimate.duty), pair[0])


def _other_rate(other: EstimateLine | None) -> Markup:
    if other is None:
        return Markup()
    sentence = _("%(rate)s with preference") if other.kind == "duty_preference" else _("%(rate)s without")
    return formats.filled(sentence, rate=_rate(other))


def _heading(line: EstimateLine) -> Markup:
    return formats.filled(_("Tariff line %(code)s"), code=formats.ltr(line.heading)) if line.heading else Markup()


def _basis(estimate: Estimate, line: EstimateLine) -> Markup:
    if line.basis is None:
        return Markup()
    if line.kind == "freight":
        return formats.filled("%(count)s %(unit)s", count=formats.number(line.basis),
                              unit=unit_of_charge(line.rate.partition("/")[2]))  # fmt: skip
    value = formats.price(line.basis, estimate.currency, places=2)
    if line.kind in (*_DUTIES, "layer", "mpf", "hmf", "trade_remedy"):
        return formats.filled(_("Customs value %(value)s"), value=value)
    return value


def _rate(line: EstimateLine) -> Markup:
    if not line.rate:
        return Markup()
    charged = _CHARGED.fullmatch(line.rate)
    if charged and line.kind in _CARRIAGE:
        amount = formats.price(Decimal(charged["amount"]), charged["currency"])
        return formats.filled(_("%(amount)s a %(unit)s"), amount=amount, unit=unit_of_charge(charged["unit"]))
    free = line.rate.strip().lower() in ("free", "0", "0%", "0 %")
    return formats.filled(_("Free")) if free else formats.ltr(line.rate)


def unit_of_charge(unit: str) -> str:
    """What a carrier or broker charges by, in words; a weight or measure ton keeps its letters."""
    words_of = {"shipment": _("shipment"), "container": _("container")}
    return words_of.get(unit, unit.upper() if unit.lower() == "w/m" else unit)


def _note(line: EstimateLine) -> Markup:
    if line.note is not None:
        return remark_words(line.note)
    return _heading(line) if line.kind == "layer" else Markup()


def _source(line: EstimateLine) -> Markup:
    parts = [formats.bdi(_(line.source))] if line.source else []
    if line.valid_until is not None:
        parts.append(formats.filled(_("valid to %(day)s"), day=formats.day(line.valid_until)))
    elif line.valid_from is not None:
        parts.append(formats.filled(_("since %(day)s"), day=formats.day(line.valid_from)))
    return Markup("<br>").join(parts)
