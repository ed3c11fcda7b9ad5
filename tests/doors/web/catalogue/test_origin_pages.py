"""The supplier's pages of origin: bills with rows that lose nothing, the verdict, the declaration; and who may not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fondouk.market.catalogue import commands, origins
from fondouk.market.catalogue.bill_models import BillOfMaterials, OriginDeclaration
from fondouk.market.companies.models import Person
from tests.cast import Cast, Party
from tests.clock import AT
from tests.market.catalogue import offers
from tests.market.catalogue.test_bills import BILL

pytestmark = pytest.mark.django_db
UNTIL = (AT.date() + timedelta(days=200)).isoformat()
ROWS = {
    "name": "Argan, bottled", "quantity": "10", "unit": "C62", "currency": "USD", "price": "100,5",
    "valid_until": UNTIL, "new_and_different": "yes", "direct": "yes", "making": "Pressing", "route": "Agadir–New York",
    "material-TOTAL_FORMS": "2", "material-INITIAL_FORMS": "0",
    "material-0-name": "Kernels", "material-0-origin": "Maroc", "material-0-value": "٣٠", "material-0-proof": "Notes",
    "material-1-name": "Bottles", "material-1-origin": "ES", "material-1-value": "40", "material-1-hs": "7010.90",
    "cost-TOTAL_FORMS": "1", "cost-INITIAL_FORMS": "0", "cost-0-kind": "labour", "cost-0-amount": "13",
}  # fmt: skip


@pytest.fixture(autouse=True)
def shelves(db: None) -> None:
    offers.shelves()


def signed_in(party: Party, person: Person | None = None) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(person or party.owner)
    return client


def test_a_bill_is_typed_on_a_phone_and_leads_to_the_verdict(cast: Cast) -> None:
    client, product = signed_in(cast.argan), offers.published(cast.argan).reference
    new = f"/ar/sell/bills/new/?product={product}"
    assert client.get(new).status_code == 200
    answer = client.post(new, {**ROWS, "then": "save", "once": "b1"})
    assert (answer.status_code, answer["Location"]) == (302, f"/ar/sell/products/{product}/origin/")
    kept = origins.bill_of(product)
    assert kept is not None
    assert [one.origin for one in kept.entry.materials] == ["MA", "ES"]
    assert (kept.entry.materials[1].hs, str(kept.entry.price)) == ("701090", "100.5000")
    page = client.get(answer["Location"]).content.decode()
    assert "42.79" in page
    assert "19 CFR 10.770" in page
    assert client.get(f"/en/sell/bills/{kept.reference}/").status_code == 200


def test_rows_come_and_go_and_nothing_typed_is_lost(cast: Cast) -> None:
    client = signed_in(cast.argan)
    proof = SimpleUploadedFile("proof.jpg", offers.jpeg(), "image/jpeg")
    page = client.post(
        "/en/sell/bills/new/", {**ROWS, "material-0-name": "", "material-0-upload": proof, "then": "add-material"}
    )
    html = page.content.decode()
    assert page.status_code == 200
    assert 'name="material-2-name"' in html
    assert "Bottles" in html
    assert "proof.jpg" in html
    assert "field-error" not in html
    fewer = client.post("/en/sell/bills/new/", {**ROWS, "then": "drop-material-0"}).content.decode()
    assert 'name="material-1-name"' not in fewer
    assert "Kernels" not in fewer
    assert "Bottles" in fewer
    assert BillOfMaterials.objects.count() == 0


def test_what_is_wrong_stands_beside_its_row(cast: Cast) -> None:
    client = signed_in(cast.argan)
    wrong = {**ROWS, "name": "", "material-0-origin": "Atlantis", "material-1-value": "-4", "cost-0-amount": "x"}
    page = client.post("/fr/sell/bills/new/", {**wrong, "then": "save", "once": "b2"})
    html = page.content.decode()
    assert page.status_code == 422
    assert html.count("field-error") >= 2
    assert "Atlantis" in html
    assert "Kernels" in html
    later = client.post(
        "/fr/sell/bills/new/", {**ROWS, "name": "", "material-1-value": "-4", "then": "save", "once": "b3"}
    )
    assert later.status_code == 422
    assert later.content.decode().count("field-error") >= 2


@pytest.mark.parametrize(
    "hostile",
    [
        {"material-TOTAL_FORMS": "9999999"}, {"material-TOTAL_FORMS": "x"}, {"then": "drop-material-99"},
        {"price": "1e400"}, {"price": "NaN"}, {"quantity": "٠"}, {"valid_until": "2026-02-31"},
        {"material-0-value": "9" * 60}, {"material-0-origin": "<b>"}, {"material-0-file": "FIL-0000-0000"},
        {"cost-0-kind": "magic"}, {"unit": "XXX"}, {"name": "\x00"}, {"material-0-hs": "12345"},
    ],
)  # fmt: skip
def test_hostile_input_is_answered_in_words(cast: Cast, hostile: dict[str, str]) -> None:
    answer = signed_in(cast.argan).post("/en/sell/bills/new/", {**ROWS, "then": "save", "once": "h", **hostile})
    assert answer.status_code in {200, 422}
    assert BillOfMaterials.objects.count() == 0


def test_a_declaration_is_signed_printed_and_withdrawn(cast: Cast) -> None:
    client, product = signed_in(cast.argan), offers.published(cast.argan).reference
    commands.save_bill(entry=BILL, product=product, by=cast.argan.actor, at=AT)
    where = f"/en/sell/products/{product}/origin/"
    refused = client.post(f"{where}declaration/", {"destination": "US", "signed_as": " ", "once": "d1"})
    assert refused.status_code == 422
    assert "function" in refused.content.decode()
    client.post(f"{where}declaration/", {"destination": "US", "signed_as": "Manager", "once": "d2"})
    made = OriginDeclaration.objects.get()
    assert made.reference in client.get(f"{where}?destination=US").content.decode()
    for language in ("en", "fr", "ar"):
        printed = client.get(f"/{language}/sell/origin/{made.reference}/declaration.pdf")
        assert printed.content.startswith(b"%PDF")
    client.post(f"/en/sell/origin/{made.reference}/withdrawal/", {"once": "d3"})
    made.refresh_from_db()
    assert made.withdrawn_at is not None
    for destination in ("CA", "EU", "JP", "<b>"):
        assert client.get(where, {"destination": destination}).status_code == 200
    nowhere = client.post(f"{where}declaration/", {"destination": "JP", "signed_as": "Manager", "once": "d4"})
    assert nowhere.status_code == 422


def test_strangers_find_nothing_and_colleagues_without_the_right_are_told(cast: Cast) -> None:
    product = offers.published(cast.argan).reference
    row = commands.save_bill(entry=BILL, product=product, by=cast.argan.actor, at=AT)
    made = commands.declare_origin(product=product, destination="US", signed_as="Owner", by=cast.argan.actor, at=AT)
    paths = (
        f"/en/sell/bills/{row.reference}/", f"/en/sell/products/{product}/origin/",
        f"/en/sell/origin/{made.reference}/declaration.pdf", f"/en/sell/bills/{row.reference}/proofs/FIL-0000-0000/",
    )  # fmt: skip
    for party in (cast.rival, cast.ceramics, cast.chicago, cast.operator):
        for path in paths:
            assert signed_in(party).get(path).status_code == 404
    rival = signed_in(cast.rival)
    for path in (f"/en/sell/bills/{row.reference}/copies/", f"/en/sell/origin/{made.reference}/withdrawal/",
                 f"/en/sell/products/{product}/origin/bill/"):  # fmt: skip
        assert rival.post(path, {"once": "x"}).status_code == 404
    assert "Argan oil, bottle" not in rival.get("/en/sell/bills/").content.decode()


def test_the_pages_ask_little(cast: Cast) -> None:
    product = offers.published(cast.argan).reference
    row = commands.save_bill(entry=BILL, product=product, by=cast.argan.actor, at=AT)
    client = signed_in(cast.argan)
    for path in ("/en/sell/bills/", f"/en/sell/bills/{row.reference}/", f"/en/sell/products/{product}/origin/"):
        client.get(path)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(path).status_code == 200
        assert len(asked) <= 18, [one["sql"][:120] for one in asked]
