"""Cables, castings, bags and what factories make."""

from __future__ import annotations

import math
from collections.abc import Sequence

from fondouk.doors.demo.artwork.canvas import Canvas, thing

C = Sequence[str]
WIRES = ("#B6432B", "#D9A521", "#2E8B74", "#3F51A8", "#E9E4D8")


@thing("harness", "wiring_harness", "wiring", colours=["2B3F8F 4A505C B4532E", "3A3F4A 2E7D6B D9A521", "B4532E 2B3F8F 4A505C", "4A505C D9A521 2B3F8F"], counts=(3, 4, 5))  # fmt: skip
def harness(k: Canvas, c: C, n: int) -> None:
    """Wires gathered in a sleeve between connectors."""
    k.shadow(196, 120, 211)
    for i in range(n):
        k.line(f"M98 {150 + i * 11}c24 0 32 {22 - i * 11} 54 {22 - i * 11}", WIRES[i], 6)
        end = (84, 98, 112, 176, 190)[i]
        k.line(f"M246 120c24-2 22 {end - 120} 54 {end - 120}", WIRES[i], 6)
    k.line("M150 172c36 0 56-50 100-52", "#23262E", 34)
    k.line("M150 165c34-1 54-49 98-52", "#5A6070", 5)
    for x, y in ((170, 164), (190, 149), (209, 134), (229, 124)):
        k.line(f"M{x - 10} {y - 13}l18 28", "#3A3F4A", 3)
    k.box(62, 138, 44, 70, c[0], 6)
    for i in range(4):
        k.rect(70, 148 + i * 14, 18, 7, "#DDE2F2", 1.5)
    k.box(294, 70, 50, 56, c[1], 6)
    k.box(294, 162, 46, 44, c[2], 6)
    for y in (80, 95, 110, 172, 188):
        k.rect(328, y, 9, 9, "#C3C8D2", 1)


@thing("connector", "terminal", "switch", "fuse_box", colours=["2B3F8F C9A24A", "3A3F4A C9CED3", "B4532E C9A24A", "E9E4D8 C9A24A"], counts=(3, 4, 6))  # fmt: skip
def connector(k: Canvas, c: C, n: int) -> None:
    """A moulded connector with its pins."""
    k.shadow(200, 110)
    k.form("M116 150q0-12 12-12h144q12 0 12 12v74q0 12-12 12H128q-12 0-12-12Z", c[0])
    k.rect(134, 156, 132, 62, "#00000040", 6)
    for i in range(n):
        x = 134 + 132 * (i + 0.5) / n
        k.box(x - 7, 168, 14, 38, c[1], 3, "m")
    for i in range(n):
        x = 134 + 132 * (i + 0.5) / n
        k.line(f"M{x:.0f} 138c0-30 {(x - 200) * 0.4:.0f}-40 {(x - 200) * 0.8:.0f}-70", WIRES[i % 5], 7)
    k.rect(104, 172, 12, 28, c[0], 3)
    k.rect(284, 172, 12, 28, c[0], 3)


@thing("aircraft_part", "machined_part", "turbine", colours=["A8B0B6 5D6469", "C9CED3 7E868C", "8E9AA8 4A5666"], flat=True, counts=(6, 8, 10))  # fmt: skip
def aircraft_part(k: Canvas, c: C, n: int) -> None:
    """A turned flange with bolt holes and a fan."""
    k.ellipse(208, 158, 112, 112, "#3A2A18", 'opacity=".25" filter="url(#b)"')
    k.ellipse(200, 150, 112, 112, c[0])
    k.ellipse(200, 150, 112, 112, "url(#m)")
    k.ellipse(200, 150, 76, 76, c[1])
    for i in range(n * 2):
        a = 360 * i / (n * 2)
        k.raw(
            f'<path d="M200 150q10-44 6-72 14 4 22 14-8 36-28 58Z" fill="{c[0]}" transform="rotate({a:.0f} 200 150)"/>'
        )
    for i in range(n):
        a = math.tau * i / n
        k.ellipse(200 + 94 * math.cos(a), 150 + 94 * math.sin(a), 8, 8, "#2B2F33")
    k.ellipse(200, 150, 24, 24, c[0])
    k.ellipse(200, 150, 24, 24, "url(#m)")


