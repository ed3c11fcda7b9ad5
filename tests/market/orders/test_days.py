"""Days out of all measure are refused with the days that make sense, and nothing is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from fondouk.kit.refusal import Refused
from fondouk.market.agencies import rules as agencies
from fondouk.market.companies import rules as companies
from fondouk.market.orders import commands as orders
from fondouk.market.orders.commands import ContractTerms
from fondouk.market.shipments import commands as shipments
from fondouk.market.shipments import rules as shipment_rules
from tests import trade
from tests.cast import Cast
from tests.clock import AT, later
from tests.market.orders.test_money_edges import paid
from tests.market.shipments import sending

DB = pytest.mark.django_db
FAR = [date(1, 1, 1), date(206, 11, 23), date(2026, 11, 22), date(2026, 11, 24), date(9999, 12, 31)]


@DB
@pytest.mark.parametrize("day", FAR)
def test_an_inspection_lies_between_signature_and_today(cast: Cast, day: date) -> None:
    order = trade.signed(cast, inspected=True)
    with pytest.raises(Refused) as refused:
        orders.record_inspection(
            order=order.reference, passed=True, findings="Sealed.", inspected_on=day, place="Agadir",
            by=cast.inspector.actor, at=AT,
        )  # fmt: skip
    assert (refused.value.code, refused.value.refusals[0].field) == ("inspect.day", "inspected_on")


@DB
@pytest.mark.parametrize("day", FAR)
def test_goods_leave_between_signature_and_today(cast: Cast, day: date) -> None:
    order = paid(cast)
    packed = sending.packed(cast, order)
    with pytest.raises(Refused) as refused:
        shipments.ship(
            shipment=packed.reference, departure=replace(sending.DEPARTURE, on_board_on=day), by=cast.argan.actor, at=AT
        )
    assert refused.value.code == "ship.day"
    with pytest.raises(Refused) as refused:
        orders.record_shipped(
            order=order.reference, quantities={1: Decimal(1)}, shipped_at=later(minutes=1), by=cast.argan.actor, at=AT
        )
    assert refused.value.code == "ship.day"


@DB
@pytest.mark.parametrize("day", [date(1, 1, 1), date(2026, 11, 22), date(2029, 1, 1), date(9999, 12, 31)])
def test_goods_are_expected_after_they_left_and_within_a_year(cast: Cast, day: date) -> None:
    packed = sending.packed(cast, paid(cast))
    departure = replace(sending.DEPARTURE, arrival_expected_on=day)
    with pytest.raises(Refused) as refused:
        shipments.ship(shipment=packed.reference, departure=departure, by=cast.argan.actor, at=AT)
    assert refused.value.code == "day.arrival_expected_on"


@DB
@pytest.mark.parametrize("day", [date(1, 1, 1), date(2026, 11, 22), date(2036, 1, 1), date(9999, 12, 31)])
def test_the_latest_day_of_shipment_is_near(cast: Cast, day: date) -> None:
    order = trade.drafted(cast)
    with pytest.raises(Refused) as refused:
        orders.propose_contract(
            order=order.reference, contract=ContractTerms(latest_shipment_on=day), by=cast.chicago.actor, at=AT
        )
    assert refused.value.code == "day.latest_shipment_on"


@pytest.mark.parametrize(("classifier", "span"), [("EST", 900), ("PLN", -400), ("ACT", -400), ("EST", -738_000)])
def test_events_lie_near(classifier: str, span: int) -> None:
    refusal = shipment_rules.refusal_of_event("TRANSPORT", "ARRI", classifier, later(days=span), AT)
    assert refusal is not None
    assert refusal.field == "happens_on"


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (date(206, 1, 1), None, "day.valid_from"),
        (date(2028, 1, 1), None, "day.valid_from"),
        (date(2026, 1, 1), date(2926, 1, 1), "day.valid_until"),
        (date(2026, 1, 1), date(2029, 1, 1), None),
    ],
)
def test_a_proof_is_valid_within_a_lifetime(first: date, last: date | None, code: str | None) -> None:
    found = companies.refusals_to_add_evidence(
        kind="identity", scheme="", valid_from=first, valid_until=last, has_file=True, on=AT.date()
    )
    assert [one.code for one in found] == ([code] if code else [])


@pytest.mark.parametrize("until", [date(2326, 1, 1), date(9999, 12, 31)])
def test_agreements_and_accreditations_end_in_sight(until: date) -> None:
    day = AT.date()
    found = agencies.refusal_to_propose(from_on=day, until_on=until, is_agency=True, day=day)
    assert found is not None
    found = agencies.refusal_to_accredit(agreed_until=date(2028, 9, 30), until_on=until, day=day, accredited=False)
    assert found is not None
