"""Every write of bills of materials and origin declarations; what a bill leads to is kept beside the product."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from fondouk.engines.events import journal
from fondouk.engines.files import store
from fondouk.engines.places import gazetteer
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.catalogue import bill_rules, origins
from fondouk.market.catalogue.bill_models import (
    BillCost,
    BillMaterial,
    BillOfMaterials,
    BillUse,
    OriginDeclaration,
    ProductOrigin,
)
from fondouk.market.catalogue.bill_rules import BillEntry, MaterialEntry
from fondouk.market.catalogue.models import Product
from fondouk.market.catalogue.rules import CURRENCIES, ProductState
from fondouk.market.companies import standing
from fondouk.market.companies.models import Company, Evidence, Person


def save_bill(*, entry: BillEntry, by: Actor, at: datetime, bill: str = "", product: str = "") -> BillOfMaterials:
    """A new bill, or the next state of a known one; `product` goes by it from now on. Raises Refused row by row."""
    company = standing.require(by, "catalogue.edit")
    row = _own(bill, company) if bill else BillOfMaterials(supplier=company, added_at=at, added_by=by.label())
    known = [code for code, _name in gazetteer.countries()]
    refuse_if(
        [
            *bill_rules.refusals_of(entry, on=at.date(), countries=known, currencies=CURRENCIES),
            *bill_rules.refusal_of_foreign_inputs(entry, company.country),
            *_refusals_of_files(entry, company),
        ]
    )
    _fill(row, entry, by, at)
    row.save()
    _write_rows(row, entry, company)
    _record(row, "changed" if bill else "added", by, at)
    if product:
        _put_to_use(row, _own_product(product, company))
    _examine_again(row, by, at)
    return row


def _fill(row: BillOfMaterials, entry: BillEntry, by: Actor, at: datetime) -> None:
    assert entry.price is not None
    assert entry.quantity is not None
    assert entry.valid_until is not None
    if row.pk:
        row.version += 1
        row.reminded_for = None if row.valid_until != entry.valid_until else row.reminded_for
    row.name, row.currency, row.unit = entry.name.strip()[:120], entry.currency, entry.unit
    row.quantity, row.price, row.valid_until = entry.quantity, entry.price, entry.valid_until
    row.wholly_obtained, row.making = entry.wholly_obtained, entry.making.strip()[:2000]
    row.new_and_different = None if entry.wholly_obtained else entry.new_and_different
    row.direct, row.route = entry.direct, entry.route.strip()[:160]
    row.changed_at, row.changed_by = at, by.label()


def _write_rows(row: BillOfMaterials, entry: BillEntry, company: Company) -> None:
    row.materials.all().delete()
    row.costs.all().delete()
    wanted = {one.evidence for one in entry.materials if one.evidence}
    proofs = {one.reference: one for one in Evidence.objects.filter(company=company, reference__in=wanted)}
    BillMaterial.objects.bulk_create(
        _material(row, number, one, proofs.get(one.evidence)) for number, one in enumerate(entry.materials)
    )
    BillCost.objects.bulk_create(
        BillCost(bill=row, position=number, kind=one.kind, amount=one.amount or 0, note=one.note.strip()[:120])
        for number, one in enumerate(entry.costs)
    )


def _material(row: BillOfMaterials, number: int, one: MaterialEntry, evidence: Evidence | None) -> BillMaterial:
    until = one.proof_until or (evidence.valid_until if evidence else None)
    return BillMaterial(
        bill=row, position=number, name=one.name.strip()[:120], hs=one.hs, origin=one.origin, value=one.value or 0,
        supplier_name=one.supplier.strip()[:120], became=one.became.strip()[:120] if one.became_in else "",
        became_in=one.became_in, proof=one.proof.strip()[:160], evidence=evidence, file=one.file, proof_until=until,
    )  # fmt: skip


def _refusals_of_files(entry: BillEntry, company: Company) -> Iterable[Refusal]:
    """A proof is one's own file."""
    for number, one in enumerate(entry.materials):
        found = store.find(one.file) if one.file else None
        if one.file and (found is None or found.owner != company.pk):
            yield Refusal("material.file", sentence("Choose the file again."), field=f"material-{number}-file")


