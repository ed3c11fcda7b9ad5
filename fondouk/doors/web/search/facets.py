"""Facets, chips and the cost histogram of a result, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from django.utils.translation import gettext as _

from fondouk.doors.web import formats
from fondouk.doors.web.search.asked import Around, Asked
from fondouk.engines.places import gazetteer
from fondouk.engines.search import index
from fondouk.market.catalogue.publication import Shelf
from fondouk.market.companies.rules import SCHEMES

OPTIONS_MAX = 8
SUGGESTED_HEADINGS = 2


@dataclass(frozen=True, slots=True)
class Option:
    """One row of a facet; `href` chooses it or lets it go. `level` 1 stands under the option before."""

    label: str
    count: str
    chosen: bool
    href: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """One facet of the page; what is past `shown` is folded."""

    name: str
    title: str
    shown: tuple[Option, ...]
    folded: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is on (its link takes it off), or one that is proposed with its count."""

    label: str
    href: str
    count: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One bar of the histogram: percent of the highest, and whether it is inside the chosen range."""

    height: int
    inside: bool


@dataclass(frozen=True, slots=True)
class Costs:
    """The cost facet: bars, the two ends as shown, the two ends as chosen (whole units of the currency)."""

    columns: tuple[Column, ...]
    start: int
    end: int
    low: int
    high: int


class Names:
    """What tags are called in one language."""

    def __init__(self, shelves: Sequence[Shelf], language: str) -> None:
        self.language = language
        self.shelves = {shelf.code: shelf for shelf in shelves}
        self._words = _words(language, formats.locale_now())
        self.headings = {shelf.heading: shelf.heading_names for shelf in shelves if shelf.heading}

    def of(self, facet: str, tag: str) -> str:
        """The tag in the reader's words, the tag itself where it has none."""
        if facet == "category":
            shelf = self.shelves.get(tag)
            return shelf.names.get(self.language) or shelf.names.get("en", tag) if shelf else tag
        if facet == "heading":
            return _("HS %(code)s %(name)s") % {"code": tag, "name": self.heading(tag)}
        if facet == "region":
            region = gazetteer.region(tag)
            return region.name(self.language) if region else tag
        if facet == "certificate":
            return SCHEMES.get(tag, tag)
        return self._words.get((facet, tag), tag)

    def heading(self, code: str) -> str:
        """A heading's name, as far as any category carries it."""
        names = self.headings.get(code, {})
        return names.get(self.language) or names.get("en", "")


@lru_cache(maxsize=16)
def _words(language: str, locale: str) -> Mapping[tuple[str, str], str]:  # noqa: ARG001 - the key
    under = _("Under %(amount)s")
    return {
        ("evidence", "identity"): _("Identity checked"),
        ("evidence", "accredited"): _("Accredited by agency"),
        ("evidence", "shipped"): _("Shipped 1 order or more"),
        ("minimum", "under-1000"): formats.filled(under, amount=formats.price(Decimal(1000), "USD", places=0)),
        ("minimum", "under-5000"): formats.filled(under, amount=formats.price(Decimal(5000), "USD", places=0)),
        ("minimum", "one-pallet"): _("One pallet or less"),
        ("lead", "ready"): _("Ready to ship"),
        ("lead", "within-14"): _("Up to 14 days"),
        ("lead", "within-30"): _("Up to 30 days"),
        ("more", "sample"): _("Samples offered"),
        ("more", "cooperative"): _("Cooperative"),
        ("more", "women_led"): _("Led by women"),
    }


def groups(asked: Asked, facets: index.Facets, names: Names) -> list[Group]:
    """The facets of the page, in order; those without a choice are left out."""
    titles = {
        "category": _("Sector"), "certificate": _("Certificates"), "evidence": _("Evidence held"),
        "region": _("Region"), "minimum": _("Minimum order"), "lead": _("Lead time"), "incoterm": _("Incoterm"),
        "more": _("Also"),
    }  # fmt: skip
    found = []
    for facet, title in titles.items():
        counts = facets.counts.get(facet, {})
        options = _sectors(asked, counts, names) if facet == "category" else _options(asked, facet, counts, names)
        if options:
            found.append(Group(facet, title, tuple(options[:OPTIONS_MAX]), tuple(options[OPTIONS_MAX:])))
    return found


