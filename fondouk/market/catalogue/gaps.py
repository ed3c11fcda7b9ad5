"""The product of a supplier whose missing fields cost it most, for its home page. Two statements."""

from __future__ import annotations

from datetime import date

from fondouk.market.catalogue import queries, rules, whole
from fondouk.market.catalogue.publication import Publication
from fondouk.market.catalogue.rules import Gap

_STATES = ("DRAFT", "PUBLISHED", "PAUSED")


def widest(supplier: int, *, country: str, on: date, limit: int = 3) -> list[tuple[Publication, Gap]] | None:
    """(product, the next best step) for the least ready products; None where there is no product at all."""
    where, order = "p.supplier_id = %s AND p.state = ANY(%s)", "p.readiness, p.id LIMIT %s"
    products = whole.products(where, [supplier, list(_STATES), limit], on=on, order=order)
    if not products:
        return None
    found = [(one, rules.readiness(queries.facts_of(one, seller_country=country)).next_step) for one in products]
    return [(one, gap) for one, gap in found if gap is not None]
