"""An estimate as JSON values: amounts and quantities as strings, days ISO, sentences in English."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from fondouk.engines.landed_cost.result import DutyColumn, Estimate, EstimateLine


def as_json(estimate: Estimate) -> dict[str, Any]:
    """What `fondouk estimate`, the calculator and the API answer."""
    low_high = estimate.total_range
    unit = estimate.per_unit
    return {
        "id": estimate.id,
        "currency": estimate.currency,
        "certainty": estimate.certainty,
        "lines": [_line(line) for line in estimate.lines],
        "duty_columns": [
            {"mfn": _column(one.mfn), "preference": _column(one.preference)} for one in estimate.duty_columns
        ],
        "customs_value": _amount(estimate.customs_value),
        "customs_value_currency": estimate.customs_value_currency,
        "duty": _amount(estimate.duty),
        "layers": _amount(estimate.layers),
        "fees": _amount(estimate.fees),
        "taxes": _amount(estimate.taxes),
        "total_known": _amount(estimate.total_known),
        "total_range": None if low_high is None else {"low": str(low_high[0]), "high": str(low_high[1])},
        "total_before_recoverable_tax": _amount(estimate.total_before_recoverable_tax),
        "cash_at_border": _amount(estimate.cash_at_border),
        "gaps": [str(gap) for gap in estimate.gaps],
        "assumptions": [str(assumption) for assumption in estimate.assumptions],
        "entry": estimate.entry or None,
        "per_unit": None
        if unit is None
        else {"amount": str(unit.amount), "unit": unit.unit, "quantity": format(unit.quantity, "f")},
        "saving_by_preference": _amount(estimate.saving_by_preference),
        "mode": estimate.mode or None,
        "port": estimate.port or None,
        "entry_on": _day(estimate.entry_on),
        "as_of": _day(estimate.as_of),
    }


def _line(line: EstimateLine) -> dict[str, Any]:
    found: dict[str, Any] = {
        "kind": line.kind,
        "what": line.what,
        "line": line.line,
        "amount": _amount(line.amount),
        "counted": line.counted,
        "certainty": line.certainty,
        "basis": _amount(line.basis),
        "rate": line.rate or None,
        "source": line.source or None,
        "valid_from": _day(line.valid_from),
        "valid_until": _day(line.valid_until),
        "heading": line.heading or None,
        "recoverable": line.recoverable or None,
    }
    if line.status:
        found["status"] = line.status
    if line.low is not None:
        found["low"], found["high"] = _amount(line.low), _amount(line.high)
    if line.note is not None:
        found["note"] = str(line.note)
    return found


def _column(column: DutyColumn) -> dict[str, Any]:
    found: dict[str, Any] = {"status": column.status}
    if column.amount is not None:
        found["amount"] = str(column.amount)
    if column.what:
        found["what"] = column.what
    if column.why:
        found["why"] = column.why
    return found


def _amount(amount: Decimal | None) -> str | None:
    return None if amount is None else format(amount, "f")


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
