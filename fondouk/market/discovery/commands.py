"""Every write of discovery: listings brought up to date by its reader, and the searches people save."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection

from fondouk.engines.events import journal
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.catalogue import queries as catalogue
from fondouk.market.companies.models import Person
from fondouk.market.discovery import costing, fronts, making, placing, rules
from fondouk.market.discovery import saved as saved_searches
from fondouk.market.discovery.models import Listing, SavedProduct, SavedSearch

NEVER = date(1970, 1, 1)
COSTS_BATCH = 4_000
PRODUCTS_PER_NEWS = 500
TOUCHES_MAX = 500
"""A load names at most so many headings; one that names so many may have touched more."""
_LOCK = 7_304_117
_COLUMNS = [
    "supplier_id", "category", "sector", "region", "heading", "document", "cards", "landed", "shipments", "needs",
    "weight", "inputs", "published_at", "made_at", "checked_on",
]  # fmt: skip


def refresh(*, products: Iterable[str], by: Actor, at: datetime) -> None:
    """Make the listings of these products (references) again; those no longer public disappear.

    Only what changed is written and told. One refresh at a time: the later one sees what the earlier one could not.
    """
    references = sorted(set(products))
    _one_at_a_time()
    made = making.listings(catalogue.publications(references=references, on=at.date()), at=at)
    known = {
        reference: (stamp, supplier, weight, category)
        for reference, stamp, supplier, weight, category in Listing.objects.filter(product__in=references).values_list(
            "product", "inputs", "supplier_id", "weight", "category"
        )
    }
    changed = [listing for listing in made if known.get(listing.product, ("",))[0] != listing.inputs]
    gone = {reference: known[reference][1] for reference in known.keys() - {listing.product for listing in made}}
    _write(changed, gone)
    moved = {one.supplier_id for one in changed if known.get(one.product, ())[2:] != (one.weight, one.category)}
    placing.place_again(moved | set(gone.values()))
    Listing.objects.filter(product__in=references, checked_on__lt=at.date()).update(checked_on=at.date())
    subjects = [(listing.product, [listing.supplier_id]) for listing in changed]
    subjects += [(reference, [supplier]) for reference, supplier in gone.items()]
    if subjects:
        journal.record_many("discovery.listing.changed", subjects=subjects, by=by, at=at)


def _one_at_a_time() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _write(changed: Sequence[Listing], gone: Iterable[str]) -> None:
    columns = [name.removesuffix("_id") for name in _COLUMNS]
    Listing.objects.bulk_create(
        changed, batch_size=500, update_conflicts=True, unique_fields=["product"], update_fields=columns
    )
    Listing.objects.filter(product__in=list(gone)).delete()


def refresh_suppliers(*, suppliers: Iterable[int], by: Actor, at: datetime) -> None:
    """Make all listings of these companies (ids) again: their evidence, name or orders changed."""
    products = set(Listing.objects.filter(supplier_id__in=list(suppliers)).values_list("product", flat=True))
    for supplier in suppliers:
        products |= {one.reference for one in catalogue.publications(catalogue.ids_of_supplier(supplier), on=at.date())}
    if products:
        refresh(products=products, by=by, at=at)


def refresh_fronts(*, suppliers: Iterable[int], by: Actor, at: datetime) -> None:  # noqa: ARG001
    """Make the rows of these companies (ids) in the search for suppliers again."""
    fronts.refresh(suppliers, on=at.date())


def save_search(
    *, query: str, name: str, language: str, market: str, alert: str, by: Actor, at: datetime
) -> SavedSearch:
    """Keep a search for the person, with the alert asked for. Saving it again changes its name and alert.

    It is the person's own affair and no event: the journal is read by colleagues.
    """
    person = _person(by)
    kept = SavedSearch.objects.filter(person=person).count()
    refuse_if(rules.refusal_to_save(name=name, query=query, kept=kept))
    wanted = alert if alert in set(rules.Alert) else rules.Alert.NONE
    saved, _ = SavedSearch.objects.update_or_create(
        person=person, query=query, market=market,
        defaults={"name": name or query[:60], "language": language, "alert": wanted},
        create_defaults={
            "name": name or query[:60], "language": language, "alert": wanted, "saved_at": at,
            "saved_by": by.label(), "told_at": at,
        },
    )  # fmt: skip
    return saved


def stop_alert(*, saved: str, by: Actor, at: datetime) -> None:  # noqa: ARG001
    """Send no more mail for a saved search; the search itself is kept. Twice is no error."""
    SavedSearch.objects.filter(reference=saved).update(alert=rules.Alert.NONE)


def drop_search(*, reference: str, by: Actor, at: datetime) -> None:  # noqa: ARG001
    """Forget a saved search; somebody else's is not found."""
    SavedSearch.objects.filter(reference=reference, person=_person(by)).delete()


