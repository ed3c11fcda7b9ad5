"""Every read of discovery: cards, the documents for the index, similar products, saved searches."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import Count, F, Q, QuerySet

from fondouk.engines.landed_cost import estimate
from fondouk.engines.places import gazetteer
from fondouk.engines.search import index
from fondouk.market.catalogue import queries as catalogue
from fondouk.market.catalogue.publication import Publication
from fondouk.market.companies.models import TrustFact
from fondouk.market.discovery import fronts, landed, making, saved
from fondouk.market.discovery.models import Listing, SavedSearch

_BATCH = 2_000
SWEPT_MAX = 500
TURNED_DAYS = 7
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing in a landed cost: a code, an English sentence with places, its values."""

    code: str
    sentence: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Landed:
    """The landed cost of one unit in the named shipment to one market, before recoverable tax."""

    unit: Decimal
    shipment: Decimal
    currency: str
    quantity: Decimal
    mode: str
    pallets: int | None
    transit_days: tuple[int, int] | None
    certainty: str
    gaps: tuple[Gap, ...] = ()
    shared_gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Photo:
    """A card's photo."""

    src: str
    srcset: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Card:
    """A product as a card shows it, in one language, for one market."""

    reference: str
    title: str
    title_language: str
    slug: str
    supplier: str
    supplier_reference: str
    shop: str
    region: str
    place: str
    price_low: Decimal | None
    price_high: Decimal | None
    currency: str
    incoterm: str
    unit: str
    minimum: Decimal | None
    lead_days: tuple[int, int] | None
    certificates: tuple[str, ...]
    facts: Mapping[str, Any]
    photo: Photo | None
    landed: Landed | None
    category: str
    response_minutes: int | None
    stamp: str

    @property
    def path(self) -> str:
        """Its page, without the language prefix."""
        return f"/p/{self.reference}/{self.slug}/"


def _rows(rows: QuerySet[Listing], language: str, market: str) -> list[Card]:
    found = rows.values_list("product", "inputs", "cards__all", f"cards__{_language(language)}", f"landed__{market}")
    return [_card(*row) for row in found]


def _language(language: str) -> str:
    return language if language in index.LANGUAGES else "en"


def _card(product: str, stamp: str, same: dict[str, Any], words: dict[str, Any], cost: dict[str, Any] | None) -> Card:
    photo = same["photo"]
    return Card(
        reference=product, title=words["title"], title_language=words["title_language"], slug=words["slug"],
        supplier=words["supplier"], supplier_reference=same["supplier"], shop=same["shop"], region=words["region"],
        place=words["place"], price_low=_decimal(same["low"]), price_high=_decimal(same["high"]),
        currency=same["currency"], incoterm=same["incoterm"], unit=same["unit"], minimum=_decimal(same["minimum"]),
        lead_days=(same["lead"][0], same["lead"][1]) if same["lead"] else None,
        certificates=tuple(same["certificates"]), facts=same["facts"], photo=Photo(**photo) if photo else None,
        landed=_landed(cost) if cost else None, category=same["category"], response_minutes=same["answers"],
        stamp=stamp,
    )  # fmt: skip


def _decimal(text: str | None) -> Decimal | None:
    return Decimal(text) if text is not None else None


def _landed(cost: dict[str, Any]) -> Landed | None:
    if cost["unit"] is None:
        return None
    return Landed(
        unit=Decimal(cost["unit"]), shipment=Decimal(cost["shipment"]), currency=cost["currency"],
        quantity=Decimal(cost["quantity"]), mode=cost["mode"], pallets=cost["pallets"],
        transit_days=(cost["transit"][0], cost["transit"][1]) if cost["transit"] else None,
        certainty=cost["certainty"], gaps=tuple(Gap(**one) for one in cost["own"]),
        shared_gaps=tuple(Gap(**one) for one in cost["shared"]),
    )  # fmt: skip


# Asked on every page of results, where Django's compiling costs more than the answer.
_STAMPS = "SELECT product, inputs FROM listing WHERE product = ANY(%s)"
_CARDS = "SELECT product, inputs, cards->'all', cards->%s, landed->%s FROM listing WHERE product = ANY(%s)"
_SOME_CARDS = """
    SELECT product, inputs, CASE WHEN product = ANY(%s) THEN cards->'all' END,
        CASE WHEN product = ANY(%s) THEN cards->%s END, CASE WHEN product = ANY(%s) THEN landed->%s END
    FROM listing WHERE product = ANY(%s)
"""


