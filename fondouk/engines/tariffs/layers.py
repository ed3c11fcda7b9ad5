"""Additional layers: which of them a goods line pays on its day of entry, and which it escapes, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from fondouk.engines.tariffs.shapes import Layer, Measure, Request


@dataclass(frozen=True, slots=True)
class Listed:
    """One code of a list, with its days and its condition (empty when unconditional)."""

    hs: str
    valid_from: date | None
    valid_until: date | None
    condition: str

    def covers(self, day: date) -> bool:
        """Whether the code is on the list that day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@dataclass(frozen=True, slots=True)
class Match:
    """`outcome` is on, off, condition (on if so) or undecided (a longer code decides)."""

    outcome: str
    condition: str = ""


class Lists:
    """Lists of codes by name; the longest prefix wins, an unconditional code before a conditional one."""

    def __init__(self, listed: Iterable[tuple[str, Listed]]):
        self.codes: dict[str, dict[str, list[Listed]]] = {}
        self.shortened: dict[str, dict[str, list[Listed]]] = {}
        for name, code in listed:
            self.codes.setdefault(name, {}).setdefault(code.hs, []).append(code)
            for length in (6, 8):
                if len(code.hs) > length:
                    short = self.shortened.setdefault(name, {})
                    short.setdefault(code.hs[:length], []).append(code)

    def match(self, names: str, hs: str, day: date) -> Match:
        """How `hs` stands to the union of several lists (names apart by blanks) on a day."""
        condition, undecided = "", False
        for name in names.split():
            one = self._match_one(name, hs, day)
            if one.outcome == "on":
                return one
            condition = condition or one.condition
            undecided = undecided or one.outcome == "undecided"
        if condition:
            return Match("condition", condition)
        return Match("undecided") if undecided else Match("off")

    def _match_one(self, name: str, hs: str, day: date) -> Match:
        codes = self.codes.get(name, {})
        for length in range(len(hs), 1, -1):
            for code in codes.get(hs[:length], ()):
                if code.covers(day):
                    return Match("condition", code.condition) if code.condition else Match("on")
        longer = [code for code in self.shortened.get(name, {}).get(hs, ()) if code.covers(day)]
        if any(not code.condition for code in longer):
            return Match("undecided")
        return Match("condition", longer[0].condition) if longer else Match("off")


def layers_on(
    measures: Sequence[Measure],
    lists: Lists,
    request: Request,
    is_from: Callable[[Measure, str], bool],
) -> tuple[Layer, ...]:
    """Every layer that touches the line, special ones first; a name that ended without successor is missing."""
    special: list[Layer] = []
    general: list[Layer] = []
    ours = [one for one in measures if is_from(one, request.origin)]
    for measure in ours:
        if not measure.covers(request.entry_on):
            continue
        home = special if measure.covered_list or measure.hs else general
        layer = _special(measure, lists, request) if home is special else _general(measure, lists, request)
        if layer is not None:
            home.append(layer)
    special = _one_a_group(special)
    general = [_given_way(layer, special) for layer in general]
    return (*special, *general, *_ended(ours, lists, request))


def _special(measure: Measure, lists: Lists, request: Request) -> Layer | None:
    """A layer on listed goods only."""
    if measure.hs:
        if not request.hs.startswith(measure.hs) and not measure.hs.startswith(request.hs):
            return None
        match = Match("on") if request.hs.startswith(measure.hs) else Match("undecided")
    else:
        match = lists.match(measure.covered_list, request.hs, request.entry_on)
    if match.outcome == "off":
        return None
    if match.outcome == "condition":
        return Layer(measure, "human", match.condition)
    if measure.human:
        return Layer(measure, "human", measure.human)
    return Layer(measure, "charged" if match.outcome == "on" else "undecided")


def _general(measure: Measure, lists: Lists, request: Request) -> Layer:
    """A layer on all goods but those exempt by list or already on the water."""
    if measure.human:
        return Layer(measure, "human", measure.human)
    if _in_transit(measure, request):
        return Layer(measure, "exempt", "transit")
    match = lists.match(measure.exempt_lists, request.hs, request.entry_on)
    if match.outcome == "on":
        return Layer(measure, "exempt", "list")
    if match.outcome == "condition":
        return Layer(measure, "human", match.condition)
    return Layer(measure, "charged" if match.outcome == "off" else "undecided")


def _in_transit(measure: Measure, request: Request) -> bool:
    """Laden on the vessel of the last leg before the layer began, and entered before the grace ended."""
    if measure.laden_before is None or measure.entered_before is None or request.laden_on is None:
        return False
    early = request.laden_on < measure.laden_before and request.entry_on < measure.entered_before
    return early and request.by_vessel


def _one_a_group(layers: Sequence[Layer]) -> list[Layer]:
    """Of the special layers that give way to each other, those that stand: a charged one before questions."""
    standing: list[Layer] = []
    for layer in layers:
        ways = layer.measure.gives_way_to.split()
        rivals = [one for one in layers if one is not layer and one.measure.name in ways]
        if any(one.outcome == "charged" for one in rivals):
            continue
        standing.append(layer)
    return standing


def _given_way(layer: Layer, special: Sequence[Layer]) -> Layer:
    """Where a special layer charges, the general one does not; where that is open, a human decides both."""
    ways = layer.measure.gives_way_to.split()
    before = [one for one in special if one.measure.name in ways]
    if layer.outcome == "exempt" or not before:
        return layer
    if any(one.outcome == "charged" for one in before):
        return Layer(layer.measure, "not_applicable", before[0].measure.heading)
    return Layer(layer.measure, "not_applicable", "see_special")


def _ended(measures: Sequence[Measure], lists: Lists, request: Request) -> list[Layer]:
    """Layers that ended with nothing loaded to follow them: unknown, never nought."""
    day = request.entry_on
    past = [one for one in measures if one.after_end == "gap" and one.valid_until is not None and one.valid_until < day]
    general = [one for one in measures if not one.covered_list and not one.hs]
    ended = []
    if not any(one.covers(day) for one in general):
        ended = sorted((one for one in past if one in general), key=lambda one: one.valid_until or day)[-1:]
    for one in past:
        follows = any(other.covers(day) and other.covered_list == one.covered_list for other in measures)
        if one.covered_list and not follows and lists.match(one.covered_list, request.hs, day).outcome != "off":
            ended.append(one)
    return [Layer(one, "missing", "ended") for one in ended]
