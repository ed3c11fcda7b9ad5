"""How goods load: the outline of a 20-foot container, its floor places, the buyer's own pallets in saffron.

Everything is drawn from real measures in metres; the result is a list of shapes that a template writes as SVG.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product as grid

LENGTH_M, WIDTH_M, HEIGHT_M = 5.90, 2.35, 2.39
PLACE_M, ROWS, COLUMNS = 1.16, 2, 5
PALLET_LENGTH_M, PALLET_WIDTH_M, PALLET_HEIGHT_M = 1.2, 1.0, 0.15
_BOXES_MAX = 96

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """A polygon of one kind: place, front, side, top, base-front, base-side, base-top, wall."""

    kind: str
    points: str


def _at(x: float, y: float, z: float) -> Point:
    """Metres along the length, into the depth, up → the drawing's units."""
    return 60 + 62 * x + 38.4 * y, 150 - 22.3 * y - 62 * z


def _polygon(kind: str, corners: list[Point]) -> Shape:
    return Shape(kind, " ".join(f"{x:.0f},{y:.0f}" for x, y in corners))


def _box(x: float, y: float, z: float, length: float, width: float, height: float, kind: str = "") -> Iterator[Shape]:
    front = [_at(x, y, z), _at(x + length, y, z), _at(x + length, y, z + height), _at(x, y, z + height)]
    side = [
        _at(x + length, y, z), _at(x + length, y + width, z), _at(x + length, y + width, z + height),
        _at(x + length, y, z + height),
    ]  # fmt: skip
    top = [
        _at(x, y, z + height), _at(x + length, y, z + height), _at(x + length, y + width, z + height),
        _at(x, y + width, z + height),
    ]  # fmt: skip
    yield _polygon(f"{kind}front", front)
    yield _polygon(f"{kind}side", side)
    yield _polygon(f"{kind}top", top)


def outline(*, places: bool = True) -> list[Shape]:
    """Floor places (for pallets) and the lines of the container."""
    cells = [
        _polygon(
            "place",
            [_at(c * PLACE_M, r * PLACE_M, 0), _at((c + 1) * PLACE_M, r * PLACE_M, 0),
             _at((c + 1) * PLACE_M, (r + 1) * PLACE_M, 0), _at(c * PLACE_M, (r + 1) * PLACE_M, 0)],
        )
        for r, c in (grid(range(ROWS), range(COLUMNS)) if places else ())
    ]  # fmt: skip
    return [*cells, *_box(0, 0, 0, LENGTH_M, WIDTH_M, HEIGHT_M, "wall-")]


def pallets(count: int, cartons: int, per_pallet: int, carton_cm: tuple[Decimal, Decimal, Decimal]) -> list[Shape]:
    """The first ten pallets, each with its own cartons where they are few enough to be seen."""
    shapes: list[Shape] = []
    shown = min(count, ROWS * COLUMNS)
    spots = sorted(((index // ROWS, index % ROWS) for index in range(shown)), key=lambda spot: (-spot[1], spot[0]))
    in_detail = shown * min(per_pallet, cartons) <= _BOXES_MAX
    for column, row in spots:
        index = column * ROWS + row
        here = min(per_pallet, cartons - index * per_pallet)
        shapes += _pallet(column * PLACE_M + 0.02, row * PLACE_M + 0.08, here, carton_cm, in_detail)
    return shapes


def _pallet(
    x: float, y: float, cartons: int, carton_cm: tuple[Decimal, Decimal, Decimal], in_detail: bool
) -> Iterator[Shape]:
    yield from _box(x, y, 0, PALLET_LENGTH_M - 0.1, PALLET_WIDTH_M, PALLET_HEIGHT_M, "base-")
    length, width, height = (float(one) / 100 for one in carton_cm)
    across, deep, length, width = _layer(length, width)
    layers = -(-cartons // (across * deep))
    layers = min(layers, max(1, int((HEIGHT_M - PALLET_HEIGHT_M) // height)))
    if not in_detail:
        yield from _box(x, y, PALLET_HEIGHT_M, across * length, deep * width, layers * height)
        return
    for layer in range(layers):
        left = cartons - layer * across * deep
        for row in reversed(range(deep)):
            for column in range(across):
                if row * across + column < left:
                    at = (x + column * length, y + row * width, PALLET_HEIGHT_M + layer * height)
                    yield from _box(*at, length - 0.02, width - 0.02, height - 0.01)


def _layer(length: float, width: float) -> tuple[int, int, float, float]:
    """How many cartons lie across and deep, in the better of the two directions, never none."""

    def fit(a: float, b: float) -> tuple[int, int]:
        return max(1, int((PALLET_LENGTH_M + 0.001) // a)), max(1, int((PALLET_WIDTH_M + 0.001) // b))

    straight, turned = fit(length, width), fit(width, length)
    if straight[0] * straight[1] >= turned[0] * turned[1]:
        return (*straight, length, width)
    return (*turned, width, length)


def cartons(count: int, carton_cm: tuple[Decimal, Decimal, Decimal]) -> list[Shape]:
    """Cartons without pallets, stowed from the front wall, layer on layer; as walls where they are too many to see.

    What does not fit into one container is left out, and the page says how many containers it takes.
    """
    length, width, height = (float(one) / 100 for one in carton_cm)
    if width > length:
        length, width = width, length
    high, deep, along = (
        max(1, int(space // size)) for space, size in ((HEIGHT_M, height), (WIDTH_M, width), (LENGTH_M, length))
    )
    shown = min(count, high * deep * along)
    rows = -(-shown // (high * deep))
    if shown > _BOXES_MAX:
        return list(_box(0, 0, 0, rows * length, deep * width, high * height))
    shapes: list[Shape] = []
    for row in reversed(range(rows)):
        here = min(high * deep, shown - row * high * deep)
        for spot in sorted(range(here), key=lambda one: (-(one // high), one % high)):
            at = (row * length, (spot // high) * width, (spot % high) * height)
            shapes += _box(*at, length - 0.02, width - 0.02, height - 0.01)
    return shapes
