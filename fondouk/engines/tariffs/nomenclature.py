"""Whether a code exists in the Harmonized System as it is loaded, and what stands near one that does not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

_CHAPTERS = range(1, 98)
_EMPTY, _NATIONAL = "77", ("98", "99")
_NEAR_MAX = 6


class Fault(NamedTuple):
    """What is wrong with a code: `reserved_chapter`, `national_chapter`, `unknown_chapter` or `unknown_code`."""

    code: str
    version: str = ""
    near: tuple[str, ...] = ()


class Nomenclature:
    """The chapters, headings and subheadings of the versions that are loaded; without any only chapters are judged."""

    def __init__(self, headings: Iterable[tuple[str, str]] = ()):
        self._codes: set[str] = set()
        versions: set[str] = set()
        for version, hs in headings:
            versions.add(version)
            self._codes.add(hs)
        self.version = max(versions, default="")
        self._six = sorted(code for code in self._codes if len(code) == 6)

    def fault(self, hs: str) -> Fault | None:
        """Why goods cannot have this code; None where they may, or where nobody can tell."""
        chapter = hs[:2]
        if chapter == _EMPTY:
            return Fault("reserved_chapter")
        if chapter in _NATIONAL:
            return Fault("national_chapter")
        if not chapter.isdigit() or int(chapter) not in _CHAPTERS:
            return Fault("unknown_chapter")
        if not self._codes or len(hs) < 6 or hs[:6] in self._codes:
            return None
        return Fault("unknown_code", self.version, self._near(hs[:6]))

    def _near(self, hs: str) -> tuple[str, ...]:
        """Codes of the same subheading, heading or chapter, the closest by their figures, in their order."""
        for length in (5, 4, 2):
            found = [code for code in self._six if code.startswith(hs[:length])]
            if found:
                closest = sorted(found, key=lambda code: abs(int(code) - int(hs)))[:_NEAR_MAX]
                return tuple(sorted(closest))
        return ()
