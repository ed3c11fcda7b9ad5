"""A lane drawn on a simplified coast: where goods leave, the way they go, where they arrive.

The coast in `coast.csv` is our own drawing, a few points a country, in degrees (latitude, longitude). Map units are
degrees of longitude at the middle latitude times ten; y grows downwards, as in SVG.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import acos, asin, atan2, cos, degrees, radians, sin

from fondouk.engines.freight import lanes
from fondouk.engines.places import gazetteer

Point = tuple[float, float]
_SCALE, _MARGIN, _RATIO = 10.0, 0.13, 2.1
_STEP_KM = 250.0


@dataclass(frozen=True, slots=True)
class LaneMap:
    """Ready to be written as SVG: a view box, land outlines, the way, and both ends with their places."""

    view_box: str
    land: tuple[str, ...]
    way: str
    start: Point
    end: Point
    origin: gazetteer.Place
    destination: gazetteer.Place
    kilometres: int
    by_air: bool
    size: float


@cache
def _coast() -> tuple[tuple[Point, ...], ...]:
    text = (files(__package__) / "coast.csv").read_text(encoding="utf-8")
    return tuple(tuple(_pair(one) for one in row["outline"].split()) for row in csv.DictReader(text.splitlines()))


def _pair(text: str) -> Point:
    latitude, longitude = text.split(",")
    return float(latitude), float(longitude)


@cache
def lane_map(origin: str, destination: str, mode: str) -> LaneMap | None:
    """The lane between two UN/LOCODEs; None where a place or the way is not known."""
    points = lanes.way(origin, destination, mode)
    ends = _end(origin, mode), _end(destination, mode)
    if len(points) < 2 or ends[0] is None or ends[1] is None:
        return None
    bent = list(_bent(points))
    middle = cos(radians(sum(latitude for latitude, _ in bent) / len(bent)))

    def drawn(point: Point) -> Point:
        return round(point[1] * middle * _SCALE, 1), round(-point[0] * _SCALE, 1)

    way = [drawn(point) for point in bent]
    left, top, width, height = _frame(way)
    land = tuple(_outline(drawn(point) for point in shape) for shape in _coast())
    kilometres = sum(lanes.great_circle_km(one, other) for one, other in pairwise(points))
    return LaneMap(
        f"{left:.0f} {top:.0f} {width:.0f} {height:.0f}", land, "M" + "L".join(f"{x} {y}" for x, y in way), way[0],
        way[-1], ends[0], ends[1], round(kilometres), mode in ("air", "courier"), round(width / 100, 2),
    )  # fmt: skip


def _end(code: str, mode: str) -> gazetteer.Place | None:
    """The place itself, by sea the port its goods pass."""
    place = gazetteer.place(code)
    if place is not None and mode not in ("air", "courier") and place.port:
        return gazetteer.place(place.port)
    return place


def _outline(points: Iterable[Point]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)


def _frame(way: list[Point]) -> tuple[float, float, float, float]:
    """The view box: the way with room for names, in the shape of a page, never too small for a coast."""
    xs, ys = [x for x, _ in way], [y for _, y in way]
    width, height = (max(xs) - min(xs)) / (1 - 2 * _MARGIN), (max(ys) - min(ys)) / (1 - 2 * _MARGIN)
    width = max(width, height * _RATIO, 220.0)
    height = max(height, width / _RATIO)
    return (max(xs) + min(xs) - width) / 2, (max(ys) + min(ys) - height) / 2, width, height


def _bent(points: tuple[Point, ...]) -> Iterable[Point]:
    """The way along great circles, a point every few hundred kilometres."""
    for one, other in pairwise(points):
        yield one
        steps = int(lanes.great_circle_km(one, other) // _STEP_KM)
        yield from (_between(one, other, step / (steps + 1)) for step in range(1, steps + 1))
    yield points[-1]


def _between(one: Point, other: Point, share: float) -> Point:
    """The point at a share of the great circle between two."""
    a, b = _vector(one), _vector(other)
    angle = acos(max(-1.0, min(1.0, sum(p * q for p, q in zip(a, b, strict=True)))))
    if angle == 0:
        return one
    first, second = sin((1 - share) * angle) / sin(angle), sin(share * angle) / sin(angle)
    x, y, z = (first * p + second * q for p, q in zip(a, b, strict=True))
    return _degrees(x, y, z)


def _vector(point: Point) -> tuple[float, float, float]:
    latitude, longitude = radians(point[0]), radians(point[1])
    return cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)


def _degrees(x: float, y: float, z: float) -> Point:
    return degrees(asin(z)), degrees(atan2(y, x))