def copy_bill(*, bill: str, by: Actor, at: datetime) -> BillOfMaterials:
    """A second bill with the same figures, used by no product yet."""
    company = standing.require(by, "catalogue.edit")
    row = _own(bill, company)
    entry = origins.entry_of(row)
    copy = BillOfMaterials(supplier=company, added_at=at, added_by=by.label())
    _fill(copy, entry, by, at)
    copy.name = f"{row.name[:110]} (2)"
    copy.save()
    _write_rows(copy, entry, company)
    return _record(copy, "added", by, at)


def use_bill(*, bill: str, product: str, by: Actor, at: datetime) -> BillOfMaterials:
    """The product goes by this bill from now on; declarations made by another bill end."""
    company = standing.require(by, "catalogue.edit")
    row, one = _own(bill, company), _own_product(product, company)
    _put_to_use(row, one)
    examine(one, by=by, at=at)
    return _record(row, "used", by, at)


def part_bill(*, product: str, by: Actor, at: datetime) -> Product:
    """The product goes by no bill any more; what was examined and declared for it ends."""
    company = standing.require(by, "catalogue.edit")
    one = _own_product(product, company)
    BillUse.objects.filter(product=one).delete()
    examine(one, by=by, at=at)
    return one


def retire_bill(*, bill: str, by: Actor, at: datetime) -> BillOfMaterials:
    """Put a bill away; a bill that products go by stays."""
    row = _own(bill, standing.require(by, "catalogue.edit"))
    if row.uses.exists():
        text = sentence("Products go by this bill. Give them another one first.")
        raise Refused(Refusal("bill.used", text))
    row.retired_at, row.retired_by = at, by.label()
    row.save(update_fields=["retired_at", "retired_by"])
    return _record(row, "retired", by, at)


def declare_origin(*, product: str, destination: str, signed_as: str, by: Actor, at: datetime) -> OriginDeclaration:
    """Sign the data elements for a product and an agreement; the earlier declaration ends. Raises Refused."""
    company = standing.require(by, "origin.declare")
    one = _own_product(product, company)
    found = origins.examined(one.reference, destination, supplier=company.reference, on=at.date())
    if found is None or found.verdict is None or found.claim is None:
        raise Refused(Refusal("declare.none", sentence("No preference is known there, or the product has no bill.")))
    refuse_if(
        bill_rules.refusal_to_declare(
            qualifies=found.qualifies, gaps=found.gaps, title=signed_as, expired=found.expired
        )
    )
    _withdraw(OriginDeclaration.objects.filter(product=one, agreement=found.agreement), by, at)
    who = Person.objects.filter(reference=by.person).values_list("name", flat=True).first() or company.name
    row = OriginDeclaration.objects.create(
        supplier=company, product=one, bill=_own(found.bill.reference, company), bill_version=found.bill.version,
        destination=destination, agreement=found.agreement, status=found.status, share=found.verdict.share,
        threshold=found.verdict.threshold, valid_from=at.date(), valid_until=origins.until(found, at.date()),
        data=origins.elements_of(found, company), signed_name=who, signed_as=signed_as.strip()[:80], signed_at=at,
        signed_by=by.label(),
    )  # fmt: skip
    _sync(one, [found], at)
    journal.record(
        "catalogue.origin.declared", subject=row.reference, within=one.reference, parties=[company.pk], by=by, at=at,
        data={"agreement": row.agreement},
    )  # fmt: skip
    return _told(one, row, by, at)


def withdraw_declaration(*, declaration: str, by: Actor, at: datetime) -> OriginDeclaration:
    """Take a declaration back; importers who hold it are told by the supplier."""
    company = standing.require(by, "origin.declare")
    row = OriginDeclaration.objects.filter(reference=declaration, supplier=company, withdrawn_at=None).first()
    if row is None:
        raise Refused(Refusal("declaration.unknown", sentence("There is no such declaration in force.")))
    _withdraw(OriginDeclaration.objects.filter(pk=row.pk), by, at)
    examine(row.product, by=by, at=at)
    return row


