"""What an offer promised at the door is kept, and a changed law is told to both sides with the difference in money."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from importlib.resources import files

import pytest
from django.core import mail

from fondouk.doors.ops.readers import read_all
from fondouk.engines.events.models import Event
from fondouk.engines.landed_cost import estimate
from fondouk.engines.landed_cost.estimate import GoodsLine, Shipment
from fondouk.engines.tables import scope
from fondouk.kit.actor import Actor
from fondouk.market.notifications import commands as notifications
from fondouk.market.notifications.models import Notice
from fondouk.market.orders import contract_text
from fondouk.market.reference import commands as reference
from fondouk.market.sourcing import commands, promise, promised
from fondouk.market.sourcing.models import CostAlert, Quotation
from fondouk.market.sourcing.terms import Cargo
from tests import trade
from tests.cast import Cast
from tests.clock import AT, later
from tests.engines.landed_cost.conftest import loaded_reference_data

__all__ = ["loaded_reference_data"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded_reference_data")]
ON = AT.date()
D = Decimal
BY = Actor.system("test")


def layer(rate: str, valid_from: str) -> str:
    """The additional duty in force, at another rate from a day on."""
    text = (files("fondouk.doors.demo") / "data" / "us_layers.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    row = next(one for one in rows if one["heading"] == "9903.05.56")
    out = io.StringIO()
    made = csv.DictWriter(out, fieldnames=list(row))
    made.writeheader()
    made.writerow(row | {"rate": rate, "valid_from": valid_from, "valid_until": ""})
    return out.getvalue()


def load(content: str, at=AT):
    """Load a change of the law and let the readers read."""
    found = reference.load_measures(content=content, name="a change", by=BY, at=at)
    read_all(at)
    return found


def offered(cast: Cast, incoterm: str = "FCA", place: str = "MAAGA") -> Quotation:
    """An offer with its cargo, so that freight is known too."""
    trade.holder(cast)
    asked = trade.inquiry(cast)
    offer = replace(
        trade.offer(asked.product.reference), incoterm=incoterm, place_code=place,
        cargo=Cargo(packages=16, gross_kg=D(424), volume_m3=D("1.2")),
    )  # fmt: skip
    return commands.submit_quotation(inquiry=asked.reference, offer=offer, by=cast.argan.actor, at=AT)


@pytest.mark.parametrize(
    ("incoterm", "place"), [("FCA", "MAAGA"), ("EXW", "MAAGA"), ("CIF", "USNYC"), ("DAP", "USNYC"), ("DDP", "USNYC")]
)
def test_nothing_is_said_while_the_law_stays_as_it_was(cast: Cast, incoterm: str, place: str) -> None:
    quotation = offered(cast, incoterm, place)
    found = promised.promised(quotation.reference, company=cast.chicago.id, on=ON)
    assert found is not None
    assert found.since is not None
    assert not found.since.any
    assert found.total_then == found.total_now
    assert found.arrival_on is not None
    assert found.arrival_on >= ON + timedelta(days=14)
    assert found.snapshot is not None
    assert found.snapshot["goods"] == [["15159081", True, False]]


def test_a_changed_law_is_told_under_a_price_that_holds_the_duty(cast: Cast) -> None:
    """Nothing is counted under DDP, and without a way of transport nothing is known: the rate itself has changed."""
    quotation = offered(cast, "DDP", "USNYC")
    load(layer("15%", "2026-11-20"), at=later(hours=2))
    alert = CostAlert.objects.get()
    assert alert.quotation_id == quotation.pk
    (change,) = alert.changes
    assert (change["kind"], change["rate_then"], change["rate_now"]) == ("layer", "12.5%", "15%")
    assert (change["then"], change["now"], alert.difference) == (None, None, D(0))


def test_what_the_law_takes_out_of_a_price_that_holds_the_duty() -> None:
    """By sea at 9,040.00 all in: the value shrinks as the layer grows, so it adds less than 2.5 points of the old."""
    asked = Shipment(
        "x", "US", "MA", "DDP", "USNYC", "USD", (GoodsLine("15159081", D("22.60"), D(400), "KGM", D(400), {}, True),),
        port="USNYC", mode="LCL",
    )  # fmt: skip
    (found,) = estimate.many([asked], on=ON)
    snapshot = promise.frozen(found, asked, on=ON, lead_days=10)
    assert not promise.since(snapshot, asked, on=ON).any
    load(layer("15%", "2026-11-20"), at=later(hours=2))
    changes = {one.kind: one for one in promise.since(snapshot, asked, on=ON).now}
    # (9,040 - 34.58) / 1.12625 = 7,996 * 12.5 % = 999.50; at 15 % the value is (9,040 - 34.58) / 1.15125 = 7,822
    assert changes["layer"].then == D("999.50")
    assert D(160) < changes["layer"].difference < D(180)
    assert "duty" not in changes


def test_a_changed_law_is_told_to_both_sides_with_the_money(cast: Cast) -> None:
    quotation = offered(cast)
    mail.outbox.clear()
    load(layer("15%", "2026-11-20"), at=later(hours=2))
    alert = CostAlert.objects.get()
    assert (alert.quotation_id, alert.version, alert.difference) == (quotation.pk, 1, D("226.00"))  # 2.5 % of 9,040.00
    (change,) = alert.changes
    assert (change["heading"], change["rate_then"], change["rate_now"]) == ("9903.05.56", "12.5%", "15%")
    told = Notice.objects.filter(event="sourcing.quotation.cost_changed")
    assert {one.company_id for one in told} == {cast.chicago.id, cast.argan.id}
    assert all("+226.00" in one.values["difference"] for one in told)
    for one in told:
        notifications.mail_notice(notice=one.reference, by=BY, at=later(hours=2))
    assert all("226.00" in message.subject for message in mail.outbox)
    assert promised.alerts_of(cast.argan.id, side="supplier")[0].quotation == quotation.reference
    assert promised.alerts_of(cast.rival.id, side="supplier") == []
    with scope.as_company(cast.rival.id):
        assert CostAlert.objects.count() == 0


def test_a_new_version_promises_anew(cast: Cast) -> None:
    quotation = offered(cast)
    load(layer("15%", "2026-11-20"))
    commands.submit_quotation(
        inquiry=quotation.inquiry.reference, offer=trade.offer(quotation.inquiry.product.reference),
        by=cast.argan.actor, at=later(hours=3),
    )  # fmt: skip
    assert promised.alerts_of(cast.argan.id, side="supplier") == []
    found = promised.promised(quotation.reference, company=cast.argan.id, on=ON)
    assert found is not None
    assert found.since is not None
    assert (found.version, found.since.any) == (2, False)
    kept = promised.promised(quotation.reference, company=cast.argan.id, on=ON, version=1)
    assert kept is not None
    assert kept.since is not None
    assert promise.total(kept.since.now) == D("226.00")


def test_a_change_that_begins_before_the_arrival_is_told_though_today_is_the_same(cast: Cast) -> None:
    offered(cast)
    load(layer("20%", (ON + timedelta(days=5)).isoformat()))
    alert = CostAlert.objects.get()
    assert alert.changes == []
    assert [one["rate_now"] for one in alert.arrival] == ["20%"]
    assert alert.difference == D("678.00")  # 7.5 % of 9,040.00


def test_what_is_known_to_change_before_arrival_is_frozen_with_the_offer(cast: Cast) -> None:
    reference.load_measures(content=layer("20%", (ON + timedelta(days=5)).isoformat()), name="x", by=BY, at=AT)
    quotation = offered(cast)
    found = promised.promised(quotation.reference, company=cast.chicago.id, on=ON)
    assert found is not None
    assert [(one.rate_then, one.rate_now) for one in found.before_arrival] == [("12.5%", "20%")]
    assert not (found.since and found.since.any)


def test_an_undone_change_is_told_as_well(cast: Cast) -> None:
    offered(cast)
    made = load(layer("15%", "2026-11-20"))
    reference.undo_load(reference=made.reference, by=BY, at=later(hours=1))
    read_all(later(hours=1))
    newest = CostAlert.objects.order_by("-pk").first()
    assert newest is not None
    assert (CostAlert.objects.count(), newest.difference) in {(2, D(0)), (1, D("226.00"))}
    assert promised.alerts_of(cast.argan.id, side="supplier") == [] or CostAlert.objects.count() == 1


def test_other_goods_other_markets_and_ended_offers_are_left_alone(cast: Cast) -> None:
    quotation = offered(cast)
    head = "destination,kind,hs,rate,currency,valid_from,valid_until,source\n"
    load(head + "US,mfn,69120048,11%,USD,2026-11-01,,a test\n")
    load(head + "CA,mfn,15159099,11%,CAD,2026-11-01,,a test\n")
    assert CostAlert.objects.count() == 0
    commands.withdraw_quotation(quotation=quotation.reference, by=cast.argan.actor, at=later(hours=1))
    load(layer("15%", "2026-11-20"), at=later(hours=2))
    assert CostAlert.objects.count() == 0
    assert not Event.objects.filter(name="sourcing.quotation.cost_changed").exists()


def test_strangers_see_no_promise(cast: Cast) -> None:
    quotation = offered(cast)
    assert promised.promised(quotation.reference, company=cast.rival.id, on=ON) is None
    assert promised.promised("QUO-0000-0000", company=cast.chicago.id, on=ON) is None


def test_the_plan_goes_the_way_whose_cost_was_promised(cast: Cast) -> None:
    order = trade.proposed(cast)
    days = {}
    for mode in ("", "LCL"):
        order.estimate = {"mode": mode}
        days[mode] = contract_text.transit_days(order, AT.date())
    assert days["LCL"] is not None
    assert days["LCL"] > (days[""] or 0)  # a courier is quicker, and not what was promised
