"""What a rate comes to in the destination's currency, and which of the caller's rates holds on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from fondouk.engines.landed_cost.shipment import GivenMeasure
from fondouk.engines.landed_cost.working import Working
from fondouk.engines.tariffs import schedule
from fondouk.kit.in_step import larger, smaller


class NoExchange(ValueError):
    """The rate is in a currency that nothing leads from; the text is its code."""


def due(working: Working, rate: schedule.Rate, value: Decimal, quantity: Callable[[str], Decimal | None]) -> Decimal:
    """Unrounded, in the destination's currency; raises NeedsQuantity, NeedsHuman or NoExchange.

    Money in the rate (2 EUR/kg, 25 EUR/entry) is converted, percentages are of the value as it is.
    """
    if not rate.currencies:
        return rate.amount(value, quantity)
    abroad = [one for one in rate.currencies if one != working.currency]
    if not abroad:
        return rate.amount(value, quantity)
    if len(rate.currencies) > 1:
        raise schedule.NeedsHuman("the rate mixes currencies")
    known, _ = working.rate_of(abroad[0])
    if known is None:
        raise NoExchange(abroad[0])
    return rate.amount(value / known, quantity) * known


def in_foreign_money(working: Working, rate: schedule.Rate) -> bool:
    """Whether the amount rests on a loaded rate of exchange."""
    return any(working.rate_of(one)[1] for one in rate.currencies if one != working.currency)


def between(working: Working, amount: Decimal, measure: schedule.Measure) -> Decimal:
    """Not below the measure's minimum and not above its maximum, which are in its own currency; raises NoExchange."""
    if measure.minimum is None and measure.maximum is None:
        return amount
    known, _ = working.rate_of(measure.currency or working.currency)
    if known is None:
        raise NoExchange(measure.currency)
    if measure.minimum is not None:
        amount = larger(amount, measure.minimum * known)
    return amount if measure.maximum is None else smaller(amount, measure.maximum * known)


def holds(given: GivenMeasure, day: date) -> bool:
    """Whether the caller's rate is in force that day."""
    return (given.valid_from is None or given.valid_from <= day) and (
        given.valid_until is None or day <= given.valid_until
    )


def holding(given: Iterable[GivenMeasure], day: date) -> list[GivenMeasure]:
    """Those in force that day: where some are of the goods line itself, only those."""
    now = [one for one in given if holds(one, day)]
    return [one for one in now if one.line is not None] or now


def as_measure(given: GivenMeasure, working: Working) -> schedule.Measure:
    """A caller's rate in the shape of a loaded one."""
    return schedule.given_measure(
        kind=given.kind,
        rate=given.rate,
        currency=given.currency or working.currency,
        minimum=given.minimum,
        maximum=given.maximum,
        valid_from=given.valid_from,
        valid_until=given.valid_until,
        source=given.source,
        agreement=given.agreement,
    )
