"""What is grown, caught, dried or ground."""

from __future__ import annotations

import math
from collections.abc import Sequence

from fondouk.doors.demo.artwork.canvas import Canvas, thing

C = Sequence[str]


def _heap(k: Canvas, x: float, w: float, h: float, colour: str) -> None:
    k.form(
        f"M{x - w / 2:.0f} 236q{w * 0.2:.0f}-{h * 0.5:.0f} {w / 2:.0f}-{h:.0f}q{w * 0.3:.0f} {h * 0.5:.0f} {w / 2:.0f} {h:.0f}Z",
        colour,
    )


def _dish(k: Canvas, x: float, w: float, colour: str) -> None:
    k.form(
        f"M{x - w / 2:.0f} 190h{w:.0f}q-4 46-{w * 0.36:.0f} 46h-{w * 0.28:.0f}q-{w * 0.32:.0f} 0-{w * 0.36:.0f}-46Z",
        colour,
    )


@thing("citrus", "orange", "clementine", "lemon", colours=["E8892B F3A13E F6B56A", "E0791E F0953A F6A85A", "E9C22E F3DC6A F8E9A0", "D9541E EE7A3A F6A070"], counts=(1, 2, 3))  # fmt: skip
def citrus(k: Canvas, c: C, n: int) -> None:
    """Whole fruit and a half."""
    spots = ((196, 128, 44), (146, 188, 50), (112, 150, 38))[: n + 1]
    for x, y, r in spots:
        k.shadow(x, r)
        k.ellipse(x, y, r, r, c[0])
        k.ellipse(x - r * 0.3, y - r * 0.34, r * 0.34, r * 0.24, c[2])
        k.path(f"M{x} {y - r}q4-14 20-18-2 16-20 18Z", "#4F7A3A")
    k.shadow(248, 52)
    k.ellipse(248, 186, 52, 52, c[0])
    k.ellipse(248, 186, 48, 48, "#F9E3C0")
    k.ellipse(248, 186, 43, 43, c[1])
    rays = "".join(
        f"M248 186l{43 * math.cos(a):.0f} {43 * math.sin(a):.0f}" for a in (math.tau * i / 8 + 0.2 for i in range(8))
    )
    k.line(rays, "#F9E3C0", 3)


@thing(
    "tomato", "tomatoes", "cherry_tomato", colours=["C8321E 8A1A10", "D9541E A83A12", "B8241E 6E120C"], counts=(3, 4, 5)
)
def tomato(k: Canvas, c: C, n: int) -> None:
    """Tomatoes on the vine."""
    k.shadow(200, 120)
    k.line("M84 150q116-46 236 10", "#4F7A3A", 6)
    for i in range(n):
        x = 200 + (i - (n - 1) / 2) * (230 / n)
        y, r = 190 + (i % 2) * 10, 100 / n + 14
        k.line(f"M{x:.0f} {y - r:.0f}v-30", "#4F7A3A", 4)
        k.ellipse(x, y, r, r * 0.94, c[0])
        k.ellipse(x - r * 0.32, y - r * 0.36, r * 0.28, r * 0.18, "#ffffff70")
        k.star(x, y - r * 0.84, 11, "#3E6A2E")


@thing("pepper", "peppers", "chilli", colours=["C8321E D9A521 4F7A3A", "4F7A3A C8321E D9A521", "D9822B B4241E 4F7A3A"], counts=(2, 3))  # fmt: skip
def pepper(k: Canvas, c: C, n: int) -> None:
    """Sweet peppers."""
    for i in range(n):
        x = 200 + (i - (n - 1) / 2) * 92
        k.shadow(x, 46)
        k.form(f"M{x - 42} 150q4-26 42-20 38-6 42 20 6 46-14 78-10 12-28 4-18 8-28-4-20-32-14-78Z", c[i % 3])
        k.line(f"M{x} 132q2-20 14-26", "#4F7A3A", 8)
        k.line(f"M{x - 14} 144q-6 40 4 80M{x + 14} 144q6 40-4 80", "#00000022", 3)


