"""I1–I12 of the domain as SQL: each query finds the rows that break it. Run after every test of money, and within.

The ledger's own (I1–I5, I11, I12) are those of `fondouk.engines.ledger.invariants`; here stand those that join it with
orders and treasury.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection

from fondouk.engines.ledger import invariants
from fondouk.engines.tables import scope

CHECKS: dict[str, str] = {
    "I2 nothing is held for an order that is closed or cancelled": """
        SELECT o.reference FROM order_ o JOIN account a ON a.kind = 'escrow' AND a.owner = o.reference
        WHERE o.state IN ('CLOSED', 'CANCELLED') AND a.credits <> a.debits""",
    "I3 milestones make up the contract": """
        SELECT o.reference FROM order_ o JOIN orders_milestone m ON m.order_id = o.id
        GROUP BY o.id HAVING sum(m.amount_minor) <> o.total_minor""",
    "I3 milestones say what the ledger says": """
        SELECT o.reference FROM order_ o JOIN orders_milestone m ON m.order_id = o.id
        LEFT JOIN account a ON a.kind = 'escrow' AND a.owner = o.reference AND a.currency = o.currency
        WHERE o.payment_route = 'held' GROUP BY o.id, a.id
        HAVING sum(m.received_minor - m.released_minor - m.refunded_minor) <> coalesce(a.credits - a.debits, 0)""",
    "I3 each milestone's receipts are its transfers": """
        SELECT m.reference FROM orders_milestone m JOIN order_ o ON o.id = m.order_id
        LEFT JOIN transfer t ON t.about = m.reference AND t.kind = 'fund'
        WHERE o.payment_route = 'held' GROUP BY m.id
        HAVING coalesce(sum(t.amount_minor), 0) <> m.received_minor""",
    "I4 each release is on the ledger, whole": """
        SELECT r.reference FROM orders_release r JOIN order_ o ON o.id = r.order_id
        LEFT JOIN transfer t ON t.cause = r.reference WHERE o.payment_route = 'held'
        GROUP BY r.id HAVING coalesce(sum(t.amount_minor), 0) <> r.amount_minor""",
    "I5 what a claim froze is still there": """
        SELECT c.reference FROM orders_claim c JOIN order_ o ON o.id = c.order_id
        LEFT JOIN transfer h ON h.cause = c.reference AND h.kind = 'freeze'
        WHERE c.state = 'OPEN' AND o.payment_route = 'held'
            AND (h.id IS NULL OR EXISTS (SELECT 1 FROM transfer e WHERE e.pending_id = h.id))""",
    "I6 a release has the fact its milestone names": """
        SELECT r.reference FROM orders_release r JOIN orders_milestone m ON m.id = r.milestone_id
        JOIN order_ o ON o.id = r.order_id
        LEFT JOIN orders_claim c ON c.reference = r.cause
        WHERE r.kind = 'release' AND NOT (
            (c.state = 'DECIDED' AND c.decision IN ('release', 'split'))
            OR (m.release_when = 'funded' AND m.funded_at IS NOT NULL)
            OR (m.release_when = 'shipped' AND o.shipped_at IS NOT NULL)
            OR (m.release_when = 'documents' AND o.documents_accepted_at IS NOT NULL)
            OR (m.release_when IN ('acceptance', 'day') AND o.accepted_at IS NOT NULL))""",
    "I7 accepted ≤ shipped ≤ ordered": """
        SELECT id FROM orders_orderline WHERE accepted > shipped OR shipped > quantity""",
    "I8 an amount is in one live payout": """
        SELECT transfer_id FROM treasury_payoutitem WHERE live GROUP BY transfer_id HAVING count(*) > 1""",
    "I8 live items are those of live payouts": """
        SELECT p.reference FROM treasury_payout p JOIN treasury_payoutitem i ON i.payout_id = p.id
        WHERE i.live <> (p.state IN ('BUILT', 'APPROVED', 'FILED', 'BOOKED'))""",
    "I8 a payout is the sum of its items": """
        SELECT p.reference FROM treasury_payout p LEFT JOIN treasury_payoutitem i ON i.payout_id = p.id
        GROUP BY p.id HAVING coalesce(sum(i.amount_minor), 0) <> p.amount_minor""",
    "I8 a payout stands on the ledger as its state says": """
        SELECT p.reference, p.state FROM treasury_payout p
        LEFT JOIN transfer h ON h.cause = p.reference AND h.kind = 'payout'
        LEFT JOIN transfer e ON e.pending_id = h.id
        LEFT JOIN transfer r ON r.reverses_id = e.id
        WHERE h.amount_minor IS DISTINCT FROM p.amount_minor OR CASE p.state
            WHEN 'BOOKED' THEN e.phase IS DISTINCT FROM 'POSTED' OR r.id IS NOT NULL
            WHEN 'RETURNED' THEN e.phase IS DISTINCT FROM 'POSTED' OR r.amount_minor IS DISTINCT FROM p.amount_minor
            WHEN 'REJECTED' THEN e.phase IS DISTINCT FROM 'VOIDED'
            ELSE e.id IS NOT NULL END""",
    "I8 a payment file is the sum of its payouts": """
        SELECT f.reference FROM treasury_paymentfile f LEFT JOIN treasury_payout p ON p.file_id = f.id
        GROUP BY f.id HAVING coalesce(sum(p.amount_minor), 0) <> f.amount_minor OR count(p.id) <> f.payouts_count""",
    "I9 a statement begins where the last one ended": """
        SELECT reference FROM (SELECT reference, opening_minor, number,
            lag(closing_minor) OVER chain AS before, lag(number) OVER chain AS number_before
            FROM treasury_statement WHERE number IS NOT NULL WINDOW chain AS (PARTITION BY account_id ORDER BY number)
        ) AS links WHERE opening_minor <> before OR number <> coalesce(number_before, 0) + 1""",
    "I9 an entry is booked once, all of it": """
        SELECT e.reference FROM treasury_entry e LEFT JOIN transfer t ON t.cause = e.reference AND t.kind = 'entry'
        WHERE t.amount_minor IS DISTINCT FROM e.amount_minor""",
    "I9 what waits in suspense is what stands there": """
        SELECT a.owner FROM account a JOIN companies_bankaccount b ON b.reference = a.owner
        LEFT JOIN treasury_entry e ON e.account_id = b.id AND e.state = 'SUSPENSE'
        WHERE a.kind = 'suspense' GROUP BY a.id
        HAVING coalesce(sum(CASE WHEN e.incoming THEN e.amount_minor ELSE -e.amount_minor END), 0)
            <> a.credits - a.debits""",
    "I9 the ledger's bank account is the bank's": """
        SELECT b.reference FROM companies_bankaccount b JOIN account a ON a.kind = 'bank' AND a.owner = b.reference
        WHERE a.debits - a.credits <> coalesce((SELECT opening_minor FROM treasury_statement s
                WHERE s.account_id = b.id AND s.number = 1), 0)
            + (SELECT coalesce(sum(CASE WHEN e.incoming THEN e.amount_minor ELSE -e.amount_minor END), 0)
                FROM treasury_entry e WHERE e.account_id = b.id)""",
    "I9 the last statement's balance and what was announced since is what the ledger says": """
        SELECT b.reference FROM companies_bankaccount b JOIN account a ON a.kind = 'bank' AND a.owner = b.reference
        JOIN LATERAL (SELECT closing_minor FROM treasury_statement s WHERE s.account_id = b.id
            AND s.number IS NOT NULL ORDER BY s.number DESC LIMIT 1) AS last ON true
        WHERE a.debits - a.credits <> last.closing_minor + (
            SELECT coalesce(sum(CASE WHEN e.incoming THEN e.amount_minor ELSE -e.amount_minor END), 0)
            FROM treasury_entry e JOIN treasury_statement s ON s.id = e.statement_id
            WHERE e.account_id = b.id AND s.number IS NULL AND e.confirmed_id IS NULL)""",
    "I12 clearing is empty": """
        SELECT owner FROM account WHERE kind = 'clearing' AND debits <> credits""",
}


def broken() -> list[str]:
    """The names of all invariants that do not hold now, each with its first offending row."""
    with scope.as_system(), connection.cursor() as cursor:
        found = invariants.broken()
        for name, query in CHECKS.items():
            cursor.execute(query)
            row = cursor.fetchone()
            if row is not None:
                found.append(f"{name}: {row}")
    return found


def hold() -> None:
    """Fail with the names of those that do not hold."""
    if found := broken():
        pytest.fail("\n".join(found))


@pytest.fixture
def money_holds(db: None) -> Iterator[None]:
    """The invariants, checked when the test ends; call `hold()` between steps too."""
    yield
    hold()
