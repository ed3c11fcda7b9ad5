"""Bottles, jars, tins, cans and what cosmetics come in."""

from __future__ import annotations

from collections.abc import Sequence

from fondouk.doors.demo.artwork.canvas import BASE, Canvas, thing

C = Sequence[str]


def bottle(
    k: Canvas, x: float, w: float, h: float, body: str, cap: str, *, label: bool = True, neck: float = 0.34,
    cap_height: float = 0.14,
) -> None:  # fmt: skip
    """A shouldered glass bottle standing at x."""
    top, half, n = BASE - h, w / 2, w * neck / 2
    d = (
        f"M{x - half:.1f} {BASE - 6}V{top + h * 0.36:.1f}C{x - half:.1f} {top + h * 0.24:.1f} {x - n:.1f} {top + h * 0.26:.1f}"
        f" {x - n:.1f} {top + h * 0.15:.1f}H{x + n:.1f}C{x + n:.1f} {top + h * 0.26:.1f} {x + half:.1f} {top + h * 0.24:.1f}"
        f" {x + half:.1f} {top + h * 0.36:.1f}V{BASE - 6}q0 6-6 6H{x - half + 6:.1f}q-6 0-6-6Z"
    )
    k.form(d, body, "g")
    k.box(x - n - 2, top, 2 * n + 4, h * cap_height + 3, cap, 3)
    if label:
        k.label(x - w * 0.4, BASE - h * 0.44, w * 0.8, h * 0.34)


def jar(k: Canvas, x: float, w: float, h: float, body: str, lid: str, *, lid_height: float = 24) -> None:
    """A round jar with its lid at x."""
    k.box(x - w / 2, BASE - h, w, h, body, 11)
    k.box(x - w / 2 - 3, BASE - h - lid_height + 4, w + 6, lid_height, lid, 5)
    k.label(x - w * 0.34, BASE - h * 0.74, w * 0.68, h * 0.54)


def tin(k: Canvas, x: float, w: float, h: float, body: str, band: str) -> None:
    """A round tin with ridged ends."""
    k.box(x - w / 2, BASE - h, w, h, body, 4, "m")
    k.ellipse(x, BASE - h, w / 2, w * 0.1, "#E9ECEE")
    k.ellipse(x, BASE - h, w / 2 - 5, w * 0.08, "#C9CED3")
    k.box(x - w / 2, BASE - h + 14, w, h - 28, band)
    k.label(x - w * 0.26, BASE - h * 0.76, w * 0.52, h * 0.5)


@thing("argan_bulk", "jerrycan", colours=["D9932B B8721A C27F22 C98A2B", "C9A23C A37E1E B58E2C D4A93A", "A9702A 85521A 96611F B67A30", "8F9A3E 6E7A2A 7E8A32 98A24A"], counts=(1, 2, 3))  # fmt: skip
def argan_bulk(k: Canvas, c: C, n: int) -> None:
    """A jerrycan, with a sample bottle or two."""
    k.shadow(178, 92)
    d = "M110 96q0-12 12-12h74l18-18h26q10 0 10 12v146q0 12-12 12H122q-12 0-12-12Z"
    k.path(d, c[0])
    k.path(f"M110 {132 + k.hand.randrange(-16, 30)}H250V224q0 12-12 12H122q-12 0-12-12Z", c[1])
    k.path(d, "url(#s)")
    k.line("M130 84V66q0-10 10-10h38q10 0 10 10v18", c[2], 9)
    k.rect(218, 54, 26, 16, "#2A2620", 3)
    k.label(134, 140, 92, 68)
    for i in range(n - 1 if n > 1 else 1):
        k.shadow(292 + i * 46, 30)
        bottle(k, 292 + i * 46, 40 - i * 6, 104 - i * 20, c[3], "#2A2620")


@thing("argan_culinary", colours=["8A4B12 A65F18", "7A3E10 8F5216", "B06A1C C98A2B"], counts=(1, 2), alone=1.12)
def argan_culinary(k: Canvas, c: C, n: int) -> None:
    """Dark bottles and toasted kernels."""
    k.shadow(170, 40)
    bottle(k, 168, 62, 172, c[0], "#2A2620", neck=0.3)
    if n > 1:
        k.shadow(244, 38)
        bottle(k, 244, 56, 142, c[1], "#2A2620", neck=0.3)
    k.scatter(7, (274, 226, 50, 14), (8, 5.2), ["#7A4A1E", "#94602B", "#6B3F18", "#8A5526", "#A06C34"])