def save_product(*, product: str, note: str | None = None, by: Actor, at: datetime) -> SavedProduct:
    """Keep a public product in the person's list; saving it again changes its note, where one is given.

    Raises Refused where it is not public. No event: what a person looks at is nobody else's affair.
    """
    person = _person(by)
    row = SavedProduct.objects.filter(person=person, product=product).first()
    kept = 0 if row else SavedProduct.objects.filter(person=person).count()
    refuse_if(rules.refusal_to_keep(note=note or "", kept=kept))
    if row is None:
        made = SavedProduct(person=person, product=product, title=_title(product), saved_at=at, saved_by=by.label())
        row = made
    row.note = row.note if note is None else note.strip()
    row.save()
    return row


def _title(product: str) -> str:
    """The product's title in English, else in whichever language its card has."""
    said = Listing.objects.filter(product=product).values_list("cards__en__title", flat=True).first()
    if said is None:
        raise Refused(Refusal("saved.gone", sentence("This product is no longer offered.")))
    return str(said)[:200]


def drop_product(*, product: str, by: Actor, at: datetime) -> None:  # noqa: ARG001
    """Take a product off the person's list; one that is not on it is no error."""
    SavedProduct.objects.filter(product=product, person=_person(by)).delete()


def mark_stale(*, table: str, touches: Sequence[str], by: Actor, at: datetime) -> None:  # noqa: ARG001
    """New reference data: the landed costs that may rest on it are looked at again, in the background.

    A new exchange rate also moves the shelf of a minimum order that is not priced in dollars.
    """
    from fondouk.market.discovery import tasks

    of_headings = table in {"measures", "lists"} and 0 < len(touches) < TOUCHES_MAX
    tasks.refresh_costs.defer(headings=sorted({one[:4] for one in touches}) if of_headings else [])
    if table == "fx_rates" and Listing.objects.exclude(needs__contains=["fx:USD"]).update(checked_on=NEVER):
        tasks.refresh_stale.defer()


def refresh_costs(*, headings: Sequence[str], after: Sequence[Any] = costing.START, by: Actor, at: datetime) -> None:
    """Look at a batch of landed costs again and ask for the next batch; tells the indexer of those that changed."""
    from fondouk.market.discovery import tasks

    _one_at_a_time()
    batch = costing.again(headings=headings, after=(after[0], after[1]), at=at, size=COSTS_BATCH)
    for start in range(0, len(batch.changed), PRODUCTS_PER_NEWS):
        told = batch.changed[start : start + PRODUCTS_PER_NEWS]
        journal.record(
            "discovery.costs.changed", subject=told[0], parties=[], by=by, at=at, data={"products": list(told)}
        )
    if batch.after is not None:
        tasks.refresh_costs.defer(headings=list(headings), after=list(batch.after))


def refresh_stale(*, by: Actor, at: datetime, limit: int = 1000) -> None:
    """Make a batch of the listings again that have not been looked at today; the task calls until none is left."""
    stale = Listing.objects.filter(checked_on__lt=at.date()).order_by("checked_on", "pk")
    if references := list(stale.values_list("product", flat=True)[:limit]):
        refresh(products=references, by=by, at=at)


def look_again(*, saved: str, by: Actor, at: datetime) -> SavedSearch | None:  # noqa: ARG001
    """Look for what is new in a saved search and have its person told; nothing new is told to nobody."""
    row = SavedSearch.objects.select_for_update().filter(reference=saved).exclude(alert=rules.Alert.NONE).first()
    if row is None:
        return None
    products = saved_searches.news(row)
    row.told_at = at
    row.save(update_fields=["told_at"])
    if products:
        from fondouk.market.discovery import tasks

        tasks.mail_news.defer(saved=row.reference, products=products)
    return row


def _person(by: Actor) -> Person:
    person = Person.objects.filter(reference=by.person).first()
    if person is None:
        raise Refused(
            Refusal("search.sign_in", sentence("Sign in first: what is saved needs somebody to keep it for."))
        )
    return person
