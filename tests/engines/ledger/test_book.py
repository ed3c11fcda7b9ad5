"""The ledger's face: what moves, what is held, what may not happen twice or at all."""

from collections.abc import Callable, Iterator

import pytest

from fondouk.engines.ledger import book, invariants
from fondouk.engines.ledger.book import Account, AccountKind, AlreadyDone, Uncovered
from fondouk.kit.actor import Actor
from fondouk.kit.money import Money
from tests.clock import AT

pytestmark = pytest.mark.django_db
BY = Actor.system("test")


@pytest.fixture(autouse=True)
def ledger_holds() -> Iterator[None]:
    yield
    assert invariants.broken() == []


def usd(text: str) -> Money:
    return Money.of(text, "USD")


def move(debit: Account, credit: Account, money: Money, kind: str, cause: str) -> book.Transfer:
    return book.transfer(debit=debit, credit=credit, money=money, kind=kind, cause=cause, by=BY, at=AT)


@pytest.fixture
def suspense() -> Account:
    """Suspense with 1,000.00 USD received."""
    account = book.open(AccountKind.SUSPENSE, "ACC-1", "USD")
    move(book.open(AccountKind.BANK, "ACC-1", "USD"), account, usd("1000"), "receipt", "ENT-0")
    return account


@pytest.fixture
def escrow(suspense: Account) -> Account:
    """The escrow of an order with 100.00 USD in it."""
    account = book.open(AccountKind.ESCROW, "ORD-1", "USD")
    move(suspense, account, usd("100"), "fund", "ENT-1")
    return account


@pytest.fixture
def payable() -> Account:
    return book.open(AccountKind.SUPPLIER_PAYABLE, "CO-1", "USD")


def test_opening_twice_gives_the_same_account() -> None:
    assert book.open(AccountKind.ESCROW, "ORD-1", "USD").pk == book.open(AccountKind.ESCROW, "ORD-1", "USD").pk
    assert book.open(AccountKind.ESCROW, "ORD-1", "CAD").pk != book.open(AccountKind.ESCROW, "ORD-1", "USD").pk


def test_a_transfer_moves_both_balances(escrow: Account, payable: Account) -> None:
    move(escrow, payable, usd("60"), "release", "REL-1")
    assert book.balance(AccountKind.ESCROW, "ORD-1", "USD") == usd("40")
    assert book.balance(AccountKind.SUPPLIER_PAYABLE, "CO-1", "USD") == usd("60")
    assert book.balance(AccountKind.BANK, "ACC-1", "USD") == usd("-1000")


def test_an_unopened_account_is_empty() -> None:
    assert book.balance(AccountKind.ESCROW, "ORD-9", "CAD") == Money.zero("CAD")
    assert book.available(AccountKind.ESCROW, "ORD-9", "CAD") == Money.zero("CAD")


def test_the_same_cause_acts_once(escrow: Account, payable: Account) -> None:
    move(escrow, payable, usd("10"), "release", "REL-1")
    with pytest.raises(AlreadyDone):
        move(escrow, payable, usd("10"), "release", "REL-1")
    assert book.balance(AccountKind.ESCROW, "ORD-1", "USD") == usd("90")


def test_the_same_cause_is_told_as_done_even_when_nothing_is_left(escrow: Account, payable: Account) -> None:
    move(escrow, payable, usd("100"), "release", "REL-1")
    with pytest.raises(AlreadyDone):
        move(escrow, payable, usd("100"), "release", "REL-1")


def test_more_than_is_held_cannot_leave(escrow: Account, payable: Account) -> None:
    with pytest.raises(Uncovered):
        move(escrow, payable, usd("100.01"), "release", "REL-1")
    assert book.balance(AccountKind.ESCROW, "ORD-1", "USD") == usd("100")


def test_nothing_and_less_than_nothing_do_not_move(escrow: Account, payable: Account) -> None:
    for amount in ("0", "-1"):
        with pytest.raises(ValueError, match="more than nothing"):
            move(escrow, payable, usd(amount), "release", "REL-1")


def test_currencies_do_not_mix(escrow: Account) -> None:
    other = book.open(AccountKind.SUPPLIER_PAYABLE, "CO-1", "CAD")
    with pytest.raises(ValueError, match="one currency"):
        move(escrow, other, usd("1"), "release", "REL-1")


