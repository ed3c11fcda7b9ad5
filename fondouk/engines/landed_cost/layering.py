"""The duties of every goods line: both columns, and the additional layers on top of them."""

from __future__ import annotations

from decimal import Decimal

from fondouk.engines.landed_cost.duties import certainty_of, computed, line_duties, why_missing
from fondouk.engines.landed_cost.reckoning import as_measure, holds
from fondouk.engines.landed_cost.result import EXACT, RANGE, DutyColumns, EstimateLine
from fondouk.engines.landed_cost.shipment import GivenMeasure, GoodsLine
from fondouk.engines.landed_cost.words import LABELS, remark
from fondouk.engines.landed_cost.working import ZERO, Working
from fondouk.engines.tariffs import schedule

EXEMPT = remark("exempt")
EXEMPT_TRANSIT = remark("exempt_transit")


def add_duties(working: Working, found: list[schedule.Found]) -> tuple[DutyColumns, ...]:
    """Add duty and layer lines for every goods line; the sums of duty and layers stand in the lines."""
    columns = []
    for number, (line, said) in enumerate(zip(working.shipment.lines, found, strict=True), 1):
        columns.append(line_duties(working, number, line, said))
        _line_layers(working, number, line, said)
    return tuple(columns)


def _line_layers(working: Working, number: int, line: GoodsLine, said: schedule.Found) -> None:
    given = [one for one in working.shipment.measures if one.kind == "layer" and one.line in (None, number)]
    if given:
        _given_layers(working, number, line, given)
    elif said.layer_gap == "no_regime":
        _no_layers_known(working, number)
    elif said.layer_gap == "layers_of_origin":
        note = working.gap("layers_of_origin", shared=True, origin=working.shipment.origin)
        working.missing("layer", note, line=number, counted=not working.priced_in)
    elif said.layer_gap == "layers_of_code":
        note = working.gap("layers_of_code", line=number, hs=line.hs)
        working.missing("layer", note, line=number, counted=not working.priced_in)
    else:
        for layer in said.layers:
            _layer_line(working, number, line, layer)
    for remedy in said.remedies:
        note = working.gap("remedy_human", line=number, why=remedy.human)
        working.missing(
            "trade_remedy",
            note,
            line=number,
            counted=not working.priced_in,
            heading=remedy.heading,
            source=remedy.source,
        )


def _no_layers_known(working: Working, number: int) -> None:
    """Without a tariff: a caller who gives the duty answers for the country, else what comes on top is open."""
    if not any(one.kind == "mfn" for one in working.shipment.measures):
        note = working.gap("no_regime", destination=working.shipment.destination)
        working.missing("layer", note, line=number, counted=not working.priced_in)


def _given_layers(working: Working, number: int, line: GoodsLine, given: list[GivenMeasure]) -> None:
    now = [one for one in given if holds(one, working.entry_on)]
    for one in now:
        measure = as_measure(one, working)
        _charged(working, number, line, measure, low=None)
    ended = [one for one in given if one.valid_until is not None and one.valid_until < working.entry_on]
    if not now and ended:
        note = working.gap("layer_ended", line=number, heading=ended[-1].source, day=ended[-1].valid_until)
        working.missing("layer", note, line=number, counted=not working.priced_in, status="expired")


def _layer_line(working: Working, number: int, line: GoodsLine, layer: schedule.Layer) -> None:
    measure = layer.measure
    if layer.outcome == "not_applicable":
        return
    if layer.outcome == "exempt":
        _exempt(working, number, layer)
    elif layer.outcome == "charged":
        _charged(working, number, line, measure, low=None)
    elif layer.outcome == "undecided":
        working.assume("layer_undecided", line=number, hs=line.hs, heading=measure.heading)
        _charged(working, number, line, measure, low=ZERO)
    elif layer.outcome == "missing":
        note = working.gap("layer_ended", heading=measure.heading, day=measure.valid_until, shared=True)
        working.missing(
            "layer",
            note,
            line=number,
            counted=not working.priced_in,
            status="expired",
            heading=measure.heading,
            source=measure.source,
        )
    else:
        note = working.gap("layer_human", line=number, heading=measure.heading, why=layer.why)
        working.missing(
            "layer",
            note,
            line=number,
            counted=not working.priced_in,
            heading=measure.heading,
            rate=measure.rate,
            source=measure.source,
        )


def _exempt(working: Working, number: int, layer: schedule.Layer) -> None:
    measure = layer.measure
    if layer.why == "transit" and working.shipment.via:
        working.assume("laden_on_last_vessel")
    working.lines.append(
        EstimateLine(
            kind="layer",
            what=measure.description or LABELS["layer"],
            amount=ZERO,
            line=number,
            counted=not working.priced_in,
            certainty=EXACT,
            status="not_applicable",
            basis=working.values[number - 1],
            rate="Free",
            source=measure.source,
            valid_from=measure.valid_from,
            valid_until=measure.valid_until,
            heading=measure.heading,
            note=EXEMPT_TRANSIT if layer.why == "transit" else EXEMPT,
        )
    )


def _charged(working: Working, number: int, line: GoodsLine, measure: schedule.Measure, *, low: Decimal | None) -> None:
    value = working.values[number - 1]
    column = computed(working, line, value, measure)
    if column.status != "computed":
        note = working.keep(why_missing(working, number, line, column))
        working.missing(
            "layer",
            note,
            line=number,
            counted=not working.priced_in,
            heading=measure.heading,
            rate=measure.rate,
            source=measure.source,
        )
        return
    certainty = certainty_of(working, measure, line.hs) if low is None else RANGE
    if measure.status.startswith("invalid"):
        working.assume("refund_open")
    legal = remark("legal_status", heading=measure.heading, status=measure.status) if measure.status else None
    working.lines.append(
        EstimateLine(
            kind="layer",
            what=measure.description or LABELS["layer"],
            amount=column.amount,
            line=number,
            counted=not working.priced_in,
            certainty=certainty,
            status="" if certainty == EXACT else certainty,
            basis=value,
            rate=measure.rate,
            source=measure.source,
            valid_from=measure.valid_from,
            valid_until=measure.valid_until,
            heading=measure.heading,
            recoverable="",
            low=low,
            high=None if low is None else column.amount,
            note=legal,
        )
    )
