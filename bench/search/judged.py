"""The judged set: what buyers type, in three languages and spellings, and the category that answers it.

A hit gains one where it stands in the judged category; nDCG@10 against as many such hits as there are (ten at most).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log2
from pathlib import Path

from fondouk.engines.search.index import Document, Engine, Query

JUDGED = Path(__file__).with_name("judged.txt")


@dataclass(frozen=True)
class Judgement:
    """One question and the category that answers it."""

    question: str
    category: str


def judgements() -> list[Judgement]:
    """All of them."""
    lines = [line for line in JUDGED.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [
        Judgement(question, category)
        for category, *questions in (map(str.strip, line.split("|")) for line in lines)
        for question in questions
    ]


def demo_documents() -> Iterator[Document]:
    """The demonstration's products as documents: its texts with its categories' and headings' vocabulary."""
    from datetime import date

    from fondouk.doors.demo import products, reading
    from fondouk.doors.demo.variants import forms
    from fondouk.market.catalogue.publication import Shelf
    from fondouk.market.discovery import making

    headings = {row["code"]: row for row in reading.table("headings.csv")}
    shelves = {
        row["code"]: Shelf(
            code=row["code"], sector=row["parent"] or row["code"], names={one: row[one] for one in reading.LANGUAGES},
            synonyms=reading.synonyms(row), heading=row["heading"],
            heading_names={one: headings[row["heading"]][one] for one in reading.LANGUAGES} if row["heading"] else {},
        )
        for row in reading.table("categories.csv")
    }  # fmt: skip
    for form in forms():
        entry = products.entry_of(form, (), date(2026, 11, 23))
        shelf = shelves[entry.category]
        yield Document(
            id=products.reference_of(form.key), titles={one: text.title for one, text in entry.texts.items()},
            summaries={one: f"{text.summary} {text.description}" for one, text in entry.texts.items()},
            words={one: "\n".join(making.shelf_words(shelf, one)) for one in reading.LANGUAGES},
            tags={"category": (shelf.sector, shelf.code)}, family=f"{form.product['of']}/{shelf.code}",
        )  # fmt: skip


def judge(engine: Engine) -> tuple[float, list[tuple[float, str, str]]]:
    """(mean nDCG@10, the questions from the worst: their nDCG, text and category)."""
    sizes: dict[str, int] = {}
    category_of: dict[str, str] = {}
    for document in demo_documents():
        category_of[document.id] = document.tags["category"][-1]
        sizes[category_of[document.id]] = sizes.get(category_of[document.id], 0) + 1
    scored = []
    for one in judgements():
        hits = engine.find(Query(one.question, size=10)).hits
        gains = [category_of.get(hit.id) == one.category for hit in hits]
        best = sum(1 / log2(rank + 2) for rank in range(min(10, sizes.get(one.category, 0))))
        got = sum(gain / log2(rank + 2) for rank, gain in enumerate(gains))
        scored.append((got / best if best else 0.0, one.question, one.category))
    return sum(score for score, _, _ in scored) / len(scored), sorted(scored)