def _options(asked: Asked, facet: str, counts: Mapping[str, int], names: Names) -> list[Option]:
    fixed = {"evidence": ("identity", "accredited", "shipped"), "minimum": ("under-1000", "under-5000", "one-pallet"),
             "lead": ("ready", "within-14", "within-30")}  # fmt: skip
    tags = fixed.get(facet) or sorted(counts, key=lambda tag: (-counts[tag], tag))
    wanted = [tag for tag in tags if counts.get(tag)] + [
        tag for tag in asked.chosen.get(facet, ()) if not counts.get(tag)
    ]
    wanted.sort(key=lambda tag: not asked.has(facet, tag) if facet not in fixed else False)
    around = asked.around(facet)
    return [_option(asked, facet, tag, counts, names, around) for tag in wanted]


def _option(
    asked: Asked, facet: str, tag: str, counts: Mapping[str, int], names: Names, around: Around, level: int = 0
) -> Option:
    href = "?" + asked.toggled(facet, tag, around)
    return Option(names.of(facet, tag), figure(counts.get(tag, 0)), asked.has(facet, tag), href, level)


def _sectors(asked: Asked, counts: Mapping[str, int], names: Names) -> list[Option]:
    """Sectors by count, opened to their categories where one of them is chosen, or where there is one sector only."""
    roots = [tag for tag in counts if tag in names.shelves and not names.shelves[tag].parent]
    roots.sort(key=lambda tag: (-counts[tag], tag))
    options, around = [], asked.around("category")
    for root in roots:
        children = [tag for tag in counts if tag in names.shelves and names.shelves[tag].parent == root]
        opened = len(roots) == 1 or any(asked.has("category", tag) for tag in (root, *children))
        options.append(_option(asked, "category", root, counts, names, around))
        if opened:
            children.sort(key=lambda tag: (-counts[tag], tag))
            options += [_option(asked, "category", tag, counts, names, around, level=1) for tag in children]
    return options


def chips_on(asked: Asked, names: Names, cost_words: str) -> list[Chip]:
    """What is on, each with the link that takes it off."""
    chips = [
        Chip(names.of(facet, tag), "?" + asked.toggled(facet, tag))
        for facet, tags in asked.chosen.items()
        if facet != "supplier"
        for tag in tags
    ]
    ranged = asked.low is not None or asked.high is not None
    return chips + ([Chip(cost_words, "?" + asked.without_costs())] if ranged else [])


def chips_proposed(asked: Asked, facets: index.Facets, names: Names) -> list[Chip]:
    """The tariff headings most products stand under, where there are several."""
    counts = facets.counts.get("heading", {})
    if len(counts) < 2 or "heading" in asked.chosen or not asked.text:
        return []
    best = sorted((tag for tag in counts if names.heading(tag)), key=lambda tag: (-counts[tag], tag))
    return [
        Chip(names.of("heading", tag), "?" + asked.toggled("heading", tag), figure(counts[tag]))
        for tag in best[:SUGGESTED_HEADINGS]
    ]


def costs(asked: Asked, bars: Sequence[index.Bar]) -> Costs | None:
    """The histogram, cut to the bars between the cheapest and the dearest; None where nothing has a cost."""
    filled = [number for number, bar in enumerate(bars) if bar.count]
    if not filled:
        return None
    kept = bars[filled[0] : filled[-1] + 1]
    start, end = (kept[0].low or 0) // 100, _end(kept) // 100
    low, high = asked.low if asked.low is not None else start, asked.high if asked.high is not None else end
    most = max(bar.count for bar in kept)
    columns = [
        Column(max(6, round(100 * bar.count / most)) if bar.count else 2, _inside(bar, low, high)) for bar in kept
    ]
    return Costs(tuple(columns), start, end, low, high)


def _end(bars: Sequence[index.Bar]) -> int:
    last = bars[-1]
    return last.high if last.high is not None else 2 * (last.low or 0)


def _inside(bar: index.Bar, low: int, high: int) -> bool:
    return (bar.low or 0) < high * 100 and (bar.high is None or bar.high > low * 100)


def shared_unit(counts: Mapping[str, int]) -> bool:
    """Whether all results are sold by the same unit, so that their unit costs can be compared."""
    return sum(1 for count in counts.values() if count) == 1


def figure(count: int) -> str:
    """A count as the reader writes it; small ones without asking the formatter, which takes most of a facet's time."""
    return str(count) if count < 1000 else str(formats.number(count))


def total(counts: Iterable[int]) -> int:
    """How many tags have a product."""
    return sum(map(bool, counts))
