"""Ceramics, stone, metal, wood and baskets."""

from __future__ import annotations

import math
from collections.abc import Sequence

from fondouk.doors.demo.artwork.canvas import Canvas, thing

C = Sequence[str]


@thing("tagine", colours=["B4532E C8653B F3E3D6", "2B3A8F 3F51A8 E9E4D8", "8A4B2A A8623A F0D79A", "2E7D6B 3F957F F3E3D6", "E4DED2 F3EEE3 2B3A8F"], counts=(5, 7, 9))  # fmt: skip
def tagine(k: Canvas, c: C, n: int) -> None:
    """The cooking pot with its cone."""
    k.shadow(200, 110)
    k.path("M92 192h216q-8 44-58 48H150q-50-4-58-48Z", c[0])
    k.rect(84, 182, 232, 14, c[1], 7)
    k.form("M108 182c24-32 68-62 78-104h28c10 42 54 72 78 104Z", c[1], "g")
    k.ellipse(200, 70, 17, 15, c[0])
    k.ellipse(195, 65, 5, 4, "#ffffff70")
    for i in range(n):
        k.star(200 + (i - (n - 1) / 2) * 190 / n, 215, 9, c[2])
    k.line("M134 166c36 10 96 10 132 0M158 140c22 7 62 7 84 0", c[2], 2.4)


@thing("bowl", "serving_bowl", "salad_bowl", colours=["F6F3EA 2B3A8F DDE2F2", "F6F3EA 2E7D6B DCEDE6", "EFE0CC B4532E F3DFD5", "F6F3EA 3A342E E4DED2", "F0D79A 8A4B2A F8EED8"], counts=(4, 5, 6))  # fmt: skip
def bowl(k: Canvas, c: C, n: int) -> None:
    """A painted bowl."""
    k.shadow(200, 92)
    d = "M98 146h204q-4 90-102 92-98-2-102-92Z"
    k.path(d, c[0])
    k.ellipse(200, 146, 102, 24, c[1])
    k.ellipse(200, 150, 88, 18, c[2])
    step = 170 / n
    for i in range(n):
        x = 200 + (i - (n - 1) / 2) * step
        k.star(x, 192 - ((x - 200) / 34) ** 2, 14, "none", f'stroke="{c[1]}" stroke-width="3"')
    k.line("M112 214q88 26 176 0", c[1], 4)
    k.path(d, "url(#s)")


@thing("plate", "dinner_plate", "tableware", colours=["F6F3EA 2B3A8F D9A521", "F6F3EA 2E7D6B B4532E", "EFE0CC B4532E 2B3A8F", "F3EEE3 3A342E C9A45C"], flat=True, counts=(8, 12, 16))  # fmt: skip
def plate(k: Canvas, c: C, n: int) -> None:
    """A painted plate seen from above."""
    k.ellipse(208, 158, 116, 116, "#3A2A18", 'opacity=".22" filter="url(#b)"')
    k.ellipse(200, 150, 116, 116, c[0])
    for r, w in ((110, 4), (78, 3), (70, 1.4)):
        k.raw(f'<circle cx="200" cy="150" r="{r}" fill="none" stroke="{c[1]}" stroke-width="{w}"/>')
    for i in range(n):
        a = math.tau * i / n
        k.star(200 + 94 * math.cos(a), 150 + 94 * math.sin(a), 11, c[1 + i % 2])
    k.star(200, 150, 54, c[1])
    k.star(200, 150, 30, c[0], turn=22.5)
    k.star(200, 150, 14, c[2])
    k.ellipse(200, 150, 116, 116, "url(#l)")


@thing("mug", "cup", "tea_glass", "beldi_glass", colours=["2B3A8F F6F3EA", "2E7D6B E9E4D8", "B4532E F3EBDD", "D9A521 5A3A12", "E9DFC9 3A342E"], counts=(1, 2, 3), alone=1.34)  # fmt: skip
def mug(k: Canvas, c: C, n: int) -> None:
    """Cups in a row."""
    for i in range(n):
        x = 200 + (i - (n - 1) / 2) * 96
        k.shadow(x, 46)
        k.raw(f'<path d="M{x + 34} 168q30-4 26 26-4 22-30 18" fill="none" stroke="{c[0]}" stroke-width="8"/>')
        k.form(f"M{x - 38} 152h76l-6 78q-1 6-8 6h-48q-7 0-8-6Z", c[0])
        k.ellipse(x, 152, 38, 8, c[1])
        k.star(x, 194, 15, "none", f'stroke="{c[1]}" stroke-width="2.6"')


