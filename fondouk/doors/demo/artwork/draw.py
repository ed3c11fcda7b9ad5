"""The demo's pictures: drawn goods before a wall of stars, each distinct, each made again exactly from its seed.

`picture` is a product's photo, `cover` a storefront's wide picture, `seal` its mark; `drawable` says what can be drawn.
"""

from __future__ import annotations

from collections.abc import Sequence

from fondouk.doors.demo.artwork import cloth, food, house, vessels, wall, works
from fondouk.doors.demo.artwork.canvas import THINGS, Canvas, Thing
from fondouk.doors.web.motif import star

WIDTH, HEIGHT = 800, 600
PALETTES = tuple(wall.PALETTES)
MODULES = (cloth, food, house, vessels, works)


def drawable() -> tuple[str, ...]:
    """Names `picture` knows; any other is drawn as a plain carton."""
    return tuple(sorted(THINGS))


def picture(
    kind: str, *, palette: str = "sand", seed: int | str = 0, variant: int = 0, colours: Sequence[str] = (),
    bare: bool = False,
) -> str:  # fmt: skip
    """An SVG of 4:3. `variant` walks through colours, then counts; `seed` moves everything else a little.

    `colours` (hex texts) replaces the colourway; `bare` leaves wall and table out (pictograms on a plain ground).
    """
    thing = THINGS.get(kind, THINGS["parcel"])
    canvas = Canvas(f"{kind}/{palette}/{variant}/{seed}")
    scene = wall.scene(canvas, palette, flat=thing.flat)
    _placed(canvas, thing, variant, colours)
    if bare:
        scene = scene[: scene.index("</defs>") + 7]
    return _document(WIDTH, HEIGHT, "0 0 400 300", scene + "".join(canvas.parts))


def _placed(canvas: Canvas, thing: Thing, variant: int, colours: Sequence[str]) -> None:
    """Draw the thing in its colourway and count, a little larger or smaller, a little to one side."""
    ways, counts = thing.colours, thing.counts
    way = [*colours, *ways[0][len(colours) :]] if colours else list(ways[variant % len(ways)])
    count = counts[(variant // len(ways)) % len(counts)]
    scale = canvas.hand.choice((0.92, 0.95, 0.98, 1, 1.03, 1.07)) * (thing.alone if count == 1 else 1)
    x = canvas.hand.randrange(-12, 13)
    lowest = 150 if thing.flat else 236
    canvas.raw(f'<g transform="translate({200 + x} {lowest}) scale({scale:g}) translate(-200 {-lowest})">')
    thing.draw(canvas, way, count)
    canvas.raw("</g>")


def cover(kind: str, *, palette: str = "sand", seed: int | str = 0) -> str:
    """A storefront's cover, 16:7: the wall runs on both sides of one thing."""
    canvas = Canvas(f"cover/{kind}/{palette}/{seed}")
    thing = THINGS.get(kind, THINGS["parcel"])
    scene = wall.scene(canvas, palette, flat=thing.flat).replace('width="400"', 'x="-150" width="700"')
    _placed(canvas, thing, canvas.hand.randrange(6), ())
    return _document(1280, 560, "-143 0 686 300", scene + "".join(canvas.parts))


_SEALS = (
    ("#1D2174", "#E3A21A", "#F3E3C2"), ("#1B5546", "#E3A21A", "#F3E3C2"), ("#7A2F14", "#F0D79A", "#FFFFFF"),
    ("#2A2F9E", "#FFFFFF", "#E3A21A"), ("#5A3A12", "#E3A21A", "#FBF6EA"), ("#22303A", "#C9DFD6", "#FFFFFF"),
    ("#5A1A36", "#E4C4B3", "#FFFFFF"), ("#3A3F2A", "#D9DCC0", "#E3A21A"),
)  # fmt: skip
_MARKS = (
    '<path d="M20 12c3 4.6 4.6 6.9 4.6 9.4a4.6 4.6 0 0 1-9.2 0c0-2.500 1.600-4.800 4.600-9.400Z" fill="{0}"/>',
    '<path d="M20 12l7 8-7 8-7-8Z" fill="{0}"/>',
    '<circle cx="20" cy="20" r="5.600" fill="{0}"/>',
    '<path d="M13 25q7-18 14 0Z" fill="{0}"/>',
    '<path d="M14 16h12v3H14Zm0 5h12v3H14Z" fill="{0}"/>',
    '<path d="M20 27c-7-4-7-11 0-15 7 4 7 11 0 15Z" fill="{0}"/>',
)


def seal(seed: int | str) -> str:
    """A storefront's mark: the star, turned and coloured by the seed, with a small figure inside."""
    hand = Canvas(f"seal/{seed}").hand
    ground, body, mark = hand.choice(_SEALS)
    inner = hand.choice((0, 22.5))
    parts = (
        f'<rect width="40" height="40" fill="{ground}"/>',
        f'<polygon points="{star(20, 20, 17, hand.choice((0, 22.5)))}" fill="{body}"/>',
        f'<polygon points="{star(20, 20, hand.choice((11, 12, 13)), inner)}" fill="{ground}"/>',
        hand.choice(_MARKS).format(mark),
    )
    return _document(320, 320, "0 0 40 40", "".join(parts))


def _document(width: int, height: int, box: str, body: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="{box}">{body}</svg>'
