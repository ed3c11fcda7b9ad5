"""Fees of the entry and taxes on import."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fondouk.engines.landed_cost.carriage import Lane, sum_known
from fondouk.engines.landed_cost.duties import certainty_of
from fondouk.engines.landed_cost.reckoning import NoExchange, as_measure, between, due, holding, holds
from fondouk.engines.landed_cost.result import ASSUMPTION, EXACT, RANGE, EstimateLine, Remark
from fondouk.engines.landed_cost.shipment import SEA_MODES, GivenMeasure
from fondouk.engines.landed_cost.words import LABELS
from fondouk.engines.landed_cost.working import ZERO, Working
from fondouk.engines.tariffs import schedule

SEA_FEES = frozenset({"hmf"})
CLEARANCES = ("", "express_hub")
TAX_KINDS = frozenset({"gst", "vat", "tax"})


def _no_quantity(unit: str) -> None:
    """Fees and taxes are on value or flat."""


def kind_of_entry(working: Working) -> str:
    """Formal, informal or express_hub: as asked for, by value, and at any value for quota or dumping goods."""
    shipment, regime = working.shipment, working.regime
    if regime is None or regime.formal_above is None:
        return ""
    if shipment.clearance not in CLEARANCES:
        working.assume("clearance_unknown", clearance=shipment.clearance)
    value = sum_known(working.values)
    if shipment.quota or shipment.adcvd or (value is not None and value > regime.formal_above):
        return "formal"
    if shipment.clearance == "express_hub":
        return "express_hub"
    if shipment.entry:
        return shipment.entry
    return "" if value is None else "informal"


def unloaded_by_vessel(working: Working, lane: Lane) -> bool | None:
    """Whether a vessel is unloaded at a port of the destination; None where the mode or the port is not known."""
    if working.shipment.then_by or not (working.mode is None or working.mode in SEA_MODES):
        return False
    if working.port_doubt is not None:
        return None
    if lane.destination and lane.destination[:2] != working.shipment.destination:
        return False
    return None if working.mode is None else True


def add_fees(working: Working, said: schedule.Found, lane: Lane) -> None:
    """Each fee of the destination once for the entry, over all lines."""
    value = sum_known(working.values)
    working.entry = kind_of_entry(working)
    given = dict.fromkeys(one.kind for one in working.shipment.measures)
    for name in dict.fromkeys((*(one.name for one in said.fees), *(one for one in given if one in {"mpf", "hmf"}))):
        if name in SEA_FEES:
            _sea_fee(working, name, said, value, unloaded_by_vessel(working, lane))
        else:
            measure = _fee_for(working, name, said)
            if measure is not None:
                _fee_line(working, name, measure, value)
    if said.regime is None and not given.keys() & {"mfn", "mpf", "hmf", "fee"}:
        note = working.gap("no_regime", destination=working.shipment.destination)
        working.missing("fee", note, counted=not working.priced_in)
    if "fee" in given:
        for one in working.shipment.measures:
            if one.kind == "fee" and holds(one, working.entry_on):
                _fee_line(working, "fee", as_measure(one, working), value)


def _fee_for(working: Working, name: str, said: schedule.Found) -> schedule.Measure | None:
    given = _given(working, name)
    if given is not None:
        return given
    candidates = [one for one in said.fees if one.name == name and (one.applies or "formal") == working.entry]
    if working.entry == "" and not candidates:
        candidates = [one for one in said.fees if one.name == name and one.applies == "formal"]
    if not candidates and working.entry == "express_hub":
        candidates = [one for one in said.fees if one.name == name and one.applies == "informal"]
    if working.entry == "informal" and working.mode == "courier" and working.shipment.clearance not in CLEARANCES[1:]:
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
        working.missing(name, working.port_doubt or working.gap("no_mode"), counted=not working.priced_in)
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
    reckoned = _reckoned(working, measure, (value,), label)
    if isinstance(reckoned, Remark):
        working.missing(name, reckoned, counted=not working.priced_in, rate=measure.rate, source=measure.source)
        return
    if measure.valid_until is not None and measure.valid_until < working.entry_on:
        working.assume("carried_on", what=label, day=measure.valid_until)
        certainty = ASSUMPTION
    elif certainty == EXACT:
        certainty = certainty_of(working, measure, label)
    working.lines.append(
        EstimateLine(
            kind=name,
            what=label,
            amount=working.round(reckoned[0]),
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


def _reckoned(
    working: Working, measure: schedule.Measure, bases: tuple[Decimal, ...], label: str, line: int | None = None
) -> list[Decimal] | Remark:
    """What the levy comes to on each base, or the gap that names why nobody can tell."""
    try:
        rate = schedule.parse(measure.rate, measure.currency or working.currency)
        return [between(working, due(working, rate, base, _no_quantity), measure) for base in bases]
    except NoExchange as lack:
        return working.gap("no_fx", source=str(lack), target=working.currency)
    except schedule.NeedsQuantity as lack:
        return working.gap("needs_quantity", rate=measure.rate, unit=lack.unit, line=line)
    except schedule.NeedsHuman as reason:
        return working.gap("needs_human", hs=label, why=str(reason), line=line)


def _with_limits(measure: schedule.Measure) -> str:
    if measure.minimum is None or measure.maximum is None:
        return measure.rate
    return f"{measure.rate} ({measure.minimum:.2f}–{measure.maximum:.2f})"


# -- taxes -----------------------------------------------------------------------------------------------------------
def add_taxes(working: Working, found: list[schedule.Found]) -> None:
    """Import tax of each goods line, on the value with its duties and what the destination adds."""
    told = [one for one in working.shipment.measures if one.kind in TAX_KINDS]
    for number, said in enumerate(found, 1):
        mine = [one for one in told if one.line in (None, number)]
        if said.regime is None and not mine:
            note = working.gap("no_tax", destination=working.shipment.destination)
            working.missing("tax", note, line=number, counted=not working.priced_in)
        for name in dict.fromkeys((*(one.name for one in said.taxes), *(one.kind for one in mine))):
            rows = [one for one in said.taxes if one.name == name]
            given = [one for one in mine if one.kind == name]
            _tax_line(working, number, name, _given_tax(working, given, rows) if given else _tax_for(working, rows))


def _given_tax(working: Working, given: list[GivenMeasure], rows: list[schedule.Measure]) -> schedule.Measure:
    """The caller's rate that holds on the day, on the base and with the answers of the loaded one it stands for."""
    chosen = as_measure((holding(given, working.entry_on) or given)[0], working)
    if not rows:
        return chosen
    general = next((one for one in rows if not one.hs), rows[0])
    return replace(chosen, basis=general.basis, recoverable=general.recoverable)


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


