"""Money on the holder's account, in suspense, as an imported bank entry leaves it."""

from __future__ import annotations

from fondouk.engines.ledger import book
from fondouk.engines.ledger.book import AccountKind
from fondouk.kit.money import Money
from tests.cast import Cast
from tests.clock import AT

ACCOUNT = "ACC-TEST"


def received(cast: Cast, money: Money, entry: str) -> None:
    """One credited entry: bank to suspense."""
    bank = book.open(AccountKind.BANK, ACCOUNT, money.currency)
    suspense = book.open(AccountKind.SUSPENSE, ACCOUNT, money.currency)
    book.transfer(
        debit=bank,
        credit=suspense,
        money=money,
        kind="receipt",
        cause=entry,
        about=entry,
        by=cast.operator.actor,
        at=AT,
    )
