"""What goods need, on every page that tells it: product, calculator, supplier's list, order, operator's desk, home."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from fondouk.doors import clock, demo
from fondouk.doors.ops import readers
from fondouk.engines.requirements import checklist
from fondouk.market.orders.models import Order
from fondouk.market.readiness.models import Mark, Task
from tests import trade
from tests.cast import Cast, Party
from tests.clock import AT
from tests.market.catalogue import offers
from tests.market.readiness.conftest import needs, requirement

__all__ = ["needs"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("needs")]


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are read on the day of the tests."""
    monkeypatch.setattr(clock, "now", lambda: AT)


def of(party: Party, person: object = None) -> Client:
    client = Client()
    client.force_login(person or party.owner)  # type: ignore[arg-type]
    return client


def product(cast: Cast) -> str:
    offers.shelves()
    return offers.published(cast.argan).reference


def signed(cast: Cast) -> Order:
    order = trade.signed(cast)
    readers.read_all(AT)
    return order


def test_the_supplier_marks_and_the_buyer_reads(cast: Cast) -> None:
    reference = product(cast)
    client = of(cast.argan)
    address = reverse("sell_product_readiness", args=[reference])
    page = client.get(address).content.decode()
    assert "LABEL needed" in page
    assert "FILING needed" in page
    assert "ELSEWHERE needed" not in page
    mark = reverse("sell_readiness_mark", args=[reference])
    assert client.post(mark, {"requirement": "LABEL", "state": "DONE", "note": "Proof <b>7</b>"}).status_code == 302
    shown = Client().get(f"/en/p/{reference}/organic-argan-oil-cold-pressed/").content.decode()
    assert "What entering the United States needs" in shown
    assert "Proof &lt;b&gt;7&lt;/b&gt;" in shown
    assert "the supplier has 1 of its 2 ready" in shown
    assert client.post(reverse("sell_readiness_unmark", args=[reference]), {"requirement": "LABEL"}).status_code == 302
    assert Mark.objects.filter(withdrawn_at=None).count() == 0
    assert "of 2 done" in client.get(reverse("sell_product", args=[reference])).content.decode()


def test_a_mark_without_proof_keeps_what_was_typed(cast: Cast) -> None:
    reference = product(cast)
    mark = reverse("sell_readiness_mark", args=[reference])
    answer = of(cast.argan).post(mark, {"requirement": "LABEL", "state": "NOT_NEEDED", "note": " "})
    assert answer.status_code == 422
    assert "Write why it is not needed" in answer.content.decode()
    long = of(cast.argan).post(mark, {"requirement": "LABEL", "state": "DONE", "note": "y" * 500})
    assert long.status_code == 422
    assert "yyyy" in long.content.decode()


def test_strangers_find_no_list_and_viewers_no_form(cast: Cast) -> None:
    reference = product(cast)
    address = reverse("sell_product_readiness", args=[reference])
    assert of(cast.rival).get(address).status_code == 404
    assert of(cast.chicago).get(address).status_code == 404
    assert of(cast.rival).post(reverse("sell_readiness_mark", args=[reference]), {"state": "DONE"}).status_code in (
        404,
        422,
    )
    assert Mark.objects.count() == 0


def test_the_calculator_tells_what_a_code_needs() -> None:
    query = "goods=1515.90.81&quantity=100&unit_price=10&port=USNYC"
    page = Client().get(f"/en/landed-cost/?{query}").content.decode()
    assert "What entering the United States needs" in page
    assert "LABEL needed" in page
    assert "FILING needed" in page
    assert "the supplier has" not in page
    assert "LABEL requis" in Client().get(f"/fr/landed-cost/?{query}").content.decode()


