"""The wall of stars and crosses behind the goods, its palettes, and the table in front of it."""

from __future__ import annotations

from fondouk.doors.demo.artwork.canvas import Canvas
from fondouk.doors.web.motif import star

#: wall, star, inner, line, table far, table near
PALETTES = {
    "amber": ("#EBD9B4", "#E4CD9F", "#DDBF85", "#F3E6CB", "#F4EADA", "#D9C39C"),
    "sand": ("#E9E0D0", "#E1D5C0", "#D5C5A8", "#F4EEE3", "#F5F0E7", "#D9CDB8"),
    "olive": ("#D9DCC0", "#CED3AF", "#BCC496", "#E8EAD8", "#EFF0E2", "#C4C9A4"),
    "rose": ("#EBD3C6", "#E4C4B3", "#D9AE98", "#F5E6DD", "#F6EBE4", "#D9B9A7"),
    "indigo": ("#CBD0E8", "#BCC3E2", "#A4ADD6", "#E2E5F3", "#ECEEF7", "#B3BAD9"),
    "mint": ("#C9DFD6", "#B9D5C9", "#9FC5B5", "#E1EFE9", "#EAF3EF", "#AECDC0"),
    "terracotta": ("#E6BFA6", "#DEAF92", "#D09874", "#F2D9C8", "#F3E3D6", "#CFA284"),
    "slate": ("#D5D8DB", "#C9CDD1", "#B5BBC1", "#E6E9EB", "#EFF1F2", "#BCC2C8"),
    "sea": ("#BFD6DF", "#AFCBD6", "#93B8C7", "#DAE8EE", "#E6F0F3", "#A2C2CE"),
    "saffron": ("#F0D79A", "#EACB80", "#DFB85A", "#F8E9C6", "#F8EED8", "#DDBD77"),
}
_LIGHT = (
    '<radialGradient id="l" cx=".38" cy=".3" r=".9"><stop offset="0" stop-color="#fff" stop-opacity=".62"/>'
    '<stop offset=".45" stop-color="#fff" stop-opacity=".16"/>'
    '<stop offset="1" stop-color="#2A1A08" stop-opacity=".16"/></radialGradient>'
)
_SOFT = ((0, "#000", 0.16), (0.22, "#fff", 0.28), (0.42, "#fff", 0.02), (1, "#000", 0.22))
_GLASS = ((0, "#000", 0.28), (0.16, "#fff", 0.34), (0.3, "#fff", 0.04), (0.75, "#000", 0.04), (1, "#000", 0.34))
_METAL = ((0, "#000", 0.3), (0.18, "#fff", 0.5), (0.36, "#000", 0.06), (0.6, "#fff", 0.3), (1, "#000", 0.32))


def _linear(name: str, stops: tuple[tuple[float, str, float], ...]) -> str:
    inner = "".join(f'<stop offset="{o:g}" stop-color="{c}" stop-opacity="{a:g}"/>' for o, c, a in stops)
    return f'<linearGradient id="{name}">{inner}</linearGradient>'


def pattern(name: str, size: float, palette: tuple[str, ...], *, shift: float = 0, small: float = 0.3) -> str:
    """Stars touching at their tips, a star turned within, a small one in each corner."""
    wall, body, inner, line = palette[:4]
    r = size / 2
    parts = [
        f'<pattern id="{name}" width="{size:g}" height="{size:g}" x="{shift:g}" y="{shift / 2:g}"'
        f' patternUnits="userSpaceOnUse"><rect width="{size:g}" height="{size:g}" fill="{wall}"/>',
        f'<polygon points="{star(r, r, r)}" fill="{body}" stroke="{line}" stroke-width="1.2"/>',
        f'<polygon points="{star(r, r, r * 0.52, 22.5)}" fill="{inner}"/><polygon points="{star(r, r, r * 0.22)}" fill="{wall}"/>',
        f'<g fill="{inner}">',
        *(f'<polygon points="{star(x, y, r * small)}"/>' for x in (0, size) for y in (0, size)),
        "</g></pattern>",
    ]
    return "".join(parts)


def scene(canvas: Canvas, palette: str, *, flat: bool) -> str:
    """Definitions, wall and, unless the thing lies flat, the table; the light comes from the upper start."""
    colours = PALETTES.get(palette, PALETTES["sand"])
    size = canvas.hand.choice((46, 50, 56, 56, 62, 68))
    edge = 206 if not flat else 300
    defs = (
        pattern(
            "w", size, colours, shift=canvas.hand.randrange(0, size, 7), small=canvas.hand.choice((0.26, 0.3, 0.36))
        )
        + f'<linearGradient id="f" x2="0" y2="1"><stop stop-color="{colours[4]}"/><stop offset="1" stop-color="{colours[5]}"/>'
        + "</linearGradient>"
        + _LIGHT
        + _linear("s", _SOFT)
        + _linear("g", _GLASS)
        + _linear("m", _METAL)
        + '<filter id="b" x="-30%" y="-80%" width="160%" height="260%"><feGaussianBlur stdDeviation="5"/></filter>'
    )
    table = (
        f'<rect y="{edge}" width="400" height="94" fill="url(#f)"/><rect y="{edge}" width="400" height="1.2" fill="{colours[5]}"/>'
        if not flat
        else ""
    )
    return f'<defs>{defs}</defs><rect width="400" height="300" fill="url(#w)"/>{table}<rect width="400" height="300" fill="url(#l)"/>'
