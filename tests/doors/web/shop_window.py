"""Goods of two suppliers, and a pavilion under an agreement that shows some of them."""

from datetime import date

import pytest
from django.db import transaction

from fondouk.market.agencies import commands as agencies
from fondouk.market.pavilions import commands as pavilions
from tests.market.discovery import goods


@pytest.fixture
def shop_window(shelves, cast, at):
    """Goods of two suppliers and an open pavilion."""
    with transaction.atomic():
        made = goods.publish(cast.ceramics, 4, sku="A") + goods.publish(cast.argan, 4, sku="B")
    goods.read_and_index()
    with transaction.atomic():
        row = agencies.propose_agreement(
            agency=cast.agency.reference, country="MA", from_on=date(2020, 1, 1), until_on=date(2040, 1, 1),
            by=cast.operator.actor, at=at,
        )  # fmt: skip
        agencies.sign_agreement(agreement=row.reference, by=cast.agency.actor, at=at)
        agencies.sign_agreement(agreement=row.reference, by=cast.operator.actor, at=at)
        page = pavilions.open_pavilion(
            country="MA", slug="morocco", texts={"en": {"lead": "Oils and bowls."}}, by=cast.agency.actor, at=at
        )
        pavilions.arrange_collection(
            pavilion=page.reference, slug="first", texts={"en": {"title": "First goods"}}, products=made[:3],
            by=cast.agency.actor, at=at,
        )  # fmt: skip
        return row
