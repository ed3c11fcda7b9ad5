"""One requirement of a destination: what, for which goods, by whom, when, and where it is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

#: Kinds, sides and anchors a row may name.
KINDS = ("registration", "certificate", "label", "filing", "packing", "document")
SIDES = ("supplier", "buyer")
ANCHORS = ("shipped", "arrived")
LANGUAGES = ("en", "fr", "ar")


@dataclass(frozen=True, slots=True)
class Item:
    """A requirement as entered in one version.

    `hs` and `except_hs` are prefixes of 2 to 10 digits (none = all goods); `modes` are sea, air, courier (none = all);
    it falls due `days_before` the day the goods are shipped or arrive. `schemes` are certificates that answer it.
    """

    code: str
    version: int
    destination: str
    hs: tuple[str, ...]
    except_hs: tuple[str, ...]
    modes: tuple[str, ...]
    kind: str
    side: str
    anchor: str
    days_before: int
    names: Mapping[str, str]
    texts: Mapping[str, str]
    schemes: tuple[str, ...]
    source: str
    address: str
    retrieved_on: date | None
    valid_from: date | None
    valid_until: date | None
    entered_at: datetime
    entered_by: str
    load: str

    def name(self, language: str) -> str:
        """What is required, in a language; English where it was not translated."""
        return self.names.get(language[:2]) or self.names["en"]

    def text(self, language: str) -> str:
        """What to do, in a sentence or two."""
        return self.texts.get(language[:2]) or self.texts.get("en", "")

    def begun(self, on: date) -> bool:
        """Whether this version has begun on a day."""
        return self.valid_from is None or self.valid_from <= on

    def ended(self, on: date) -> bool:
        """Whether it has ended before a day."""
        return self.valid_until is not None and self.valid_until < on

    def covers(self, hs: str) -> bool:
        """Whether goods of a code fall under it; goods without a code fall under what all goods need."""
        if any(hs.startswith(prefix) for prefix in self.except_hs):
            return False
        return not self.hs or any(hs.startswith(prefix) for prefix in self.hs)

    def travels(self, mode: str) -> bool:
        """Whether it applies to a mode of transport; a mode not yet chosen counts as any."""
        means = mode if mode in ("air", "courier", "") else "sea"
        return not self.modes or not means or means in self.modes

    def due_on(self, *, shipped: date | None, arrived: date | None) -> date | None:
        """The day by which it must be there; None where the day it hangs on is not known."""
        anchor = shipped if self.anchor == "shipped" else arrived
        return None if anchor is None else anchor - timedelta(days=self.days_before)


def in_force(versions: Iterable[Item], on: date) -> list[Item]:
    """Of each code the version entered last among those that have begun, unless it has ended."""
    latest: dict[str, Item] = {}
    for one in versions:
        known = latest.get(one.code)
        if one.begun(on) and (known is None or one.version > known.version):
            latest[one.code] = one
    return [one for one in latest.values() if not one.ended(on)]


def in_order(items: Iterable[Item]) -> list[Item]:
    """The first due first: before shipping, then before arrival, the longest notice first."""
    return sorted(items, key=lambda one: (ANCHORS.index(one.anchor), -one.days_before, one.code))
