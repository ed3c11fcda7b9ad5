"""Bank statements in: camt.053 and camt.054 (001.02–001.14), MT940, CSV by a mapping. Out: camt.053.001.08.

`read` never guesses: what it cannot read exactly it refuses with a sentence (`kit.refusal.Refused`). Amounts are
positive; `incoming` tells the direction. Pending entries are left out: only booked ones moved money.
"""

from __future__ import annotations

import codecs
from collections.abc import Sequence

from fondouk.engines.bank_files import camt, camt_out, columns, mt940
from fondouk.engines.bank_files.records import (
    ENTRIES_MAX,
    CsvMapping,
    Entry,
    Kind,
    Statement,
    refuse_out_of_measure,
)
from fondouk.kit.refusal import Refusal, Refused, sentence

__all__ = ["BYTES_MAX", "ENTRIES_MAX", "CsvMapping", "Entry", "Kind", "Statement", "read", "write", "write_many"]

BYTES_MAX = 32 * 1024 * 1024


def read(content: bytes, *, mapping: CsvMapping | None = None) -> tuple[Statement, ...]:
    """The statements of a file, in its order. Raises Refused with the reason when it cannot be read exactly."""
    found = _read(content, mapping)
    refuse_out_of_measure(found)
    return found


def _read(content: bytes, mapping: CsvMapping | None) -> tuple[Statement, ...]:
    if len(content) > BYTES_MAX:
        raise Refused(_too_large(len(content)))
    if not content.strip():
        raise Refused(Refusal("statement.empty", sentence("The file is empty."), field="file"))
    if mapping is not None:
        return columns.read(content, mapping)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and not camt.looks_like(content):
        content = content.decode("utf-16", "replace").encode()
    if camt.looks_like(content):
        return camt.read(content)
    if mt940.looks_like(content):
        return mt940.read(content)
    raise Refused(
        Refusal(
            "statement.unknown",
            sentence("This is neither a camt.053 nor a camt.054 nor an MT940 file. Ask the bank for one of these."),
            field="file",
        )
    )


def write(statement: Statement, *, holder: str, bic: str) -> bytes:
    """A camt.053.001.08 file of one statement, as the holder's bank would send it."""
    return write_many([(statement, holder, bic)])


def write_many(issued: Sequence[tuple[Statement, str, str]]) -> bytes:
    """A camt.053.001.08 file of several statements, each with its account's holder and bank's BIC."""
    return camt_out.write(issued)


def _too_large(size: int) -> Refusal:
    return Refusal(
        "statement.too_large",
        sentence(
            "The file has %(size)s MB; a statement may have at most %(most)s MB. Ask the bank for shorter periods."
        ),
        {"size": size // 1024 // 1024, "most": BYTES_MAX // 1024 // 1024},
        field="file",
    )
