"""Every read about origin: bills of materials, what they lead to at each destination, the declarations signed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import JSONObject

from fondouk.engines.places import gazetteer
from fondouk.engines.tariffs import origin_words, schedule
from fondouk.kit.quantity import plain
from fondouk.market.catalogue import bill_rules
from fondouk.market.catalogue.bill_models import BillOfMaterials, BillUse, OriginDeclaration, ProductOrigin
from fondouk.market.catalogue.bill_rules import BillEntry, CostEntry, Gap, MaterialEntry
from fondouk.market.catalogue.models import Product, ProductPreference, TariffCode
from fondouk.market.catalogue.rules import PreferenceStatus
from fondouk.market.companies import queries as companies
from fondouk.market.companies.models import Company
from fondouk.market.companies.queries import Setup

BILLS_SHOWN = 100
_STATUS = {
    "wholly_obtained": PreferenceStatus.WHOLLY_OBTAINED,
    "value_content": PreferenceStatus.VALUE_CONTENT,
    "foreign_content": PreferenceStatus.VALUE_CONTENT,
    "product": PreferenceStatus.PRODUCT_RULE,
}


@dataclass(frozen=True, slots=True)
class BillView:
    """A bill as its own supplier sees it; `used_by` are (reference, title) of the products that go by it."""

    reference: str
    entry: BillEntry
    version: int
    valid_until: date
    changed_at: datetime
    used_by: tuple[tuple[str, str], ...] = ()

    def runs_out_soon(self, on: date) -> bool:
        """Whether it is time to bring its figures up to date."""
        return bill_rules.runs_out_soon(self.valid_until, on)


@dataclass(frozen=True)
class Examined:
    """What a product's bill leads to at one destination; `verdict` None where no preference is known there."""

    product: str
    destination: str
    hs: str
    bill: BillView
    verdict: schedule.Verdict | None
    marked: schedule.Marked
    claim: schedule.Claim | None
    gaps: tuple[Gap, ...]
    expired: bool

    @property
    def agreement(self) -> str:
        """As products name it: US-MA."""
        return f"{self.destination}-{self.verdict.agreement}" if self.verdict else self.destination

    @property
    def qualifies(self) -> bool:
        """Whether the goods qualify by a bill that has not run out."""
        return self.verdict is not None and self.verdict.status == "qualifies" and not self.expired

    @property
    def status(self) -> str:
        """The status this gives the product: empty where something is still open."""
        if self.verdict is None or self.expired or self.verdict.status == "needs":
            return ""
        return str(_STATUS[self.verdict.rule] if self.verdict.status == "qualifies" else PreferenceStatus.NONE)

    @property
    def counted(self) -> Sequence[bool]:
        """Which materials count."""
        return self.verdict.counted if self.verdict else ()


@dataclass(frozen=True, slots=True)
class DeclarationView:
    """A declaration as its supplier keeps it."""

    reference: str
    product: str
    destination: str
    agreement: str
    status: str
    share: Decimal | None
    valid_from: date
    valid_until: date
    signed_name: str
    signed_as: str
    signed_at: datetime
    withdrawn_at: datetime | None
    data: dict[str, Any]

    def in_force(self, on: date) -> bool:
        """Whether importers may still rely on it."""
        return self.withdrawn_at is None and self.valid_from <= on <= self.valid_until


# -- bills -----------------------------------------------------------------------------------------------------------
def entry_of(row: BillOfMaterials) -> BillEntry:
    """A kept bill as it would be entered again."""
    return BillEntry(
        name=row.name, currency=row.currency, quantity=row.quantity, unit=row.unit, price=row.price,
        wholly_obtained=row.wholly_obtained, new_and_different=row.new_and_different, making=row.making,
        direct=row.direct, route=row.route, valid_until=row.valid_until,
        materials=tuple(
            MaterialEntry(
                one.name, one.hs, one.origin, one.value, one.supplier_name, one.became, one.became_in, one.proof,
                one.evidence.reference if one.evidence else "", one.file, one.proof_until,
            )
            for one in row.materials.all()
        ),
        costs=tuple(CostEntry(one.kind, one.amount, one.note) for one in row.costs.all()),
    )  # fmt: skip


def _bills() -> Any:
    return BillOfMaterials.objects.filter(retired_at=None).prefetch_related(
        "materials__evidence", "costs", "uses__product__texts"
    )


def _view(row: BillOfMaterials) -> BillView:
    used = tuple((use.product.reference, _title(use.product)) for use in row.uses.all())
    return BillView(row.reference, entry_of(row), row.version, row.valid_until, row.changed_at, used)


def _title(product: Product) -> str:
    texts = sorted(product.texts.all(), key=lambda one: one.language != "en")
    return texts[0].title if texts else product.reference


def bills_of(supplier: int, *, limit: int = BILLS_SHOWN) -> list[BillView]:
    """A supplier's bills, latest change first."""
    return [_view(row) for row in _bills().filter(supplier_id=supplier).order_by("-changed_at", "-id")[:limit]]


