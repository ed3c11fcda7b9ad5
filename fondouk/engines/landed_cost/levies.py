"""Fees of the entry and taxes on import."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from fondouk.engines.landed_cost.carriage import Lane, sum_known
from fondouk.engines.landed_cost.duties import as_measure, certainty_of
from fondouk.engines.landed_cost.result import ASSUMPTION, EXACT, RANGE, EstimateLine
from fondouk.engines.landed_cost.shipment import SEA_MODES
from fondouk.engines.landed_cost.words import LABELS
from fondouk.engines.landed_cost.working import ZERO, Working
from fondouk.engines.tariffs import schedule
from fondouk.kit.in_step import larger, smaller

SEA_FEES = frozenset({"hmf"})


def _no_quantity(unit: str) -> None:
    """Fees and taxes are on value or flat."""


def kind_of_entry(working: Working) -> str:
    """Formal, informal or express_hub: as asked for, by value, and at any value for quota or dumping goods."""
    shipment, regime = working.shipment, working.regime
    if regime is None or regime.formal_above is None:
        return ""
    value = sum_known(working.values)
    if shipment.quota or shipment.adcvd or (value is not None and value > regime.formal_above):
        return "formal"
    if shipment.clearance == "express_hub":
        return "express_hub"
    if shipment.entry:
        return shipment.entry
    return "" if value is None else "informal"


def unloaded_by_vessel(working: Working, lane: Lane) -> bool | None:
    """Whether a vessel is unloaded at a port of the destination; None where the mode is unknown."""
    if working.shipment.then_by or (lane.destination and lane.destination[:2] != working.shipment.destination):
        return False
    return None if working.mode is None else working.mode in SEA_MODES


def add_fees(working: Working, said: schedule.Found, lane: Lane) -> None:
    """Each fee of the destination once for the entry, over all lines."""
    value = sum_known(working.values)
    working.entry = kind_of_entry(working)
    given = {one.kind for one in working.shipment.measures}
    for name in dict.fromkeys((*(one.name for one in said.fees), *(given & {"mpf", "hmf"}))):
        if name in SEA_FEES:
            _sea_fee(working, name, said, value, unloaded_by_vessel(working, lane))
        else:
            measure = _fee_for(working, name, said)
            if measure is not None:
                _fee_line(working, name, measure, value)


def _fee_for(working: Working, name: str, said: schedule.Found) -> schedule.Measure | None:
    given = _given(working, name)
    if given is not None:
        return given
    candidates = [one for one in said.fees if one.name == name and (one.applies or "formal") == working.entry]
    if working.entry == "" and not candidates:
        candidates = [one for one in said.fees if one.name == name and one.applies == "formal"]
    if not candidates and working.entry == "express_hub":
        candidates = [one for one in said.fees if one.name == name and one.applies == "informal"]
    if working.entry == "informal" and working.mode == "courier" and not working.shipment.clearance:
        working.assume("clearance_assumed")
    return candidates[0] if candidates else None


def _given(working: Working, name: str) -> schedule.Measure | None:
    """The caller's fee that holds on the day, else the last one before it, carried on."""
    given = [one for one in working.shipment.measures if one.kind == name]
    if not given:
        return None
    day = working.entry_on
    now = [one for one in given if (one.valid_from is None or one.valid_from <= day)]
    current = [one for one in now if one.valid_until is None or day <= one.valid_until]
    last = max(now, key=lambda one: one.valid_until or day, default=None)
    chosen = current[0] if current else last
    return None if chosen is None else as_measure(chosen, working)


def _sea_fee(working: Working, name: str, said: schedule.Found, value: Decimal | None, by_vessel: bool | None) -> None:
    measure = _given(working, name) or next((one for one in said.fees if one.name == name), None)
    if measure is None or by_vessel is False:
        return
    if by_vessel is None:
        working.missing(name, working.gap("no_mode"), counted=not working.priced_in)
        return
    if working.entry == "informal":
        working.assume("hmf_informal")
        _fee_line(working, name, measure, value, certainty=ASSUMPTION)
    else:
        _fee_line(working, name, measure, value)


def _fee_line(
    working: Working, name: str, measure: schedule.Measure, value: Decimal | None, *, certainty: str = EXACT
) -> None:
    label = LABELS.get(name, name)
    if not _holds(measure, working.entry_on):
        _not_loaded(working, name, label, measure)
        return
    if value is None:
        note = working.gap("value_unknown", why="the price or a cost inside it is missing")
        working.missing(name, note, counted=not working.priced_in, rate=measure.rate, source=measure.source)
        return
    try:
        rate = schedule.parse(measure.rate, measure.currency or working.currency)
        due = rate.amount(value, _no_quantity)
    except (schedule.NeedsHuman, schedule.NeedsQuantity) as reason:
        note = working.gap("needs_human", hs=label, why=str(reason))
        working.missing(name, note, counted=not working.priced_in, rate=measure.rate, source=measure.source)
        return
    due = _between(due, measure)
    if measure.valid_until is not None and measure.valid_until < working.entry_on:
        working.assume("carried_on", what=label, day=measure.valid_until)
        certainty = ASSUMPTION
    elif certainty == EXACT:
        certainty = certainty_of(working, measure, label)
    working.lines.append(
        EstimateLine(
            kind=name,
            what=label,
            amount=working.round(due),
            line=None,
            counted=not working.priced_in,
            certainty=certainty,
            status="" if certainty == EXACT else certainty,
            basis=value,
            rate=_with_limits(measure),
            source=measure.source,
            valid_from=measure.valid_from,
            valid_until=measure.valid_until,
            heading=measure.heading,
        )
    )


