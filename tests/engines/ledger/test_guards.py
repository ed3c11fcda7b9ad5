"""The second wall: what the application's own role cannot do to the ledger, even in SQL."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from fondouk.engines.ledger import book, invariants
from fondouk.engines.ledger.book import Account, AccountKind
from fondouk.kit.actor import Actor
from fondouk.kit.money import Money
from tests.clock import AT

pytestmark = pytest.mark.django_db
BY = Actor.system("test")


@pytest.fixture
def row() -> book.Transfer:
    return book.transfer(
        debit=book.open(AccountKind.SUSPENSE, "ACC-1", "USD"), credit=book.open(AccountKind.ESCROW, "ORD-1", "USD"),
        money=Money.of("100", "USD"), kind="fund", cause="ENT-1", by=BY, at=AT,
    )  # fmt: skip


def run(sql: str, *values: object) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, list(values))


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE transfer SET amount_minor = 1",
        "UPDATE transfer SET by = 'somebody else'",
        "DELETE FROM transfer",
        "TRUNCATE transfer",
        "TRUNCATE account CASCADE",
        "UPDATE account SET credits = credits + 1",
        "UPDATE account SET owner = 'CO-RIVAL'",
        "DELETE FROM account",
        "ALTER TABLE transfer DISABLE TRIGGER ALL",
        "DROP TRIGGER transfer_keeps_sums ON transfer",
        "SET session_replication_role = replica",
    ],
)
def test_the_application_cannot_rewrite_history(row: book.Transfer, sql: str) -> None:
    with pytest.raises(DatabaseError):
        run(sql)
    assert invariants.broken() == []


def test_an_account_opens_empty_whatever_is_inserted() -> None:
    run("INSERT INTO account (kind, owner, currency, debits, credits, debits_pending, credits_pending)"
        " VALUES ('escrow', 'ORD-2', 'USD', 0, 1000000, 0, 0)")  # fmt: skip
    assert book.balance(AccountKind.ESCROW, "ORD-2", "USD") == Money.zero("USD")


INSERT = (
    "INSERT INTO transfer (debit_id, credit_id, currency, amount_minor, kind, cause, about, phase, pending_id,"
    " reverses_id, by, at) VALUES (%s, %s, %s, %s, %s, 'X', '', %s, %s, %s, 'x', now())"
)


def test_a_hand_written_row_meets_the_same_rules(row: book.Transfer) -> None:
    escrow, payable = row.credit, book.open(AccountKind.SUPPLIER_PAYABLE, "CO-1", "USD")
    foreign = book.open(AccountKind.SUPPLIER_PAYABLE, "CO-1", "CAD")

    def refused(debit: Account, credit: Account, currency: str, amount: int, phase: str = "DONE", **ends: int) -> None:
        values = [debit.pk, credit.pk, currency, amount, "k", phase, ends.get("pending"), ends.get("reverses")]
        with pytest.raises(IntegrityError):
            run(INSERT, *values)

    refused(escrow, payable, "USD", 10_001)  # more than is held
    refused(escrow, payable, "USD", 0)
    refused(escrow, payable, "USD", -5)
    refused(escrow, escrow, "USD", 5)
    refused(escrow, foreign, "USD", 5)
    refused(escrow, payable, "CAD", 5)
    refused(escrow, payable, "USD", 5, "POSTED")  # posts no hold
    refused(escrow, payable, "USD", 5, "POSTED", pending=row.pk)  # ends what was no hold
    refused(escrow, payable, "USD", 5, reverses=row.pk)  # not the way back
    refused(escrow, row.debit, "USD", 10_001, reverses=row.pk)  # more than it reverses
    assert invariants.broken() == []


def test_the_cached_sums_follow_a_hand_written_row(row: book.Transfer) -> None:
    payable = book.open(AccountKind.SUPPLIER_PAYABLE, "CO-1", "USD")
    run(INSERT, row.credit_id, payable.pk, "USD", 2_500, "release", "DONE", None, None)
    assert book.balance(AccountKind.ESCROW, "ORD-1", "USD") == Money.of("75", "USD")
    assert invariants.broken() == []