def cards(references: Sequence[str], *, language: str, market: str) -> list[Card]:
    """The cards of these products, in this order; what is no longer public is left out. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_CARDS, [_language(language), market, list(references)])
        found = {row[0]: _card(row[0], row[1], *map(_json, row[2:])) for row in cursor.fetchall()}
    return [found[reference] for reference in references if reference in found]


def _json(value: Any) -> Any:
    """Raw cursors hand JSON over as text."""
    return json.loads(value) if isinstance(value, str) else value


def stamps(references: Sequence[str]) -> dict[str, str]:
    """Reference → stamp of what the listing says, for those still public. One small statement."""
    with connection.cursor() as cursor:
        cursor.execute(_STAMPS, [list(references)])
        return dict(cursor.fetchall())


def stamps_and_cards(
    references: Sequence[str], new: Sequence[str], *, language: str, market: str
) -> tuple[dict[str, str], list[Card]]:
    """The stamps of the products that are still public, and the cards of those that are `new`. One statement."""
    if not new:
        return stamps(references), []
    asked = list(new)
    with connection.cursor() as cursor:
        cursor.execute(_SOME_CARDS, [asked, asked, _language(language), asked, market, list(references)])
        rows = cursor.fetchall()
    return {row[0]: row[1] for row in rows}, [_card(row[0], row[1], *map(_json, row[2:])) for row in rows if row[2]]


def browse(
    *, language: str, market: str, category: str = "", sector: str = "", supplier: int | None = None, region: str = "",
    newest: bool = False, offset: int = 0, limit: int = 24,
) -> list[Card]:  # fmt: skip
    """Public products without words asked for, from a database index order. One statement."""
    rows = _browsed(category, sector, supplier, region, newest=newest)
    return _rows(rows[offset : offset + limit], language, market)


def browse_references(
    *, category: str = "", sector: str = "", region: str = "", newest: bool = False, offset: int = 0, limit: int = 24
) -> list[str]:
    """The products of a shelf in the same order, by reference. One statement."""
    rows = _browsed(category, sector, None, region, newest=newest)
    return list(rows.values_list("product", flat=True)[offset : offset + limit])


def _browsed(category: str, sector: str, supplier: int | None, region: str, *, newest: bool) -> QuerySet[Listing]:
    """In the order of an index; one supplier's goods by their weight, since nobody else's stand between them."""
    first = "published_at" if newest else "weight" if supplier else "place"
    rows = _shelf(category=category, sector=sector, supplier=supplier, region=region)
    return rows.order_by(F(first).desc(), "id")


def newest(*, language: str, market: str, limit: int = 4) -> list[Card]:
    """The newest product of each sector, newest first, so that a range of variants does not fill the page. One
    statement."""
    first = Listing.objects.order_by("sector", F("published_at").desc(), F("weight").desc(), "id").distinct("sector")
    rows = Listing.objects.filter(pk__in=first.values("pk")).order_by(F("published_at").desc(), F("weight").desc())
    return _rows(rows[:limit], language, market)


def _shelf(*, category: str, sector: str, supplier: int | None, region: str) -> QuerySet[Listing]:
    wanted = {"category": category, "sector": sector, "supplier_id": supplier, "region": region}
    return Listing.objects.filter(**{column: value for column, value in wanted.items() if value})


def count(*, category: str = "", sector: str = "", supplier: int | None = None, region: str = "") -> int:
    """How many public products there are on a shelf."""
    return _shelf(category=category, sector=sector, supplier=supplier, region=region).count()


_SIMILAR = """
    SELECT product, inputs, supplier_id = (SELECT supplier_id FROM listing WHERE product = %s) FROM listing
    WHERE category = (SELECT category FROM listing WHERE product = %s) AND product <> %s
    ORDER BY place DESC, id LIMIT 40
"""


def similar_stamps(reference: str, *, limit: int = 4) -> dict[str, str]:
    """Products of the same category with their stamps, other suppliers' first among the forty that browsing shows
    first. One statement, in the order of an index."""
    with connection.cursor() as cursor:
        cursor.execute(_SIMILAR, [reference] * 3)
        rows = sorted(cursor.fetchall(), key=lambda row: bool(row[2]))
    return {product: stamp for product, stamp, _ in rows[:limit]}


def browse_stamps(supplier: int, *, newest: bool = False, offset: int = 0, limit: int = 24) -> dict[str, str]:
    """A supplier's products in order with their stamps. One statement."""
    order = "published_at" if newest else "weight"
    with connection.cursor() as cursor:
        cursor.execute(_OF_SUPPLIER.format(order=order), [supplier, limit, offset])
        return dict(cursor.fetchall())


_OF_SUPPLIER = "SELECT product, inputs FROM listing WHERE supplier_id = %s ORDER BY {order} DESC, id LIMIT %s OFFSET %s"
_TITLES = "SELECT product, cards#>>%s FROM listing WHERE supplier_id = %s ORDER BY cards#>%s, id LIMIT %s"