@thing("vase", "amphora", colours=["2B3A8F F6F3EA", "B4532E F3E3D6", "2E7D6B F0D79A", "E4DED2 2B3A8F", "8A4B2A E9DFC9"], counts=(0, 1, 2))  # fmt: skip
def vase(k: Canvas, c: C, n: int) -> None:
    """A tall vase in one of three shapes."""
    shapes = (
        "M176 62h48q-4 30 8 46 30 26 30 66 0 44-26 62h-72q-26-18-26-62 0-40 30-66 12-16 8-46Z",
        "M164 58h72q-18 34-10 60 34 22 26 70-4 36-24 48h-56q-20-12-24-48-8-48 26-70 8-26-10-60Z",
        "M180 70h40v30q46 10 46 70t-34 66h-64q-34-6-34-66t46-70Z",
    )
    k.shadow(200, 70)
    k.form(shapes[n % 3], c[0], "g")
    k.line("M150 176q50 16 100 0M154 208q46 12 92 0", c[1], 3)
    for i in range(4):
        k.star(164 + i * 24, 194 + (2 if i in (1, 2) else 0), 9, "none", f'stroke="{c[1]}" stroke-width="2.4"')


@thing("zellige", "mosaic", colours=["2B3A8F 2E7D6B D9A521 F2EEE4 B4532E", "2E7D6B F2EEE4 5FB39F 1B5546 C9A45C", "F2EEE4 C9CED3 8E949A 3A3F4A E9DFC9", "B4532E D9A521 F0D79A 8A2F1A F2EEE4", "2B3A8F 575CB6 DADCF1 F2EEE4 22305F"], flat=True, counts=(3, 4, 5))  # fmt: skip
def zellige(k: Canvas, c: C, n: int) -> None:
    """Cut tiles laid as stars."""
    step = 288 / n
    rows = max(2, round(216 / step))
    for j in range(rows):
        for i in range(n):
            x, y = 200 + (i - (n - 1) / 2) * step, 150 + (j - (rows - 1) / 2) * step
            k.star(x, y, step / 2, c[(i + 2 * j) % 5], 'stroke="#F4EEE3" stroke-width="3"')
            k.star(x, y, step * 0.2, c[(i + 2 * j + 3) % 5], turn=22.5)


@thing("cement_tile", "terracotta_tile", "tile", "bejmat", colours=["2B3A8F F2EEE4 B9BCE4", "2E7D6B F2EEE4 9FC5B5", "B4532E F2EEE4 E4C4B3", "3A3F4A E4DED2 8E949A", "D9A521 F2EEE4 8A6A24"], flat=True, counts=(3, 4))  # fmt: skip
def cement_tile(k: Canvas, c: C, n: int) -> None:
    """Square tiles with a quarter figure each."""
    size = 232 / n
    figure = k.hand.randrange(3)
    k.rect(92, 42, 232, 232, "#3A2A18", 2, 'opacity=".22" filter="url(#b)"')
    for j in range(n):
        for i in range(n):
            x, y = 84 + i * size, 34 + j * size
            k.rect(x, y, size - 2, size - 2, c[1 if (i + j) % 2 else 2], 1)
            if figure == 0:
                k.star(x + size / 2 - 1, y + size / 2 - 1, size * 0.42, c[0])
                k.star(x + size / 2 - 1, y + size / 2 - 1, size * 0.18, c[1], turn=22.5)
            elif figure == 1:
                k.path(
                    f"M{x:.0f} {y:.0f}h{size / 2:.0f}l-{size / 2:.0f} {size / 2:.0f}ZM{x + size - 2:.0f} {y + size - 2:.0f}h-{size / 2:.0f}l{size / 2:.0f}-{size / 2:.0f}Z",
                    c[0],
                )
            else:
                k.raw(
                    f'<circle cx="{x + size / 2 - 1:.0f}" cy="{y + size / 2 - 1:.0f}" r="{size * 0.3:.0f}" fill="none" stroke="{c[0]}" stroke-width="{size * 0.12:.0f}"/>'
                )


