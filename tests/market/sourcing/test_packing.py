"""An offer whose supplier left weights open is carried by the packing of its product."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from fondouk.market.catalogue.models import Product
from fondouk.market.sourcing import commands, packing
from fondouk.market.sourcing.terms import Cargo, OfferLine
from tests import trade
from tests.cast import Cast
from tests.clock import AT
from tests.market.catalogue import offers

pytestmark = pytest.mark.django_db

D = Decimal


@pytest.fixture
def product(cast: Cast) -> Product:
    offers.shelves()
    made = offers.published(cast.argan)
    Product.objects.filter(pk=made.pk).update(
        unit_net_kg=D(1), units_per_package=D(25), package_length_cm=D(40), package_width_cm=D(30),
        package_height_cm=D(30), package_gross_kg=D("26.5"),
    )  # fmt: skip
    made.refresh_from_db()
    return made


def test_what_is_left_open_is_worked_out_from_the_packing(product: Product) -> None:
    filled = packing.completed(trade.offer(product.reference)).cargo
    assert (filled.packages, filled.gross_kg, filled.volume_m3) == (16, D(424), D("0.576"))


def test_what_the_supplier_said_stands(product: Product) -> None:
    said = replace(trade.offer(product.reference), cargo=Cargo(packages=2, gross_kg=D(500)))
    filled = packing.completed(said).cargo
    assert (filled.packages, filled.gross_kg, filled.volume_m3) == (2, D(500), D("0.576"))


@pytest.mark.parametrize("change", [{"product": ""}, {"unit": "C62"}, {"product": "PRD-0000-0000"}, {"quantity": D(0)}])
def test_goods_whose_packing_is_not_known_stay_open(product: Product, change: dict[str, object]) -> None:
    offer = trade.offer(product.reference)
    odd = replace(offer, lines=(offer.lines[0], replace(offer.lines[0], **change)))
    assert packing.completed(odd).cargo == Cargo()


def test_two_lines_travel_together(product: Product) -> None:
    offer = trade.offer(product.reference)
    more = OfferLine("More of it", D(30), "KGM", D(20), product.reference, "151590", "MA")
    filled = packing.completed(replace(offer, lines=(*offer.lines, more))).cargo
    assert (filled.packages, filled.gross_kg) == (18, D(477))


def test_a_quotation_left_open_says_what_carriage_costs_and_follows_its_quantity(cast: Cast, product: Product) -> None:
    trade.holder(cast)
    asked = commands.open_inquiry(
        product=product.reference, quantity=D(400), destination="USNYC", message="Your price?", by=cast.chicago.actor,
        at=AT,
    )  # fmt: skip
    made = commands.submit_quotation(
        inquiry=asked.reference, offer=trade.offer(product.reference), by=cast.argan.actor, at=AT
    )
    version = made.versions.get(version=1)
    assert version.cargo["packages"] == 16
    client = Client()
    client.force_login(cast.argan.owner)
    page = client.get(reverse("sell_quote", args=[asked.reference]))
    assert page.context is None or page.status_code == 200
    words = page.content.decode()
    assert 'name="packages" value="16"' not in words
    assert "worked out from the packing" in words
