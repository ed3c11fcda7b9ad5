"""What a bank's file says, whatever its format: plain records, exact figures, and the readers' common refusals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeAlias

from fondouk.kit.money import Money, exponent, total
from fondouk.kit.refusal import Refusal, Refused, sentence

ENTRIES_MAX = 50_000
MINOR_MAX = 10**16
Element: TypeAlias = Any  # an lxml element: the library ships no types


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


def unreadable(words: str, **values: Any) -> Refused:
    """A refusal about the uploaded file; `words` is a marked sentence."""
    return Refused(Refusal("statement.unreadable", words, values, field="file"))


def exact(text: str, currency: str) -> Money:
    """An amount as written, refused when it is no number or finer than the currency's minor unit."""
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        raise unreadable(sentence("“%(text)s” is not an amount."), text=text[:40]) from None
    scaled = value.scaleb(exponent(currency)) if value.is_finite() else Decimal("0.5")
    if scaled != scaled.to_integral_value() or abs(scaled) >= 10**17:
        raise unreadable(sentence("“%(text)s” is not an amount in %(currency)s."), text=text[:40], currency=currency)
    return Money(int(scaled), currency)


def clip(text: str | None, most: int = 500) -> str:
    """A text without control characters and doubled blanks, cut to what a column takes."""
    words = "".join(character if character.isprintable() else " " for character in text or "")
    return " ".join(words.split())[:most]


def refuse_out_of_measure(statements: Sequence[Statement]) -> None:
    """Sums that no account holds, and no table here: refused before anything is written."""
    for one in statements:
        sums = (one.movement, one.opening, one.closing)
        if any(money is not None and abs(money.amount_minor) >= MINOR_MAX for money in sums):
            raise unreadable(sentence("The amounts of this statement are out of all measure."))


def refuse_too_many(count: int) -> None:
    """A file with more entries than one import takes is refused before anything is written."""
    if count > ENTRIES_MAX:
        raise unreadable(
            sentence("The file has more than %(most)s entries. Ask the bank for shorter periods."), most=ENTRIES_MAX
        )