@thing("lantern", "lamp", "light", colours=["B98B2F F7DFA0 8A6A24 E9A820", "8E969C E9ECEE 5D6469 D9A521", "3A342E F0D79A 22201C B4532E", "A86F3A F3E3D6 6E4420 2E7D6B"], counts=(1, 2))  # fmt: skip
def lantern(k: Canvas, c: C, n: int) -> None:
    """A pierced lantern."""
    k.shadow(200, 54)
    k.line("M200 44v22", c[2], 4)
    k.raw(f'<circle cx="200" cy="40" r="9" fill="none" stroke="{c[2]}" stroke-width="4"/>')
    k.form("M160 104q6-36 40-40 34 4 40 40Z", c[0], "m")
    k.path("M150 104h100l-10 108h-80Z", c[1], f'stroke="{c[2]}" stroke-width="6"')
    for y in (134, 176):
        k.star(200, y, 22, c[3], f'stroke="{c[2]}" stroke-width="3"')
        for dx in (-32, 32):
            k.star(200 + dx, y, 9, "#ffffffb0", f'stroke="{c[2]}" stroke-width="2"')
    k.rect(144, 98, 112, 10, c[2], 3)
    k.rect(152, 208, 96, 10, c[2], 3)
    k.form("M166 218h68l8 18h-84Z", c[0], "m")


@thing("brass_tray", "tray", "copper_tray", colours=["C9A24A 8A6A24", "B8703A 7A4520", "C9CED3 7E868C"], flat=True, counts=(8, 12, 16))  # fmt: skip
def brass_tray(k: Canvas, c: C, n: int) -> None:
    """A chased tray seen from above."""
    k.ellipse(208, 158, 120, 120, "#3A2A18", 'opacity=".25" filter="url(#b)"')
    k.ellipse(200, 150, 120, 120, c[0])
    k.ellipse(200, 150, 120, 120, "url(#m)")
    for r in (114, 96, 60, 52):
        k.raw(f'<circle cx="200" cy="150" r="{r}" fill="none" stroke="{c[1]}" stroke-width="1.8"/>')
    for i in range(n):
        a = math.tau * i / n
        k.star(200 + 78 * math.cos(a), 150 + 78 * math.sin(a), 12, "none", f'stroke="{c[1]}" stroke-width="1.8"')
    k.star(200, 150, 44, "none", f'stroke="{c[1]}" stroke-width="2.4"')
    k.star(200, 150, 22, "none", f'stroke="{c[1]}" stroke-width="2"', 22.5)


@thing("teapot", colours=["C9CED3 7E868C", "C9A24A 8A6A24", "B8703A 7A4520"])
def teapot(k: Canvas, c: C, n: int) -> None:
    """A teapot of metal."""
    k.shadow(204, 84)
    k.line("M268 130q44-10 40 34-4 34-44 38", c[1], 9)
    k.form("M132 190q-40-24-36-60l14-2q6 28 30 34Z", c[0], "m")
    k.form("M158 108h84q34 30 34 74 0 34-24 54H148q-24-20-24-54 0-44 34-74Z", c[0], "m")
    k.form("M164 108q6-34 36-40 30 6 36 40Z", c[0], "m")
    k.ellipse(200, 62, 8, 9, c[1])
    k.star(200, 176, 28, "none", f'stroke="{c[1]}" stroke-width="2.4"')
    k.star(200, 176, 13, "none", f'stroke="{c[1]}" stroke-width="2"', 22.5)


@thing("thuya_box", "wood_box", "wooden_box", "woodware", colours=["8A4B1E C98A4A 5A2F10", "6B3B1C A8703A 3A2010", "A8703A E0B070 6E4420"], counts=(1, 2))  # fmt: skip
def thuya_box(k: Canvas, c: C, n: int) -> None:
    """A burr wood box with inlay."""
    k.shadow(200, 104)
    k.form("M100 146h200v82q0 8-8 8H108q-8 0-8-8Z", c[0])
    k.form("M100 146l22-34h156l22 34Z", c[1])
    for _ in range(9):
        x, y = k.hand.randrange(116, 282), k.hand.randrange(160, 224)
        k.raw(
            f'<ellipse cx="{x}" cy="{y}" rx="{k.hand.randrange(5, 12)}" ry="4" fill="none" stroke="{c[2]}" stroke-width="1.6" opacity=".6"/>'
        )
    k.line("M100 150h200", c[2], 3)
    if n == 1:
        k.star(200, 190, 24, c[1])
        k.star(200, 190, 11, c[2], turn=22.5)
    else:
        k.line("M116 166h168v56H116Z", c[1], 4)
    k.rect(190, 144, 20, 16, "#C9A24A", 2)


@thing("spoons", "utensils", "board", colours=["A8703A C98A4A", "8A4B1E B4763A", "C9A06A E0C08A"], flat=True, counts=(2, 3, 4))  # fmt: skip
def spoons(k: Canvas, c: C, n: int) -> None:
    """Wooden spoons on a board."""
    k.rect(106, 44, 200, 222, "#3A2A18", 14, 'opacity=".22" filter="url(#b)"')
    k.box(100, 38, 200, 222, c[1], 14)
    for i in range(n):
        x = 200 + (i - (n - 1) / 2) * 46
        k.line(f"M{x} 120v116", c[0], 9)
        k.ellipse(x, 92, 17, 26, c[0])
        k.ellipse(x, 90, 11, 18, "#00000026")


