"""A signed order's tasks: drawn once from what was in force, done by the side that owes them, late past their day."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest

from fondouk.doors.ops import readers
from fondouk.engines.files import store
from fondouk.engines.requirements import checklist
from fondouk.engines.tables import scope
from fondouk.kit.refusal import Refused
from fondouk.market.catalogue import commands as catalogue
from fondouk.market.companies import commands as companies
from fondouk.market.orders import commands as orders
from fondouk.market.orders.models import Order
from fondouk.market.readiness import commands, queries
from fondouk.market.readiness.models import Task
from tests import trade
from tests.cast import Cast, Party
from tests.clock import AT
from tests.market.catalogue import offers
from tests.market.readiness.conftest import requirement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("needs")]


def signed(cast: Cast) -> Order:
    """Signed, and the news read."""
    order = trade.signed(cast)
    readers.read_all(AT)
    return order


def the(code: str) -> Task:
    return Task.objects.get(requirement=code)


def finish(code: str, party: Party, **said: str) -> Task:
    return commands.complete_task(task=the(code).reference, by=party.actor, at=AT, **{"note": "FEI 3017", **said})


def test_tasks_are_drawn_with_their_days_and_once(cast: Cast) -> None:
    order = signed(cast)
    shipped = date.fromisoformat(order.plan["shipped"])
    assert [(one.requirement, one.side, one.due_on) for one in Task.objects.order_by("position")] == [
        ("REGISTRATION", "supplier", shipped - timedelta(days=10)), ("LABEL", "supplier", shipped - timedelta(days=3)),
        ("FILING", "buyer", None),
    ]  # fmt: skip
    commands.draw_tasks(order=order.reference, by=cast.operator.actor, at=AT)
    assert Task.objects.count() == 3
    assert queries.tasks_of(order.reference)[0].name("fr") == "REGISTRATION requis"


def test_what_should_have_been_there_before_the_signature_is_due_at_once(cast: Cast) -> None:
    """A registration takes 120 days, the goods leave in 19: no task is late the moment it is drawn."""
    checklist.enter([requirement("REGISTRATION", days_before=120)], load="", by="system:test", at=AT)
    signed(cast)
    assert the("REGISTRATION").due_on == AT.date()


def test_a_later_change_leaves_the_order_as_it_was_signed(cast: Cast) -> None:
    signed(cast)
    checklist.enter([requirement("LABEL", names={"en": "Another label"})], load="", by="system:test", at=AT)
    assert the("LABEL").names["en"] == "LABEL needed"


def test_what_the_product_has_is_done_already(cast: Cast) -> None:
    order = trade.proposed(cast)
    commands.mark_requirement(
        product=order.product.reference, requirement="LABEL", state="DONE", note="Proof of 12 May", by=cast.argan.actor,
        at=AT,
    )  # fmt: skip
    for side in (cast.argan, cast.chicago):
        orders.sign_contract(order=order.reference, contract_hash=order.contract_hash, by=side.actor, at=AT)
    readers.read_all(AT)
    assert (the("LABEL").note, the("LABEL").done_at) == ("Proof of 12 May", AT)
    assert the("REGISTRATION").done_at is None


def test_a_certificate_of_the_product_answers_its_task(cast: Cast) -> None:
    made = companies.add_evidence(
        kind="certificate", scheme="organic_usda", number="US-77", valid_from=AT.date(),
        valid_until=AT.date() + timedelta(days=200), file="FIL-0000-0000", by=cast.argan.actor, at=AT,
    )  # fmt: skip
    companies.check_evidence(evidence=made.reference, outcome="ACCEPTED", by=cast.operator.actor, at=AT)
    order = trade.proposed(cast)
    catalogue.change_product(
        product=order.product.reference, entry=offers.entry(certificates=(made.reference,)), by=cast.argan.actor, at=AT
    )
    for side in (cast.argan, cast.chicago):
        orders.sign_contract(order=order.reference, contract_hash=order.contract_hash, by=side.actor, at=AT)
    readers.read_all(AT)
    assert the("REGISTRATION").note == "USDA Organic US-77"
    assert the("REGISTRATION").done_at is not None
    assert the("LABEL").done_at is None


def test_each_side_does_its_own(cast: Cast) -> None:
    signed(cast)
    assert finish("LABEL", cast.argan).done_by == cast.argan.actor.person
    assert finish("FILING", cast.chicago).note == "FEI 3017"
    for code, party, refusal in (
        ("REGISTRATION", cast.chicago, "task.other"), ("FILING", cast.argan, "task.other"),
        ("REGISTRATION", cast.rival, "task.unknown"), ("LABEL", cast.argan, "task.done"),
    ):  # fmt: skip
        with pytest.raises(Refused) as refused:
            finish(code, party)
        assert refused.value.code == refusal


def test_a_task_is_not_done_without_anything_to_show(cast: Cast) -> None:
    signed(cast)
    for said, code in (({"note": " "}, "task.proof"), ({"note": "x" * 301}, "readiness.long"),
                       ({"file": "FIL-0000-0000"}, "task.file")):  # fmt: skip
        with pytest.raises(Refused) as refused:
            finish("LABEL", cast.argan, **said)
        assert refused.value.code == code
    with pytest.raises(Refused):
        finish("LABEL", cast.argan, file=_file(cast.rival))
    assert finish("LABEL", cast.argan, note="", file=_file(cast.argan)).file


def _file(party: Party) -> str:
    return store.receive(
        io.BytesIO(b"%PDF-1.7\n%%EOF\n"), "attachment", owner=party.id, by=party.actor, at=AT, name="label.pdf"
    ).reference


def test_a_task_can_be_opened_again(cast: Cast) -> None:
    signed(cast)
    finish("LABEL", cast.argan)
    commands.reopen_task(task=the("LABEL").reference, by=cast.argan.actor, at=AT)
    assert (the("LABEL").done_at, the("LABEL").note) == (None, "FEI 3017")
    with pytest.raises(Refused):
        commands.reopen_task(task=the("LABEL").reference, by=cast.argan.actor, at=AT)


def test_late_tasks_are_counted_by_order_for_the_side_that_owes_them(cast: Cast) -> None:
    order = signed(cast)
    due = the("REGISTRATION").due_on
    assert due is not None
    assert queries.late_tasks(cast.argan.id, side="supplier", on=due) == []
    (late,) = queries.late_tasks(cast.argan.id, side="supplier", on=due + timedelta(days=8))
    assert (late.order, late.count, late.due_on) == (order.reference, 2, due)
    assert queries.late_tasks(cast.chicago.id, side="buyer", on=due + timedelta(days=90)) == []
    finish("REGISTRATION", cast.argan)
    finish("LABEL", cast.argan)
    assert queries.late_tasks(cast.argan.id, side="supplier", on=due + timedelta(days=8)) == []


def test_tasks_are_seen_by_the_parties_alone(cast: Cast) -> None:
    order = signed(cast)
    for party, seen in ((cast.argan, 3), (cast.chicago, 3), (cast.rival, 0), (cast.montreal, 0), (cast.agency, 0)):
        with scope.as_company(party.id):
            assert len(queries.tasks_of(order.reference)) == seen