def bill(reference: str, *, supplier: int) -> BillView | None:
    """One's own bill; None for everybody else."""
    row = _bills().filter(reference=reference, supplier_id=supplier).first()
    return _view(row) if row else None


def bill_of(product: str) -> BillView | None:
    """The bill a product goes by, as far as the asking company may see it."""
    row = _bills().filter(uses__product__reference=product).first()
    return _view(row) if row else None


def due(at: datetime) -> list[tuple[str, dict[str, Any]]]:
    """What the minute sweep has to do: bills that run out soon, or have run out, are told once each."""
    on = at.date()
    soon = Q(reminded_for=None, valid_until__lte=on + timedelta(days=bill_rules.REMIND_DAYS))
    gone = Q(valid_until__lt=on) & Q(reminded_for__lte=F("valid_until"))
    rows = BillOfMaterials.objects.filter(soon | gone, retired_at=None)
    return [("remind_of_bill", {"bill": one}) for one in rows.values_list("reference", flat=True)[:500]]


def is_due(row: BillOfMaterials, on: date) -> bool:
    """Whether this bill's owner has yet to be told."""
    if row.reminded_for is None:
        return bill_rules.runs_out_soon(row.valid_until, on)
    return row.valid_until < on and row.reminded_for <= row.valid_until


def setup_and_bills(supplier: int, *, on: date, limit: int = 3) -> tuple[Setup, list[tuple[str, str, date]]]:
    """A company's setup, and (reference, name, last day) of bills in use that run out soon or have. One statement."""
    rows = BillOfMaterials.objects.filter(
        Exists(BillUse.objects.filter(bill=OuterRef("pk"))), supplier=OuterRef("pk"), retired_at=None,
        valid_until__lte=on + timedelta(days=bill_rules.REMIND_DAYS),
    )  # fmt: skip
    told = JSONObject(reference="reference", name="name", until="valid_until")
    setup, (found,) = companies.setup_with(
        supplier, ArraySubquery(rows.order_by("valid_until").values(told=told)[:limit])
    )
    return setup, [(one["reference"], one["name"], date.fromisoformat(one["until"])) for one in found]


# -- verdicts --------------------------------------------------------------------------------------------------------
def examined(product: str, destination: str, *, supplier: str, on: date) -> Examined | None:
    """What the bill of one's own product leads to at a destination; None without a bill, or for everybody else."""
    use = BillUse.objects.filter(product__reference=product, product__supplier__reference=supplier).first()
    found = examined_everywhere(product, on=on) if use else []
    return next((one for one in found if one.destination == destination), None)


def examined_everywhere(product: str, *, on: date) -> list[Examined]:
    """The same for every destination a preference is known at; empty without a bill."""
    kept = bill_of(product)
    row = Product.objects.filter(reference=product).first()
    if kept is None or row is None:
        return []
    codes = dict(TariffCode.objects.filter(product=row).values_list("destination", "code"))
    country, region = row.origin_country or "MA", row.origin_region
    return [
        examine_bill(kept, product=product, destination=there, hs=codes.get(there) or row.hs6, country=country,
                     region=region, on=on)
        for there in schedule.origin_destinations()
    ]  # fmt: skip


def destinations() -> tuple[str, ...]:
    """Where a preference is known."""
    return schedule.origin_destinations()


def examine_bill(
    kept: BillView, *, product: str, destination: str, hs: str, country: str, region: str, on: date
) -> Examined:
    """What a bill leads to for goods of this code at a destination on a day."""
    entry = kept.entry
    goods = schedule.Bill(
        destination, hs, country, entry.price or Decimal(0), tuple(_material(one) for one in entry.materials),
        entry.wholly_obtained, entry.new_and_different, region,
    )  # fmt: skip
    verdict = schedule.origin(goods, processing=entry.processing, direct=entry.direct, on=on) if hs else None
    gaps = bill_rules.gaps_of_proof(entry.materials, verdict.counted, on) if verdict else []
    return Examined(
        product, destination, hs, kept, verdict, schedule.marked(goods, on=on),
        schedule.claim(destination, verdict.agreement, on) if verdict else None, tuple(gaps), kept.valid_until < on,
    )  # fmt: skip


def _material(one: MaterialEntry) -> schedule.Material:
    return schedule.Material(one.name, one.hs, one.origin, one.value or Decimal(0), one.became_in, one.proof)


Claims = tuple[bool | None, bool | None]


def claims(products: Sequence[str], country: str, *, on: date) -> dict[str, Claims]:
    """Reference → (whether a preference is claimed in a country, whether it was examined); None: nothing is said."""
    market = gazetteer.market_for(country)
    here = [country, *(["EU"] if market is not None and market.currency == "EUR" else [])]
    wanted = Q()
    for one in here:
        wanted |= Q(agreement__startswith=f"{one}-")
    stated = ProductPreference.objects.filter(wanted, product__reference__in=products)
    kept = ProductOrigin.objects.filter(wanted, product__reference__in=products, valid_until__gte=on)
    found: dict[str, Claims] = {}
    for reference, status in stated.values_list("product__reference", "status"):
        found[reference] = _claim(status, examined=False)
    for reference, status in kept.values_list("product__reference", "status"):
        found[reference] = _claim(status, examined=True)
    return found


