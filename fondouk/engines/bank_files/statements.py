"""Bank statements in: camt.053 and camt.054 (001.02–001.14), MT940, CSV by a mapping. Out: camt.053.001.08.

`read` never guesses: what it cannot read exactly it refuses with a sentence (`kit.refusal.Refused`). Amounts are
positive; `incoming` tells the direction. Pending entries are left out: only booked ones moved money.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fondouk.kit.money import Money, total
from fondouk.kit.refusal import Refusal, Refused, sentence

BYTES_MAX = 32 * 1024 * 1024
ENTRIES_MAX = 50_000


class Kind(StrEnum):
    """A statement carries balances and joins the chain; a notification only tells of entries."""

    STATEMENT = "STATEMENT"
    NOTIFICATION = "NOTIFICATION"


@dataclass(frozen=True, slots=True)
class Entry:
    """One booked movement. `reference` is the bank's own, empty where it gives none.

    `texts` are all remittance fields; `end_to_end` is the payer's or our own; `batches` are message or payment
    information ids of a payment file booked as one amount; `returned` is the reason code of a payment sent back.
    """

    money: Money
    incoming: bool
    booked_on: date
    value_on: date | None = None
    reference: str = ""
    end_to_end: str = ""
    batches: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    party: str = ""
    party_account: str = ""
    returned: str = ""

    @property
    def remittance(self) -> str:
        """All remittance fields in one text."""
        return " ".join(self.texts)


@dataclass(frozen=True, slots=True)
class Statement:
    """One account's statement or notification. `account` is compact: an IBAN, a RIB or the bank's own number."""

    format: str
    kind: Kind
    reference: str
    account: str
    currency: str
    entries: tuple[Entry, ...]
    opening: Money | None = None
    closing: Money | None = None
    from_on: date | None = None
    until_on: date | None = None
    sequence: str = ""

    @property
    def movement(self) -> Money:
        """Incoming less outgoing."""
        signed = [entry.money if entry.incoming else -entry.money for entry in self.entries]
        return total(signed, self.currency)


@dataclass(frozen=True)
class CsvMapping:
    """Which column holds what in a bank's own CSV (header names), and how it writes figures and days.

    Either `amount` (signed) or `incoming` and `outgoing`. `balance` is the running balance after each row.
    """

    account: str
    currency: str
    day: str
    amount: str = ""
    incoming: str = ""
    outgoing: str = ""
    texts: tuple[str, ...] = ()
    party: str = ""
    reference: str = ""
    balance: str = ""
    delimiter: str = ";"
    decimal_mark: str = ","
    day_format: str = "%d/%m/%Y"
    encoding: str = "utf-8-sig"


def read(content: bytes, *, mapping: CsvMapping | None = None) -> tuple[Statement, ...]:
    """The statements of a file, in its order. Raises Refused with the reason when it cannot be read exactly."""
    from fondouk.engines.bank_files import camt, columns, mt940

    if len(content) > BYTES_MAX:
        raise Refused(_too_large(len(content)))
    if not content.strip():
        raise Refused(Refusal("statement.empty", sentence("The file is empty."), field="file"))
    if mapping is not None:
        return columns.read(content, mapping)
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
    from fondouk.engines.bank_files import camt_out

    return camt_out.write(statement, holder=holder, bic=bic)


def _too_large(size: int) -> Refusal:
    return Refusal(
        "statement.too_large",
        sentence("The file has %(size)s MB; a statement may have at most %(most)s MB. Ask the bank for shorter periods."),
        {"size": size // 1024 // 1024, "most": BYTES_MAX // 1024 // 1024},
        field="file",
    )
