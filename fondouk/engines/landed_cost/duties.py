"""Both duty columns of a goods line."""

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


def line_duties(working: Working, number: int, line: GoodsLine, said: schedule.Found) -> DutyColumns:
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
    column = computed(working, line, working.values[number - 1], measure)
    column.measure = measure
    return column


def computed(working: Working, line: GoodsLine, value: Decimal | None, measure: schedule.Measure) -> Column:
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
        return _out_of_price(working, line, value, measures[0]) or _loaded_column(working, line, value, measures[0])
    worked = [_loaded_column(working, line, value, measure) for measure in measures]
    if len({(one.rate, one.status, one.what) for one in worked}) == 1:
        worked[0].candidates = len(measures)
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


def _out_of_price(working: Working, line: GoodsLine, value: Decimal | None, measure: schedule.Measure) -> Column | None:
    """A line for goods of another price than these: the code cannot be theirs. Half a dollar of rounding is spared."""
    limits = None if working.solving or value is None else schedule.price_limits(measure.description)
    count = None if limits is None else working.quantity(line)(limits.unit)
    if limits is None or value is None or not count:
        return None
    half = working.regime.value_step / 2 if working.regime is not None else ZERO
    if not limits.leaves_out((value - half) / count, (value + half) / count):
        return None
    why = f"the line is for goods “{limits.words}”, and these are valued otherwise"
    return Column("human", rate=measure.rate, measure=measure, code="needs_human", why=why)


def _loaded_column(working: Working, line: GoodsLine, value: Decimal | None, measure: schedule.Measure) -> Column:
    if measure.human:
        return Column("human", rate=measure.rate, measure=measure, code="needs_human", why=measure.human)
    if measure.seasons and not schedule.in_season(measure.seasons, working.entry_on):
        partly = measure.seasons.endswith("partly")
        season = measure.seasons.removesuffix("partly").strip()
        why = f"the line holds {'for part of its goods ' if partly else ''}only in its season ({season})"
        return Column("human", rate=measure.rate, measure=measure, code="needs_human", why=why)
    column = computed(working, line, value, measure)
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
        note = why_missing(working, number, line, column)
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
            heading=_heading(line, column),
            recoverable="",
            low=column.low,
            high=column.amount if column.low is not None else None,
            note=question,
        )
    )


def _heading(line: GoodsLine, column: Column) -> str:
    """The line of the tariff; where several have the same rate, the code as it was given and none of them."""
    if column.measure is None:
        return ""
    return line.hs if column.low is None and column.candidates > 1 else column.measure.hs


def why_missing(working: Working, number: int, line: GoodsLine, column: Column) -> Remark:
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
    return _no_such_code(working, number, line.hs) or remark("no_measure", line=number, hs=line.hs)


def _no_such_code(working: Working, number: int, hs: str) -> Remark | None:
    """The gap that names a code there is not, and what is near it."""
    fault = working.boards.tariff.nomenclature.fault(hs)
    if fault is None:
        return None
    near = ", ".join(f"{code[:4]}.{code[4:]}" for code in fault.near) or "–"
    if fault.code == "unknown_code":
        return remark(fault.code, line=number, hs=hs, version=fault.version, near=near)
    return remark(fault.code, line=number, hs=hs, chapter=hs[:2])
