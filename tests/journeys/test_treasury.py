"""The treasury's desk in a real browser: every page with rows in it, both directions, both widths."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from unittest import mock

import pytest
from django.db import transaction

from fondouk.market.orders import commands as orders
from fondouk.market.treasury.models import Payout, Statement
from tests import trade
from tests.cast import Cast, assemble
from tests.clock import AT
from tests.market.treasury import bank
from tests.market.treasury import test_payouts as steps
from tests.market.treasury.bank import credit, debit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def at_work(transactional_db: None) -> Cast:
    """A payout with the bank, one to approve, three entries in suspense, a debt without an account."""
    cast = assemble()
    with transaction.atomic():
        order = steps.released(cast)
        row = steps.filed(cast)
        bank.imported(
            cast, credit("12400.00", "ARGAN OIL INVOICE 26-118", party="Northside Provisions Inc."),
            credit("312.50", trade.milestone(order, 2).creditor_reference, reference="B-4", party="Dana Whitfield"),
            debit("18.00", "FEES NOVEMBER", reference="B-5"), opening="9040.00", number=2,
        )  # fmt: skip
        orders.record_delivered(order=order.reference, delivered_at=AT, by=cast.chicago.actor, at=AT)
        orders.accept_goods(order=order.reference, by=cast.chicago.actor, at=AT)
        steps.built(cast)
        assert row.state == "FILED"
    return cast


@pytest.mark.parametrize(("language", "width"), [("en", "desktop"), ("ar", "phone")])
def test_every_page(visitor: Any, at_work: Cast, language: str, width: str) -> None:
    with mock.patch("fondouk.doors.clock.now", return_value=AT + timedelta(days=3)):
        someone = visitor(width, language=language)
        someone.sign_in(at_work.operator.owner)
        built, statement = Payout.objects.get(state="BUILT"), Statement.objects.latest("id")
        for path in ("treasury/", "statements/", f"statements/{statement.reference}/", "suspense/", "payouts/",
                     f"payouts/{built.reference}/"):  # fmt: skip
            someone.go(f"/{language}/desk/{path}")
            name = path.split("/")[0] + ("-one" if path.count("/") > 1 else "")
            someone.check(f"treasury-{name}-{language}-{width}")
        khadija = visitor(width, language=language)
        khadija.sign_in(at_work.argan.owner)
        for path, name in (("payouts/", "list"), (f"payouts/{built.reference}/", "one")):
            khadija.go(f"/{language}/sell/{path}")
            khadija.check(f"treasury-own-{name}-{language}-{width}")
