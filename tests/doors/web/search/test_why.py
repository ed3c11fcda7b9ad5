"""The operator's page that explains places; nobody else's."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.market.discovery import goods
from tests.market.discovery.conftest import shelves

__all__ = ["shelves"]

pytestmark = pytest.mark.both_engines


def test_the_operator_reads_why(shelves: Cast, client: Client) -> None:
    goods.publish(shelves.argan, 3)
    goods.read_and_index()
    client.force_login(shelves.operator.owner)
    answer = client.get("/en/desk/search/?q=argan+oil")
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Readiness" in text
    assert "argan" in text
    with CaptureQueriesContext(connection) as seen:
        client.get("/en/desk/search/?q=oil")
    assert len(seen) <= 16


def test_nobody_else_does(shelves: Cast, client: Client) -> None:
    assert client.get("/en/desk/search/?q=argan").status_code == 302
    client.force_login(shelves.chicago.owner)
    assert client.get("/en/desk/search/?q=argan").status_code == 404