@thing("palm_basket", "basket", "tote_basket", "hat", colours=["D9BC84 8A4B1E", "C9A86A 2B3A8F", "E4CD9A B4532E", "D4B87E 2E7D6B"], counts=(0, 1, 2))  # fmt: skip
def palm_basket(k: Canvas, c: C, n: int) -> None:
    """A woven basket with handles."""
    k.shadow(200, 96)
    k.line("M142 128c0-64 50-64 50 0M208 128c0-64 50-64 50 0", c[1], 7)
    k.form("M98 122h204l-22 106q-2 8-10 8H130q-8 0-10-8Z", c[0])
    k.line("".join(f"M{102 + i * 3} {138 + i * 16}q{98 - i * 3} 18 {196 - i * 6} 0" for i in range(6)), "#00000024", 3)
    k.line("".join(f"M{112 + i * 16} 126l{(100 - i * 8) // 8 + 2} 104" for i in range(12)), "#ffffff38", 3)
    k.line("M98 124q102 18 204 0", c[1], 7)
    if n:
        for i in range(5):
            k.star(136 + i * 32, 180, 12, c[1] if n == 1 else "none", f'stroke="{c[1]}" stroke-width="2.4"')


@thing("jewellery", "necklace", "fibula", colours=["C9CED3 2E7D6B B4532E", "C9CED3 2B3A8F D9A521", "C9A24A 8A2F3E 2E7D6B"], flat=True, counts=(7, 9, 11))  # fmt: skip
def jewellery(k: Canvas, c: C, n: int) -> None:
    """A necklace of beads with a pendant."""
    k.ellipse(206, 140, 110, 96, "none", 'stroke="#3A2A18" stroke-width="6" opacity=".2" filter="url(#b)"')
    k.raw(f'<ellipse cx="200" cy="130" rx="108" ry="92" fill="none" stroke="{c[0]}" stroke-width="3"/>')
    for i in range(n):
        a = math.pi * (0.06 + 0.88 * i / (n - 1))
        x, y, r = 200 + 108 * math.cos(a), 130 + 92 * math.sin(a), 8 + 5 * math.sin(a)
        k.ellipse(x, y, r, r, c[1 + i % 2])
        k.ellipse(x - r * 0.3, y - r * 0.3, r * 0.3, r * 0.25, "#ffffff90")
    k.star(200, 238, 30, c[0])
    k.star(200, 238, 30, "url(#m)")
    k.star(200, 238, 13, c[1], turn=22.5)


@thing("marble_basin", "basin", "sink", colours=["E4E0DA 8E949A", "3A3F44 6A7076", "D9C9B4 A08A6E", "C9B8A4 7A4A34"])
def marble_basin(k: Canvas, c: C, n: int) -> None:
    """A turned stone basin."""
    k.shadow(200, 118)
    k.form("M84 150h232q-6 82-78 86h-76q-72-4-78-86Z", c[0])
    k.ellipse(200, 150, 116, 32, c[0])
    k.ellipse(200, 154, 98, 24, "#00000030")
    k.ellipse(200, 162, 12, 4, "#5D6469")
    for _ in range(5):
        x, y = k.hand.randrange(110, 270), k.hand.randrange(178, 222)
        k.line(
            f"M{x} {y}q{k.hand.randrange(8, 26)} {k.hand.randrange(-12, 12)} {k.hand.randrange(26, 48)} {k.hand.randrange(-6, 10)}",
            c[1],
            1.6,
            'opacity=".6"',
        )


@thing("stone_slab", "marble_tile", "fossil", colours=["E4E0DA 8E949A", "3A3F44 C9CED3", "D9C9B4 8A6A4A"], flat=True, counts=(2, 3))  # fmt: skip
def stone_slab(k: Canvas, c: C, n: int) -> None:
    """Cut stone with its veins."""
    for i in range(n):
        x = 200 + (i - (n - 1) / 2) * 112 - 52
        k.rect(x + 8, 66, 104, 176, "#3A2A18", 2, 'opacity=".22" filter="url(#b)"')
        k.box(x, 58, 104, 176, c[0], 3)
        for _ in range(4):
            y = k.hand.randrange(70, 210)
            k.line(
                f"M{x} {y}q{k.hand.randrange(20, 60)} {k.hand.randrange(-30, 30)} 104 {k.hand.randrange(-20, 20)}",
                c[1],
                k.hand.choice((1, 1.6, 2.4)),
                'opacity=".6"',
            )


