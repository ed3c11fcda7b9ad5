"""Both duty columns and the additional layers of every goods line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from fondouk.engines.landed_cost.reckoning import (
    NoExchange,
    as_measure,
    between,
    due,
    holding,
    holds,
    in_foreign_money,
)
from fondouk.engines.landed_cost.result import (
    ASSUMPTION,
    EXACT,
    MISSING,
    RANGE,
    DutyColumn,
    DutyColumns,
    EstimateLine,
    Remark,
)
from fondouk.engines.landed_cost.shipment import GivenMeasure, GoodsLine
from fondouk.engines.landed_cost.words import LABELS, remark
from fondouk.engines.landed_cost.working import ZERO, Working
from fondouk.engines.tariffs import schedule

EXEMPT = remark("exempt")
EXEMPT_TRANSIT = remark("exempt_transit")


@dataclass(slots=True)
class Column:
    """One duty column worked out: amount (the highest of a range), or why there is none."""

    status: str
    amount: Decimal | None = None
    low: Decimal | None = None
    rate: str = ""
    measure: schedule.Measure | None = None
    code: str = ""
    what: str = ""
    why: str = ""
    question: str = ""
    certainty: str = EXACT
    expired: bool = False
    candidates: int = 1


def add_duties(working: Working, found: list[schedule.Found]) -> tuple[DutyColumns, ...]:
    """Add duty and layer lines for every goods line; the sums of duty and layers stand in the lines."""
    columns = []
    for number, (line, said) in enumerate(zip(working.shipment.lines, found, strict=True), 1):
        columns.append(_line_duties(working, number, line, said))
        _line_layers(working, number, line, said)
    return tuple(columns)


def _line_duties(working: Working, number: int, line: GoodsLine, said: schedule.Found) -> DutyColumns:
    mfn = _column(working, number, line, "mfn", said.mfn)
    preference = _column(working, number, line, "preference", said.preference)
    claimed = line.preference_claimed is True
    if claimed and preference.status == "none" and mfn.amount != ZERO:
        working.assume("no_preference", line=number, hs=line.hs)
    elif line.preference_claimed is None and preference.status == "computed" and mfn.amount:
        working.assume("preference_not_claimed", line=number)
    counts_preference = claimed and preference.status != "none"
    if counts_preference and line.origin_examined is False and mfn.amount != ZERO:
        working.assume("origin_not_examined", line=number)
        preference.certainty = ASSUMPTION if preference.certainty == EXACT else preference.certainty
    _duty_line(working, number, line, "duty_mfn", mfn, counted=not counts_preference)
    if preference.status != "none":
        _duty_line(working, number, line, "duty_preference", preference, counted=counts_preference)
    return DutyColumns(_public(mfn), _public(preference))


def _public(column: Column) -> DutyColumn:
    return DutyColumn(column.status, column.amount, column.what, column.why)


def _column(working: Working, number: int, line: GoodsLine, kind: str, loaded: schedule.Column) -> Column:
    told = working.shipment.measures
    given = [one for one in told if one.kind == kind and one.line in (None, number)] if told else None
    if given:
        return _given_column(working, number, line, given)
    if loaded.status == "none":
        return Column("none")
    if loaded.status == "missing":
        return Column("human", code=loaded.why, why=loaded.why)
    return _among(working, line, working.values[number - 1], loaded.measures)


def _given_column(working: Working, number: int, line: GoodsLine, given: list[GivenMeasure]) -> Column:
    """The caller's rate stands; one that does not hold on the day of entry is expired, not used."""
    now = holding(given, working.entry_on)
    if not now:
        return Column("human", code="rate_expired", what=given[0].kind, why="", expired=True)
    one = now[0]
    rivals = {(other.rate, other.minimum, other.maximum) for other in now if other.agreement == one.agreement}
    if len(rivals) > 1:
        why = f"several rates are given for the same day ({', '.join(sorted(rate for rate, _, _ in rivals))})"
        return Column("human", rate=one.rate, code="needs_human", why=why)
    measure = as_measure(one, working)
    column = _computed(working, line, working.values[number - 1], measure)
    column.measure = measure
    return column


def _computed(working: Working, line: GoodsLine, value: Decimal | None, measure: schedule.Measure) -> Column:
    """One rate on one value, not below its minimum and not above its maximum."""
    text = measure.rate
    try:
        rate = schedule.parse(text, measure.currency or working.currency)
    except schedule.NeedsHuman as reason:
        return Column("human", rate=text, code="needs_human", why=str(reason))
    if value is None:
        return Column("needs", rate=text, code="value_unknown", what="customs value")
    try:
        amount = between(working, due(working, rate, value, working.quantity(line)), measure)
    except schedule.NeedsQuantity as lack:
        return Column("needs", rate=text, code="needs_quantity", what=lack.unit)
    except schedule.NeedsHuman as reason:
        return Column("human", rate=text, code="needs_human", why=str(reason))
    except NoExchange as lack:
        return Column("needs", rate=text, code="no_fx", what=str(lack))
    certainty = ASSUMPTION if rate.currencies and in_foreign_money(working, rate) else EXACT
    return Column("computed", working.round(amount), rate=text, certainty=certainty)


