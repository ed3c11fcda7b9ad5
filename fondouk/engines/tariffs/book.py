"""The loaded tariff held in memory, by prefix; looked up without touching the database."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import islice

from fondouk.engines.tariffs.layers import Listed, Lists, layers_on
from fondouk.engines.tariffs.nomenclature import Nomenclature
from fondouk.engines.tariffs.shapes import Column, Found, Layer, Measure, Regime, Request

MISSING = Column("missing", why="no_measure")
NO_REGIME = Column("missing", why="no_regime")
NO_PREFERENCE = Column("none")


class Book:
    """All live measures of one edition. Answers are kept, since the same code is asked for again and again."""

    def __init__(
        self,
        measures: Iterable[Measure],
        listed: Iterable[tuple[str, Listed]],
        members: Iterable[tuple[str, str, str]],
        regimes: Iterable[Regime],
        headings: Iterable[tuple[str, str]] = (),
    ):
        self.nomenclature = Nomenclature(headings)
        self.duties: dict[tuple[str, str], dict[str, list[Measure]]] = defaultdict(lambda: defaultdict(list))
        self.below: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.layers: dict[str, list[Measure]] = defaultdict(list)
        self.fees: dict[str, list[Measure]] = defaultdict(list)
        self.taxes: dict[str, list[Measure]] = defaultdict(list)
        self.remedies: dict[str, list[Measure]] = defaultdict(list)
        self.groups: set[tuple[str, str, str]] = set(members)
        self.regimes = {regime.destination: regime for regime in regimes}
        self.lists = Lists(listed)
        self._found: dict[Request, Found] = {}
        for measure in measures:
            self._place(measure)

    def _place(self, measure: Measure) -> None:
        if measure.kind in {"mfn", "preference"}:
            key = (measure.destination, measure.kind)
            self.duties[key][measure.hs].append(measure)
            self.below[key][measure.hs[:6]].add(measure.hs)
        else:
            homes = {"layer": self.layers, "fee": self.fees, "tax": self.taxes, "trade_remedy": self.remedies}
            homes[measure.kind][measure.destination].append(measure)

    def find(self, request: Request) -> Found:
        """What the tariff says about one request; the same request is worked out once."""
        known = self._found.get(request)
        if known is None:
            if len(self._found) > 200_000:
                self._found.clear()
            known = self._found[request] = self._work_out(request)
        return known

    def _work_out(self, request: Request) -> Found:
        regime = self.regimes.get(request.destination)
        if regime is None:
            return Found(None, NO_REGIME, NO_REGIME, (), "no_regime", (), ())
        mfn = self._column(regime, "mfn", request)
        layers, gap = self._layers(regime, request, known=mfn.status == "found" or bool(mfn.measures))
        return Found(
            regime,
            mfn,
            self._column(regime, "preference", request),
            layers,
            gap,
            _current(self.fees[regime.destination], request.entry_on),
            _longest_prefix(_current(self.taxes[regime.destination], request.entry_on), request.hs),
            tuple(
                one
                for one in self.remedies[regime.territory]
                if one.covers(request.entry_on) and self._is_from(one, request.origin) and _touches(one.hs, request.hs)
            ),
        )

    # -- codes -------------------------------------------------------------------------------------------------------
    def codes_under(self, destination: str, prefix: str, day: date, *, limit: int = 40) -> tuple[Measure, ...]:
        """The lines below a prefix with their general rates on a day, in the order of the codes."""
        lines = self.duties[(self._territory(destination), "mfn")]
        found = (
            next((one for one in lines[hs] if one.covers(day)), None) for hs in sorted(lines) if hs.startswith(prefix)
        )
        return tuple(islice((one for one in found if one is not None), limit))

    def search(self, destination: str, words: str, day: date, *, limit: int = 12) -> tuple[Measure, ...]:
        """Lines whose description has words beginning with each of these, shortest descriptions first."""
        wanted = [word for word in re.findall(r"\w+", words.casefold()) if len(word) > 1]
        if not wanted:
            return ()
        found = [
            one
            for rows in self.duties[(self._territory(destination), "mfn")].values()
            for one in rows
            if one.covers(day) and _holds_all(one.description, wanted)
        ]
        return tuple(sorted(found, key=lambda one: (len(one.description), one.hs))[:limit])

    def _territory(self, destination: str) -> str:
        regime = self.regimes.get(destination)
        return regime.territory if regime is not None else destination

    # -- duty columns ------------------------------------------------------------------------------------------------
    def _column(self, regime: Regime, kind: str, request: Request) -> Column:
        if len(request.hs) not in regime.code_lengths or not request.hs.isdigit():
            return Column("missing", why="code_length")
        key = (regime.territory, kind)
        exact = self._by_prefix(key, request)
        if exact is not None:
            return exact
        under = sorted(hs for hs in self.below[key].get(request.hs[:6], ()) if hs.startswith(request.hs))
        per_code = [self._valid(self.duties[key][hs], request) for hs in under]
        found = [one for measures in per_code for one in measures]
        in_season = [one for one in found if not _out_of_season(one, request.entry_on)]
        if kind == "preference":
            return self._preference_below(regime, request, in_season)
        return Column("found", tuple(in_season)) if in_season else MISSING

    def _by_prefix(self, key: tuple[str, str], request: Request) -> Column | None:
        for length in range(len(request.hs), 1, -1):
            rows = self.duties[key].get(request.hs[:length])
            if not rows:
                continue
            valid = self._valid(rows, request)
            if valid:
                return Column("found", valid[:1])
            if key[1] == "mfn":
                return Column("missing", tuple(rows), why="no_measure_on_day")
        if key[1] == "preference" and self.duties[(key[0], "mfn")].get(request.hs):
            return NO_PREFERENCE
        if key[1] == "preference" and self.duties[(key[0], "mfn")].get(request.hs[:8]):
            return NO_PREFERENCE
        return None

    def _preference_below(self, regime: Regime, request: Request, found: Sequence[Measure]) -> Column:
        if not found:
            return NO_PREFERENCE
        mfn = self._column(regime, "mfn", request)
        codes = {one.hs for one in mfn.measures}
        if not codes <= {one.hs for one in found}:
            rest = tuple(one for one in mfn.measures if one.hs not in {found_.hs for found_ in found})
            return Column("found", (*found, *rest))
        return Column("found", tuple(one for one in found if one.hs in codes) or tuple(found))

    def _valid(self, rows: Sequence[Measure], request: Request) -> tuple[Measure, ...]:
        return tuple(one for one in rows if one.covers(request.entry_on) and self._is_from(one, request.origin))

    def _is_from(self, measure: Measure, origin: str) -> bool:
        wanted = measure.origin
        return not wanted or wanted == origin or (measure.destination, wanted, origin) in self.groups

    # -- layers ------------------------------------------------------------------------------------------------------
    def _layers(self, regime: Regime, request: Request, *, known: bool) -> tuple[tuple[Layer, ...], str]:
        """The layers, or why they are not known: lists are loaded for the codes rates are loaded for."""
        if regime.layers_since is None or request.entry_on < regime.layers_since:
            return (), ""
        if request.origin not in regime.layer_origins:
            return (), "layers_of_origin"
        if not known:
            return (), "layers_of_code"
        return layers_on(self.layers[regime.territory], self.lists, request, self._is_from), ""


def _current(measures: Sequence[Measure], day: date) -> tuple[Measure, ...]:
    """Those in force; where none of a name is, the last that ended, else the first to come: it carries on or is a gap.

    Of rates for some goods only (groceries) none stands in for another day: the general one holds then.
    """
    by_name: dict[tuple[str, str, str], list[Measure]] = defaultdict(list)
    for one in measures:
        by_name[(one.name, one.applies, one.hs)].append(one)
    found = []
    for rows in by_name.values():
        now = [one for one in rows if one.covers(day)]
        ended = [one for one in rows if one.valid_until is not None and one.valid_until < day]
        if now:
            found.append(now[-1])
        elif ended:
            last = max(ended, key=lambda one: one.valid_until or day - timedelta(days=1))
            if last.after_end == "carry" or not last.hs:
                found.append(last)
        elif not rows[0].hs:
            found.append(min(rows, key=lambda one: one.valid_from or day))
    return tuple(found)


def _longest_prefix(measures: Sequence[Measure], hs: str) -> tuple[Measure, ...]:
    """Those whose code begins `hs`, the longest first: the first of a name is the one that holds."""
    return tuple(sorted((one for one in measures if hs.startswith(one.hs)), key=lambda one: -len(one.hs)))


def _holds_all(description: str, wanted: Sequence[str]) -> bool:
    words = re.findall(r"\w+", description.casefold())
    return all(any(word.startswith(one) for word in words) for one in wanted)


def _touches(prefix: str, hs: str) -> bool:
    return hs.startswith(prefix) or prefix.startswith(hs)


def _out_of_season(measure: Measure, day: date) -> bool:
    """Surely so: a line whose season holds for some of its goods only may enter all the year."""
    return bool(measure.seasons) and "partly" not in measure.seasons and not in_season(measure.seasons, day)


def in_season(seasons: str, day: date) -> bool:
    """Whether a day lies in one of the seasons, written `03-01/07-14 09-01/11-14`; one may run over the new year."""
    today = f"{day:%m-%d}"
    for season in seasons.removesuffix("partly").split():
        first, last = season.split("/")
        if (first <= today <= last) if first <= last else (today >= first or today <= last):
            return True
    return False
