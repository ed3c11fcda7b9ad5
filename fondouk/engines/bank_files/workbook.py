"""The first sheet of a bank's XLSX as rows of text, as its own CSV would have them.

Read as a stream and only as far as a statement goes: a cell at the far corner of a sheet costs nothing. Cells typed as
figures or days are written the way the mapping says the bank writes them, so that they are read like the others.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice
from typing import Any
from xml.etree.ElementTree import ParseError

from lxml.etree import LxmlError
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from fondouk.engines.bank_files.records import ENTRIES_MAX, unreadable
from fondouk.kit.refusal import Refused, sentence

COLUMNS_MAX = 60
ROWS_MAX = ENTRIES_MAX + 100  # the heading may stand below the bank's address
HEADING_CELLS = 3  # fewer are a title or an address, not the names of columns
_BROKEN = (
    InvalidFileException, zipfile.BadZipFile, ParseError, LxmlError, KeyError, ValueError, TypeError, IndexError,
    AttributeError, EOFError, OSError, OverflowError, NotImplementedError,
)  # fmt: skip


def looks_like(content: bytes) -> bool:
    """Whether these bytes are an archive, as a workbook is."""
    return content.startswith(b"PK\x03\x04")


def rows(content: bytes, *, decimal_mark: str, day_format: str) -> list[list[str]]:
    """Heading and rows of the first sheet, empty rows left out. Raises Refused for what is no plain workbook."""
    try:
        _refuse_declarations(content)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0].iter_rows(max_row=ROWS_MAX, max_col=COLUMNS_MAX, values_only=True)
        found = [row for cells in sheet if any(row := [_text(one, decimal_mark, day_format) for one in cells])]
    except Refused:
        raise
    except _BROKEN:
        raise unreadable(sentence("This workbook cannot be read. Save it anew as XLSX or CSV.")) from None
    start = next((at for at, row in enumerate(found) if sum(map(bool, row)) >= HEADING_CELLS), 0)
    return [_trimmed(row) for row in found[start:]]


def _refuse_declarations(content: bytes) -> None:
    """No part of a workbook declares entities; one that does, or hides it in another encoding, is not opened."""
    for name, part in _parts(content):
        if b"<!DOCTYPE" in part or b"<!ENTITY" in part or (name.endswith((".xml", ".rels")) and b"\0" in part[:400]):
            raise unreadable(sentence("The file carries a document type declaration, which no statement needs."))


def _parts(content: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for entry in islice(archive.infolist(), 2_000):
            yield entry.filename, archive.read(entry)


def _text(value: Any, decimal_mark: str, day_format: str) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, (datetime, date)):
        return value.strftime(day_format) if value.year >= 1000 else ""
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, (int, float, Decimal)):
        return format(Decimal(f"{value:.15g}"), "f").replace(".", decimal_mark)
    return str(value).strip()


def _trimmed(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row = row[:-1]
    return row