def _lacks_charges(working: Working, basis: str) -> bool:
    """Whether the tax runs on carriage to the door and part of that is not known."""
    return "transport" in basis and any(
        working.carriage.get(kind, ZERO) is None for kind in ("destination", "unloading")
    )


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


def _is_free(measure: schedule.Measure) -> bool:
    try:
        return schedule.parse(measure.rate, measure.currency).free
    except schedule.NeedsHuman:
        return False


def _tax_line(working: Working, number: int, name: str, measure: schedule.Measure) -> None:
    answer = working.shipment.importer_recovers_tax
    recoverable = (measure.recoverable or "ask") if answer is None else ("yes" if answer else "no")
    bases = _tax_base(working, number, measure.basis)
    label = LABELS.get(name, measure.description or name)
    if not _holds(measure, working.entry_on):
        _not_loaded(working, name, label, measure, line=number)
        return
    if bases is None and not _is_free(measure):
        note = working.gap("value_unknown", why="the value or a duty on it is missing", line=number)
        working.missing(name, note, line=number, counted=not working.priced_in, rate=measure.rate)
        return
    reckoned = _reckoned(working, measure, bases, label, number) if bases else [ZERO, ZERO]
    if isinstance(reckoned, Remark):
        working.missing(name, reckoned, line=number, counted=not working.priced_in, rate=measure.rate)
        return
    amount, low = reckoned
    certainty = EXACT
    if measure.hs and working.shipment.basic_grocery is None and measure.certainty == ASSUMPTION:
        working.assume("grocery_assumed", line=number)
        certainty = ASSUMPTION
    elif not measure.hs:
        certainty = certainty_of(working, measure, label)
    if bases and _lacks_charges(working, measure.basis):
        working.assume("tax_without_charges")
        certainty = ASSUMPTION
    certainty = RANGE if low != amount else certainty
    working.lines.append(
        EstimateLine(
            kind=name,
            what=label,
            amount=working.round(amount),
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
            high=working.round(amount) if certainty == RANGE else None,
        )
    )