@thing("berries", "strawberry", "raspberry", "blueberry", colours=["B81E2E 8A1020", "3A3F8A 22265E", "C83A5A 8A1E36", "5A1E4E 360E30"], counts=(1, 2))  # fmt: skip
def berries(k: Canvas, c: C, n: int) -> None:
    """A punnet of berries."""
    k.shadow(200, 110)
    for row, count in ((0, 7), (1, 6), (2, 4)):
        for i in range(count):
            x, y = 200 + (i - (count - 1) / 2) * 27 + k.hand.randrange(-4, 5), 176 - row * 22 + k.hand.randrange(-3, 4)
            k.ellipse(x, y, 17, 18, c[(i + row) % 2])
            k.ellipse(x - 5, y - 6, 5, 4, "#ffffff60")
            if n == 2:
                k.star(x, y - 15, 6, "#4F7A3A")
    k.form("M98 178h204l-14 52q-2 6-8 6H120q-6 0-8-6Z", "#E9E4D8")
    k.line("M112 194h176M116 210h168", "#00000018", 3)


@thing("avocado", "melon", "fruit", colours=["3E5A2E C9D08A 7A4E22", "2A2E1E D9D89A 8A5A2A"], counts=(1, 2))
def avocado(k: Canvas, c: C, n: int) -> None:
    """An avocado and a half."""
    k.shadow(150, 52)
    k.form("M150 104c34 0 56 46 50 86-4 32-22 46-50 46s-46-14-50-46c-6-40 16-86 50-86Z", c[0])
    if n:
        k.shadow(256, 52)
        k.path("M256 104c34 0 56 46 50 86-4 32-22 46-50 46s-46-14-50-46c-6-40 16-86 50-86Z", c[0])
        k.path("M256 114c28 0 46 40 42 76-4 28-20 38-42 38s-38-10-42-38c-4-36 14-76 42-76Z", c[1])
        k.ellipse(256, 192, 22, 24, c[2])
        k.ellipse(249, 184, 6, 6, "#ffffff50")


@thing("dates_box", "dates", "figs", colours=["5A2F14 8A4B1E E9DFC9", "7A4520 A8703A F3EBDD", "3A1E10 6B3B1C E4CD9F", "8A5A2A B8863A 2B3A8F"], counts=(4, 5, 6))  # fmt: skip
def dates_box(k: Canvas, c: C, n: int) -> None:
    """Dates laid in a box."""
    k.shadow(200, 124)
    k.form("M78 150h244l-14 80q-1 6-8 6H100q-7 0-8-6Z", c[2])
    k.path("M78 150l24-20h196l24 20Z", "#00000020")
    for j in range(2):
        for i in range(n):
            x, y = 200 + (i - (n - 1) / 2) * 200 / n, 136 + j * 18
            turn = k.hand.randrange(-14, 15)
            k.ellipse(x, y, 96 / n, 12, c[(i + j) % 2], f'transform="rotate({turn} {x:.0f} {y})"')
            k.ellipse(x - 6, y - 4, 26 / n, 2.4, "#ffffff60")
    k.form("M80 164h240l-12 66q-1 6-8 6H100q-7 0-8-6Z", c[2])
    k.label(160, 176, 80, 46)


@thing("olive", "table_olives", "olives", colours=["55632A 7C8A3A", "3A2A3E 5A3E52", "8A7A2E B4A44A", "2A2620 4A423A"], counts=(1, 2))  # fmt: skip
def olive(k: Canvas, c: C, n: int) -> None:
    """A bowl of olives, and a jar."""
    k.shadow(168, 84)
    for j, count in ((0, 6), (1, 5), (2, 3)):
        for i in range(count):
            x, y = 168 + (i - (count - 1) / 2) * 24 + k.hand.randrange(-3, 4), 182 - j * 15
            k.ellipse(x, y, 14, 12, c[(i + j) % 2])
            k.ellipse(x - 4, y - 4, 4, 3, "#ffffff70")
    _dish(k, 168, 164, "#F3EADB")
    if n > 1:
        k.shadow(290, 40)
        k.rect(256, 132, 68, 104, c[0], 10)
        k.rect(256, 132, 68, 104, "url(#g)", 10)
        k.box(254, 116, 72, 20, "#C9CED3", 4, "m")
        k.label(266, 160, 48, 50)
    k.path("M84 232q26-30 60-26-20 26-60 26Z", "#6E7B34")


