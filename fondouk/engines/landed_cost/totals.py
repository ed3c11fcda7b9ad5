"""The totals of many shipments at once: those alike but for their amounts are worked out together, in step.

Alike is what goes the same way under the same code: destination, term, place, lane, day. Where the way divides by an
amount (a fee's minimum, the dearer of weight and volume), the group is divided there and goes on apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from decimal import Decimal
from operator import attrgetter
from typing import Any, NamedTuple, cast

from fondouk.engines.landed_cost.result import Estimate, Remark
from fondouk.engines.landed_cost.shipment import GoodsLine, Shipment
from fondouk.engines.landed_cost.work import work_out
from fondouk.engines.landed_cost.working import Boards
from fondouk.kit.in_step import Amounts, Parting, at

ALIKE_MIN = 4
"""Fewer than this are sooner worked out one by one."""
_LINE = ("unit_price", "quantity", "net_kg")
_WHOLE = ("gross_kg", "volume_m3")
_common = attrgetter(*(one.name for one in fields(Shipment) if one.name not in {"id", "lines", *_WHOLE}))
_common_line = attrgetter(*(one.name for one in fields(GoodsLine) if one.name not in {"quantities", *_LINE}))
_amounts = attrgetter(*_WHOLE)
_line_amounts = attrgetter(*_LINE)


class Total(NamedTuple):
    """What a card or a list says of an estimate; every figure is the estimate's own, in the destination's currency."""

    currency: str
    certainty: str
    total_before_recoverable_tax: Decimal
    per_unit_before_tax: Decimal | None
    saving_by_preference: Decimal | None
    mode: str
    transit_days: tuple[int, int] | None
    gaps: tuple[Remark, ...]


def of_each(shipments: Sequence[Shipment], boards: Boards) -> list[Total]:
    """The totals of each, in the order given."""
    groups: dict[Any, list[int]] = {}
    for place, shipment in enumerate(shipments):
        groups.setdefault(_kind(shipment, place), []).append(place)
    found: list[Total | None] = [None] * len(shipments)
    for places in groups.values():
        _work(shipments, places, boards, found)
    return cast(list[Total], found)


def _kind(shipment: Shipment, place: int) -> Any:
    """Equal for shipments that may go together; one with more than plain goods goes alone."""
    one = shipment.lines[0] if len(shipment.lines) == 1 else None
    given = shipment.costs or shipment.additions or shipment.measures or shipment.fx
    if one is None or one.quantities or given or shipment.incoterm == "DDP":
        return place
    known = tuple(amount is None for amount in (*_amounts(shipment), *_line_amounts(one)))
    return (*_common(shipment), *_common_line(one), known)


def _work(shipments: Sequence[Shipment], places: list[int], boards: Boards, found: list[Total | None]) -> None:
    if len(places) < ALIKE_MIN:
        for place in places:
            found[place] = _total(work_out(shipments[place], boards))
        return
    try:
        together = _total(work_out(_together([shipments[place] for place in places]), boards))
    except Parting as parting:
        parts: dict[Any, list[int]] = {}
        for place, answer in zip(places, parting.answers, strict=True):
            parts.setdefault(answer, []).append(place)
        for part in parts.values():
            _work(shipments, part, boards, found)
        return
    for number, place in enumerate(places):
        found[place] = _apart(together, number)


def _together(alike: Sequence[Shipment]) -> Shipment:
    first = alike[0]
    lines = [shipment.lines[0] for shipment in alike]
    line = replace(lines[0], **_columns(_LINE, lines))
    return replace(first, lines=(line,), **_columns(_WHOLE, alike))


def _columns(names: Iterable[str], rows: Sequence[Any]) -> dict[str, Any]:
    readers: dict[str, Callable[[Any], Any]] = {name: attrgetter(name) for name in names}
    return {name: None if read(rows[0]) is None else Amounts(list(map(read, rows))) for name, read in readers.items()}


def _total(estimate: Estimate) -> Total:
    return Total(
        estimate.currency,
        estimate.certainty,
        estimate.total_before_recoverable_tax,
        estimate.per_unit_before_tax,
        estimate.saving_by_preference,
        estimate.mode,
        estimate.transit_days,
        estimate.gaps,
    )


def _apart(total: Total, number: int) -> Total:
    """One place of a total; remarks without an amount in them stay shared."""
    gaps = total.gaps
    if any(type(value) is Amounts for gap in gaps for value in gap.values.values()):
        gaps = tuple(
            gap._replace(values={name: at(value, number) for name, value in gap.values.items()}) for gap in gaps
        )
    return Total._make((*(at(part, number) for part in total[:-1]), gaps))
