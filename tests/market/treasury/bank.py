"""The holder's bank: keeps a balance, sends statements, and we import them as an operator would upload them."""

from __future__ import annotations

import io
from datetime import date

from fondouk.engines.bank_files import statements as bank_files
from fondouk.engines.bank_files.statements import Entry, Kind, Statement
from fondouk.engines.files import store
from fondouk.kit.actor import Actor
from fondouk.kit.money import Money, total
from fondouk.market.treasury import commands, models
from tests.cast import Cast
from tests.clock import AT

IBAN = "FR1420041010050500013M02606"
DAY = date(2026, 11, 20)


def credit(amount: str, text: str = "", *, reference: str = "B-1", party: str = "Lakeview Table Co.",
           returned: str = "", end_to_end: str = "", currency: str = "USD") -> Entry:  # fmt: skip
    """Money that came in."""
    return Entry(
        Money.of(amount, currency), True, DAY, reference=reference, texts=(text,) if text else (), party=party,
        returned=returned, end_to_end=end_to_end,
    )  # fmt: skip


def debit(amount: str, text: str = "", *, reference: str = "B-9", end_to_end: str = "", batches: tuple[str, ...] = (),
          currency: str = "USD") -> Entry:  # fmt: skip
    """Money that went out."""
    return Entry(
        Money.of(amount, currency), False, DAY, reference=reference, texts=(text,) if text else (),
        end_to_end=end_to_end, batches=batches,
    )  # fmt: skip


def statement(*entries: Entry, opening: str = "0", number: int = 1, account: str = IBAN, currency: str = "USD",
              closing: str | None = None) -> Statement:  # fmt: skip
    """A statement that adds up, unless a closing balance is given."""
    begin = Money.of(opening, currency)
    moved = total([one.money if one.incoming else -one.money for one in entries], currency)
    end = begin + moved if closing is None else Money.of(closing, currency)
    return Statement(
        format="", kind=Kind.STATEMENT, reference=f"S-{number}", sequence=str(number), account=account,
        currency=currency, entries=entries, opening=begin, closing=end, until_on=DAY,
    )  # fmt: skip


def written(one: Statement) -> bytes:
    """The bank's file."""
    return bank_files.write(one, holder="Fondouk Maroc, money held", bic="BARGFRPP")


def upload(cast: Cast, content: bytes, by: Actor | None = None) -> str:
    """The file as the door receives it; returns its reference."""
    by = by or cast.operator.actor
    received = store.receive(io.BytesIO(content), "statement", owner=cast.operator.id, by=by, at=AT, name="stmt.xml")
    return received.reference


def imported(cast: Cast, *entries: Entry, opening: str = "0", number: int = 1) -> models.Statement:
    """Upload and import one statement with these entries."""
    file = upload(cast, written(statement(*entries, opening=opening, number=number)))
    return commands.import_statement(file=file, by=cast.operator.actor, at=AT)