def _among(working: Working, line: GoodsLine, value: Decimal | None, measures: tuple[schedule.Measure, ...]) -> Column:
    """The one measure of a full code, or the range over the lines under a short one."""
    if len(measures) == 1:
        return _loaded_column(working, line, value, measures[0])
    worked = [_loaded_column(working, line, value, measure) for measure in measures]
    if len({(one.rate, one.status, one.what) for one in worked}) == 1:
        return worked[0]
    short = [one for one in worked if one.status != "computed"]
    question = "; ".join(f"{one.hs} {one.description[:60]} ({one.rate or one.human})" for one in measures[:12])
    if short:
        first = short[0]
        first.question = question
        return first
    best = max(worked, key=lambda one: one.amount or ZERO)
    best.low = min(one.amount or ZERO for one in worked)
    best.question, best.candidates = question, len(measures)
    best.certainty = RANGE if best.low != best.amount else best.certainty
    return best


def _loaded_column(working: Working, line: GoodsLine, value: Decimal | None, measure: schedule.Measure) -> Column:
    if measure.human:
        return Column("human", rate=measure.rate, measure=measure, code="needs_human", why=measure.human)
    if measure.seasons and not schedule.in_season(measure.seasons, working.entry_on):
        partly = measure.seasons.endswith("partly")
        season = measure.seasons.removesuffix("partly").strip()
        why = f"the line holds {'for part of its goods ' if partly else ''}only in its season ({season})"
        return Column("human", rate=measure.rate, measure=measure, code="needs_human", why=why)
    column = _computed(working, line, value, measure)
    column.measure = measure
    if column.certainty == EXACT:
        column.certainty = certainty_of(working, measure, line.hs)
    return column


def certainty_of(working: Working, measure: schedule.Measure, hs: str) -> str:
    """Exact while the rate is confirmed and was verified not too long before the day of entry."""
    if measure.certainty == ASSUMPTION:
        working.assume("rate_assumed", hs=hs, why=measure.status or measure.source)
        return ASSUMPTION
    verified = measure.verified_until
    if verified is not None and working.entry_on > verified + _stays_exact(working):
        working.assume("verified_long_ago", name=measure.description or measure.name or measure.hs, day=verified)
        return ASSUMPTION
    return ASSUMPTION if working.value_assumed else EXACT


def _stays_exact(working: Working) -> timedelta:
    return working.regime.stays_exact if working.regime else timedelta(0)


def _duty_line(working: Working, number: int, line: GoodsLine, kind: str, column: Column, *, counted: bool) -> None:
    counted_here = counted and not working.priced_in
    measure = column.measure
    if column.status != "computed":
        note = _why_missing(working, number, line, column)
        if counted:
            working.keep(note)
        status = "expired" if column.expired else MISSING
        working.missing(
            kind,
            note,
            line=number,
            counted=counted_here,
            status=status,
            rate=column.rate,
            source=measure.source if measure else "",
        )
        return
    question = None
    if column.certainty == RANGE:
        if counted:
            working.assume("which_code", line=number, hs=line.hs, question=column.question)
        question = remark("lines_differ", line=number, count=column.candidates)
    certainty = ASSUMPTION if column.certainty == EXACT and working.value_assumed else column.certainty
    working.lines.append(
        EstimateLine(
            kind=kind,
            what=LABELS[kind],
            amount=column.amount,
            line=number,
            counted=counted_here,
            certainty=certainty,
            status="" if certainty == EXACT else certainty,
            basis=working.values[number - 1],
            rate=column.rate,
            source=measure.source if measure else "",
            valid_from=measure.valid_from if measure else None,
            valid_until=measure.valid_until if measure else None,
            heading=measure.hs if measure else "",
            recoverable="",
            low=column.low,
            high=column.amount if column.low is not None else None,
            note=question,
        )
    )


def _why_missing(working: Working, number: int, line: GoodsLine, column: Column) -> Remark:
    if column.code == "needs_quantity":
        return remark("needs_quantity", line=number, rate=column.rate, unit=column.what)
    if column.code == "code_length":
        lengths = ", ".join(str(one) for one in working.regime.code_lengths) if working.regime else "6"
        return remark("code_length", line=number, hs=line.hs, digits=len(line.hs), lengths=lengths)
    if column.code == "value_unknown":
        return remark("value_unknown", why="the price or a cost inside it is missing")
    if column.code == "rate_expired":
        return remark("rate_expired", line=number, kind=column.what, day=working.entry_on)
    if column.code == "no_fx":
        return remark("no_fx", source=column.what, target=working.currency)
    if column.code == "no_measure_on_day":
        return remark("no_measure_on_day", line=number, hs=line.hs, day=working.entry_on)
    if column.code == "no_regime":
        return remark("no_regime", destination=working.shipment.destination)
    if column.question:
        return remark("which_code", line=number, hs=line.hs, question=column.question)
    if column.code == "needs_human":
        return remark("needs_human", line=number, hs=line.hs, why=column.why)
    return remark("no_measure", line=number, hs=line.hs)


# -- layers ----------------------------------------------------------------------------------------------------------
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
    column = _computed(working, line, value, measure)
    if column.status != "computed":
        note = working.keep(_why_missing(working, number, line, column))
        working.missing("layer", note, line=number, counted=not working.priced_in, heading=measure.heading)
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
