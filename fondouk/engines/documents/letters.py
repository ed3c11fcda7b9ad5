"""Which characters the documents' typeface has: PDF/A shows none it has not, and refuses the whole document instead.

What is missing is written by its plain letter where it has one (ş as s), as a box where it has none (an emoji, a
script the typeface does not know); marks that only turn the direction of text are left out.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).resolve().parent / "fonts"
_BLANK = "\n\t"
_BOXES = ("\u25a1", "\ufffd", "?")
_TURNING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printable(value: Any) -> Any:
    """The same data with every text in characters that can be printed."""
    if isinstance(value, str):
        return _plain(value)
    if isinstance(value, Mapping):
        return {key: printable(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [printable(one) for one in value]
    return value


def _plain(text: str) -> str:
    known = covered()
    if all(one in known or one in _BLANK for one in text):
        return text
    return "".join(_shown(one, known) for one in unicodedata.normalize("NFC", text))


def _shown(character: str, known: frozenset[str]) -> str:
    if character in known or character in _BLANK:
        return character
    kind = unicodedata.category(character)
    if kind in ("Cf", "Cc", "Mn", "Me"):
        return ""
    if kind.startswith("Z"):
        return " "
    plain = "".join(one for one in unicodedata.normalize("NFKD", character) if one in known)
    return plain or next(one for one in _BOXES if one in known)


@lru_cache(maxsize=1)
def covered() -> frozenset[str]:
    """The characters that every kept font has."""
    each = [frozenset(chr(code) for code in _codes(path.read_bytes())) for path in sorted(FONTS.glob("*.ttf"))]
    return frozenset.intersection(*each) - _TURNING - {chr(code) for code in range(32)}


def _codes(font: bytes) -> Iterator[int]:
    """Code points of a TrueType font: the subtables of its `cmap` in format 4 and 12, as OpenType describes them."""
    base = _table(font, b"cmap")
    for number in range(_u16(font, base + 2)):
        at = base + struct.unpack_from(">I", font, base + 4 + 8 * number + 4)[0]
        if _u16(font, at) == 4:
            yield from _segments(font, at)
        elif _u16(font, at) == 12:
            for group in range(struct.unpack_from(">I", font, at + 12)[0]):
                first, last = struct.unpack_from(">II", font, at + 16 + 12 * group)
                yield from range(first, last + 1)


def _table(font: bytes, tag: bytes) -> int:
    for number in range(_u16(font, 4)):
        record = 12 + 16 * number
        if font[record : record + 4] == tag:
            return int(struct.unpack_from(">I", font, record + 8)[0])
    raise ValueError(f"the font has no table {tag!r}")


def _segments(font: bytes, at: int) -> Iterator[int]:
    """Format 4: segments of code points; those that map to glyph 0 are not there."""
    count = _u16(font, at + 6) // 2
    ends, starts = at + 14, at + 16 + 2 * count
    deltas, offsets = starts + 2 * count, starts + 4 * count
    for number in range(count):
        start, end, step = _u16(font, starts + 2 * number), _u16(font, ends + 2 * number), 2 * number
        delta, offset = _u16(font, deltas + step), _u16(font, offsets + step)
        for code in range(start, end + 1):
            glyph = code if not offset else _u16(font, offsets + step + offset + 2 * (code - start))
            if code != 0xFFFF and (glyph + delta if glyph or not offset else 0) % 65536:
                yield code


def _u16(font: bytes, at: int) -> int:
    return int(struct.unpack_from(">H", font, at)[0])