def remind_of_bill(*, bill: str, by: Actor, at: datetime) -> BillOfMaterials | None:
    """The clock: a bill runs out soon, or has run out; each is told once."""
    row = BillOfMaterials.objects.select_for_update().filter(reference=bill, retired_at=None).first()
    if row is None or not origins.is_due(row, at.date()):
        return None
    row.reminded_for = at.date()
    row.save(update_fields=["reminded_for"])
    if row.valid_until < at.date():
        for use in row.uses.select_related("product"):
            _changed(use.product, by, at)
        return _record(row, "ran_out", by, at)
    return _record(row, "runs_out", by, at)


# -- what a bill leads to --------------------------------------------------------------------------------------------
def examine(product: Product, *, by: Actor, at: datetime) -> None:
    """Work out anew what the product's bill leads to at every destination, and end declarations it bears no more."""
    found = origins.examined_everywhere(product.reference, on=at.date())
    kept = {one.agreement: one for one in found if one.qualifies}
    for row in OriginDeclaration.objects.filter(product=product, withdrawn_at=None):
        now = kept.get(row.agreement)
        if now is None or now.bill.reference != row.bill.reference or now.bill.version != row.bill_version:
            _withdraw(OriginDeclaration.objects.filter(pk=row.pk), by, at)
    ProductOrigin.objects.filter(product=product).exclude(agreement__in=[one.agreement for one in found]).delete()
    _sync(product, found, at)
    _changed(product, by, at)


def _sync(product: Product, found: Sequence[origins.Examined], at: datetime) -> None:
    declared = {row.agreement: row for row in OriginDeclaration.objects.filter(product=product, withdrawn_at=None)}
    for one in found:
        if not one.status:
            ProductOrigin.objects.filter(product=product, agreement=one.agreement).delete()
            continue
        row = declared.get(one.agreement)
        ProductOrigin.objects.update_or_create(
            product=product, agreement=one.agreement,
            defaults={
                "status": one.status, "declaration": row.reference if row else "", "examined_on": at.date(),
                "valid_until": row.valid_until if row else one.bill.valid_until,
            },
        )  # fmt: skip


def _examine_again(row: BillOfMaterials, by: Actor, at: datetime) -> None:
    for use in row.uses.select_related("product"):
        examine(use.product, by=by, at=at)


def _put_to_use(row: BillOfMaterials, product: Product) -> None:
    BillUse.objects.update_or_create(product=product, defaults={"bill": row})


def _withdraw(rows: Any, by: Actor, at: datetime) -> None:
    rows.filter(withdrawn_at=None).update(withdrawn_at=at, withdrawn_by=by.label())


def _told(product: Product, row: OriginDeclaration, by: Actor, at: datetime) -> OriginDeclaration:
    _changed(product, by, at)
    return row


def _changed(product: Product, by: Actor, at: datetime) -> None:
    journal.record(
        "catalogue.product.changed", subject=product.reference, within=product.reference,
        parties=[product.supplier_id], by=by, at=at, data={"fields": ["origin"]},
    )  # fmt: skip


def _record(row: BillOfMaterials, verb: str, by: Actor, at: datetime) -> BillOfMaterials:
    journal.record(
        f"catalogue.bill.{verb}", subject=row.reference, within=row.reference, parties=[row.supplier_id], by=by, at=at
    )
    return row


def _own(reference: str, company: Company) -> BillOfMaterials:
    rows = BillOfMaterials.objects.select_for_update()
    row = rows.filter(reference=reference, supplier=company, retired_at=None).first()
    if row is None:
        raise Refused(Refusal("bill.unknown", sentence("There is no such bill of materials.")))
    return row


def _own_product(reference: str, company: Company) -> Product:
    row = Product.objects.select_for_update().filter(reference=reference, supplier=company).first()
    if row is None or row.state == ProductState.ARCHIVED:
        raise Refused(Refusal("product.unknown", sentence("There is no such product.")))
    return row