@thing("oil_bottle", "olive_oil", colours=["4B5A22 6E7B34", "2E3A1E 4B5A22", "7C7A2C 8E8F3E", "3A3F2A C9B03E"], counts=(1, 2, 3))  # fmt: skip
def oil_bottle(k: Canvas, c: C, n: int) -> None:
    """Olive oil: tall bottles, a square tin, a few olives."""
    for i in range(n):
        x = 176 + i * 62 - (n - 1) * 18
        k.shadow(x, 38)
        bottle(k, x, 64 - i * 8, 184 - i * 26, c[i % 2], k.pick(["#26261C", "#7A1F1A", "#C9A45C"]), neck=0.28)
    if n == 1:
        k.shadow(256, 34)
        k.box(226, 112, 62, 124, c[1], 5, "m")
        k.box(246, 100, 20, 14, "#C9CED3", 3, "m")
        k.label(234, 146, 46, 62)
    k.scatter(4, (300, 226, 34, 12), (9, 7), ["#55632A", "#6E7B34", "#3E4A20"])


@thing("oil_tin", colours=["6E7B34", "B4532E", "2B3A8F"], counts=(1, 2), alone=1.34)
def oil_tin(k: Canvas, c: C, n: int) -> None:
    """Square tins of oil."""
    for i in range(n):
        x = 150 + i * 96
        k.shadow(x + 40, 52)
        k.box(x, 96 + i * 30, 84, 140 - i * 30, c[0], 6, "m")
        k.box(x + 50, 80 + i * 30, 22, 18, "#C9CED3", 3, "m")
        k.label(x + 12, 130 + i * 30, 60, 70 - i * 16)


@thing("ibc", "tank", colours=["D7A03F", "C7B45A", "8FA35A", "B98A4A"], counts=(1,))
def ibc(k: Canvas, c: C, n: int) -> None:
    """A caged thousand-litre container."""
    k.shadow(200, 104)
    level = 128 + k.hand.randrange(-20, 24)
    k.rect(118, 86, 164, 140, "#F2E6C9", 6)
    k.rect(118, level, 164, 226 - level, c[0], 6)
    k.rect(118, 86, 164, 140, "url(#s)", 6)
    k.line(
        "M118 82v148M159 82v148M200 82v148M241 82v148M282 82v148M114 84h172M114 130h172M114 178h172M114 226h172",
        "#949CA2",
        4,
    )
    k.rect(182, 72, 36, 13, "#2B2F33", 3)
    k.rect(112, 230, 176, 8, "#5D6469", 2)
    for x in (120, 187, 254):
        k.rect(x, 238, 26, 6, "#43494E")
    k.label(166, 142, 68, 58)


@thing("drum", "fish_oil_drum", colours=["2B4F8F", "2E7D6B", "B4532E", "3F454C"], counts=(1, 2), alone=1.34)
def drum(k: Canvas, c: C, n: int) -> None:
    """Steel drums."""
    for i in range(n):
        x = 140 + i * 92 + (2 - n) * 36
        k.shadow(x + 44, 56)
        k.box(x, 92, 88, 144, c[0], 4, "m")
        k.ellipse(x + 44, 92, 44, 10, c[0])
        k.ellipse(x + 44, 92, 38, 7.5, "url(#s)")
        k.line(f"M{x} 140h88M{x} 188h88", "#00000040", 3)
        k.label(x + 18, 148, 52, 36)


def dropper(k: Canvas, x: float, w: float, h: float, body: str) -> None:
    """A small bottle with a pipette."""
    bottle(k, x, w, h, body, "#1E1B16", neck=0.42, cap_height=0.16)
    top = BASE - h
    k.path(
        f"M{x - w * 0.16:.1f} {top:.0f}Q{x - w * 0.17:.1f} {top - h * 0.2:.1f} {x:.1f} {top - h * 0.22:.1f}Q{x + w * 0.17:.1f} {top - h * 0.2:.1f} {x + w * 0.16:.1f} {top:.0f}Z",
        "#2A2620",
    )


@thing("serum", "dropper_bottle", "essential_oil", colours=["6E3E10 2C4A43", "2B3A6E 6E3E10", "3E6E52 8A4B12", "8A2F3E 2C4A43"], counts=(1, 2, 3), alone=1.34)  # fmt: skip
def serum(k: Canvas, c: C, n: int) -> None:
    """Dropper bottles, a small cream jar."""
    for i in range(n):
        x = 178 + i * 58 - (n - 1) * 20
        k.shadow(x, 32)
        dropper(k, x, 58 - i * 8, 128 - i * 24, c[i % 2])
    if n < 3:
        k.shadow(274, 22)
        k.box(254, 206, 40, 30, "#EFE7D8", 4)
        k.box(252, 196, 44, 13, "#3B352B", 3)