@thing("saffron", colours=["A8261B 8A6A24", "B83A1E C9CED3", "8A1A14 2A2620"], counts=(1, 2), alone=1.34)
def saffron(k: Canvas, c: C, n: int) -> None:
    """Threads in a glass."""
    for i in range(n):
        x, s = 200 + (i - (n - 1) / 2) * 116, 1 - 0.22 * i
        w, h = 96 * s, 126 * s
        k.shadow(x, 58 * s)
        k.rect(x - w / 2, 236 - h, w, h, "#F7F1E4", 10, 'opacity=".9"')
        k.rect(x - w / 2, 236 - h * 0.68, w, h * 0.68, c[0], 10)
        for colour in ("#D64A24", "#E4762B", "#8A1A14", "#C2331F"):
            d = "".join(
                f"M{x - w / 2 + 6 + k.hand.random() * (w - 16):.0f} {240 - h * 0.66 + k.hand.random() * h * 0.58:.0f}"
                f"q{k.hand.randrange(-8, 9)} {k.hand.randrange(-10, 5)} {k.hand.randrange(-14, 15)} {k.hand.randrange(-9, 10)}"
                for _ in range(9)
            )
            k.line(d, colour, 2)
        k.rect(x - w / 2, 236 - h, w, h, "url(#s)", 10)
        k.box(x - w / 2 - 4, 236 - h - 18 * s, w + 8, 24 * s, c[1], 5)


@thing("spice_bowl", "spices", "spice", "henna", colours=["B4532E D9A521 6E7B34", "8A2F1A C98A2B 5A3418", "D9822B A8261B 8A7434", "6B3B1C D9BC84 9C3B22"], counts=(2, 3))  # fmt: skip
def spice_bowl(k: Canvas, c: C, n: int) -> None:
    """Ground spices heaped in bowls."""
    for i in range(n):
        x = 200 + (i - (n - 1) / 2) * 104
        k.shadow(x, 52)
        k.path(f"M{x - 42} 192q22-12 42-52 20 40 42 52Z", c[i % 3])
        k.path(f"M{x} 140q20 40 42 52h-42Z", "#00000018")
        _dish(k, x, 96, k.pick(["#F3EADB", "#E9E4D8", "#DDE2F2"]))


@thing("herb_bundle", "herbs", "mint", "verbena", "thyme", colours=["4F7A3A 2E5E2A", "6E8A4A 4B5A22", "8FA35A 5A6E2E"], counts=(5, 7))  # fmt: skip
def herb_bundle(k: Canvas, c: C, n: int) -> None:
    """Dried herbs tied with string."""
    k.shadow(200, 90)
    for i in range(n):
        dx = (i - (n - 1) / 2) * (150 / n)
        k.line(f"M200 226q{dx * 0.3:.0f}-70 {dx * 1.3:.0f}-140", c[1], 3)
        for j in range(5):
            x, y = 200 + dx * (0.3 + j * 0.22), 176 - j * 22
            side = 1 if j % 2 else -1
            k.ellipse(x + side * 9, y, 13, 6, c[j % 2], f'transform="rotate({side * -32} {x + side * 9:.0f} {y})"')
    k.rect(180, 204, 40, 12, "#C9A45C", 4)
    k.line("M190 216q-8 16-18 18M210 216q8 16 18 18", "#C9A45C", 3)


@thing("kernels", "almonds", "nuts", "argan_kernels", colours=["B5824A C69A63 9A6A35 D6B07C", "C9905A DDB07A A86F3A E9C89A", "8A5B2B A8703A 6B4520 C08A4A"], flat=True, counts=(60, 80))  # fmt: skip
def kernels(k: Canvas, c: C, n: int) -> None:
    """Kernels spread out."""
    k.raw('<g stroke="#7A4E22" stroke-width=".8">')
    k.scatter(n, (70, 66, 260, 176), (16, 10), list(c))
    k.raw("</g>")