def titles_of(supplier: int, *, language: str, limit: int = 200) -> list[tuple[str, str]]:
    """(reference, title) of a supplier's products, by title: what can be asked about. One statement."""
    said = [_language(language), "title"]
    with connection.cursor() as cursor:
        cursor.execute(_TITLES, [said, supplier, said, limit])
        return list(cursor.fetchall())


@dataclass(frozen=True, slots=True)
class Figures:
    """How much there is to find."""

    products: int
    suppliers: int
    regions: int


def figures() -> Figures:
    """Public products, their suppliers and regions. One statement."""
    found = Listing.objects.aggregate(
        products=Count("id"), suppliers=Count("supplier_id", distinct=True), regions=Count("region", distinct=True)
    )
    return Figures(**found)


def counts_by(column: str) -> dict[str, int]:
    """Public products by `category`, `sector` or `region`. One statement."""
    if column not in {"category", "sector", "region"}:
        raise ValueError(column)
    return dict(Listing.objects.values_list(column).annotate(Count("id")).order_by(column))


def landed_shipment(
    product: Publication, market: str, *, on: date, quantity: Decimal | None = None, port: str = ""
) -> estimate.Shipment | None:
    """The shipment a product's page estimates, made as the cards' is; None where price, minimum or code is missing."""
    found = gazetteer.market(market)
    return landed.shipment(product, found, quantity=quantity, port=port, on=on) if found else None


# -- for the indexer ---------------------------------------------------------------------------------------------------


def documents(references: Iterable[str]) -> list[index.Document]:
    """The search documents of these products; what is missing is no longer public."""
    rows = Listing.objects.filter(product__in=list(references)).values_list("document", "landed")
    return [making.from_json(*row) for row in rows]


def all_documents() -> Iterator[index.Document]:
    """Every search document, in batches by key, for a rebuild. One that cannot be read is left out, and told."""
    last = 0
    while rows := list(
        Listing.objects.filter(pk__gt=last).order_by("pk").values_list("pk", "product", "document", "landed")[:_BATCH]
    ):
        last = rows[-1][0]
        for _, product, *row in rows:
            try:
                yield making.from_json(*row)
            except (KeyError, TypeError, ValueError, ArithmeticError):
                logger.exception("the listing of %s cannot be indexed", product)


def due(at: datetime) -> list[tuple[str, dict[str, Any]]]:
    """Listings not looked at today, up to 500 a sweep, and saved searches whose person may be told again.

    A measure, a rate or a certificate may have begun or ended since yesterday. First come those of suppliers of whom
    something proven has: nobody is shown as accredited while a long catalogue is gone through.
    """
    stale = _stale(at.date(), Listing.objects.filter(supplier_id__in=_turned(at.date()))) or _stale(at.date())
    commands: list[tuple[str, dict[str, Any]]] = [("refresh", {"products": stale})] if stale else []
    behind = fronts.due(at.date()) or fronts.missing()
    commands += [("refresh_fronts", {"suppliers": behind})] if behind else []
    return commands + [("look_again", {"saved": reference}) for reference in saved.due(at)]


def _stale(today: date, among: QuerySet[Listing] | None = None) -> list[str]:
    rows = (Listing.objects.all() if among is None else among).filter(checked_on__lt=today)
    return list(rows.order_by("pk").values_list("product", flat=True)[:SWEPT_MAX])


def _turned(today: date) -> list[int]:
    """Suppliers (ids) of whom a public fact began or ended in the last days."""
    days = (today - timedelta(days=TURNED_DAYS), today)
    turned = TrustFact.objects.filter(Q(valid_until__range=days) | Q(valid_from__range=days))
    return list(turned.exclude(kind="shipment").values_list("company", flat=True).distinct())


def is_behind(at: datetime) -> bool:
    """Whether any listing has not been looked at today."""
    return Listing.objects.filter(checked_on__lt=at.date()).exists()


# -- why a product stands where it stands -----------------------------------------------------------------------------


def weights_of(references: Sequence[str], *, on: date) -> dict[str, dict[str, float]]:
    """Reference → the parts of its ranking weight, by name. Two statements."""
    found = catalogue.publications(references=references, on=on)
    return {product.reference: making.weight(product, on) for product in found}


def weight_parts(reference: str, *, on: date) -> dict[str, float]:
    """The parts of a product's ranking weight, by name; empty where it is not public."""
    product = catalogue.publication(reference, on=on)
    return making.weight(product, on) if product else {}


# -- saved searches ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved search."""

    reference: str
    name: str
    query: str
    language: str
    market: str
    alert: str
    saved_at: datetime


def saved_searches(person: str) -> list[Saved]:
    """A person's (reference) saved searches, newest first."""
    rows = SavedSearch.objects.filter(person__reference=person).order_by("-saved_at")
    return [
        Saved(row.reference, row.name, row.query, row.language, row.market, row.alert, row.saved_at) for row in rows
    ]
