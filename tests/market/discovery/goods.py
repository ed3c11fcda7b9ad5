"""A shelf of published goods for discovery and the search pages."""

from __future__ import annotations

from decimal import Decimal

from fondouk.doors.ops import indexer, readers
from fondouk.market.catalogue.entry import ImportRow, TextEntry
from fondouk.market.catalogue.imports import import_products
from fondouk.market.catalogue.rules import Break
from tests.cast import Party
from tests.clock import AT
from tests.market.catalogue import offers

SYSTEM = offers.SYSTEM


def text(title: str, summary: str = "") -> TextEntry:
    """Words in one language."""
    return TextEntry(title, summary)


def publish(party: Party, count: int = 1, **changes: object) -> list[str]:
    """Publish `count` products of a supplier at once, as an import does; gives their references."""
    rows = []
    for number in range(count):
        entry = offers.entry(
            sku=f"{changes.get('sku', 'SKU')}-{number}", **{k: v for k, v in changes.items() if k != "sku"}
        )
        rows.append(
            ImportRow(party.reference, entry, (offers.drawn(number),), True, f"PRD-{party.id % 1000:04}-{number:04}")
        )
    import_products(rows=rows, by=SYSTEM, at=AT)
    return [row.reference for row in rows]


def read_and_index() -> None:
    """What readers and indexer do all day."""
    readers.read_all(AT)
    indexer.index_all()


def cheap() -> tuple[Break, ...]:
    """One price."""
    return (Break(Decimal(50), Decimal("4.20"), 3),)