def _claim(status: str, *, examined: bool) -> Claims:
    if status == PreferenceStatus.UNKNOWN:
        return None, None
    return (False, None) if status == PreferenceStatus.NONE else (True, examined)


def until(found: Examined, day: date) -> date:
    """The last day of a declaration signed on a day."""
    pairs = zip(found.bill.entry.materials, found.counted, strict=True)
    months = found.claim.blanket_months if found.claim else 0
    proofs = [one.proof_until for one, yes in pairs if yes]
    return bill_rules.holds_until(day, months=months, bill_until=found.bill.valid_until, proofs=proofs)


# -- declarations ----------------------------------------------------------------------------------------------------
def declarations_of(product: str, *, supplier: int) -> list[DeclarationView]:
    """What was signed for one's own product, newest first."""
    rows = OriginDeclaration.objects.filter(product__reference=product, supplier_id=supplier)
    return [_declared(row) for row in rows.select_related("product").order_by("-signed_at", "-id")]


def declaration(reference: str, *, supplier: int) -> DeclarationView | None:
    """One's own declaration; None for everybody else."""
    rows = OriginDeclaration.objects.select_related("product").filter(reference=reference, supplier_id=supplier)
    row = rows.first()
    return _declared(row) if row else None


def _declared(row: OriginDeclaration) -> DeclarationView:
    return DeclarationView(
        row.reference, row.product.reference, row.destination, row.agreement, row.status, row.share, row.valid_from,
        row.valid_until, row.signed_name, row.signed_as, row.signed_at, row.withdrawn_at, row.data,
    )  # fmt: skip


def elements_of(found: Examined, company: Company) -> dict[str, Any]:
    """The data elements as they are printed: English, since customs reads them; what depends on a shipment is open."""
    claim = found.claim
    assert claim is not None
    texts = elements_texts(found, company)
    return {
        "form": claim.form, "source": claim.source, "signed_by": claim.signed_by, "kept_years": claim.kept_years,
        "blanket_months": claim.blanket_months,
        "elements": [[name, texts.get(name, "")] for name in claim.elements],
        "marking": marking_text(found), "rule": found.verdict.source if found.verdict else "",
    }  # fmt: skip


def elements_texts(found: Examined, company: Company | None = None) -> dict[str, str]:
    """What is known of each data element, in English: customs reads it. One statement without the company."""
    entry, counted = found.bill.entry, found.counted
    company = company or Company.objects.get(products__reference=found.product)
    address = ", ".join(filter(None, [company.street, company.postal_code, company.town, company.country]))
    seller = ", ".join(filter(None, [company.legal_name or company.name, address, company.phone]))
    pairs = list(zip(entry.materials, counted, strict=True))
    made = "; ".join(f"{one.kind} {_money(one.amount, entry)}" for one in entry.costs if bill_rules.counts(one.kind))
    return {
        "exporter": seller,
        "producer": seller,
        "description": dict(found.bill.used_by).get(found.product, found.product),
        "tariff_code": found.hs,
        "operations_and_costs": ". ".join(filter(None, [entry.making, made])),
        "originating_materials": _listed(one for one, yes in pairs if yes and not one.became_in) or "none",
        "transformed_materials": _listed(one for one, yes in pairs if yes and one.became_in) or "none",
        "foreign_materials": _listed(one for one, yes in pairs if not yes) or "none",
        "criterion": _criterion(found),
        "direct_transport": entry.route or ("Imported directly" if entry.direct else ""),
    }


def _money(amount: Decimal | None, entry: BillEntry) -> str:
    of = f" per {plain(entry.quantity or Decimal(1))} {entry.unit}"
    return f"{plain(amount or Decimal(0))} {entry.currency}{of}"


def _listed(materials: Iterable[MaterialEntry]) -> str:
    return "; ".join(
        f"{one.name} ({one.origin}) {plain(one.value or Decimal(0))}" + (f" → {one.became}" if one.became else "")
        for one in materials
    )


def _criterion(found: Examined) -> str:
    verdict = found.verdict
    if verdict is None:
        return ""
    name = origin_words.AGREEMENTS.get((found.destination, verdict.agreement), verdict.agreement)
    figure = "" if verdict.share is None else f" {verdict.share} % (threshold {verdict.threshold} %)"
    return f"{name}: {verdict.rule.replace('_', ' ')}{figure}"


def marking_text(found: Examined) -> str:
    """The words on the goods; empty where nobody can tell yet."""
    marked = found.marked
    if marked.marking is None or not marked.country:
        return ""
    names = {
        "country": gazetteer.country_name(marked.country),
        "country_fr": gazetteer.country_name(marked.country, "fr"),
    }
    return marked.marking.words % names