def test_each_side_sees_the_tasks_and_ticks_its_own(cast: Cast) -> None:
    order = signed(cast)
    sell, buy = of(cast.argan), of(cast.chicago)
    assert reverse("sell_tasks", args=[order.reference]) in sell.get(
        reverse("sell_order", args=[order.reference])
    ).content.decode()  # fmt: skip
    page = sell.get(reverse("sell_tasks", args=[order.reference])).content.decode()
    assert page.count("Mark it as done") == 2
    part = buy.get(reverse("buy_tasks", args=[order.reference]), headers={"HX-Request": "true"}).content.decode()
    assert part.count("Mark it as done") == 1
    assert "<html" not in part
    task = Task.objects.get(requirement="LABEL").reference
    done = reverse("sell_task_complete", args=[order.reference, task])
    answer = sell.post(done, {"note": " "})
    assert answer.status_code == 422
    file = SimpleUploadedFile("label.pdf", b"%PDF-1.7\n%%EOF\n", content_type="application/pdf")
    assert sell.post(done, {"note": "", "file": file}).status_code == 302
    received = buy.get(reverse("buy_task_file", args=[order.reference, task]))
    assert received.status_code == 200
    assert received["Content-Disposition"].startswith("attachment")
    desk = of(cast.operator)
    assert desk.get(reverse("desk_task_file", args=[order.reference, task])).status_code == 200
    seen = desk.get(reverse("desk_tasks", args=[order.reference])).content.decode()
    assert "LABEL needed" in seen
    assert "Mark it as done" not in seen


def test_the_other_sides_tasks_and_other_orders_stay_closed(cast: Cast) -> None:
    order = signed(cast)
    task = Task.objects.get(requirement="LABEL").reference
    taken = of(cast.chicago).post(reverse("buy_task_complete", args=[order.reference, task]), {"note": "mine"})
    assert taken.status_code == 422
    assert Task.objects.get(reference=task).done_at is None
    for party, side in ((cast.rival, "sell"), (cast.montreal, "buy")):
        for name in ("complete", "reopen"):
            address = reverse(f"{side}_task_{name}", args=[order.reference, task])
            assert of(party).post(address, {"note": "x"}).status_code == 404
        assert of(party).get(reverse(f"{side}_task_file", args=[order.reference, task])).status_code == 404
        assert of(party).get(reverse(f"{side}_tasks", args=[order.reference])).status_code == 404
    assert of(cast.argan).get(reverse("sell_task_file", args=[order.reference, task])).status_code == 404
    assert (
        of(cast.argan).post(reverse("sell_task_complete", args=[order.reference, "TSK-0000-0000"])).status_code == 404
    )


