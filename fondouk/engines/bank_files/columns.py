"""A bank's own CSV or XLSX, read by a mapping of its columns: exact figures and days, or a refusal naming the row."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from itertools import islice

from fondouk.engines.bank_files import workbook
from fondouk.engines.bank_files.records import (
    CsvMapping,
    Entry,
    Kind,
    Statement,
    clip,
    exact,
    refuse_too_many,
    unreadable,
)
from fondouk.kit.bank_accounts import compact
from fondouk.kit.money import Money
from fondouk.kit.refusal import Refused, sentence


def read(content: bytes, mapping: CsvMapping) -> tuple[Statement, ...]:
    """One statement; with a `balance` column it has opening and closing, otherwise it is a notification."""
    rows = _rows(content, mapping)
    refuse_too_many(len(rows))
    _refuse_missing(rows, mapping)
    entries = tuple(_row(number, row, mapping) for number, row in enumerate(rows, start=2))
    opening, closing = _balances(rows, entries, mapping)
    days = [entry.booked_on for entry in entries]
    return (
        Statement(
            format="CSV", kind=Kind.NOTIFICATION if opening is None else Kind.STATEMENT, reference="",
            account=compact(mapping.account), currency=mapping.currency, entries=entries, opening=opening,
            closing=closing, from_on=min(days), until_on=max(days),
        ),
    )  # fmt: skip


def _rows(content: bytes, mapping: CsvMapping) -> list[dict[str, str]]:
    """The rows by heading; what a short row lacks is empty, what a long one has too much is left out."""
    found = _table(content, mapping)
    if not found:
        return []
    names = [clip(name, 80) for name in found[0]]
    filled = [row for row in found[1:] if any(cell.strip() for cell in row)]
    return [dict(zip(names, [*row, *[""] * len(names)], strict=False)) for row in filled]


def look(content: bytes, *, delimiter: str, encoding: str, rows: int = 4) -> list[list[str]]:
    """Heading and first rows, for a person who says which column is which. Raises Refused."""
    mapping = CsvMapping("", "", "", delimiter=delimiter, encoding=encoding)
    return [[clip(cell, 80) for cell in row] for row in _table(content, mapping, rows + 1)]


def _table(content: bytes, mapping: CsvMapping, most: int | None = None) -> list[list[str]]:
    """The cells as they stand, at most so many rows."""
    if workbook.looks_like(content):
        found = workbook.rows(content, decimal_mark=mapping.decimal_mark, day_format=mapping.day_format)
        return found[:most]
    try:
        return list(islice(csv.reader(io.StringIO(_decode(content, mapping)), delimiter=mapping.delimiter), most))
    except csv.Error as error:
        raise unreadable(sentence("This is no table of columns: %(reason)s."), reason=clip(str(error), 120)) from None


def _decode(content: bytes, mapping: CsvMapping) -> str:
    try:
        return content.decode(mapping.encoding)
    except (UnicodeDecodeError, LookupError):
        raise unreadable(
            sentence("The file is not written in the encoding “%(name)s”."), name=mapping.encoding
        ) from None


def _refuse_missing(rows: list[dict[str, str]], mapping: CsvMapping) -> None:
    if not rows:
        raise unreadable(sentence("The file has a heading and no rows."))
    wanted = [mapping.day, mapping.amount, mapping.incoming, mapping.outgoing, mapping.party, mapping.reference,
              mapping.balance, *mapping.texts]  # fmt: skip
    missing = [name for name in wanted if name and name not in rows[0]]
    if missing:
        raise unreadable(sentence("The file has no column “%(names)s”."), names="”, “".join(missing))


def _row(number: int, row: dict[str, str], mapping: CsvMapping) -> Entry:
    try:
        signed = _signed(row, mapping)
        booked_on = _day(row[mapping.day], mapping)
    except Refused as refused:
        raise unreadable(sentence("Row %(row)s: %(reason)s"), row=number, reason=refused.refusals[0]) from None
    texts = tuple(clip(row[name]) for name in mapping.texts if row.get(name))
    return Entry(
        money=signed if signed > Money.zero(signed.currency) else -signed,
        incoming=signed > Money.zero(signed.currency), booked_on=booked_on, texts=texts,
        reference=clip(row.get(mapping.reference), 70) if mapping.reference else "",
        party=clip(row.get(mapping.party), 140) if mapping.party else "",
    )  # fmt: skip


def _signed(row: dict[str, str], mapping: CsvMapping) -> Money:
    if mapping.amount:
        signed = _figure(row[mapping.amount], mapping)
    else:
        signed = _figure(row[mapping.incoming] or "0", mapping) - abs_money(
            _figure(row[mapping.outgoing] or "0", mapping)
        )
    if not signed:
        raise unreadable(sentence("the amount is missing."))
    return signed


def abs_money(money: Money) -> Money:
    """The amount without its sign: some banks write outgoing amounts with a minus, some without."""
    return Money(abs(money.amount_minor), money.currency)


def _figure(text: str, mapping: CsvMapping) -> Money:
    grouping = "." if mapping.decimal_mark == "," else ","
    plain = "".join(text.split()).replace("\u202f", "").replace(grouping, "").replace(mapping.decimal_mark, ".")
    return exact(plain, mapping.currency)


def _day(text: str, mapping: CsvMapping) -> date:
    try:
        return datetime.strptime(text.strip(), mapping.day_format).date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise unreadable(sentence("“%(text)s” is not a date."), text=text[:40]) from None


def _balances(
    rows: list[dict[str, str]], entries: tuple[Entry, ...], mapping: CsvMapping
) -> tuple[Money | None, Money | None]:
    if not mapping.balance:
        return None, None
    first, last = (_figure(rows[index][mapping.balance], mapping) for index in (0, -1))
    moved = entries[0].money if entries[0].incoming else -entries[0].money
    return first - moved, last
