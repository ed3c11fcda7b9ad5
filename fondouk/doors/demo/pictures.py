"""One drawn picture for each product: pattern tiles and an object in the palette of its shelf, no two alike."""

from __future__ import annotations

from hashlib import sha256

from fondouk.doors.demo.variants import Form
from fondouk.engines.files import store
from fondouk.market.catalogue.entry import PhotoEntry

WIDTH, HEIGHT = 1200, 900


def photos_of(form: Form) -> tuple[PhotoEntry, ...]:
    """The picture of this form, kept as a public drawing."""
    kind, palette = form.product["more"]["picture"].split()
    variant = store.publish_drawing(drawn(kind, palette, form.key), width=WIDTH, height=HEIGHT)
    alt = {language: form.title(language) for language in ("en", "fr", "ar")}
    return (PhotoEntry(file=f"DRW-{variant['hash'][:18]}", variants=(variant,), alt=alt),)


def drawn(kind: str, palette: str, key: str) -> bytes:
    """The drawing itself; the key decides its small differences."""
    number = int.from_bytes(sha256(key.encode()).digest()[:4])
    try:
        from fondouk.doors.demo.artwork import drawing
    except ImportError:
        return _plain(palette, number)
    return drawing.draw(kind, palette, number)


_GROUNDS = {
    "amber": "#EBD9B4", "saffron": "#F0D79A", "sand": "#E9E0D0", "olive": "#D9DCC0", "rose": "#EBD3C6",
    "terracotta": "#E6BFA6", "indigo": "#CBD0E8", "sea": "#BFD6DF", "mint": "#C9DFD6", "slate": "#D5D8DB",
}  # fmt: skip


def _plain(palette: str, number: int) -> bytes:
    ground = _GROUNDS.get(palette, "#E9E0D0")
    turn = number % 90
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="{WIDTH}" height="{HEIGHT}">'
        f'<rect width="400" height="300" fill="{ground}"/><g fill="#fff" fill-opacity=".55">'
        f'<rect x="140" y="90" width="120" height="120" transform="rotate({turn} 200 150)"/>'
        f'<rect x="140" y="90" width="120" height="120" transform="rotate({turn + 45} 200 150)"/></g></svg>'
    ).encode()
