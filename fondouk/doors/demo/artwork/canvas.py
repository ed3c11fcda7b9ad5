"""A small SVG canvas of 400 × 300 units: shapes by name, one set of shared gradients, a seeded hand."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fondouk.doors.web.motif import star

#: Where things stand: the table's front edge.
BASE = 236


def short(value: float) -> str:
    """A coordinate with at most one decimal."""
    text = f"{value:.1f}"
    return text.removesuffix(".0")


class Canvas:
    """Collects SVG parts. Colours are hex texts; `hand` is the seeded randomness of this picture."""

    def __init__(self, seed: int | str):
        self.parts: list[str] = []
        self.hand = random.Random(str(seed))  # noqa: S311 - drawings, not secrets

    def raw(self, text: str) -> None:
        """Add SVG as it is."""
        self.parts.append(text)

    def ellipse(self, x: float, y: float, rx: float, ry: float, fill: str, extra: str = "") -> None:
        """An ellipse round (x, y)."""
        self.raw(
            f'<ellipse cx="{short(x)}" cy="{short(y)}" rx="{short(rx)}" ry="{short(ry)}" fill="{fill}"{_more(extra)}/>'
        )

    def rect(self, x: float, y: float, w: float, h: float, fill: str, rx: float = 0, extra: str = "") -> None:
        """A rectangle from its upper left corner."""
        round_ = f' rx="{short(rx)}"' if rx else ""
        self.raw(
            f'<rect x="{short(x)}" y="{short(y)}" width="{short(w)}" height="{short(h)}"{round_}'
            f' fill="{fill}"{_more(extra)}/>'
        )

    def path(self, d: str, fill: str = "none", extra: str = "") -> None:
        """A filled path."""
        self.raw(f'<path d="{d}" fill="{fill}"{_more(extra)}/>')

    def line(self, d: str, stroke: str, width: float = 2, extra: str = "") -> None:
        """A stroked path with round ends."""
        self.raw(
            f'<path d="{d}" fill="none" stroke="{stroke}" stroke-width="{short(width)}" stroke-linecap="round"{_more(extra)}/>'
        )

    def polygon(self, points: str, fill: str, extra: str = "") -> None:
        """A polygon from its points."""
        self.raw(f'<polygon points="{points}" fill="{fill}"{_more(extra)}/>')

    def star(self, x: float, y: float, r: float, fill: str, extra: str = "", turn: float = 0) -> None:
        """The motif."""
        self.polygon(star(x, y, r, turn), fill, extra)

    def shadow(self, x: float, rx: float, y: float = 237) -> None:
        """What a thing throws on the table."""
        self.ellipse(x + 6, y, rx, rx * 0.11, "#3A2A18", 'opacity=".22" filter="url(#b)"')

    def shaded(self, shape: Callable[[str], None], fill: str, light: str = "s") -> None:
        """A shape in its colour, then again in light: `s` soft, `g` glass, `m` metal."""
        shape(fill)
        shape(f"url(#{light})")

    def box(self, x: float, y: float, w: float, h: float, fill: str, rx: float = 0, light: str = "s") -> None:
        """A shaded rectangle."""
        self.shaded(lambda colour: self.rect(x, y, w, h, colour, rx), fill, light)

    def form(self, d: str, fill: str, light: str = "s") -> None:
        """A shaded path."""
        self.shaded(lambda colour: self.path(d, colour), fill, light)

    def label(self, x: float, y: float, w: float, h: float, ink: str = "#5A3A12", paper: str = "#FBF6EA") -> None:
        """A paper label with a star, or another mark the hand chooses, and two lines."""
        self.rect(x, y, w, h, paper, 2)
        cx, cy, r = x + w / 2, y + h * 0.36, min(w, h) * 0.2
        mark = self.hand.randrange(4)
        if mark == 0:
            self.star(cx, cy, r, "none", f'stroke="{ink}" stroke-width="1.6"')
        elif mark == 1:
            self.star(cx, cy, r, ink)
        elif mark == 2:
            self.ellipse(cx, cy, r, r, "none", f'stroke="{ink}" stroke-width="1.6"')
            self.star(cx, cy, r * 0.6, ink)
        else:
            self.path(
                f"M{short(cx)} {short(cy - r)}l{short(r)} {short(r)}-{short(r)} {short(r)}-{short(r)}-{short(r)}Z", ink
            )
        self.rect(x + w * 0.22, y + h * 0.66, w * 0.56, 2.6, ink, 1)
        self.rect(x + w * 0.32, y + h * 0.78, w * 0.36, 2.2, ink, 1, 'opacity=".55"')

    def scatter(
        self, count: int, box: tuple[float, float, float, float], size: tuple[float, float], colours: Sequence[str]
    ) -> None:
        """Turned ovals thrown into a box (x, y, w, h): nuts, kernels, olives."""
        x, y, w, h = box
        for _ in range(count):
            px, py = x + self.hand.random() * w, y + self.hand.random() * h
            turn = self.hand.randrange(180)
            self.ellipse(
                px, py, *size, self.hand.choice(colours), f'transform="rotate({turn} {short(px)} {short(py)})"'
            )

    def pick(self, options: Sequence[str]) -> str:
        """One of some, by the hand."""
        return self.hand.choice(options)


def _more(extra: str) -> str:
    return f" {extra}" if extra else ""


@dataclass(frozen=True)
class Thing:
    """Something that can be drawn: how, lying flat or standing, in which colours, how many."""

    draw: Callable[[Canvas, Sequence[str], int], None]
    flat: bool
    colours: tuple[tuple[str, ...], ...]
    counts: tuple[int, ...]
    alone: float = 1


THINGS: dict[str, Thing] = {}


def thing(
    *names: str,
    colours: Sequence[str] = (),
    flat: bool = False,
    counts: Sequence[int] = (1,),
    alone: float = 1,
) -> Callable[[Callable[[Canvas, Sequence[str], int], None]], Callable[[Canvas, Sequence[str], int], None]]:
    """Register a drawing under one or more names; each text of `colours` is one colourway of hex values.

    A thing drawn in a row is enlarged by `alone` when there is only one.
    """

    def register(draw: Callable[[Canvas, Sequence[str], int], None]) -> Callable[[Canvas, Sequence[str], int], None]:
        ways = tuple(tuple(f"#{one}" for one in way.split()) for way in colours) or ((),)
        for name in names:
            THINGS[name] = Thing(draw, flat, ways, tuple(counts), alone)
        return draw

    return register
