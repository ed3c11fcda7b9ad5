"""From lines to totals: what is counted, what is known so far, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from fondouk.engines.landed_cost.result import (
    ASSUMED,
    EXACT,
    PARTIAL,
    DutyColumns,
    Estimate,
    EstimateLine,
    PerUnit,
)
from fondouk.engines.landed_cost.working import ZERO, Working

DUTIES = frozenset({"duty_mfn", "duty_preference"})
LAYERS = frozenset({"layer", "trade_remedy"})
FEES = frozenset({"mpf", "hmf", "fee"})
TAXES = frozenset({"gst", "vat", "tax"})
_FOUR = Decimal("0.0001")


def summed(working: Working, columns: tuple[DutyColumns, ...]) -> Estimate:
    """The finished estimate."""
    lines = working.lines
    known, low, before_tax = _totals(lines)
    duty, layers = due(working, DUTIES), due(working, LAYERS)
    fees, taxes = due(working, FEES), due(working, TAXES)
    at_border = None if None in (duty, layers, fees, taxes) else duty + layers + fees + taxes  # type: ignore[operator]
    return Estimate(
        id=working.shipment.id,
        currency=working.currency,
        certainty=_certainty(working),
        lines=tuple(lines),
        duty_columns=columns,
        customs_value=_value(working),
        customs_value_currency=working.currency,
        duty=duty,
        layers=layers,
        fees=fees,
        taxes=taxes,
        total_known=known,
        total_range=None if low == known else (low, known),
        total_before_recoverable_tax=before_tax,
        cash_at_border=at_border,
        gaps=tuple(working.gaps),
        assumptions=tuple(working.assumptions),
        entry=working.entry,
        per_unit=_per_unit(working, known),
        saving_by_preference=_saving(columns),
        mode=working.mode or "",
        port=working.port,
        transit_days=working.transit_days,
        entry_on=working.entry_on,
        as_of=working.boards.on,
    )


def _totals(lines: Sequence[EstimateLine]) -> tuple[Decimal, Decimal, Decimal]:
    """What the counted lines come to: known, at the low end of ranges, and before tax that is recoverable."""
    known = low = before_tax = ZERO
    for line in lines:
        if line.counted and line.amount is not None:
            known += line.amount
            low += line.amount if line.low is None else line.low
            before_tax += ZERO if line.recoverable in ("yes", "ask") else line.amount
    return known, low, before_tax


def _certainty(working: Working) -> str:
    """As certain as the least certain line; under a price that holds the duty, lines not counted decide too."""
    counted = [line for line in working.lines if line.counted]
    needed = working.lines if working.priced_in else counted
    if any(line.amount is None for line in needed):
        return PARTIAL
    in_range = working.priced_in and any(line.low is not None for line in working.lines)
    return ASSUMED if in_range or any(line.certainty != EXACT for line in counted) else EXACT


def due(working: Working, kinds: frozenset[str]) -> Decimal | None:
    """The sum of the due lines of some kinds, None where one is missing; of the duty columns only the one used."""
    total = ZERO
    for line in working.lines:
        if line.kind not in kinds or not (line.counted or (working.priced_in and _is_due(working, line))):
            continue
        if line.amount is None:
            return None
        total += line.amount
    return total


def _is_due(working: Working, line: EstimateLine) -> bool:
    if line.kind not in DUTIES or line.line is None:
        return True
    claimed = working.shipment.lines[line.line - 1].preference_claimed is True
    has_preference = any(one.kind == "duty_preference" and one.line == line.line for one in working.lines)
    return (line.kind == "duty_preference") == (claimed and has_preference)


def _value(working: Working) -> Decimal | None:
    total = ZERO
    for value in working.values:
        if value is None:
            return None
        total += value
    return total


def _per_unit(working: Working, known: Decimal) -> PerUnit | None:
    lines = working.shipment.lines
    quantity = sum((line.quantity for line in lines), ZERO)
    if quantity <= 0 or len({line.unit for line in lines}) != 1 or None in working.goods:
        return None
    return PerUnit((known / quantity).quantize(_FOUR), lines[0].unit, quantity)


def _saving(columns: tuple[DutyColumns, ...]) -> Decimal | None:
    """What the preference takes off the duty, None where neither column of a line can be told."""
    saving, any_preference = ZERO, False
    for both in columns:
        if both.preference.status == "none":
            continue
        if both.preference.amount is None or both.mfn.amount is None:
            return None
        any_preference = True
        saving += both.mfn.amount - both.preference.amount
    return saving if any_preference else None
