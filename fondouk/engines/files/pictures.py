"""Pictures re-encoded: what leaves here was drawn by our own encoder, without a byte of metadata."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageOps

from fondouk.engines.files.kinds import JPEG, PIXELS_MAX, PNG, WEBP
from fondouk.kit.refusal import Refusal, Refused, sentence

WIDTHS = (320, 640, 1280)
_FORMATS = {JPEG: "JPEG", PNG: "PNG", WEBP: "WEBP"}
_SIDE_MIN = 40


@dataclass(frozen=True, slots=True)
class Encoded:
    """One size of a picture."""

    width: int
    height: int
    content: bytes
    media_type: str


def decode(content: bytes, *, width_max: int | None = None) -> Image.Image:
    """The picture upright, in RGB on white; raises Refused where it is too large, too small or damaged."""
    try:
        picture = Image.open(io.BytesIO(content), formats=tuple(_FORMATS.values()))
        _refuse_size(picture)
        if width_max:
            picture.draft("RGB", (width_max, width_max))
        return _flat(ImageOps.exif_transpose(picture))
    except Refused:
        raise
    except Image.DecompressionBombError as error:
        raise Refused(_too_large(PIXELS_MAX * 2)) from error
    except Exception as error:  # Pillow raises anything at all on hostile bytes
        text = sentence("This picture cannot be read. Take it again, or save it as JPEG.")
        raise Refused(Refusal("file.picture.damaged", text, field="file")) from error


def _refuse_size(picture: Image.Image) -> None:
    width, height = picture.size
    if width * height > PIXELS_MAX:
        raise Refused(_too_large(width * height))
    if min(width, height) < _SIDE_MIN:
        text = sentence("This picture is too small to show: each side needs at least %(min)s pixels.")
        raise Refused(Refusal("file.picture.small", text, {"min": _SIDE_MIN}, "file"))


def _too_large(pixels: int) -> Refusal:
    text = sentence("This picture has %(pixels)s million pixels or more; at most %(max)s are taken.")
    values = {"pixels": pixels // 1_000_000, "max": PIXELS_MAX // 1_000_000}
    return Refusal("file.picture.large", text, values, "file")


def _flat(picture: Image.Image) -> Image.Image:
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        ground = Image.new("RGB", layer.size, "white")
        ground.paste(layer, mask=layer.getchannel("A"))
        return ground
    return picture.convert("RGB")


def variants(content: bytes) -> list[Encoded]:
    """WebP in up to three widths; never larger than the original."""
    picture = decode(content, width_max=WIDTHS[-1])
    widths = [width for width in WIDTHS if width < picture.width] or [picture.width]
    if picture.width > widths[-1] and len(widths) < len(WIDTHS):
        widths.append(picture.width)
    return [_webp(picture, width) for width in widths]


def _webp(picture: Image.Image, width: int) -> Encoded:
    height = max(1, round(picture.height * width / picture.width))
    sized = picture if width == picture.width else picture.resize((width, height), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    sized.save(out, "WEBP", quality=78, method=4)
    return Encoded(width, height, out.getvalue(), WEBP)


def without_metadata(content: bytes, media_type: str) -> bytes:
    """The same picture in its own format, re-encoded; raises Refused as decode does."""
    out = io.BytesIO()
    decode(content).save(out, _FORMATS[media_type], **({"quality": 88} if media_type != PNG else {}))
    return out.getvalue()
