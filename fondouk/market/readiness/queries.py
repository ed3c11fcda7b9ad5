"""What goods need for a destination and how far their supplier is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.db import connection

from fondouk.engines.places import gazetteer
from fondouk.engines.requirements import checklist
from fondouk.engines.requirements.checklist import Item
from fondouk.market.catalogue.publication import Publication
from fondouk.market.companies.models import TrustFact
from fondouk.market.orders.rules import OrderState
from fondouk.market.readiness import rules
from fondouk.market.readiness.models import Mark, Task
from fondouk.market.readiness.rules import MarkState


@dataclass(frozen=True, slots=True)
class MarkView:
    """What the supplier says, since when, and the certificate's scheme and last day where it names one."""

    requirement: str
    state: MarkState
    note: str
    scheme: str
    valid_until: date | None
    marked_at: datetime
    marked_by: str


@dataclass(frozen=True, slots=True)
class Line:
    """One requirement of one product; `scheme` is a certificate on file that answers it by itself."""

    item: Item
    mark: MarkView | None
    scheme: str

    @property
    def settled(self) -> bool:
        """Whether it is done or not needed."""
        return self.mark is not None or bool(self.scheme)


@dataclass(frozen=True, slots=True)
class Checklist:
    """What one product needs in one market."""

    market: gazetteer.Market
    territory: str
    lines: tuple[Line, ...]
    knows_supplier: bool = True

    @property
    def own(self) -> tuple[Line, ...]:
        """What the supplier does."""
        return tuple(line for line in self.lines if line.item.side == "supplier")

    @property
    def others(self) -> tuple[Line, ...]:
        """What the importer does."""
        return tuple(line for line in self.lines if line.item.side == "buyer")

    @property
    def done(self) -> int:
        """How much of the supplier's part is settled."""
        return sum(line.settled for line in self.own)

    @property
    def share(self) -> int | None:
        """Percent of the supplier's part that is settled; None where nothing is on file for these goods."""
        return rules.share(line.settled for line in self.own)


def of_product(product: Publication, *, on: date, markets: Iterable[gazetteer.Market] = ()) -> list[Checklist]:
    """The checklist of each market (all of them unless named). Two small statements, whatever the markets."""
    marks = marks_of([product.id], on=on).get(product.id, {})
    return [_of(product, market, marks, on) for market in markets or gazetteer.markets()]


def of_code(hs: str, *, country: str, mode: str, on: date) -> Checklist | None:
    """The checklist of a code alone, with no supplier behind it; None for a country that is no market here."""
    market = gazetteer.market_for(country)
    if market is None:
        return None
    items = checklist.needed(hs, country=country, on=on, mode=mode)
    lines = tuple(Line(one, None, "") for one in items)
    return Checklist(market, checklist.territory(country), lines, knows_supplier=False)


def _of(product: Publication, market: gazetteer.Market, marks: Mapping[str, MarkView], on: date) -> Checklist:
    held = [one.scheme for one in product.certificates]
    items = checklist.needed(code_of(product, market.code), country=market.country, on=on)
    lines = (Line(one, marks.get(one.code), _answering(one, held)) for one in items)
    return Checklist(market, checklist.territory(market.country), tuple(lines))


def code_of(product: Publication, market: str) -> str:
    """The full code in a market where it was classified, else the six digits."""
    found = product.tariff_codes.get(market)
    return found.code if found else product.hs6


def _answering(item: Item, held: Iterable[str]) -> str:
    return next((scheme for scheme in held if scheme in item.schemes), "")


def marks_of(products: Iterable[int], *, on: date) -> dict[int, dict[str, MarkView]]:
    """Product id → requirement → mark; one that rests on a certificate ends with it. At most two statements."""
    rows = _marks(list(products))
    proofs = _proofs([row.evidence_id for row in rows if row.evidence_id], on)
    found: dict[int, dict[str, MarkView]] = {}
    for row in rows:
        if row.evidence_id is None or row.evidence_id in proofs:
            found.setdefault(row.product_id, {})[row.requirement] = _mark(row, proofs.get(row.evidence_id or 0))
    return found


