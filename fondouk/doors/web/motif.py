"""The one ornament: an eight-fold star, two squares turned by 45 degrees. Logo, node, seal and wall come from it."""

from __future__ import annotations

import math
from functools import lru_cache

#: Inner radius over outer radius of the plain star.
INNER = 0.7654


@lru_cache(maxsize=512)
def star(cx: float, cy: float, radius: float, turn: float = 0, inner: float = INNER) -> str:
    """The `points` of an SVG polygon; `turn` in degrees."""
    points = []
    for corner in range(16):
        reach = radius if corner % 2 == 0 else radius * inner
        angle = math.radians(turn + corner * 22.5)
        points.append(f"{_short(cx + reach * math.cos(angle))},{_short(cy + reach * math.sin(angle))}")
    return " ".join(points)


def _short(value: float) -> str:
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text