@thing("cream_jar", "balm", colours=["EFE7D8 C9A45C", "2C4A43 D8CDB4", "E6BFA6 6E3E10"], counts=(1, 2), alone=1.34)
def cream_jar(k: Canvas, c: C, n: int) -> None:
    """Low jars of cream."""
    for i in range(n):
        x, w = 168 + i * 92, 104 - i * 26
        k.shadow(x, w * 0.55)
        k.box(x - w / 2, BASE - w * 0.52, w, w * 0.52, c[0], 8)
        k.box(x - w / 2 - 3, BASE - w * 0.82, w + 6, w * 0.32, c[1], 5)
        k.label(x - w * 0.3, BASE - w * 0.45, w * 0.6, w * 0.38)


@thing("shampoo_bottle", "pump_bottle", colours=["2E7D6B F3EBDD", "B98A4A F3EBDD", "D9AE98 5A3A12", "E9E4D8 2E7D6B"], counts=(1, 2), alone=1.12)  # fmt: skip
def shampoo_bottle(k: Canvas, c: C, n: int) -> None:
    """Pump bottles."""
    for i in range(n):
        x, w, h = 176 + i * 84 - (n - 1) * 16, 70 - i * 10, 136 - i * 30
        k.shadow(x, 42)
        k.box(x - w / 2, BASE - h, w, h, c[0], 14)
        k.box(x - 12, BASE - h - 20, 24, 22, "#2A2620", 3)
        k.line(f"M{x} {BASE - h - 20}v-16h-24", "#2A2620", 7)
        k.label(x - w * 0.34, BASE - h * 0.68, w * 0.68, h * 0.46)


@thing("rose_bottle", "flower_water", colours=["E7B4B8 C9A45C", "F0D3C2 8A2F3E", "E9DFC9 C9A45C"], counts=(1, 2))
def rose_bottle(k: Canvas, c: C, n: int) -> None:
    """Flower water in a clear flask, with petals."""
    k.shadow(186, 44)
    bottle(k, 186, 82, 150, c[0], c[1], neck=0.26)
    if n > 1:
        k.shadow(266, 30)
        bottle(k, 266, 54, 104, c[0], c[1], neck=0.3)
    for _ in range(9):
        x, y = 110 + k.hand.random() * 200, 240 + k.hand.random() * 16
        k.path(f"M{x:.0f} {y:.0f}q10-10 20-1-6 12-20 1Z", k.pick(["#D9798A", "#E79AA6", "#C75E72"]))


@thing("soap", "black_soap", "savon", colours=["2C2A1E C9A45C 4B4A2E", "6E5A2E E8DDC6 8A7434", "8FA35A E8DDC6 9DB06A", "D9AE98 8A6A24 E4C4B3", "E9E4D8 2E7D6B F3EEE3"], counts=(1, 2, 3))  # fmt: skip
def soap(k: Canvas, c: C, n: int) -> None:
    """A jar of soft soap beside a soft piece, or cut bars."""
    if n == 3:
        for i in range(3):
            k.shadow(140 + i * 62, 40)
            k.box(104 + i * 62, 176 - i * 12, 78, 60 + i * 12, c[i % 3], 8)
            k.star(143 + i * 62, 210 - i * 4, 15, "none", 'stroke="#ffffff90" stroke-width="2"')
        return
    k.shadow(174, 62)
    jar(k, 174, 112, 94, c[0], c[1], lid_height=26)
    k.shadow(284, 40)
    k.form("M246 236q-6-32 16-38l44-6q16 0 16 18v14q0 12-12 12Z", c[2])


@thing("jar", "pickle_jar", "paste_jar", colours=["B4532E 8A6A24", "6E7B34 C9CED3", "D9A521 2A2620", "8A2F1A C9CED3", "55632A 8A6A24"], counts=(1, 2, 3), alone=1.34)  # fmt: skip
def preserve_jar(k: Canvas, c: C, n: int) -> None:
    """Glass jars filled with something preserved."""
    for i in range(n):
        x = 200 + (i - (n - 1) / 2) * 90
        w, h = 84 - i * 6, 112 - i * 14
        k.shadow(x, 48)
        k.rect(x - w / 2, BASE - h, w, h, "#F7F1E4", 10, 'opacity=".9"')
        k.rect(x - w / 2, BASE - h + 16, w, h - 16, c[0], 10)
        k.scatter(8, (x - w / 2 + 10, BASE - h + 26, w - 20, h - 40), (9, 7), ["#ffffff30", "#00000025", "#ffffff18"])
        k.rect(x - w / 2, BASE - h, w, h, "url(#g)", 10)
        k.box(x - w / 2 - 2, BASE - h - 16, w + 4, 20, c[1], 4, "m")
        k.label(x - w * 0.3, BASE - h * 0.62, w * 0.6, h * 0.44)