@thing("press", "millstone", colours=["A39F94 8E8A80 B9B5AA C6C2B7"])
def press(k: Canvas, c: C, n: int) -> None:
    """A stone hand mill."""
    k.shadow(200, 100)
    k.ellipse(200, 214, 110, 26, c[1])
    k.rect(90, 178, 220, 36, c[0])
    k.ellipse(200, 178, 110, 26, c[2])
    k.ellipse(200, 170, 70, 17, c[1])
    k.rect(130, 120, 140, 50, c[0])
    k.ellipse(200, 120, 70, 18, c[3])
    k.ellipse(200, 120, 20, 6, "#5A3A12")
    k.rect(258, 70, 10, 56, "#7A4E22", 4)


@thing("candle", colours=["E9DFC9 2E7D6B", "D9AE98 8A2F3E", "F3EEE3 2B3A8F"], counts=(1, 2), alone=1.34)
def candle(k: Canvas, c: C, n: int) -> None:
    """Scented candles in glazed cups."""
    for i in range(n):
        x = 200 + (i - (n - 1) / 2) * 112
        k.shadow(x, 50)
        k.box(x - 46, 142, 92, 94, c[1], 10)
        k.ellipse(x, 142, 46, 10, c[0])
        k.line(f"M{x} 140v-16", "#3A342E", 3)
        k.path(f"M{x} 96q16 18 0 30-16-12 0-30Z", "#E9A820")
        k.star(x, 190, 20, "none", 'stroke="#ffffffa0" stroke-width="2.4"')


@thing("wood_bowl", "fruit_bowl", colours=["8A4B1E C98A4A 5A2F10", "6B3B1C A8703A 3A2010", "B4763A E0B070 7A4A20"], counts=(1, 2))  # fmt: skip
def wood_bowl(k: Canvas, c: C, n: int) -> None:
    """Turned bowls of wood."""
    for i in range(n):
        x, r = 200 + (i - (n - 1) / 2) * 150, 104 - (n - 1) * 34
        k.shadow(x, r)
        k.form(
            f"M{x - r:.0f} 168h{2 * r:.0f}q-6 68-{r * 0.7:.0f} 68h-{r * 0.6:.0f}q-{r * 0.64:.0f} 0-{r * 0.7:.0f}-68Z",
            c[0],
        )
        k.ellipse(x, 168, r, r * 0.24, c[1])
        for share in (0.82, 0.6, 0.36):
            k.raw(
                f'<ellipse cx="{x:.0f}" cy="{170}" rx="{r * share:.0f}" ry="{r * share * 0.22:.0f}" fill="none" stroke="{c[2]}" stroke-width="1.6" opacity=".5"/>'
            )


@thing(
    "cooking_pot",
    "casserole",
    "couscous_pot",
    colours=["B8703A 7A4520", "C9CED3 7E868C", "B4532E 8A3A1E", "3A3F44 22262A"],
)
def cooking_pot(k: Canvas, c: C, n: int) -> None:
    """A lidded pot with two handles."""
    k.shadow(200, 104)
    k.line("M104 166h-22q-8 0-8 12t8 12h22M296 166h22q8 0 8 12t-8 12h-22", c[1], 8)
    k.form("M104 148h192v64q0 24-24 24H128q-24 0-24-24Z", c[0], "m")
    k.form("M100 148q8-44 100-44t100 44Z", c[0], "m")
    k.rect(98, 144, 204, 9, c[1], 4)
    k.ellipse(200, 98, 14, 9, c[1])
    k.line("M120 190h160", c[1], 2)


@thing("mirror", "frame", colours=["8A6A24 C9A24A DCE4EA", "5A2F10 A8703A DCE4EA", "7E868C C9CED3 E4ECF0", "2B3A8F F2EEE4 DCE4EA"], flat=True, counts=(8, 12))  # fmt: skip
def mirror(k: Canvas, c: C, n: int) -> None:
    """A round mirror in a worked frame."""
    k.ellipse(208, 158, 112, 112, "#3A2A18", 'opacity=".24" filter="url(#b)"')
    k.ellipse(200, 150, 112, 112, c[0])
    for i in range(n):
        a = math.tau * i / n
        k.star(200 + 94 * math.cos(a), 150 + 94 * math.sin(a), 14, c[1])
    k.ellipse(200, 150, 76, 76, c[1])
    k.ellipse(200, 150, 70, 70, c[2])
    k.path("M160 200L230 92h22L182 208ZM214 214l46-72v30l-26 42Z", "#ffffff70")