@thing(
    "bracket",
    "metal_part",
    "casting",
    colours=["A8B0B6 5D6469", "C9A24A 8A6A24", "3F454C 22262A"],
    counts=(2, 3),
    alone=1.34,
)
def bracket(k: Canvas, c: C, n: int) -> None:
    """Pressed brackets."""
    for i in range(n):
        x = 200 + (i - (n - 1) / 2) * 100
        k.shadow(x, 50)
        k.form(f"M{x - 40} 110h26v92h54v34h-80Z", c[0], "m")
        k.path(f"M{x - 14} 150l52 52h-52Z", c[1])
        k.ellipse(x - 27, 130, 6, 6, "#2B2F33")
        k.ellipse(x + 22, 219, 8, 4, "#2B2F33")


@thing(
    "bolt",
    "fasteners",
    "screws",
    colours=["A8B0B6 5D6469", "C9A24A 8A6A24", "8E969C 3F454C"],
    flat=True,
    counts=(3, 4, 5),
)
def bolt(k: Canvas, c: C, n: int) -> None:
    """Bolts and nuts laid out."""
    for i in range(n):
        x = 200 + (i - (n - 1) / 2) * 250 / n
        w = 110 / n
        k.rect(x - w / 2 + 5, 88, w, 150, "#3A2A18", 3, 'opacity=".2" filter="url(#b)"')
        k.box(x - w / 2, 100, w, 132, c[0], 3, "m")
        k.line("".join(f"M{x - w / 2:.0f} {y}l{w:.0f} 6" for y in range(150, 228, 8)), c[1], 2)
        k.polygon(
            f"{x - w:.0f},78 {x - w / 2:.0f},64 {x + w / 2:.0f},64 {x + w:.0f},78 {x + w:.0f},96 {x - w:.0f},96", c[0]
        )
        k.polygon(
            f"{x - w:.0f},78 {x - w / 2:.0f},64 {x + w / 2:.0f},64 {x + w:.0f},78 {x + w:.0f},96 {x - w:.0f},96",
            "url(#m)",
        )


@thing("plastic_part", "moulding", "crate_plastic", "packaging", colours=["2B3F8F 1D2B66", "2E7D6B 1B5546", "B4532E 7A2F14", "3A3F4A 22262E"], counts=(2, 3))  # fmt: skip
def plastic_part(k: Canvas, c: C, n: int) -> None:
    """Moulded crates."""
    k.shadow(200, 116)
    tall = 130 // n
    for i in range(n):
        y = 236 - (i + 1) * tall
        k.form(f"M96 {y}h208l-8 {tall - 4}H104Z", c[0])
        k.line("".join(f"M{118 + j * 24} {y + 12}v{tall - 24}" for j in range(8)), c[1], 9)
        k.rect(172, y + 6, 56, 10, "#00000050", 5)


@thing("seat_cover", "upholstery", "automotive_trim", colours=["3A342E B4532E", "8F4820 F3EBDD", "4A505C D9A521"])
def seat_cover(k: Canvas, c: C, n: int) -> None:
    """A car seat in its stitched cover."""
    k.shadow(206, 96)
    k.form("M156 66q44-14 88 0 10 4 10 14l8 102h-124l8-102q0-10 10-14Z", c[0])
    k.form("M130 182h148q18 2 18 26t-20 28H128q-18-2-18-28t20-26Z", c[0])
    k.rect(172, 42, 56, 28, c[0], 12)
    k.line("M176 76l-6 104M224 76l6 104M146 186q54 10 116 0", c[1], 2, 'stroke-dasharray="5 4"')