def test_late_tasks_wait_on_the_home_page(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    signed(cast)
    assert reverse("sell_late_tasks") in of(cast.argan).get("/en/sell/").content.decode()
    assert "Late:" not in of(cast.argan).get(reverse("sell_late_tasks")).content.decode()
    monkeypatch.setattr(clock, "now", lambda: AT + timedelta(days=60))
    page = of(cast.argan).get(reverse("sell_late_tasks")).content.decode()
    assert "Late: REGISTRATION needed" in page
    assert "2 tasks of order" in page


DATA = (Path(demo.__file__).parent / "data" / "requirements.csv").read_bytes()


def test_a_file_is_looked_at_then_loaded(cast: Cast) -> None:
    desk = of(cast.operator)
    sent = SimpleUploadedFile("requirements.csv", DATA, content_type="text/csv")
    page = desk.post(reverse("desk_requirements_file"), {"file": sent})
    assert page.status_code == 200
    assert "US-FOOD-FACILITY" in page.content.decode()
    assert len(checklist.versions()) == 4
    file = page.content.decode().split('name="file" value="')[1][:13]
    assert desk.post(reverse("desk_requirements_load"), {"file": file}).status_code == 302
    assert len(checklist.versions()) == 4 + DATA.decode().count("\n") - 1
    assert "FDA food facility registration" in desk.get(reverse("desk_requirements") + "?hs=1509").content.decode()


@pytest.mark.parametrize(
    "content", [b"code,colour\nA,red\n", b"\xff\xfe\x00", b"code\n", b"", b"PK\x03\x04 not a sheet"]
)
def test_a_file_that_cannot_be_read_is_told(cast: Cast, content: bytes) -> None:
    sent = SimpleUploadedFile("requirements.csv", content, content_type="text/csv")
    assert of(cast.operator).post(reverse("desk_requirements_file"), {"file": sent}).status_code in (302, 422, 200)
    assert len(checklist.versions()) == 4


def test_the_operator_changes_and_ends_and_reads_the_history(cast: Cast) -> None:
    desk = of(cast.operator)
    address = reverse("desk_requirement", args=["LABEL"])
    assert desk.get(address).status_code == 200
    form = {
        "destination": "US", "kind": "label", "side": "supplier", "anchor": "shipped", "days_before": "30",
        "hs": "1515", "name_en": "Another label", "source": "a rule", "retrieved_on": "2026-11-20",
    }  # fmt: skip
    assert desk.post(address, form).status_code == 302
    assert "Another label" in desk.get(address).content.decode()
    refused = desk.post(address, {**form, "days_before": "soon", "name_en": "Kept words"})
    assert refused.status_code == 422
    assert "Kept words" in refused.content.decode()
    assert desk.post(reverse("desk_requirement_end", args=["LABEL"]), {"valid_until": "2026-12-31"}).status_code == 302
    assert [one.version for one in checklist.history("LABEL")] == [3, 2, 1]
    assert desk.post(reverse("desk_requirement_end", args=["LABEL"]), {"valid_until": "never"}).status_code == 302
    assert desk.get(reverse("desk_requirement", args=["NONE"])).status_code == 404


def test_the_operator_adds_one_and_exports_all(cast: Cast) -> None:
    desk = of(cast.operator)
    form = {
        "code": "US-NEW", "destination": "US", "kind": "filing", "side": "buyer", "anchor": "arrived",
        "days_before": "1", "name_en": "A filing", "source": "a rule", "retrieved_on": "2026-11-20",
    }  # fmt: skip
    assert desk.get(reverse("desk_requirement_new")).status_code == 200
    assert desk.post(reverse("desk_requirement_new"), {**form, "code": ""}).status_code == 422
    assert desk.post(reverse("desk_requirement_new"), form).status_code == 302
    assert "US-NEW" in desk.get(reverse("desk_requirements_csv")).content.decode()


def test_the_desk_is_the_operators(cast: Cast) -> None:
    for name in ("desk_requirements", "desk_requirement_new", "desk_requirements_csv"):
        assert of(cast.argan).get(reverse(name)).status_code == 404
    assert of(cast.operator, cast.operator.second_person).get(reverse("desk_requirements")).status_code in (403, 404)


def test_pages_stay_within_their_statements(cast: Cast) -> None:
    order = signed(cast)
    checklist.enter([requirement(f"MORE-{n}") for n in range(30)], load="", by="system:test", at=AT)
    reference = order.product.reference
    sell = of(cast.argan)
    for client, address, most in (
        (Client(), f"/en/p/{reference}/organic-argan-oil-cold-pressed/", 8),
        (Client(), "/en/landed-cost/?goods=15159081&quantity=100&unit_price=10&port=USNYC", 8),
        (sell, reverse("sell_product_readiness", args=[reference]), 16),
        (sell, reverse("sell_product", args=[reference]), 16),
        (sell, reverse("sell_tasks", args=[order.reference]), 16), (sell, reverse("sell_late_tasks"), 16),
        (of(cast.operator), reverse("desk_requirements"), 16),
    ):  # fmt: skip
        client.get(address)  # what is kept in memory is there now
        answer = client.get(address)
        assert answer.status_code == 200
        assert int(answer["Server-Timing"].split('sql;desc="')[1].split('"')[0]) <= most, address
