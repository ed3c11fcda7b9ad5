"""One drawn picture for each product: pattern tiles and an object in the palette of its shelf, no two alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

from fondouk.doors.demo.artwork import draw
from fondouk.doors.demo.variants import Form
from fondouk.engines.files import store
from fondouk.market.catalogue.entry import PhotoEntry

WIDTH, HEIGHT = draw.WIDTH, draw.HEIGHT


def photos_of_all(known: Sequence[Form]) -> Mapping[str, tuple[PhotoEntry, ...]]:
    """Pictures by the key of their form; several at once, because each waits for the disk."""
    with ThreadPoolExecutor(max_workers=8) as pool:
        return dict(zip((form.key for form in known), pool.map(photos_of, known), strict=True))


def photos_of(form: Form) -> tuple[PhotoEntry, ...]:
    """The picture of this form, kept as a public drawing."""
    kind, palette = form.product["more"]["picture"].split()
    variant = store.publish_drawing(drawn(kind, palette, form.key), width=WIDTH, height=HEIGHT)
    alt = {language: form.title(language) for language in ("en", "fr", "ar")}
    return (PhotoEntry(file=f"DRW-{variant['hash'][:18]}", variants=(variant,), alt=alt),)


def drawn(kind: str, palette: str, key: str) -> bytes:
    """The drawing itself; the key decides its colours, its count and its small differences."""
    number = int.from_bytes(sha256(key.encode()).digest()[:4])
    return draw.picture(kind, palette=palette, seed=key, variant=number % 97).encode()
