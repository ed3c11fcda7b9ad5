"""The way goods go: by sea along way points of our own drawing, by air along the great circle. Kilometres, degrees."""

from __future__ import annotations

import csv
import heapq
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

from fondouk.engines.places import gazetteer

Point = tuple[float, float]
EARTH_KM = 6371.0
_NEAR_KM = 900.0
_BY_AIR = frozenset({"air", "courier"})


def great_circle_km(one: Point, other: Point) -> float:
    """Kilometres between two points (latitude, longitude) over the globe."""
    (lat1, lon1), (lat2, lon2) = ((radians(a), radians(b)) for a, b in (one, other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


@lru_cache(maxsize=1)
def _nodes() -> dict[str, tuple[Point, tuple[str, ...]]]:
    """Way points with both directions of every link."""
    text = (files(__package__) / "data" / "sea_ways.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    links: dict[str, set[str]] = {row["node"]: set() for row in rows}
    for row in rows:
        for other in row["links"].split(";"):
            links[row["node"]].add(other)
            links[other].add(row["node"])
    return {
        row["node"]: ((float(row["latitude"]), float(row["longitude"])), tuple(sorted(links[row["node"]])))
        for row in rows
    }


def _where(code: str, *, port: bool) -> Point | None:
    """Coordinates of a place, by sea those of the port its goods leave or arrive by."""
    place = gazetteer.place(code)
    if place is not None and port and place.port and place.port != place.code:
        place = gazetteer.place(place.port)
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


@lru_cache(maxsize=4096)
def way(origin: str, destination: str, mode: str) -> tuple[Point, ...]:
    """The points of the way between two UN/LOCODEs; empty where a place or a way is not known."""
    by_air = mode in _BY_AIR
    ends = _where(origin, port=not by_air), _where(destination, port=not by_air)
    if ends[0] is None or ends[1] is None:
        return ()
    if by_air or ends[0] == ends[1]:
        return ends[0], ends[1]
    first, last = _nearest(ends[0]), _nearest(ends[1])
    if not first or not last:
        return ()
    inner = _shortest(first, last)
    return (ends[0], *inner, ends[1]) if inner else ()


def _nearest(point: Point) -> str:
    name, (where, _) = min(_nodes().items(), key=lambda pair: great_circle_km(point, pair[1][0]))
    return name if great_circle_km(point, where) <= _NEAR_KM else ""


def _shortest(first: str, last: str) -> tuple[Point, ...]:
    """Dijkstra over the way points."""
    nodes = _nodes()
    queue: list[tuple[float, str, tuple[str, ...]]] = [(0.0, first, (first,))]
    seen: set[str] = set()
    while queue:
        far, here, path = heapq.heappop(queue)
        if here == last:
            return tuple(nodes[name][0] for name in path)
        if here in seen:
            continue
        seen.add(here)
        for other in nodes[here][1]:
            if other not in seen:
                step = great_circle_km(nodes[here][0], nodes[other][0])
                heapq.heappush(queue, (far + step, other, (*path, other)))
    return ()


def way_km(origin: str, destination: str, mode: str) -> float | None:
    """The length of the way, None where it is not known."""
    points = way(origin, destination, mode)
    return sum(great_circle_km(one, other) for one, other in pairwise(points)) if points else None
