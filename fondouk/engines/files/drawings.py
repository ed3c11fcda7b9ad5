"""Our own drawings as pixels, for those who cannot show SVG: previews in WhatsApp, mail, other people's pages.

Typst carries an SVG renderer (resvg) that draws without loading anything from outside the file.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import typst
from PIL import Image

from fondouk.engines.files.kinds import JPEG, WEBP
from fondouk.engines.files.pictures import Encoded

WIDTHS = (400, 800)
_PAGE = '#set page(width: {width}pt, height: {height}pt, margin: 0pt)\n#image("drawing.svg", width: 100%, height: 100%)'


def rasters(svg: bytes, width: int, height: int) -> list[Encoded]:
    """The drawing in WebP for pages and in JPEG, the widest, for previews."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "drawing.svg").write_bytes(svg)
        (root / "page.typ").write_text(_PAGE.format(width=width, height=height))
        compiler = typst.Compiler(root=folder, ignore_system_fonts=True)
        png = compiler.compile(input=str(root / "page.typ"), format="png", ppi=72 * WIDTHS[-1] / width)
    assert isinstance(png, bytes)
    whole = Image.open(io.BytesIO(png)).convert("RGB")
    return [_encoded(whole, size, JPEG if size == WIDTHS[-1] else WEBP) for size in WIDTHS]


def _encoded(whole: Image.Image, width: int, media_type: str) -> Encoded:
    height = round(whole.height * width / whole.width)
    out = io.BytesIO()
    sized = whole if whole.width == width else whole.resize((width, height), Image.Resampling.LANCZOS)
    sized.save(out, "JPEG" if media_type == JPEG else "WEBP", quality=80)
    return Encoded(width, height, out.getvalue(), media_type)
