"""What a door may ask about trade documents; a company sees those of its own trades."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fondouk.engines.files import store
from fondouk.market.papers import rules
from fondouk.market.papers.models import Paper


@dataclass(frozen=True, slots=True)
class PaperCard:
    """One version of a document; `name` is a sentence marked for translation, `size` counts bytes."""

    reference: str
    kind: str
    name: str
    subject: str
    within: str
    number: str
    version: int
    language: str
    made_here: bool
    file: str
    file_name: str
    sha256: str
    size: int
    added_at: datetime
    added_by: str
    newest: bool = True


def papers_within(within: str) -> list[PaperCard]:
    """Every version of every document of an order, oldest first; the newest version of each is marked."""
    rows = list(Paper.objects.filter(within=within).defer("data"))
    newest = {(row.subject, row.kind, row.number): row.version for row in sorted(rows, key=lambda row: row.version)}
    return [_card(row, row.version == newest[row.subject, row.kind, row.number]) for row in rows]


def paper(reference: str) -> PaperCard | None:
    """One document, as far as the asking company may see it."""
    row = Paper.objects.filter(reference=reference).defer("data").first()
    return _card(row) if row else None


def content(reference: str) -> tuple[PaperCard, bytes] | None:
    """A document with its bytes, as far as the asking company may see it."""
    card = paper(reference)
    if card is None:
        return None
    _, found = store.open(card.file)
    return card, found


def _card(row: Paper, newest: bool = True) -> PaperCard:
    kind = rules.PaperKind(row.kind)
    return PaperCard(
        row.reference, row.kind, rules.NAMES[kind], row.subject, row.within, row.number, row.version, row.language,
        kind in rules.MADE, row.file, row.file_name, row.sha256, row.size, row.added_at, row.added_by, newest,
    )  # fmt: skip
