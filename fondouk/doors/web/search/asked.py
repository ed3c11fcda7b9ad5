"""What the address asks for: words, chosen facets, cost range, order and page. Anything else in it is ignored."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urlencode

from django.http import QueryDict

from fondouk.engines.search import index

FACETS = ("category", "certificate", "evidence", "region", "minimum", "lead", "incoterm", "more", "heading", "supplier")
"""Facets an address may choose in, in the order of the page."""
COUNTED = ("landed", "category", "certificate", "evidence", "region", "minimum", "lead", "incoterm", "more", "heading",
           "supplier", "unit")  # fmt: skip
PAGE_SIZE = 24
CHOSEN_MAX = 20
AMOUNT_MAX = 10**9
_TAG = re.compile(r"[\w.-]{1,40}")
_KEPT = {"to": (1, re.compile(r"[^\x00]{1,8}")), "p": (4, re.compile(r"PRD-[0-9A-Z]{4}-[0-9A-Z]{4}"))}
"""What the search carries along without asking for it: destination and the products chosen to compare."""

Around = tuple[list[str], list[str]]
"""Parameters as they are written, before and after a facet's own."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One search as its address says it. `low` and `high` are whole units of the market's currency."""

    text: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    low: int | None = None
    high: int | None = None
    sort: index.Sort = index.Sort.BEST
    page: int = 1
    kept: tuple[tuple[str, str], ...] = ()

    @property
    def narrowed(self) -> bool:
        """Whether anything beside words is asked for."""
        return bool(self.chosen) or self.low is not None or self.high is not None

    def query(self, language: str, slot: int | None) -> index.Query:
        """The question to the index."""
        cents = tuple(None if amount is None else amount * 100 for amount in (self.low, self.high))
        return index.Query(
            text=self.text, language=language, chosen=tuple(sorted(self.chosen.items())), slot=slot,
            landed=(cents[0], cents[1]), sort=self.sort, page=self.page, size=PAGE_SIZE, facets=COUNTED,
        )  # fmt: skip

    def has(self, facet: str, tag: str) -> bool:
        """Whether the tag is chosen."""
        return tag in self.chosen.get(facet, ())

    def toggled(self, facet: str, tag: str, around: Around | None = None) -> str:
        """The address's query with the tag chosen, or no longer so; always from the first page."""
        tags = self.chosen.get(facet, ())
        now = tuple(one for one in tags if one != tag) if tag in tags else (*tags, tag)
        before, after = around or self.around(facet)
        return "&".join([*before, *(_parameter(facet, one) for one in now), *after])

    def around(self, facet: str) -> Around:
        """What stands before and after a facet in the address's query: the same for all of its tags."""
        place = FACETS.index(facet) if facet in FACETS else len(FACETS)
        chosen = {one: tags for one, tags in self.chosen.items() if one != facet}
        pairs = self._pairs({"chosen": chosen})
        later = {*FACETS[place:], "low", "high", "sort"}
        at = next((number for number, (name, _) in enumerate(pairs) if name in later), len(pairs))
        written = [_parameter(*pair) for pair in pairs]
        return written[:at], written[at:]

    def without_costs(self) -> str:
        """The query without its cost range."""
        return self._written(low=None, high=None)

    def cleared(self) -> str:
        """The words alone."""
        return self._written(chosen={}, low=None, high=None)

    def sorted_by(self, sort: index.Sort) -> str:
        """The query in another order."""
        return self._written(sort=sort)

    def saying(self, text: str) -> str:
        """The query with other words."""
        return self._written(text=text)

    def at_page(self, page: int) -> str:
        """The query at another page."""
        return self._written(page=page)

    def as_query(self) -> str:
        """The query as it is, from the first page, without its destination: what a saved search keeps."""
        return self._written(kept=())

    def pairs(self) -> list[tuple[str, str]]:
        """All parameters but the cost range and the page: for a form that sets those."""
        return self._pairs({"low": None, "high": None})

    def _written(self, **changes: object) -> str:
        return "&".join([_parameter(*pair) for pair in self._pairs(changes)])

    def _pairs(self, changes: Mapping[str, object]) -> list[tuple[str, str]]:
        values = {name: getattr(self, name) for name in self.__slots__} | {"page": 1} | dict(changes)
        pairs: list[tuple[str, str]] = [("q", values["text"])] if values["text"] else []
        pairs += list(values["kept"])
        pairs += [(facet, tag) for facet in FACETS for tag in values["chosen"].get(facet, ())]
        pairs += [(name, str(values[name])) for name in ("low", "high") if values[name] is not None]
        pairs += [("sort", str(values["sort"]))] if values["sort"] != index.Sort.BEST else []
        return pairs + ([("page", str(values["page"]))] if values["page"] != 1 else [])


@lru_cache(maxsize=20_000)
def _parameter(name: str, value: str) -> str:
    """As urlencode writes it; a page of facets writes the same few a hundred times."""
    return urlencode([(name, value)])


def read(parameters: QueryDict, *, within: tuple[str, str] | None = None) -> Asked:
    """The search an address asks for; `within` is a facet and tag the page itself stands for (a category's page)."""
    chosen = {facet: _tags(parameters, facet) for facet in FACETS}
    if within is not None:
        chosen[within[0]] = tuple(dict.fromkeys((within[1], *chosen[within[0]])))
    sort = parameters.get("sort", "")
    return Asked(
        text=" ".join(parameters.get("q", "")[:200].replace("\x00", " ").split()),
        chosen={facet: tags for facet, tags in chosen.items() if tags},
        low=_number(parameters.get("low")), high=_number(parameters.get("high")),
        sort=index.Sort(sort) if sort in set(index.Sort) else index.Sort.BEST,
        page=max(1, _number(parameters.get("page")) or 1),
        kept=tuple((name, one) for name in _KEPT for one in _carried(parameters, name)),
    )  # fmt: skip


def _carried(parameters: QueryDict, name: str) -> list[str]:
    most, shape = _KEPT[name]
    return [one for one in dict.fromkeys(parameters.getlist(name)[:most]) if shape.fullmatch(one)]


def _tags(parameters: QueryDict, facet: str) -> tuple[str, ...]:
    tags = [tag for tag in parameters.getlist(facet)[:CHOSEN_MAX] if _TAG.fullmatch(tag)]
    return tuple(dict.fromkeys(tags))


def _number(text: str | None) -> int | None:
    """A whole number from an address, None where it is none; never an error, however long."""
    if not text or len(text) > 12 or not text.isascii() or not text.isdigit():
        return AMOUNT_MAX if text and text.isascii() and text.isdigit() else None
    return min(int(text), AMOUNT_MAX)