@thing("couscous", "semolina", "flour", "grain", "seed", colours=["E9C98A D9B06A 2B3A8F", "E4D2A8 C9B07A B4532E", "D9BC84 B8935A 2E7D6B", "C9A86A A8834A 6E2A3E"], counts=(1, 2))  # fmt: skip
def couscous(k: Canvas, c: C, n: int) -> None:
    """A cloth bag and a bowl of grain."""
    k.shadow(156, 70)
    k.form("M104 130q-10 60-4 98 2 8 10 8h92q8 0 10-8 6-38-4-98Z", "#E9DFC9")
    k.path("M104 130q52 16 104 0-8-20-26-30h-52q-18 10-26 30Z", "#D9CDB8")
    k.line("M126 112q30 10 60 0", c[2], 4)
    k.label(124, 156, 64, 54)
    k.shadow(280, 56)
    k.path("M236 190q14-40 44-44t44 44Z", c[0])
    k.scatter(26, (246, 160, 68, 26), (2.4, 2), [c[1], "#ffffff90"])
    _dish(k, 280, 100, c[2] if n > 1 else "#F3EADB")


@thing("salt", "mineral_heap", "sea_salt", colours=["F6F3EA E4DED2", "E9D0C4 D9AE98", "C9CED3 A8B0B6", "D9C9B4 B8A48A"], counts=(1, 2))  # fmt: skip
def salt(k: Canvas, c: C, n: int) -> None:
    """A heap of crystals, and a scoop."""
    k.shadow(200, 118)
    _heap(k, 196, 220, 108, c[0])
    k.scatter(34, (130, 190, 140, 40), (4, 3), [c[1], "#ffffffc0", "#00000014"])
    if n > 1:
        k.form("M262 196h58q10 0 10 10t-10 10h-52q-18 0-6-20Z", "#A8703A")
    else:
        _heap(k, 300, 70, 36, c[1])


@thing(
    "clay_block",
    "ghassoul",
    "clay",
    "mineral",
    colours=["A89478 7E6A50", "8A7A66 5E5040", "B8A48A 8A7658"],
    counts=(1, 2),
)
def clay_block(k: Canvas, c: C, n: int) -> None:
    """Blocks and chips of washing clay."""
    k.shadow(190, 100)
    k.form("M108 168l60-30 76 12 16 70-40 16H118Z", c[0])
    k.path("M168 138l76 12-50 26-86-8Z", "#ffffff30")
    k.line("M194 176l8 60M120 190l50 8M210 200l40-6", c[1], 2)
    for i in range(3 + n * 2):
        x = 262 + (i % 4) * 22
        k.polygon(f"{x},236 {x + 6},{220 - i * 2} {x + 18},{224 - i} {x + 20},236", c[i % 2])


@thing("sardine", "fish_fillet_tin", "tinned_fish", "sardines", colours=["D99B2E 8FA3AE", "B4532E 8399A5", "C9B03E 93A8B3", "A8261B 7E95A2"], flat=True, counts=(3, 4, 5))  # fmt: skip
def sardine(k: Canvas, c: C, n: int) -> None:
    """An open tin."""
    k.raw(f'<g transform="rotate({k.hand.choice((-10, -8, -5, 6))} 200 160)">')
    k.rect(96, 106, 220, 132, "#3A2A18", 34, 'opacity=".25" filter="url(#b)"')
    k.rect(90, 92, 220, 132, "#C9CED3", 34)
    k.rect(98, 100, 204, 116, "#E9ECEE", 28)
    k.rect(106, 108, 188, 100, c[0], 22)
    tall = 96 / n
    for i in range(n):
        y = 110 + tall * (i + 0.5)
        b = tall * 0.54
        k.path(f"M116 {y:.0f}c34-{b:.0f} 124-{b:.0f} 168 0-44 {b:.0f}-134 {b:.0f}-168 0Z", c[1])
        k.line(f"M122 {y - 1:.0f}c38-{b * 0.6:.0f} 114-{b * 0.6:.0f} 154 0", "#E5EDF0", 2.2, 'opacity=".8"')
        k.ellipse(130, y - 1, 2.6, 2.6, "#24323A")
    k.line("M90 124q0-32 34-32", "#ffffffc0", 3)
    k.raw("</g>")


