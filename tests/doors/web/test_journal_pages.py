"""The journal at the desk: found by any reference, closed to everybody else, and a retry for what was set aside."""

from __future__ import annotations

import pytest

from fondouk.engines.events import journal
from fondouk.kit.actor import Actor
from tests import trade
from tests.cast import Cast
from tests.clock import AT
from tests.doors.web.test_trade_pages import signed_in

pytestmark = pytest.mark.django_db
PAGE = "/en/desk/journal/"


def test_what_happened_is_found_by_reference_person_company_name_and_day(cast: Cast) -> None:
    order = trade.signed(cast)
    desk = signed_in(cast.operator)
    spoken = order.reference.lower().replace("-", " ")
    for query in (order.reference, spoken, cast.argan.owner.reference, cast.chicago.reference, "orders.contract"):
        assert "orders.contract.signed" in desk.get(PAGE, {"q": query}).content.decode(), query
    assert "orders.contract.signed" in desk.get(PAGE, {"q": order.reference, "on": "2026-11-23"}).content.decode()
    assert "Nothing found" in desk.get(PAGE, {"q": order.reference, "on": "2020-01-01"}).content.decode()


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "\x00' OR 1=1 --"}, {"q": "\u202e" + "x" * 10_000}, {"on": "2026-13-45"}, {"before": "-1"},
        {"before": "9" * 40}, {"before": "٣"}, {"q": "ORD-"}, {"q": "🌿"},
    ],
)  # fmt: skip
def test_whatever_is_typed_is_answered(cast: Cast, asked: dict[str, str]) -> None:
    assert signed_in(cast.operator).get(PAGE, asked).status_code == 200


def test_pages_go_back_in_time(cast: Cast) -> None:
    for number in range(60):
        journal.record(f"test.{number:02}", subject="T", parties=[], by=Actor.system("test"), at=AT)
    desk = signed_in(cast.operator)
    first = desk.get(PAGE, {"q": "test."}).content.decode()
    assert "test.59" in first
    assert "test.09" not in first
    before = journal.search("test.", limit=50)[-1].id
    assert f"before={before}" in first
    assert "test.09" in desk.get(PAGE, {"q": "test.", "before": before}).content.decode()


def test_nobody_else_reads_it(cast: Cast) -> None:
    clerk = cast.operator.clerk_person
    for client, status in (
        (signed_in(cast.argan), 404),
        (signed_in(cast.agency), 404),
        (signed_in(cast.operator, clerk), 403),
    ):
        assert client.get(PAGE).status_code == status
        assert client.post(f"{PAGE}1/retry/").status_code == status


def test_what_was_set_aside_is_tried_again_by_hand(cast: Cast, django_assert_max_num_queries: object) -> None:
    trade.inquiry(cast)
    news = journal.unread("notifications")[0]
    for _turn in range(journal.TRIES_MAX):
        journal.failed(news, "KeyError: 'product'", at=AT)
    desk = signed_in(cast.operator)
    for language in ("en", "fr", "ar"):
        assert "KeyError" in desk.get(PAGE.replace("/en/", f"/{language}/")).content.decode()
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        desk.get(PAGE)
    assert desk.post(f"{PAGE}{news.unread_id}/retry/", {"once": "k"}).status_code == 302
    assert journal.set_aside() == []
    answer = desk.post(f"{PAGE}{news.unread_id}/retry/", follow=True)
    assert "does not wait any more" in answer.content.decode()
