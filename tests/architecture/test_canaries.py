"""Words planted in every private field of a trade are found by nobody else: on no page, under no address, in no row.

The trade is made by commands; then each text of a row that row-level security guards, and of drafts and notes, is
overwritten with a word of its own. Outsiders of every kind then ask every page they may reach, with no reference and
with each real one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.test import Client

from fondouk.doors.ops import readers
from fondouk.engines.tables import scope
from fondouk.market.catalogue import commands as catalogue
from fondouk.market.companies import commands as companies
from fondouk.market.companies.models import Member
from fondouk.market.conversations import commands as conversations
from fondouk.market.discovery import commands as discovery
from fondouk.market.notifications.models import Notice
from fondouk.market.orders import commands as orders
from fondouk.market.orders.models import Order
from tests import trade
from tests.architecture.test_routes import AREAS, ROUTES, Route, client_of
from tests.cast import Cast, Party
from tests.clock import AT
from tests.market.catalogue import offers
from tests.market.catalogue.test_bills import BILL
from tests.market.shipments import sending

pytestmark = pytest.mark.django_db
CANARY = "qzk7351w"
#: What the code reads as a name of something else, and so cannot hold a word.
CODES = ("reference", "language", "kind", "hash", "password", "slug")
OUTSIDERS = ("ceramics", "montreal", "partner", "agency", "inspector", "forwarder")


@pytest.fixture
def planted(cast: Cast) -> dict[str, list[str]]:
    """Table → its columns that now hold a planted word, after a trade full of private things."""
    order = sending.paid(cast)
    sending.sent(cast, order)
    orders.open_claim(milestone=trade.milestone(order, 2).reference, words="leaks", by=cast.chicago.actor, at=AT)
    trade.account_of_supplier(cast)
    conversations.post_message(conversation=order.conversation, body="between us", by=cast.chicago.actor, at=AT)
    catalogue.save_bill(entry=BILL, by=cast.argan.actor, at=AT)
    companies.add_evidence(kind="identity", by=cast.argan.actor, at=AT, valid_from=AT.date(), issuer="OMPIC",
                           number="RC 1", file=offers.upload(cast.argan, kind="evidence"))  # fmt: skip
    offers.draft(cast.argan, sku="SECRET-1")
    readers.read_all(AT)
    discovery.save_product(product=order.product.reference, note="ours", by=cast.chicago.actor, at=AT)
    return _plant()


def _plant() -> dict[str, list[str]]:
    places: dict[str, list[str]] = {}
    for model in _private():
        for column in _texts(model):
            if _written(model, column):
                places.setdefault(model._meta.db_table, []).append(column)
    return places


def _private() -> list[type[models.Model]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity")
        guarded = {name for (name,) in cursor.fetchall()}
    return [one for one in apps.get_models() if one._meta.db_table in guarded | {"saved_product"}]


def _texts(model: type[models.Model]) -> Iterator[str]:
    for field in model._meta.concrete_fields:
        wide = isinstance(field, models.TextField) or (isinstance(field, models.CharField) and field.max_length >= 12)
        if wide and not field.choices and not any(part in field.name for part in CODES):
            yield field.name


def _written(model: type[models.Model], column: str) -> bool:
    """Whether the database takes the word there and a row holds it now."""
    try:
        with transaction.atomic():
            return bool(model._default_manager.update(**{column: CANARY}))
    except DatabaseError:
        return False  # a checked code, or a table that only grows


def test_enough_is_planted_and_seen_by_its_own_people(cast: Cast, planted: dict[str, list[str]]) -> None:
    """Else the tests below prove nothing."""
    for side, party in (("buy", cast.chicago), ("sell", cast.argan)):
        order = Order.objects.get().reference
        assert CANARY.encode() in _body(client_of(party.owner).get(f"/en/{side}/orders/{order}/"))
    must = {"conversations_message", "sourcing_inquiry", "order_", "orders_claim", "shipments_shipment", "stored_file",
            "companies_bankaccount", "companies_evidence", "catalogue_billmaterial", "saved_product"}  # fmt: skip
    assert must <= set(planted)
    assert sum(map(len, planted.values())) > 60


@pytest.mark.parametrize("outsider", OUTSIDERS)
def test_no_row_is_read_by_another_company(cast: Cast, planted: dict[str, list[str]], outsider: str) -> None:
    found = []
    with scope.as_company(getattr(cast, outsider).id), connection.cursor() as cursor:
        for table in planted.keys() - {"saved_product"}:  # a person's own: no company's policy
            for column in planted[table]:
                cursor.execute(f'SELECT count(*) FROM {table} WHERE "{column}"::text = %s', [CANARY])
                found += [(table, column)] if cursor.fetchone()[0] else []
    assert found == []


@pytest.mark.parametrize("outsider", [*OUTSIDERS, "a stranger", "nobody"])
def test_no_page_shows_it_to_another(cast: Cast, planted: dict[str, list[str]], outsider: str) -> None:
    party = getattr(cast, outsider, None)
    client = _client(cast, outsider)
    references = _references()
    shown, broken = [], []
    for route in ROUTES:
        if route.is_library or not _reached(route, party, outsider):
            continue
        for value in references if route.kwargs else [""]:
            answer = client.get(route.address(value))
            if answer.status_code == 500:
                broken.append((route.name, value))
            elif CANARY.encode() in _body(answer):
                shown.append((route.name, value))
    assert broken == []
    assert shown == []


def _client(cast: Cast, outsider: str) -> Client:
    if outsider == "nobody":
        return Client(raise_request_exception=False)
    party = getattr(cast, outsider, None)
    return client_of(party.owner if isinstance(party, Party) else cast.stranger_person)


def _reached(route: Route, party: Any, outsider: str) -> bool:
    """Their own area, and pages of no area; those with references as nobody alone, because they are many."""
    if route.area not in AREAS:
        return not route.kwargs or outsider == "nobody"
    return isinstance(party, Party) and bool(set(party.company.capacities) & AREAS[route.area])


def _references() -> list[str]:
    """One real reference of every table with private rows."""
    found = []
    for model in _private():
        if any(field.name == "reference" for field in model._meta.concrete_fields):
            row = model._default_manager.order_by("-pk").values_list("reference", flat=True).first()
            found += [str(row)] if row else []
    return found


def _body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_nobody_else_is_told(cast: Cast, planted: dict[str, list[str]]) -> None:
    """News of the trade reach its own people and the operator's alone."""
    sides = [cast.argan.id, cast.chicago.id, cast.operator.id]
    people = set(Member.objects.filter(company_id__in=sides).values_list("person_id", flat=True))
    told = set(Notice.objects.values_list("person_id", flat=True))
    assert told
    assert told <= people
