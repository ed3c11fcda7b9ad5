"""Bills of materials: kept row by row, private, reused; what they lead to feeds the product and ends with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection

from fondouk.engines.events.models import Event
from fondouk.engines.tables import scope
from fondouk.kit.refusal import Refused
from fondouk.market.catalogue import bill_rules, commands, origins, queries
from fondouk.market.catalogue.bill_models import BillMaterial, BillOfMaterials, OriginDeclaration, ProductOrigin
from fondouk.market.catalogue.bill_rules import BillEntry, CostEntry, MaterialEntry
from fondouk.market.catalogue.copying import entry_of
from tests.cast import Cast
from tests.clock import AT, later
from tests.market.catalogue import offers

D = Decimal
ON = AT.date()
KERNELS = MaterialEntry("argan kernels", "120799", "MA", D(30), "Cooperative of Tafraout", proof="Delivery notes 2026")
BOTTLES = MaterialEntry("glass bottles", "701090", "ES", D(40))
BILL = BillEntry(
    name="Argan oil, bottle of 250 ml", quantity=D(10), unit="C62", price=D(100), new_and_different=True, direct=True,
    making="Cold pressing, filtering, bottling", valid_until=ON + timedelta(days=300),
    materials=(KERNELS, BOTTLES),
    costs=(CostEntry("labour", D(10)), CostEntry("tools", D(3)), CostEntry("profit", D(9))),
)  # fmt: skip


@pytest.fixture(autouse=True)
def shelves(db: None) -> None:
    offers.shelves()


def product_of(cast: Cast, sku: str = "TA-25") -> str:
    return offers.published(cast.argan, sku=sku).reference


def test_a_bill_is_kept_and_read_back_whole(cast: Cast) -> None:
    row = commands.save_bill(entry=BILL, by=cast.argan.actor, at=AT)
    found = origins.bill(row.reference, supplier=cast.argan.id)
    assert found is not None
    assert found.entry == replace(BILL, quantity=D("10.0000"), price=D("100.0000"))
    assert found.entry.processing == 13  # profit is no cost of processing
    again = commands.save_bill(
        bill=row.reference, entry=replace(BILL, name="Oil"), by=cast.argan.actor, at=later(hours=1)
    )
    assert (again.pk, again.version, BillMaterial.objects.count()) == (row.pk, 2, 2)


def test_everything_wrong_is_said_beside_its_row_at_once(cast: Cast) -> None:
    bad = replace(
        BILL, name=" ", price=D(50), valid_until=ON,
        materials=(replace(KERNELS, name="", value=D(-1)), replace(BOTTLES, hs="70109", origin="XX", became_in="MA")),
        costs=(CostEntry("magic", D("NaN")),),
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        commands.save_bill(entry=bad, by=cast.argan.actor, at=AT)
    assert {one.field for one in refused.value.refusals} >= {
        "name", "valid_until", "material-0-name", "material-0-value", "material-1-hs", "material-1-origin",
        "material-1-became", "cost-0-kind", "cost-0-amount",
    }  # fmt: skip
    assert BillOfMaterials.objects.count() == 0


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"price": D(70)}, "bill.parts"),
        ({"materials": ()}, "bill.materials"),
        ({"wholly_obtained": True}, "material.foreign"),
        ({"quantity": D(0)}, "bill.quantity"),
        ({"currency": "XXX"}, "bill.currency"),
        ({"valid_until": ON + timedelta(days=2000)}, "bill.valid_until"),
        ({"materials": (KERNELS,) * 61}, "bill.many"),
    ],
)
def test_each_refusal(cast: Cast, change: dict[str, object], code: str) -> None:
    with pytest.raises(Refused) as refused:
        commands.save_bill(entry=replace(BILL, **change), by=cast.argan.actor, at=AT)
    assert code in {one.code for one in refused.value.refusals}


def test_a_bill_is_nobody_elses(cast: Cast) -> None:
    product = product_of(cast)
    row = commands.save_bill(entry=BILL, product=product, by=cast.argan.actor, at=AT)
    commands.declare_origin(product=product, destination="US", signed_as="Manager", by=cast.argan.actor, at=AT)
    assert origins.bill(row.reference, supplier=cast.rival.id) is None
    for actor in (cast.rival.actor, cast.argan.clerk if cast.argan.clerk_person else cast.chicago.actor, cast.stranger):
        for command, arguments in (
            (commands.save_bill, {"entry": BILL, "bill": row.reference}),
            (commands.copy_bill, {"bill": row.reference}),
            (commands.retire_bill, {"bill": row.reference}),
            (commands.use_bill, {"bill": row.reference, "product": product}),
            (commands.part_bill, {"product": product}),
            (commands.declare_origin, {"product": product, "destination": "US", "signed_as": "x"}),
        ):
            with pytest.raises(Refused):
                command(**arguments, by=actor, at=AT)
    for company, seen in ((cast.argan.id, 1), (cast.rival.id, 0), (cast.chicago.id, 0), (cast.operator.id, 0)):
        with scope.as_company(company):
            assert BillOfMaterials.objects.count() == seen
            assert BillMaterial.objects.count() == 2 * seen
            assert OriginDeclaration.objects.count() == seen
            assert ProductOrigin.objects.count() > 0  # what was examined is public, the bill is not


def test_row_policies_stand_on_the_tables(cast: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_class WHERE relrowsecurity AND relname LIKE 'catalogue_bill%'")
        assert cursor.fetchone()[0] == 4


def test_what_a_bill_leads_to_stands_on_the_product(cast: Cast) -> None:
    product = product_of(cast)
    row = commands.save_bill(entry=BILL, product=product, by=cast.argan.actor, at=AT)
    found = origins.examined(product, "US", supplier=cast.argan.reference, on=ON)
    assert found is not None
    assert found.verdict is not None
    assert (found.verdict.share, found.verdict.margin, found.qualifies) == (D("43.00"), D("8.00"), True)
    shown = queries.publication(product, on=ON)
    assert shown is not None
    said = shown.preferences["US-MA"]
    assert (said.status, said.examined, said.proof) == ("VALUE_CONTENT", True, "")
    spanish = replace(BILL, materials=(replace(KERNELS, origin="ES"), BOTTLES))
    commands.save_bill(entry=spanish, bill=row.reference, by=cast.argan.actor, at=later(hours=1))
    shown = queries.publication(product, on=ON)
    assert shown is not None
    assert (shown.preferences["US-MA"].status, shown.preferences["US-MA"].examined) == ("NONE", True)


def test_what_was_examined_ends_with_the_bill(cast: Cast) -> None:
    product = product_of(cast)
    commands.save_bill(entry=BILL, product=product, by=cast.argan.actor, at=AT)
    after = BILL.valid_until + timedelta(days=1) if BILL.valid_until else ON
    shown = queries.publication(product, on=after)
    assert shown is not None
    assert not shown.preferences["US-MA"].examined
    commands.part_bill(product=product, by=cast.argan.actor, at=AT)
    assert ProductOrigin.objects.count() == 0


def test_a_declaration_needs_a_verdict_proofs_and_a_title(cast: Cast) -> None:
    product = product_of(cast)
    bare = replace(BILL, materials=(replace(KERNELS, proof=""), BOTTLES), direct=None)
    row = commands.save_bill(entry=bare, product=product, by=cast.argan.actor, at=AT)
    with pytest.raises(Refused) as refused:
        commands.declare_origin(product=product, destination="US", signed_as=" ", by=cast.argan.actor, at=AT)
    assert {one.code for one in refused.value.refusals} == {
        "declare.verdict", "declare.proof_missing", "declare.title",
    }  # fmt: skip
    stale = replace(BILL, materials=(replace(KERNELS, proof_until=ON - timedelta(days=1)), BOTTLES))
    commands.save_bill(entry=stale, bill=row.reference, by=cast.argan.actor, at=AT)
    with pytest.raises(Refused) as refused:
        commands.declare_origin(product=product, destination="US", signed_as="Owner", by=cast.argan.actor, at=AT)
    assert [one.code for one in refused.value.refusals] == ["declare.proof_expired"]


def test_a_declaration_is_kept_with_its_signer_its_elements_and_its_last_day(cast: Cast) -> None:
    product = product_of(cast)
    proved = replace(BILL, materials=(replace(KERNELS, proof_until=ON + timedelta(days=90)), BOTTLES))
    row = commands.save_bill(entry=proved, product=product, by=cast.argan.actor, at=AT)
    made = commands.declare_origin(product=product, destination="US", signed_as="Owner", by=cast.argan.actor, at=AT)
    assert (made.agreement, made.status, made.valid_until) == ("US-MA", "VALUE_CONTENT", ON + timedelta(days=90))
    assert made.signed_name
    elements = dict(made.data["elements"])
    assert "argan kernels (MA) 30" in elements["originating_materials"]
    assert "glass bottles (ES) 40" in elements["foreign_materials"]
    assert "43.00 %" in elements["criterion"]
    assert made.data["marking"] == "Made in Morocco"
    shown = queries.publication(product, on=ON)
    assert shown is not None
    assert shown.preferences["US-MA"].proof == made.reference
    # another state of the bill ends it
    commands.save_bill(entry=replace(proved, name="New"), bill=row.reference, by=cast.argan.actor, at=later(hours=1))
    kept = origins.declaration(made.reference, supplier=cast.argan.id)
    assert kept is not None
    assert kept.withdrawn_at == later(hours=1)


def test_a_change_of_the_code_is_examined_again(cast: Cast) -> None:
    product = product_of(cast)
    commands.save_bill(entry=BILL, product=product, by=cast.argan.actor, at=AT)
    shown = queries.own_product(product, supplier=cast.argan.reference, on=ON)
    assert shown is not None
    rug = replace(entry_of(shown), hs6="570110", tariff_codes={})
    commands.change_product(product=product, entry=rug, by=cast.argan.actor, at=later(hours=1))
    assert not ProductOrigin.objects.filter(agreement="US-MA").exists()


def test_a_bill_serves_several_products_and_is_copied(cast: Cast) -> None:
    one, two = product_of(cast), product_of(cast, "TA-50")
    row = commands.save_bill(entry=BILL, product=one, by=cast.argan.actor, at=AT)
    commands.use_bill(bill=row.reference, product=two, by=cast.argan.actor, at=AT)
    found = origins.bill(row.reference, supplier=cast.argan.id)
    assert found is not None
    assert {reference for reference, _title in found.used_by} == {one, two}
    with pytest.raises(Refused):
        commands.retire_bill(bill=row.reference, by=cast.argan.actor, at=AT)
    copy = commands.copy_bill(bill=row.reference, by=cast.argan.actor, at=AT)
    assert copy.name.endswith("(2)")
    commands.retire_bill(bill=copy.reference, by=cast.argan.actor, at=AT)
    assert [bill.reference for bill in origins.bills_of(cast.argan.id)] == [row.reference]


def test_it_is_told_once_that_a_bill_runs_out_and_once_that_it_has(cast: Cast) -> None:
    row = commands.save_bill(entry=BILL, product=product_of(cast), by=cast.argan.actor, at=AT)
    assert origins.due(AT) == []
    for days, told in ((271, ["catalogue.bill.runs_out"]), (272, []), (301, ["catalogue.bill.ran_out"]), (302, [])):
        before = set(Event.objects.values_list("pk", flat=True))
        for name, arguments in origins.due(later(days=days)):
            getattr(commands, name)(**arguments, by=cast.operator.actor, at=later(days=days))
        names = Event.objects.exclude(pk__in=before).filter(subject=row.reference).values_list("name", flat=True)
        assert list(names) == told
    _setup, running_out = origins.setup_and_bills(cast.argan.id, on=later(days=301).date())
    assert [one[0] for one in running_out] == [row.reference]


@pytest.mark.parametrize(
    ("months", "bill", "proofs", "until"),
    [
        (12, date(2030, 1, 1), [], date(2026, 11, 30)),
        (12, date(2026, 3, 1), [], date(2026, 3, 1)),
        (12, date(2030, 1, 1), [None, date(2026, 2, 2)], date(2026, 2, 2)),
    ],
)
def test_how_long_a_declaration_holds(months: int, bill: date, proofs: list[date | None], until: date) -> None:
    assert bill_rules.holds_until(date(2025, 12, 1), months=months, bill_until=bill, proofs=proofs) == until