@thing("tin_box", "sardine_tin", "closed_tin", colours=["D9A521 B4532E", "2B3A8F C9CED3", "B4532E F3EBDD", "2E7D6B F0D79A"], counts=(1, 2, 3), alone=1.34)  # fmt: skip
def tin_box(k: Canvas, c: C, n: int) -> None:
    """Closed flat tins, stacked."""
    k.shadow(200, 104)
    for i in range(n):
        y = 236 - (i + 1) * 44
        k.box(100 + i * 5, y, 200, 42, c[i % 2], 14, "m")
        k.rect(112 + i * 5, y + 12, 176, 18, "#FBF6EA", 4)
        k.star(200 + i * 5, y + 21, 7, c[0])


@thing("fish_frozen", "fish", "sole", "hake", colours=["8FA3AE C9D6DC", "A8A090 D9D0C0", "6E8A9A B4C9D4", "B48A7A E4C9BC"], flat=True, counts=(2, 3))  # fmt: skip
def fish(k: Canvas, c: C, n: int) -> None:
    """Whole fish on ice."""
    k.rect(66, 60, 268, 190, "#EAF3F7", 10)
    k.scatter(30, (76, 70, 246, 170), (12, 9), ["#ffffffc0", "#D4E4EC", "#C4D8E2"])
    for i in range(n):
        y = 150 + (i - (n - 1) / 2) * (150 / n)
        h = 66 / n + 10
        k.form(
            f"M90 {y:.0f}q60-{h * 1.2:.0f} 150-{h * 0.4:.0f}l50-{h * 0.7:.0f}q-12 {h:.0f} 0 {h * 2.1:.0f}l-50-{h * 0.7:.0f}q-90 {h * 0.9:.0f}-150-{h * 0.3:.0f}Z",
            c[0],
        )
        k.line(f"M112 {y + h * 0.3:.0f}q70 {h * 0.5:.0f} 126-{h * 0.2:.0f}", c[1], 5)
        k.ellipse(112, y - 3, 4, 4, "#22303A")
        k.line(f"M134 {y - h * 0.5:.0f}q8 {h * 0.5:.0f} 0 {h:.0f}", "#00000030", 2)


@thing(
    "octopus",
    "squid",
    "cuttlefish",
    colours=["B4707A D9A0A8", "9A6A8A C9A0BC", "C98A7A E4BCAE"],
    flat=True,
    counts=(6, 8),
)
def octopus(k: Canvas, c: C, n: int) -> None:
    """An octopus spread out."""
    k.ellipse(206, 158, 110, 96, "#3A2A18", 'opacity=".16" filter="url(#b)"')
    for i in range(n):
        a = math.pi * (0.04 + 0.92 * i / (n - 1))
        x, y = 200 + 118 * math.cos(a), 128 + 116 * math.sin(a)
        bend = 30 if i % 2 else -30
        k.line(f"M200 132Q{(200 + x) / 2 + bend:.0f} {(132 + y) / 2:.0f} {x:.0f} {y:.0f}", c[0], 15)
        k.line(
            f"M200 134Q{(200 + x) / 2 + bend:.0f} {(134 + y) / 2:.0f} {x:.0f} {y:.0f}",
            c[1],
            3,
            'stroke-dasharray="1 9"',
        )
    k.form("M154 130q-14-74 46-76 60 2 46 76-20 26-46 26t-46-26Z", c[0])
    k.ellipse(182, 122, 7, 6, "#F3EBDD")
    k.ellipse(218, 122, 7, 6, "#F3EBDD")
    k.ellipse(182, 122, 3, 3, "#22201C")
    k.ellipse(218, 122, 3, 3, "#22201C")


