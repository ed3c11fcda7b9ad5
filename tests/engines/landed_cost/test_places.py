"""Where the named place lies decides what the buyer still has to carry: from town, airport or port to the ship."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from fondouk.engines.landed_cost import estimate
from fondouk.engines.landed_cost.estimate import Estimate, GoodsLine, Shipment

ON = date(2026, 11, 23)


def worked(incoterm: str, place: str, mode: str | None = "LCL", **more: object) -> Estimate:
    """A tonne of oil from there to New York."""
    line = GoodsLine("1515908190", Decimal(10), Decimal(1000), "KGM", Decimal(1000), {}, True)
    shipment = Shipment(
        "here", "US", "MA", incoterm, place, "USD", (line,), port="USNYC", mode=mode,
        gross_kg=Decimal(1100), volume_m3=Decimal("1.6"), entry_on=ON, **more,  # type: ignore[arg-type]
    )  # fmt: skip
    (found,) = estimate.many([shipment], on=ON)
    return found


def inland(found: Estimate) -> list[Decimal | None]:
    return [line.amount for line in found.lines if line.kind == "inland"]


@pytest.mark.django_db
@pytest.mark.parametrize("place", ["MARAK", "MAFEZ", "MATTU", "MASFI", "MANDR", "MATNG", "MACMN", "MATRD"])
def test_goods_handed_over_elsewhere_than_at_the_ship_are_carried_there(reference_data: None, place: str) -> None:
    """Marrakech has an airport and Safi a port, and neither is where this ship leaves from."""
    found = worked("FCA", place)
    assert inland(found) == [Decimal("120.00")], place
    assert "origin_port_assumed" in {one.code for one in found.assumptions}


@pytest.mark.django_db
@pytest.mark.parametrize(("place", "mode"), [("MACAS", "LCL"), ("MAAGA", "FCL20"), ("MARAK", "air"), ("MACMN", "air")])
def test_goods_handed_over_at_the_ship_or_aircraft_are_not(reference_data: None, place: str, mode: str) -> None:
    assert inland(worked("FCA", place, mode)) == []


@pytest.mark.django_db
def test_a_code_that_leaves_its_line_open_is_shown_as_given(reference_data: None) -> None:
    """Both lines of 1509.20 are free by preference: neither of them is said to be the goods' own."""
    line = GoodsLine("150920", Decimal(10), Decimal(1000), "KGM", Decimal(1000), {}, True)
    (found,) = estimate.many(
        [Shipment("here", "US", "MA", "FOB", "MAAGA", "USD", (line,), port="USNYC", entry_on=ON)], on=ON
    )
    assert [one.heading for one in found.lines if one.kind == "duty_preference"] == ["150920"]
