"""What goes into the search index and comes out of it: plain frozen values, the same for every engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

LANGUAGES = ("en", "fr", "ar")
SLOTS = 8
"""How many markets an index can sort and filter by landed cost; which market has which slot is the caller's data."""

FACETS = (
    "category",
    "certificate",
    "evidence",
    "region",
    "incoterm",
    "minimum",
    "lead",
    "more",
    "heading",
    "supplier",
    "unit",
)
"""The facet columns of the index. Fixed: a new one is a new schema version and a rebuild."""

EVERY_TAG = frozenset({"certificate", "evidence", "more"})
"""Facets whose chosen tags must all hold; in the others one of the chosen is enough."""


class Sort(StrEnum):
    """Orders of a result. `LANDED_*` need the query's slot; what has no value there comes last."""

    BEST = "best"
    LANDED_UNIT = "landed_unit"
    LANDED_SHIPMENT = "landed_shipment"
    MINIMUM = "minimum"
    LEAD = "lead"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Document:
    """One thing that can be found.

    `titles`, `summaries`, `words` are texts per language; `words` is the vocabulary of its category and tariff
    heading, a name or synonym a line, which makes a product written in one language findable in the others. `names` are
    proper names, read in every language. `tags` are facet values. `landed_unit` and `landed_shipment` are slot → amount
    (ten-thousandths of the market's currency a unit; minor units a shipment). `minimum` is the value of the minimum
    order (US cents), `lead` days, `newest` epoch seconds, `weight` the ranking factor earned by readiness and evidence
    (0.5 to 1.5). Documents of one `family` (a supplier's variants of a thing) give way to others on the first pages.
    """

    id: str
    titles: Mapping[str, str]
    summaries: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    landed_unit: Mapping[int, int] = field(default_factory=dict)
    landed_shipment: Mapping[int, int] = field(default_factory=dict)
    minimum: int | None = None
    lead: int | None = None
    newest: int = 0
    weight: float = 1.0
    family: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A question to the index; hashable, so that it is also the key of the result cache.

    `chosen`: facet → tags. `landed`: lowest and highest cost of the shipment in minor units at `slot`; either may be
    None. `without`: ids never to be given (the product itself among its similar ones).
    """

    text: str = ""
    language: str = "en"
    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()
    slot: int | None = None
    landed: tuple[int | None, int | None] = (None, None)
    sort: Sort = Sort.BEST
    page: int = 1
    size: int = 24
    facets: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A found document: `score` = text relevance × `weight` × `variety` (less for each of its family before it)."""

    id: str
    score: float
    relevance: float = 0.0
    weight: float = 1.0
    variety: float = 1.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the histogram of shipment costs: from (inclusive) to (exclusive), minor units; None = open end."""

    low: int | None
    high: int | None
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts: facet → tag → products, each facet counted as if nothing of itself were chosen (see `EVERY_TAG`)."""

    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    costs: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The answer. `meant` is the corrected text where a word was unknown; `loosened`: not every word was found.

    `page` is the page in fact given: a page past the end gives the last one. `took` in seconds inside the engine.
    """

    hits: tuple[Hit, ...]
    total: int
    page: int
    pages: int
    facets: Facets = field(default_factory=Facets)
    meant: str | None = None
    loosened: bool = False
    took: float = 0.0
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class SuggestedWord:
    """A completed query text and how many documents hold its last word."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class SuggestedProduct:
    """A document whose title begins to match: its id and its title in the asked language, else in any."""

    id: str
    title: str
    language: str


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Up to eight words and up to eight documents."""

    words: tuple[SuggestedWord, ...] = ()
    products: tuple[SuggestedProduct, ...] = ()
    took: float = 0.0


@dataclass(frozen=True, slots=True)
class State:
    """What the index says of itself: `stamp` changes with each commit."""

    stamp: str
    documents: int
    version: str
    where: str


class SearchDown(Exception):
    """The search engine does not answer; the page says so and offers browsing."""


class WrongAddress(SearchDown, ValueError):
    """`SEARCH_URL` names no engine. Pages go on without search; the doctor says what is wrong."""


class SearchBusy(SearchDown):
    """Another process writes to the index: the indexer, who can be asked to."""


class NoIndex(SearchDown):
    """There is nothing to search in yet: the indexer writes the index anew."""
