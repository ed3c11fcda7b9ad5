"""Text as banks write it: UTF-8, UTF-16 with or without its mark, or the Latin alphabets of old systems."""

from __future__ import annotations

import codecs
import unicodedata

_MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"), (b"<\x00", "utf-16-le"),
          (b"\x00<", "utf-16-be"), (codecs.BOM_UTF8, "utf-8-sig"))  # fmt: skip


def text_of(content: bytes) -> str | None:
    """The text, None where the bytes are none: they hold control characters in every encoding banks use."""
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), "")
    for name in (marked,) if marked else ("utf-8", "cp1252", "latin-1"):
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        return None if any(map(_is_control, text[:100_000])) else text
    return None


def as_utf8(content: bytes) -> bytes:
    """The same text in UTF-8, for a look at what it is; bytes that are no text stay as they are."""
    text = text_of(content)
    return content if text is None else text.encode()


def _is_control(character: str) -> bool:
    return unicodedata.category(character) == "Cc" and character not in "\t\r\n\f"
