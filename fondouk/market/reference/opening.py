"""What lies inside a file that was handed in: unpacked under a cap, decoded, read as CSV, JSON or XML, or refused.

A file that is half a file, of another kind, or hides something is refused with what is wrong and what to do.
"""

from __future__ import annotations

import csv
import io
import json
import zlib
from collections.abc import Iterable
from typing import Any
from xml.parsers import expat

from fondouk.kit.refusal import Refusal, Refused, sentence

UNPACKED_MAX = 120_000_000
_CHUNK = 1 << 20
_GZIP = b"\x1f\x8b"


def refused(code: str, words: str, **values: Any) -> Refused:
    """A refusal of a file."""
    return Refused(Refusal(f"reference.file.{code}", words, values, "file"))


def unpacked(data: bytes) -> bytes:
    """The bytes themselves, or what a gzip file holds: never more than the cap, never a part of it."""
    if not data.startswith(_GZIP):
        return data
    found: list[bytes] = []
    size = 0
    rest = data
    while rest:
        reader = zlib.decompressobj(wbits=31)
        try:
            while rest and not reader.eof:
                piece = reader.decompress(rest, _CHUNK)
                rest = reader.unconsumed_tail
                size += len(piece)
                found.append(piece)
                if size > UNPACKED_MAX:
                    words = sentence("This file unpacks to more than %(max)s MB.")
                    raise refused("bomb", words, max=UNPACKED_MAX // 1_000_000)
        except zlib.error:
            raise refused("broken", sentence("This archive is damaged. Download it again.")) from None
        if not reader.eof:
            raise _half()
        rest = reader.unused_data if reader.unused_data.startswith(_GZIP) else b""
    return b"".join(found)


def _half() -> Refused:
    words = sentence("This file ends in the middle: it was not copied to its end. Download it again.")
    return refused("half", words)


def text(data: bytes) -> str:
    """Its text; only UTF-8, for in another encoding names would come out wrong."""
    try:
        return unpacked(data).decode("utf-8-sig")
    except UnicodeDecodeError:
        words = sentence(
            "This file is not written in UTF-8. Save it as “CSV UTF-8” or as UTF-8 text and send it again."
        )
        raise refused("encoding", words) from None


def header(data: bytes) -> frozenset[str]:
    """The names of a CSV file's columns, or a word for what else it is: `{json}`, `{xml}`."""
    start = text(data).lstrip()[:20_000]
    if start.startswith(("[", "{")):
        return frozenset({"{json}"})
    if start.startswith("<"):
        return frozenset({"{xml}"})
    first = next(csv.reader(io.StringIO(start)), [])
    return frozenset(name.strip() for name in first)


def rows(data: bytes) -> list[dict[str, str]]:
    """Rows of a CSV file. A row with fewer cells than the header ends the file in the middle; an empty file is refused.

    Cells beyond the header are refused too: a comma too many shifts every figure behind it.
    """
    content = text(data)
    reader = csv.reader(io.StringIO(content), strict=False)
    names = next(reader, [])
    found: list[dict[str, str]] = []
    for cells in reader:
        if not cells:
            continue
        if len(cells) > len(names):
            words = sentence("Row %(row)s has more cells than the file has columns.")
            raise refused("shifted", words, row=len(found) + 2)
        if len(cells) < len(names):
            raise _short(content, len(found) + 2)
        found.append(dict(zip(names, cells, strict=True)))
    if not found:
        raise refused("empty", sentence("The file has no rows."))
    return found


def _short(content: str, row: int) -> Refused:
    if not content.endswith("\n") or content.count('"') % 2:
        return _half()
    return refused("short", sentence("Row %(row)s has fewer cells than the file has columns."), row=row)


def json_rows(data: bytes) -> list[dict[str, Any]]:
    """The list a JSON file holds."""
    try:
        found = json.loads(text(data))
    except json.JSONDecodeError as error:
        if error.pos >= len(error.doc.rstrip()) - 1 or "Unterminated" in error.msg:
            raise _half() from None
        words = sentence("This is no readable JSON: line %(line)s.")
        raise refused("json", words, line=error.lineno) from None
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise refused("json_rows", sentence("The JSON file is not a list of rows."))
    if not found:
        raise refused("empty", sentence("The file has no rows."))
    return found


def xml_elements(data: bytes) -> Iterable[tuple[str, dict[str, str]]]:
    """(name without namespace, attributes) of every element in order. A DOCTYPE is refused, never acted on."""
    found: list[tuple[str, dict[str, str]]] = []

    def doctype(*_: object) -> None:
        words = sentence("The file carries a DOCTYPE declaration, which can hide an attack: it was not read.")
        raise refused("doctype", words)

    reader = expat.ParserCreate()
    reader.StartDoctypeDeclHandler = doctype
    reader.StartElementHandler = lambda name, words: found.append((name.rpartition(":")[2], dict(words)))
    try:
        reader.Parse(text(data).encode(), True)
    except expat.ExpatError as error:
        if error.code == expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS] or "unclosed" in str(error):
            raise _half() from None
        words = sentence("The file is not well-formed XML: line %(line)s.")
        raise refused("xml", words, line=error.lineno) from None
    return found