def _holds(measure: schedule.Measure, day: date) -> bool:
    """Whether a rate is in force that day, or carries on after its end."""
    return measure.covers(day) or (measure.after_end == "carry" and not _begins_after(measure, day))


def _begins_after(measure: schedule.Measure, day: date) -> bool:
    return measure.valid_from is not None and measure.valid_from > day


def _not_loaded(working: Working, name: str, label: str, measure: schedule.Measure, *, line: int | None = None) -> None:
    """A levy of which no rate holds on the day; one that is only announced is none yet."""
    if not _begins_after(measure, working.boards.on):
        note = working.gap("no_levy_on_day", what=label, day=working.entry_on, line=line)
        working.missing(name, note, line=line, counted=not working.priced_in)


def _between(due: Decimal, measure: schedule.Measure) -> Decimal:
    if measure.minimum is not None:
        due = larger(due, measure.minimum)
    return due if measure.maximum is None else smaller(due, measure.maximum)


def _with_limits(measure: schedule.Measure) -> str:
    if measure.minimum is None or measure.maximum is None:
        return measure.rate
    return f"{measure.rate} ({measure.minimum:.2f}–{measure.maximum:.2f})"


# -- taxes -----------------------------------------------------------------------------------------------------------
def add_taxes(working: Working, found: list[schedule.Found]) -> None:
    """Import tax of each goods line, on the value with its duties and what the destination adds."""
    given = [one for one in working.shipment.measures if one.kind in {"gst", "vat", "tax"}]
    for number, said in enumerate(found, 1):
        if given:
            mine = [one for one in given if one.line in (None, number)]
            for one in mine:
                _tax_line(working, number, one.kind, as_measure(one, working))
            continue
        for name in dict.fromkeys(one.name for one in said.taxes):
            rows = [one for one in said.taxes if one.name == name]
            measure = _tax_for(working, rows)
            _tax_line(working, number, name, measure)


def _tax_for(working: Working, rows: list[schedule.Measure]) -> schedule.Measure:
    """The general rate, or the free one of basic groceries: as the caller says, else as the code suggests."""
    grocery = working.shipment.basic_grocery
    general = [one for one in rows if not one.hs]
    if grocery is False and general:
        return general[0]
    if grocery is True:
        return next((one for one in rows if one.hs), None) or schedule.given_measure(
            kind="tax", rate="Free", currency=working.currency, source=rows[0].source
        )
    return rows[0]


def _tax_base(working: Working, number: int, basis: str) -> tuple[Decimal, Decimal] | None:
    """What the tax is reckoned on: with the highest of every range, and with the lowest; None where unknown."""
    value = working.values[number - 1]
    if value is None:
        return None
    base, spread = value, ZERO
    for line in working.lines:
        if line.line == number and line.kind in {"duty_mfn", "duty_preference", "layer", "trade_remedy"}:
            if not (line.counted or working.priced_in) or line.kind in _not_due(working, number):
                continue
            if line.amount is None:
                return None
            base += line.amount
            if line.low is not None:
                spread += line.amount - line.low
    if "transport" in basis:
        share = _share(working, number)
        for kind in ("destination", "unloading"):
            extra = working.carriage.get(kind, ZERO)
            if extra is not None:
                base += working.round(extra * share)
    return base, base - spread


def _not_due(working: Working, number: int) -> set[str]:
    """With everything priced in no duty line is counted: the column not claimed still stays out of the base."""
    if not working.priced_in:
        return set()
    claimed = working.shipment.lines[number - 1].preference_claimed is True
    has_preference = any(one.kind == "duty_preference" and one.line == number for one in working.lines)
    return {"duty_mfn"} if claimed and has_preference else {"duty_preference"}


def _share(working: Working, number: int) -> Decimal:
    total = sum((one or ZERO for one in working.values), ZERO)
    return (working.values[number - 1] or ZERO) / total if total else ZERO


def _tax_line(working: Working, number: int, name: str, measure: schedule.Measure) -> None:
    answer = working.shipment.importer_recovers_tax
    recoverable = (measure.recoverable or "ask") if answer is None else ("yes" if answer else "no")
    bases = _tax_base(working, number, measure.basis)
    label = LABELS.get(name, measure.description or name)
    if not _holds(measure, working.entry_on):
        _not_loaded(working, name, label, measure, line=number)
        return
    free = schedule.parse(measure.rate, working.currency).free
    if bases is None and not free:
        note = working.gap("value_unknown", why="the value or a duty on it is missing", line=number)
        working.missing(name, note, line=number, counted=not working.priced_in, rate=measure.rate)
        return
    rate = schedule.parse(measure.rate, working.currency)
    due, low = [rate.amount(one, _no_quantity) for one in bases] if bases else (ZERO, ZERO)
    certainty = EXACT
    if measure.hs and working.shipment.basic_grocery is None and measure.certainty == ASSUMPTION:
        working.assume("grocery_assumed", line=number)
        certainty = ASSUMPTION
    elif not measure.hs:
        certainty = certainty_of(working, measure, label)
    certainty = RANGE if low != due else certainty
    working.lines.append(
        EstimateLine(
            kind=name,
            what=label,
            amount=working.round(due),
            line=number,
            counted=not working.priced_in,
            certainty=certainty,
            status="" if certainty == EXACT else certainty,
            basis=bases[0] if bases else None,
            rate=measure.rate,
            source=measure.source,
            valid_from=measure.valid_from,
            valid_until=measure.valid_until,
            heading="",
            recoverable=recoverable,
            low=working.round(low) if certainty == RANGE else None,
            high=working.round(due) if certainty == RANGE else None,
        )
    )
