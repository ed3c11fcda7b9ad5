"""A drawing as pixels, for places that show no SVG (link previews, letters): drawn by Typst, kept as WebP."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import typst
from PIL import Image


def webp(svg: str | bytes, width: int, *, ratio: float = 0.75, quality: int = 78) -> bytes:
    """The drawing `width` pixels wide and `ratio` times as high; about 150 ms at 640."""
    height = round(width * ratio)
    page = f'#set page(width: {width}pt, height: {height}pt, margin: 0pt)\n#image("drawing.svg", width: 100%)'
    with tempfile.TemporaryDirectory() as folder:
        drawing, sheet = Path(folder, "drawing.svg"), Path(folder, "sheet.typ")
        drawing.write_bytes(svg.encode() if isinstance(svg, str) else svg)
        sheet.write_text(page, encoding="utf-8")
        png = typst.compile(str(sheet), format="png", ppi=72)
    out = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").save(out, "WEBP", quality=quality)
    return out.getvalue()