def test_a_hold_keeps_money_from_leaving(escrow: Account, payable: Account) -> None:
    disputed = book.open(AccountKind.DISPUTED, "ORD-1", "USD")
    held = book.hold(debit=escrow, credit=disputed, money=usd("80"), kind="freeze", cause="CLM-1", by=BY, at=AT)
    assert book.available(AccountKind.ESCROW, "ORD-1", "USD") == usd("20")
    assert book.balance(AccountKind.ESCROW, "ORD-1", "USD") == usd("100")
    with pytest.raises(Uncovered):
        move(escrow, payable, usd("20.01"), "release", "REL-1")
    move(escrow, payable, usd("20"), "release", "REL-1")
    book.void(held, by=BY, at=AT)
    move(escrow, payable, usd("80"), "release", "REL-2")


@pytest.fixture
def hold(escrow: Account, payable: Account) -> book.Transfer:
    """60.00 USD released and held for a payout of 50.00."""
    move(escrow, payable, usd("60"), "release", "REL-1")
    clearing = book.open(AccountKind.CLEARING, "PAY-1", "USD")
    return book.hold(debit=payable, credit=clearing, money=usd("50"), kind="payout", cause="PAY-1", by=BY, at=AT)


@pytest.mark.parametrize("end", [book.post, book.void])
def test_a_hold_ends_once(hold: book.Transfer, end: Callable[..., book.Transfer]) -> None:
    end(hold, by=BY, at=AT)
    for again in (book.post, book.void):
        with pytest.raises(AlreadyDone):
            again(hold, by=BY, at=AT)


def test_posting_moves_voiding_does_not(hold: book.Transfer) -> None:
    assert book.balance(AccountKind.CLEARING, "PAY-1", "USD") == Money.zero("USD")
    book.post(hold, by=BY, at=AT)
    assert book.balance(AccountKind.CLEARING, "PAY-1", "USD") == usd("50")
    assert book.balance(AccountKind.SUPPLIER_PAYABLE, "CO-1", "USD") == usd("10")


def test_an_open_hold_is_found_by_its_cause(hold: book.Transfer) -> None:
    assert book.held("payout", "PAY-1") == hold
    book.void(hold, by=BY, at=AT)
    assert book.held("payout", "PAY-1") is None


def test_reversals_go_back_and_never_exceed(escrow: Account, payable: Account) -> None:
    released = move(escrow, payable, usd("60"), "release", "REL-1")
    book.reverse(released, money=usd("40"), kind="release.reversed", cause="REV-1", by=BY, at=AT)
    assert book.balance(AccountKind.ESCROW, "ORD-1", "USD") == usd("80")
    with pytest.raises(Uncovered):
        book.reverse(released, money=usd("20.01"), kind="release.reversed", cause="REV-2", by=BY, at=AT)
    book.reverse(released, money=usd("20"), kind="release.reversed", cause="REV-2", by=BY, at=AT)


def test_many_at_once_are_one_statement_or_nothing(suspense: Account) -> None:
    bank = book.open(AccountKind.BANK, "ACC-1", "USD")
    moves = [(bank, suspense, usd("1"), f"ENT-{number}") for number in range(10, 40)]
    book.transfer_many(moves, kind="receipt", by=BY, at=AT)
    assert book.balance(AccountKind.SUSPENSE, "ACC-1", "USD") == usd("1030")
    with pytest.raises(AlreadyDone):
        book.transfer_many([(bank, suspense, usd("1"), "ENT-50"), *moves[:1]], kind="receipt", by=BY, at=AT)
    assert book.balance(AccountKind.SUSPENSE, "ACC-1", "USD") == usd("1030")


def test_a_statement_explains_the_balance(escrow: Account, payable: Account) -> None:
    move(escrow, payable, usd("60"), "release", "REL-1")
    disputed = book.open(AccountKind.DISPUTED, "ORD-1", "USD")
    held = book.hold(debit=escrow, credit=disputed, money=usd("40"), kind="freeze", cause="CLM-1", by=BY, at=AT)
    book.void(held, by=BY, at=AT)
    lines = book.statement(escrow)
    assert [(line.kind, str(line.amount), str(line.running)) for line in lines] == [
        ("fund", "100.00 USD", "100.00 USD"),
        ("release", "-60.00 USD", "40.00 USD"),
        ("freeze", "-40.00 USD", "40.00 USD"),
        ("freeze.voided", "-40.00 USD", "40.00 USD"),
    ]
    assert lines[-1].running == book.balance(AccountKind.ESCROW, "ORD-1", "USD")


def test_credits_to_a_kind_are_what_a_payout_may_cover(escrow: Account, payable: Account) -> None:
    move(escrow, payable, usd("60"), "release", "REL-1")
    assert [row.cause for row in book.credits_to(AccountKind.SUPPLIER_PAYABLE)] == ["REL-1"]
    assert book.credits_to(AccountKind.SUPPLIER_PAYABLE, owner="CO-2") == []
