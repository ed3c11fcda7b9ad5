"""From how much on a container of one's own costs less than a place in a shared one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from fondouk.engines.freight.cards import Card, Offer, Request
from fondouk.engines.freight.load import containers
from fondouk.engines.freight.loaded import Lanes

_STEP = Decimal("0.1")
_LIGHT_KG = Decimal(1)  # volume decides, as it does for most goods


class BreakEven(NamedTuple):
    """From `volume_m3` on a container (`mode`) costs no more than sharing one; both amounts there, in one currency."""

    volume_m3: Decimal
    mode: str
    shared: Decimal
    container: Decimal
    currency: str


def break_even(board: Lanes, *, origin: str, destination: str, on: date) -> BreakEven | None:
    """The volume from which a 20-foot container pays, for goods lighter than a tonne a cubic metre.

    None where either card is missing or expired, their currencies differ, or sharing stays cheaper to the last metre.
    """
    card = _card(board, origin, destination, "LCL", on), _card(board, origin, destination, "FCL20", on)
    if card[0] is None or card[1] is None or card[0].currency != card[1].currency:
        return None
    low, high = 10, int(containers()["FCL20"][0] / _STEP)

    def at(tenths: int) -> tuple[Decimal, Decimal]:
        volume = tenths * _STEP
        amounts = [_offer(board, origin, destination, mode, volume, on) for mode in ("LCL", "FCL20")]
        return amounts[0] or Decimal(0), amounts[1] or Decimal(0)

    if (found := at(high))[1] > found[0]:
        return None
    while low < high:
        middle = (low + high) // 2
        shared, container = at(middle)
        low, high = (low, middle) if container <= shared else (middle + 1, high)
    shared, container = at(low)
    return BreakEven(low * _STEP, "FCL20", shared, container, card[0].currency)


def _offers(board: Lanes, origin: str, destination: str, mode: str, volume: Decimal, on: date) -> list[Offer]:
    request = Request(origin, destination, mode, _LIGHT_KG, volume)
    return [one for one in board.offers(request, on) if one.amount is not None]


def _card(board: Lanes, origin: str, destination: str, mode: str, on: date) -> Card | None:
    found = _offers(board, origin, destination, mode, Decimal(1), on)
    return found[0].card if found else None


def _offer(board: Lanes, origin: str, destination: str, mode: str, volume: Decimal, on: date) -> Decimal | None:
    found = _offers(board, origin, destination, mode, volume, on)
    return found[0].amount if found else None