@thing("fertiliser_bag", "phosphate_bag", "big_bag", "sack", colours=["F3EBDD 2E7D6B", "E9E4D8 2B3A8F", "F6F3EA B4532E", "D9D4C4 3A3F4A"], counts=(1, 2, 3))  # fmt: skip
def fertiliser_bag(k: Canvas, c: C, n: int) -> None:
    """Woven bags, and the grains they hold."""
    for i in range(n):
        x, h = 200 + (i - (n - 1) / 2) * 96, 138 - (i % 2) * 16
        k.shadow(x, 52)
        k.form(f"M{x - 44} {236 - h}q44 10 88 0 8 {h / 2:.0f} 2 {h - 4}-46 8-92 0-6-{h / 2:.0f} 2-{h - 4}Z", c[0])
        k.path(f"M{x - 46} {236 - h * 0.66:.0f}h92v{h * 0.42:.0f}h-92Z", c[1])
        k.star(x, 236 - h * 0.45, 20, "none", 'stroke="#ffffffd0" stroke-width="2.6"')
        k.line(f"M{x - 42} {242 - h}q42 9 84 0", "#00000030", 2, 'stroke-dasharray="4 4"')
    k.scatter(22, (296, 228, 60, 14), (4, 3.4), ["#A89478", "#C9B48A", "#8A7A5E"])


@thing("cable_reel", "cable", "wire", colours=["A8703A B6432B", "8A5526 3F51A8", "A8703A 23262E"], counts=(1, 2))
def cable_reel(k: Canvas, c: C, n: int) -> None:
    """A drum of cable."""
    for i in range(n):
        x = 200 + (i - (n - 1) / 2) * 150
        k.shadow(x, 70)
        k.ellipse(x, 160, 72, 76, c[0])
        k.ellipse(x, 160, 72, 76, "url(#s)")
        for r in (58, 50, 42):
            k.raw(f'<circle cx="{x}" cy="160" r="{r}" fill="none" stroke="{c[1]}" stroke-width="7"/>')
        k.ellipse(x, 160, 26, 26, c[0])
        k.ellipse(x, 160, 9, 9, "#2B2F33")


@thing("parcel", "goods", colours=["C9A06A 8A6A3A", "D9BC84 A8834A"], counts=(1, 2), alone=1.34)
def parcel(k: Canvas, c: C, n: int) -> None:
    """A plain carton: goods without a drawing of their own."""
    for i in range(n):
        x = 200 + (i - (n - 1) / 2) * 130
        k.shadow(x, 66)
        k.box(x - 58, 136, 116, 100, c[0], 3)
        k.rect(x - 9, 136, 18, 100, c[1], 0, 'opacity=".6"')
        k.star(x + 34, 214, 12, "none", f'stroke="{c[1]}" stroke-width="2.2"')


@thing("gasket", "seal_ring", "rubber_part", colours=["2B2F33 4A505C", "3A342E 5A5048", "22303A 3F51A8"], flat=True, counts=(2, 3))  # fmt: skip
def gasket(k: Canvas, c: C, n: int) -> None:
    """Moulded rings and a flat gasket with its holes."""
    k.rect(82, 92, 140, 128, "#3A2A18", 16, 'opacity=".22" filter="url(#b)"')
    k.raw(
        f'<path fill-rule="evenodd" fill="{c[0]}" d="M92 86h120q16 0 16 16v92q0 16-16 16H92q-16 0-16-16v-92q0-16 16-16Zm60 24a38 38 0 1 0 .1 0Z"/>'
    )
    for x, y in ((94, 104), (210, 104), (94, 192), (210, 192)):
        k.ellipse(x, y, 7, 7, "#D5D8DB")
    for i in range(n):
        r = 44 - i * 12
        k.raw(
            f'<circle cx="{286 + i * 10}" cy="{112 + i * 46}" r="{r}" fill="none" stroke="{c[i % 2]}" stroke-width="11"/>'
        )