@thing("oyster", "mussels", "shellfish", "shrimp", colours=["6A7076 E9E4D8", "8A7A6E F3EEE3", "4A5A66 DCE4EA"], flat=True, counts=(5, 7))  # fmt: skip
def oyster(k: Canvas, c: C, n: int) -> None:
    """Oysters on ice with a lemon."""
    k.ellipse(200, 156, 132, 100, "#EAF3F7")
    k.scatter(26, (100, 90, 200, 130), (12, 9), ["#ffffffc0", "#D4E4EC", "#C4D8E2"])
    for i in range(n):
        a = math.tau * i / n
        x, y, turn = 200 + 88 * math.cos(a), 152 + 64 * math.sin(a), math.degrees(a) + 90
        k.raw(f'<g transform="translate({x:.0f} {y:.0f}) rotate({turn:.0f})">')
        k.path("M0-32q28 4 24 34-4 26-24 28-22-2-24-28-2-28 24-34Z", c[0])
        k.path("M0-22q18 4 16 26-4 16-16 18-14-2-16-18-2-20 16-26Z", c[1])
        k.ellipse(2, 6, 8, 10, "#00000018")
        k.raw("</g>")
    k.ellipse(200, 152, 26, 26, "#E9C22E")
    k.ellipse(200, 152, 21, 21, "#F8E9A0")
    k.line("M200 152v-20M200 152l17 10M200 152l-17 10M200 152v20M200 152l17-10M200 152l-17-10", "#E9C22E", 2)


@thing("agar", "seaweed", "algae", colours=["8A2F3E B85A6A E9DFC9", "2E5E4E 5A8A6E F3EBDD", "5A3A2A 8A6A4A EFE4D0"], counts=(5, 7))  # fmt: skip
def agar(k: Canvas, c: C, n: int) -> None:
    """Red weed and the powder made of it."""
    k.shadow(150, 70)
    for i in range(n):
        x = 150 + (i - (n - 1) / 2) * 18
        lean = (i - (n - 1) / 2) * 12
        k.line(f"M150 234q{lean:.0f}-50 {x - 150 + lean:.0f}-110", c[i % 2], 6)
        k.line(
            f"M{150 + lean * 0.7:.0f} 180l{14 if i % 2 else -14}-22M{150 + lean:.0f} 150l{-14 if i % 2 else 14}-20",
            c[i % 2],
            5,
        )
    k.shadow(280, 56)
    k.path("M238 192q20-10 42-40 22 30 42 40Z", c[2])
    _dish(k, 280, 100, "#C9CED3")


@thing(
    "rose_petals",
    "flowers",
    "hibiscus",
    colours=["C75E72 E79AA6", "A8263E D9798A", "8A5A9A C9A0D4"],
    flat=True,
    counts=(40, 60),
)
def rose_petals(k: Canvas, c: C, n: int) -> None:
    """Dried petals on a plate."""
    k.ellipse(206, 158, 124, 104, "#3A2A18", 'opacity=".2" filter="url(#b)"')
    k.ellipse(200, 150, 124, 104, "#F3EADB")
    for _ in range(n):
        a, r = k.hand.random() * math.tau, math.sqrt(k.hand.random())
        x, y = 200 + 92 * r * math.cos(a), 150 + 74 * r * math.sin(a)
        k.path(f"M{x:.0f} {y:.0f}q{k.hand.randrange(6, 16)}-14 22 0-8 16-22 0Z", k.pick([c[0], c[1], "#B84A60"]))


@thing(
    "crate", "vegetables", "produce_crate", colours=["4F7A3A B8935A", "D9822B B8935A", "8A2F3E B8935A"], counts=(1, 2)
)
def crate(k: Canvas, c: C, n: int) -> None:
    """A wooden crate of produce."""
    k.shadow(200, 122)
    for j, count in ((0, 7), (1, 6)):
        for i in range(count):
            x, y = 200 + (i - (count - 1) / 2) * 30, 156 - j * 22 + k.hand.randrange(-3, 4)
            k.ellipse(x, y, 19, 18, c[0])
            k.ellipse(x - 6, y - 6, 6, 4, "#ffffff50")
    for y in (158, 186, 214):
        k.box(88, y, 224, 22, c[1], 3)
    k.rect(96, 152, 12, 84, "#00000026", 2)
    k.rect(292, 152, 12, 84, "#00000026", 2)