class _Row(NamedTuple):
    product_id: int
    requirement: str
    state: str
    note: str
    evidence_id: int | None
    marked_at: datetime
    marked_by: str


_MARKS = f"""
    SELECT {", ".join(_Row._fields)} FROM {Mark._meta.db_table}
    WHERE product_id = ANY(%s) AND withdrawn_at IS NULL ORDER BY id
"""  # noqa: S608 - columns of ours


def _marks(products: list[int]) -> list[_Row]:
    """Marks that hold; on every page of a product, where Django's compiling costs more than the answer."""
    with connection.cursor() as cursor:
        cursor.execute(_MARKS, [products])
        return [_Row(*row) for row in cursor.fetchall()]


def _proofs(keys: list[int], on: date) -> dict[int, TrustFact]:
    """Accepted certificates in force, through the public view: the rows of evidence are their company's own."""
    if not keys:
        return {}
    rows = TrustFact.objects.filter(pk__in=keys, valid_from__lte=on).exclude(valid_until__lt=on)
    return {row.pk: row for row in rows}


def _mark(row: _Row, proof: TrustFact | None) -> MarkView:
    return MarkView(
        row.requirement, MarkState(row.state), row.note, proof.scheme if proof else "",
        proof.valid_until if proof else None, row.marked_at, row.marked_by,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class TaskView:
    """One task of an order as its page shows it."""

    reference: str
    side: str
    kind: str
    names: Mapping[str, str]
    texts: Mapping[str, str]
    source: str
    address: str
    retrieved_on: date | None
    due_on: date | None
    note: str
    file: str
    done_at: datetime | None
    done_by: str

    def name(self, language: str) -> str:
        """What is to be done; English where it was not translated."""
        return self.names.get(language[:2]) or self.names.get("en", "")

    def text(self, language: str) -> str:
        """How."""
        return self.texts.get(language[:2]) or self.texts.get("en", "")

    def late(self, on: date) -> bool:
        """Whether its day has passed and it is open."""
        return self.done_at is None and self.due_on is not None and self.due_on < on


@dataclass(frozen=True, slots=True)
class Late:
    """An order with tasks of one side that are past their day."""

    order: str
    title: str
    count: int
    due_on: date
    names: Mapping[str, str]


def tasks_of(order: str) -> list[TaskView]:
    """The tasks of an order, in the order they fall due. One statement."""
    rows = Task.objects.filter(order__reference=order)
    return [_task(row) for row in rows.order_by("position")]


def task(reference: str, *, order: str) -> TaskView | None:
    """One task of an order."""
    row = Task.objects.filter(reference=reference, order__reference=order).first()
    return _task(row) if row else None


def late_tasks(company: int, *, side: str, on: date, limit: int = 3) -> list[Late]:
    """Running orders in which tasks of this side are past their day, the longest wait first. One statement."""
    column = {"supplier": "supplier_id", "buyer": "buyer_id"}[side]
    rows = (
        Task.objects.filter(side=side, done_at=None, due_on__lt=on, **{column: company})
        .exclude(order__state__in=(OrderState.CLOSED, OrderState.CANCELLED, OrderState.COMPLETED))
        .select_related("order")
        .order_by("due_on", "position")
    )
    found: dict[str, list[Task]] = {}
    for row in rows:
        found.setdefault(row.order.reference, []).append(row)
    firsts = [(several[0], len(several)) for several in found.values()][:limit]
    return [Late(one.order.reference, one.order.title, count, one.due_on or on, one.names) for one, count in firsts]


def _task(row: Task) -> TaskView:
    return TaskView(**{name: getattr(row, name) for name in TaskView.__dataclass_fields__})