@thing(
    "jam_jar", colours=["A8261B E9DFC9", "D9822B 2E7D6B", "6E1F3E C9A45C", "E0A93A B4532E"], counts=(1, 2), alone=1.34
)
def jam_jar(k: Canvas, c: C, n: int) -> None:
    """Jam under a cloth lid."""
    for i in range(n):
        x = 200 + (i - (n - 1) / 2) * 110
        k.shadow(x, 50)
        k.box(x - 44, 134, 88, 102, c[0], 12, "g")
        k.path(f"M{x - 52} 138q8-28 52-28t52 28l6 12q-58-14-116 0Z", c[1])
        k.line(f"M{x - 48} 136q48-10 96 0", "#00000040", 3)
        k.label(x - 30, 158, 60, 54)


@thing("honey_jar", "honey", colours=["D9932B 8A6A24", "B8721A 2A2620", "E0A93A C9A45C", "7A3E10 8A6A24"], counts=(1, 2), alone=1.34)  # fmt: skip
def honey_jar(k: Canvas, c: C, n: int) -> None:
    """Honey and its dipper."""
    for i in range(n):
        x = 178 + i * 92 - (n - 1) * 24
        k.shadow(x, 54)
        k.form(f"M{x - 48} 148q0-10 10-14h76q10 4 10 14v70q0 18-18 18h-60q-18 0-18-18Z", c[0], "g")
        k.box(x - 42, 112, 84, 24, c[1], 5)
        k.label(x - 30, 160, 60, 52)
    k.line("M316 132l-26 84", "#A87A3E", 6)
    for i in range(4):
        k.ellipse(289 - i * 2, 214 + i * 7, 13 - i, 4, "#8A5A26", f'transform="rotate(12 {289 - i * 2} {214 + i * 7})"')


@thing("amlou", "spread", colours=["8A5526 E8DDC6 6F421B", "A06C34 2A2620 8A5526", "5A3418 C9A45C 452612"], counts=(1, 2))  # fmt: skip
def amlou(k: Canvas, c: C, n: int) -> None:
    """A spread in its jar, and a bowl of it."""
    k.shadow(176, 54)
    jar(k, 177, 98, 110, c[0], c[1], lid_height=26)
    if n > 1:
        k.shadow(276, 50)
        k.path("M232 196h92q-2 40-46 40t-46-40Z", "#F3EADB")
        k.ellipse(278, 196, 46, 11, c[2])
        k.ellipse(272, 194, 20, 4, "#ffffff40")
    k.scatter(4, (236, 238, 100, 8), (10, 5.4), ["#B98247", "#C69A63"])


@thing("anchovy_jar", colours=["9A4A3A C9CED3", "8A5A4A D9A521"], counts=(1, 2, 3), alone=1.34)
def anchovy_jar(k: Canvas, c: C, n: int) -> None:
    """Fillets standing in a low glass."""
    for i in range(n):
        x = 200 + (i - (n - 1) / 2) * 96
        k.shadow(x, 46)
        k.rect(x - 40, 150, 80, 86, "#E9C98A", 10)
        for j in range(7):
            k.line(f"M{x - 32 + j * 10.6:.1f} 162q4 30 0 66", c[0], 6)
        k.rect(x - 40, 150, 80, 86, "url(#g)", 10)
        k.box(x - 43, 132, 86, 22, c[1], 5, "m")
        k.label(x - 26, 178, 52, 40)


@thing("tin", "tin_can", "tomato_tin", "round_tin", colours=["C9CED3 B4532E", "C9CED3 2B3A8F", "C9CED3 2E7D6B", "C9CED3 D9A521"], counts=(1, 2, 3), alone=1.34)  # fmt: skip
def round_tin(k: Canvas, c: C, n: int) -> None:
    """Round tins."""
    for i in range(n):
        x = 200 + (i - (n - 1) / 2) * 98
        k.shadow(x, 50)
        tin(k, x, 86, 112 - (i % 2) * 24, c[0], c[1])


@thing("tea_box", "carton", "box", colours=["2E7D6B D9A521", "B4532E F3EBDD", "2B3A8F E9DFC9", "8A6A24 F3EBDD"], counts=(1, 2), alone=1.34)  # fmt: skip
def carton(k: Canvas, c: C, n: int) -> None:
    """Printed boxes."""
    for i in range(n):
        x, h = 132 + i * 106 + (2 - n) * 40, 126 - i * 30
        k.shadow(x + 48, 56)
        k.box(x, BASE - h, 84, h, c[0], 2)
        k.path(f"M{x + 84} {BASE - h}l18-12v{h}l-18 12Z", c[0])
        k.path(f"M{x + 84} {BASE - h}l18-12v{h}l-18 12Z", "#00000038")
        k.path(f"M{x} {BASE - h}l18-12h84l-18 12Z", c[1])
        k.label(x + 14, BASE - h * 0.72, 56, h * 0.46)
