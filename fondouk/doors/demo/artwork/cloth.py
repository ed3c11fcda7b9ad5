"""Rugs, cushions, linen, clothes and leather."""

from __future__ import annotations

from collections.abc import Sequence

from fondouk.doors.demo.artwork.canvas import Canvas, thing

C = Sequence[str]
SHADE = 'opacity=".22" filter="url(#b)"'


def _fringe(k: Canvas, colour: str, half: int, top: int, bottom: int) -> None:
    d = "".join(f"M{-half + i * 8} {top}v-10M{-half + i * 8} {bottom}v10" for i in range(half // 4 + 1))
    k.line(d, colour, 2.4)


@thing("rug", "flat_rug", colours=["9C3B22 E9DFC9 22305F D7A03F", "22305F E9DFC9 9C3B22 D7A03F", "2E5E4E EFE7D2 B4532E D9A521", "6E2A3E EFE0CC 2B3A6E C98A2B", "B8721A F3EBDD 5A2A1A 2E7D6B", "3A3A44 EFE9DD B4532E C9A45C"], flat=True, counts=(2, 3, 4))  # fmt: skip
def rug(k: Canvas, c: C, n: int) -> None:
    """A flat-woven rug with lozenges."""
    k.raw('<g transform="translate(200 150)">')
    k.rect(-112, -96, 228, 204, "#3A2A18", 2, SHADE)
    for inset, colour in ((0, c[1]), (8, c[0]), (20, c[1]), (26, c[0])):
        k.rect(-116 + inset, -102 + inset, 232 - 2 * inset, 204 - 2 * inset, colour, 1)
    wide = 180 / n
    rows = k.hand.choice((1, 2, 2, 3))
    tall = 150 / rows
    for i in range(n):
        for j in range(rows):
            x, y = -90 + wide * (i + 0.5), -75 + tall * (j + 0.5)
            for share, colour in ((0.46, c[1]), (0.34, c[2]), (0.17, c[3])):
                w, h = wide * share, tall * share
                k.polygon(f"{x:.0f},{y - h:.0f} {x + w:.0f},{y:.0f} {x:.0f},{y + h:.0f} {x - w:.0f},{y:.0f}", colour)
    for i in range(9):
        x = -88 + i * 22
        k.polygon(f"{x - 8},-82 {x},-90 {x + 8},-82", c[2])
        k.polygon(f"{x - 8},82 {x},90 {x + 8},82", c[2])
    _fringe(k, c[1], 112, -102, 102)
    k.raw("</g>")


@thing("kilim", "striped_rug", "hanbel", colours=["B4532E E9DFC9 22305F D7A03F", "2E7D6B F3EBDD B4532E 22305F", "8A2F1A EFE0CC 3A3A44 C98A2B", "22305F EFE7D2 B8721A 6E7B34", "C98A2B F3EBDD 6E2A3E 2E5E4E"], flat=True, counts=(5, 7, 9))  # fmt: skip
def kilim(k: Canvas, c: C, n: int) -> None:
    """Stripes and rows of small triangles."""
    k.raw('<g transform="translate(200 150) rotate(-3)">')
    k.rect(-112, -96, 228, 204, "#3A2A18", 2, SHADE)
    k.rect(-116, -104, 232, 208, c[1], 2)
    tall = 208 / n
    for i in range(n):
        y = -104 + i * tall
        k.rect(-116, y, 232, tall - 4, c[i % 4] if i % 4 != 1 else c[0], 0)
        if i % 2:
            for x in range(-108, 112, 18):
                k.polygon(f"{x},{y + tall - 5:.0f} {x + 9},{y + 3:.0f} {x + 18},{y + tall - 5:.0f}", c[1])
        else:
            k.rect(-116, y + tall * 0.4, 232, 2.4, c[(i + 2) % 4])
    _fringe(k, c[1], 112, -104, 104)
    k.raw("</g>")


@thing("shaggy_rug", "beni_rug", "knotted_rug", colours=["F3EEE3 3A342E", "EFE4D0 8A4B2A", "E4DED2 22305F", "F1E6D8 B4532E"], flat=True, counts=(2, 3))  # fmt: skip
def shaggy_rug(k: Canvas, c: C, n: int) -> None:
    """Thick pile with drawn lines."""
    k.raw('<g transform="translate(200 150)">')
    k.rect(-108, -96, 224, 206, "#3A2A18", 6, SHADE)
    k.rect(-114, -104, 228, 208, c[0], 8)
    step = 228 / n
    for i in range(n):
        x = -114 + i * step
        wave = k.hand.randrange(-6, 7)
        k.line(
            f"M{x:.0f} -100l{step / 2:.0f} 66-{step / 2:.0f} 68M{x + step:.0f} -100l-{step / 2:.0f} 66 {step / 2:.0f} 68",
            c[1],
            4,
        )
        k.line(f"M{x + step / 2:.0f} {-34 + wave}l0 68M{x:.0f} 34l{step / 2:.0f} 66 {step / 2:.0f}-66", c[1], 4)
    marks = "".join(f"M{k.hand.randrange(-108, 108)} {k.hand.randrange(-98, 98)}v6" for _ in range(110))
    k.line(marks, "#00000016", 2.4)
    k.raw("</g>")


@thing("cushion", "pillow", colours=["D9A521 E9DFC9", "B4532E F3EBDD", "22305F E9DFC9", "2E7D6B F3EBDD", "E9DFC9 3A342E"], counts=(1, 2), alone=1.34)  # fmt: skip
def cushion(k: Canvas, c: C, n: int) -> None:
    """Cushions with a woven figure."""
    for i in range(n):
        x, s = 150 + i * 74 + (2 - n) * 50, 132 - i * 20
        y = 236 - s
        k.shadow(x + s / 2 - 20, s * 0.52)
        k.form(
            f"M{x - 20} {y + 6}q{s / 2:.0f} 12 {s} 0q-10 {s / 2:.0f} 0 {s - 8}q-{s / 2:.0f}-12-{s} 0q10-{s / 2:.0f} 0-{s - 8}Z",
            c[i % 2],
        )
        for j in range(3):
            k.star(
                x - 20 + s * (0.25 + j * 0.25),
                y + s * 0.5,
                s * 0.1,
                "none",
                f'stroke="{c[1 - i % 2]}" stroke-width="2.4"',
            )
        k.line(f"M{x - 6} {y + s * 0.26:.0f}h{s - 28}M{x - 6} {y + s * 0.74:.0f}h{s - 28}", c[1 - i % 2], 3)


@thing("tablecloth", "towel", "blanket", "throw", "scarf", "linen", colours=["E9DFC9 22305F", "F3EBDD B4532E", "D9E4EE 2B3A8F", "E4C4B3 8A2F3E", "DCE4D0 4B5A22", "F0D79A 8A6A24"], counts=(2, 3, 4))  # fmt: skip
def folded(k: Canvas, c: C, n: int) -> None:
    """Folded cloths in a stack, stripes at the edge."""
    k.shadow(200, 104)
    for i in range(n):
        y = 236 - (i + 1) * 34
        inset = i * 6 + k.hand.randrange(0, 5)
        k.form(f"M{104 + inset} {y}h{190 - 2 * inset}q10 0 10 16t-10 16h-{190 - 2 * inset}q-6-16 0-32Z", c[0])
        k.line(f"M{112 + inset} {y + 32}h{182 - 2 * inset}", "#00000026", 1.5)
        for j in range(3):
            k.rect(124 + inset + j * 12, y, 5, 32, c[1], 0, f'opacity="{0.9 - i * 0.15:.2f}"')
    top = 236 - n * 34
    k.line("".join(f"M{150 + i * 9} {top}v-7" for i in range(12)), c[1], 2)


@thing("tshirt", "shirt", colours=["F3EEE3 2B3A8F", "22305F D9A521", "8A2F1A F3EBDD", "2E7D6B F3EBDD", "3A3F4A C9CED3"], flat=True)  # fmt: skip
def tshirt(k: Canvas, c: C, n: int) -> None:
    """A shirt laid flat."""
    d = "M150 78l34-10q16 18 32 0l34 10 46 40-30 30-20-14v104q-46 8-92 0V134l-20 14-30-30Z"
    k.path(d, "#3A2A18", f'transform="translate(6 8)" {SHADE}')
    k.form(d, c[0])
    k.line("M184 68q16 18 32 0", c[1], 5)
    k.star(200, 128, 15, "none", f'stroke="{c[1]}" stroke-width="2.4"')


@thing("jeans", "trousers", colours=["2B3F6E C9A45C", "3A4A5E D9A521", "22262E C9CED3", "5A6E8F E9DFC9"], flat=True)
def jeans(k: Canvas, c: C, n: int) -> None:
    """Trousers laid flat."""
    d = "M148 56h104l16 196h-48l-20-130-20 130h-48Z"
    k.path(d, "#3A2A18", f'transform="translate(6 8)" {SHADE}')
    k.form(d, c[0])
    k.line("M148 70h104M200 70v40M158 74q4 24 26 24M242 74q-4 24-26 24", c[1], 2)
    k.line("M134 244h44M222 244h44", "#00000030", 3)


@thing("kaftan", "dress", colours=["6E1F3E D9A521", "2E5E4E E9DFC9", "22305F D9A521", "B4532E F3EBDD", "E9DFC9 8A6A24"], flat=True)  # fmt: skip
def kaftan(k: Canvas, c: C, n: int) -> None:
    """A long dress with a braided front."""
    d = "M172 54q28 20 56 0l26 14 50 70-30 20-28-34 28 128q-74 12-148 0l28-128-28 34-30-20 50-70Z"
    k.path(d, "#3A2A18", f'transform="translate(6 8)" {SHADE}')
    k.form(d, c[0])
    k.line("M172 54q28 20 56 0M200 66v178", c[1], 4)
    k.line("".join(f"M190 {y}h20" for y in range(84, 170, 12)), c[1], 3)
    k.line("M128 250q72 12 144 0", c[1], 4)


@thing("coverall", "workwear", colours=["22305F D9A521", "4A505C B4532E", "D9822B 3A3F4A", "2E5E4E D9A521"], flat=True)
def coverall(k: Canvas, c: C, n: int) -> None:
    """Work clothes with reflecting bands."""
    d = "M162 50h76l48 76-28 18-20-30v50l16 92h-46l-8-76-8 76h-46l16-92v-50l-20 30-28-18Z"
    k.path(d, "#3A2A18", f'transform="translate(6 8)" {SHADE}')
    k.form(d, c[0])
    k.line("M200 50v116", "#00000040", 2)
    k.rect(162, 138, 76, 9, c[1])
    k.line("M150 218h42M208 218h42", c[1], 8)
    k.rect(172, 84, 20, 22, "#00000026", 2)


@thing("burnous", "djellaba", "cape", colours=["E4D9C4 8A6A24", "5A4632 C9A45C", "3A3A44 C9CED3", "F3EEE3 B4532E"], flat=True)  # fmt: skip
def burnous(k: Canvas, c: C, n: int) -> None:
    """A hooded wool cape."""
    d = "M200 36q34 12 30 44 46 16 62 60l14 104q-106 20-212 0l14-104q16-44 62-60-4-32 30-44Z"
    k.path(d, "#3A2A18", f'transform="translate(6 8)" {SHADE}')
    k.form(d, c[0])
    k.path("M200 48q22 12 18 38-18 14-36 0-4-26 18-38Z", "#00000038")
    k.line("M200 92v154M98 240q102 20 204 0", c[1], 3)
    k.line("".join(f"M193 {y}h14" for y in range(102, 168, 13)), c[1], 3)


@thing("yarn", "wool", "thread", colours=["D9A521 B4532E 2B3A8F", "E9DFC9 8A6A24 3A342E", "2E7D6B C9A45C 6E2A3E"], counts=(2, 3), alone=1.34)  # fmt: skip
def yarn(k: Canvas, c: C, n: int) -> None:
    """Balls of yarn."""
    for i in range(n):
        x, r = 136 + i * 72, 48 - i * 6
        k.shadow(x, r)
        k.ellipse(x, 236 - r, r, r, c[i % 3])
        for j in range(4):
            turn = j * 38 + k.hand.randrange(20)
            k.raw(
                f'<ellipse cx="{x}" cy="{236 - r}" rx="{r}" ry="{r * 0.5:.0f}" fill="none" stroke="#ffffff55" stroke-width="2" transform="rotate({turn} {x} {236 - r})"/>'
            )


@thing("babouche", "slipper", colours=["D9A521 A67A10", "F3EBDD B8A67A", "B4532E 7A2F14", "2B3A8F 1A2460", "8A2F3E 5A1A26", "2E7D6B 1A5546"], flat=True, counts=(0, 1, 2))  # fmt: skip
def babouche(k: Canvas, c: C, n: int) -> None:
    """A pair of slippers seen from above."""
    for x, y, turn in ((152, 158, -14), (248, 152, 12)):
        k.raw(f'<g transform="translate({x} {y}) rotate({turn})">')
        k.ellipse(8, 62, 44, 14, "#3A2A18", 'opacity=".25" filter="url(#b)"')
        k.path("M0-92C26-70 40-30 38 10 36 52 24 76 0 76-24 76-36 52-38 10-40-30-26-70 0-92Z", c[0])
        k.path("M-33 6C-20 26 20 26 33 6 36 50 22 68 0 68-22 68-34 50-33 6Z", "#6B3B1C")
        k.line("M-33 6C-20 26 20 26 33 6", c[1], 5)
        if n != 1:
            k.line("M0-92C3-60 2-20 0 18", c[1], 2, 'stroke-dasharray="3 4"')
        if n:
            k.star(0, -26, 13, "none", f'stroke="{c[1]}" stroke-width="2.4"')
        k.raw("</g>")


@thing("sandals", "raffia_shoe", colours=["8A5526 C9A45C", "D9C08A 5A3A1A", "B4532E 3A2A1A", "3A342E C9A45C"], flat=True, counts=(2, 3))  # fmt: skip
def sandals(k: Canvas, c: C, n: int) -> None:
    """A pair of sandals or woven shoes from above."""
    for x, turn in ((150, -8), (250, 8)):
        k.raw(f'<g transform="translate({x} 150) rotate({turn})">')
        k.ellipse(8, 60, 42, 14, "#3A2A18", 'opacity=".25" filter="url(#b)"')
        k.form(
            "M0-88c26 0 38 26 34 58-4 26-6 34 0 58 6 30-10 50-34 50s-40-20-34-50c6-24 4-32 0-58-4-32 8-58 34-58Z", c[1]
        )
        for i in range(n):
            y = -52 + i * 30
            k.line(f"M-35 {y}q35 16 70 0", c[0], 11)
        k.line("M-32 40q32-18 64 0", c[0], 7)
        k.raw("</g>")


@thing("boots", "shoe", "leather_shoe", colours=["6B3B1C 2A1A10", "2A2620 8A6A24", "A85A2A 3A2416", "4A505C B4532E"])
def boots(k: Canvas, c: C, n: int) -> None:
    """A pair of ankle boots."""
    for x, dark in ((196, 0.18), (120, 0)):
        k.shadow(x + 46, 66)
        k.form(f"M{x} 92h58v68q2 18 24 26l28 12q12 6 12 26H{x - 2}Z", c[0])
        if dark:
            k.path(f"M{x} 92h58v68q2 18 24 26l28 12q12 6 12 26H{x - 2}Z", f"rgba(0,0,0,{dark})")
        k.rect(x - 4, 222, 128, 14, c[1], 4)
        k.line(f"M{x + 34} 112h22M{x + 34} 128h22M{x + 36} 144h22", c[1], 3)


@thing("leatherbag", "handbag", "bag", "satchel", colours=["A85A2A 8F4820 7A3F1C D9A521", "6B3B1C 5A2F14 3A2416 C9A45C", "2A2620 1A1612 3A342E C9A45C", "8A2F3E 6E1F2E 5A1A26 D9A521", "C98A2B A86F1A 7A4E12 5A3418"], counts=(0, 1, 2))  # fmt: skip
def leatherbag(k: Canvas, c: C, n: int) -> None:
    """A leather bag with a handle, a strap or a pocket."""
    k.shadow(200, 88)
    k.line("M146 120c0-60 108-60 108 0", c[2], 9)
    if n == 2:
        k.line("M116 122c-30 60-30 90-22 116M284 122c30 60 30 90 22 116", c[2], 6)
    k.path("M112 118h176l12 108q0 10-10 10H110q-10 0-10-10Z", c[0])
    if n == 1:
        k.rect(138, 172, 124, 50, c[1], 6)
        k.line("M138 186h124", c[2], 2, 'stroke-dasharray="5 4"')
    k.path("M112 118h176l4 42q-92 36-184 0Z", c[1])
    k.star(200, 172, 14, c[3])
    k.rect(106, 118, 188, 118, "url(#s)", 6)


@thing("pouf", colours=["A85A2A E9DFC9", "F3EBDD 8A6A24", "3A342E C9A45C", "2E5E4E D9A521", "C98A2B 6B3B1C"])
def pouf(k: Canvas, c: C, n: int) -> None:
    """A round leather seat, stitched in a star."""
    k.shadow(200, 120)
    k.form("M92 176q0-34 108-34t108 34v26q0 36-108 36T92 202Z", c[0])
    k.ellipse(200, 172, 106, 32, c[0])
    k.ellipse(200, 172, 106, 32, "url(#s)")
    k.raw('<g transform="translate(200 172) scale(1 .31)">')
    k.star(0, 0, 92, "none", f'stroke="{c[1]}" stroke-width="5"')
    k.star(0, 0, 48, "none", f'stroke="{c[1]}" stroke-width="5"', 22.5)
    k.star(0, 0, 16, c[1])
    k.raw("</g>")
    k.line("M120 190v34M160 200v36M200 204v34M240 200v36M280 190v34", c[1], 2, 'stroke-dasharray="4 4"')


@thing("wallet", "belt", "leather_goods", colours=["8F4820 D9A521", "2A2620 C9A45C", "A85A2A 5A2F14"], flat=True)
def wallet(k: Canvas, c: C, n: int) -> None:
    """A wallet and a rolled belt."""
    k.rect(94, 106, 150, 108, "#3A2A18", 8, SHADE)
    k.box(88, 98, 150, 108, c[0], 8)
    k.line("M96 106h134M96 198h134M96 106v92M230 106v92", c[1], 1.6, 'stroke-dasharray="4 3"')
    k.star(163, 152, 20, "none", f'stroke="{c[1]}" stroke-width="2"')
    for r in (48, 38, 28, 18):
        k.raw(f'<circle cx="296" cy="158" r="{r}" fill="none" stroke="{c[0]}" stroke-width="7"/>')
    k.rect(330, 140, 26, 34, "none", 4, f'stroke="{c[1]}" stroke-width="4"')


@thing("runner", "long_rug", colours=["9C3B22 E9DFC9 22305F", "22305F EFE7D2 B8721A", "2E5E4E F3EBDD B4532E", "E9DFC9 3A342E B4532E"], flat=True, counts=(3, 4, 5))  # fmt: skip
def runner(k: Canvas, c: C, n: int) -> None:
    """A long narrow rug, laid on the slant."""
    k.raw('<g transform="translate(200 150) rotate(-14)">')
    k.rect(-150, -46, 312, 106, "#3A2A18", 2, SHADE)
    k.rect(-156, -52, 312, 104, c[1], 2)
    k.rect(-148, -44, 296, 88, c[0], 1)
    step = 280 / n
    for i in range(n):
        x = -140 + step * (i + 0.5)
        for share, colour in ((0.44, c[1]), (0.32, c[2]), (0.14, c[1])):
            w, h = step * share, 84 * share
            k.polygon(f"{x:.0f},{-h:.0f} {x + w:.0f},0 {x:.0f},{h:.0f} {x - w:.0f},0", colour)
    k.line("".join(f"M-156 {y}h-10M156 {y}h10" for y in range(-48, 52, 8)), c[1], 2.4)
    k.raw("</g>")


@thing("sweater", "pullover", "knitwear", colours=["E9DFC9 8A6A24", "8A2F3E F3EBDD", "22305F C9CED3", "6E7B34 E9DFC9", "B8721A F3EBDD"], flat=True, counts=(0, 1))  # fmt: skip
def sweater(k: Canvas, c: C, n: int) -> None:
    """A knitted pullover laid flat."""
    d = "M150 74l30-10q20 14 40 0l30 10 56 116-34 18-24-48v84q-48 8-96 0v-84l-24 48-34-18Z"
    k.path(d, "#3A2A18", f'transform="translate(6 8)" {SHADE}')
    k.form(d, c[0])
    k.line("M180 64q20 16 40 0", c[1], 6)
    k.line("M152 238q48 8 96 0M98 186l30 16M302 186l-30 16", "#00000030", 5)
    for y in range(104, 150, 18):
        k.line("".join(f"M{x} {y}l6 8 6-8" for x in range(158, 240, 12)), c[1] if n else "#00000022", 2.6)


@thing("hide", "sheepskin", colours=["F3EEE3 D9CDB8", "A8703A 8A5526", "3A342E 22201C", "C9A06A A8834A"], flat=True)
def hide(k: Canvas, c: C, n: int) -> None:
    """A whole skin, spread."""
    d = "M200 44c22 0 26 14 44 16 22 2 40-8 54 4 12 12-8 26-10 44-2 30 6 52 18 74 12 24-6 34-26 30-18-4-26-14-42-12-16 4-22 50-38 50s-22-46-38-50c-16-2-24 8-42 12-20 4-38-6-26-30 12-22 20-44 18-74-2-18-22-32-10-44 14-12 32-2 54-4 18-2 22-16 44-16Z"
    k.path(d, "#3A2A18", f'transform="translate(6 8)" {SHADE}')
    k.form(d, c[0])
    marks = "".join(f"M{k.hand.randrange(126, 274)} {k.hand.randrange(76, 216)}q3 5 0 9" for _ in range(90))
    k.line(marks, c[1], 2)


@thing("backpack", "rucksack", colours=["A85A2A 7A3F1C D9A521", "6B3B1C 3A2416 C9A45C", "2A2620 3A342E C9A45C", "4B5A22 2E3A1E C9A45C"], counts=(1, 2))  # fmt: skip
def backpack(k: Canvas, c: C, n: int) -> None:
    """A leather backpack."""
    k.shadow(200, 84)
    k.line("M176 78q0-26 24-26t24 26", c[1], 8)
    k.form("M132 120q0-50 68-50t68 50v100q0 16-16 16H148q-16 0-16-16Z", c[0])
    k.form("M126 176h20v48h-10q-10 0-10-12ZM254 176h20v36q0 12-10 12h-10Z", c[1])
    k.form("M156 168h88v52q0 8-8 8h-72q-8 0-8-8Z", c[1] if n > 1 else c[0])
    k.path("M134 112q66 26 132 0v18q-66 26-132 0Z", c[1])
    k.line("M160 176h80", c[2], 2, 'stroke-dasharray="5 4"')
    k.star(200, 198, 11, c[2])
