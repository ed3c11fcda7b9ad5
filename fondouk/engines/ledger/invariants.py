"""What must hold of the ledger at every moment, as SQL. Each query returns the rows that break it."""

from __future__ import annotations

from django.db import connection

CHECKS: dict[str, str] = {
    "I1 cached sums are the sums of the rows": """
        SELECT a.id, a.kind, a.owner FROM account a
        LEFT JOIN LATERAL (SELECT
            coalesce(sum(amount_minor) FILTER (WHERE phase IN ('DONE', 'POSTED')), 0) AS done,
            coalesce(sum(CASE phase WHEN 'HELD' THEN amount_minor WHEN 'DONE' THEN 0 ELSE -amount_minor END), 0)
                AS waiting
            FROM transfer t WHERE t.debit_id = a.id) AS d ON true
        LEFT JOIN LATERAL (SELECT
            coalesce(sum(amount_minor) FILTER (WHERE phase IN ('DONE', 'POSTED')), 0) AS done,
            coalesce(sum(CASE phase WHEN 'HELD' THEN amount_minor WHEN 'DONE' THEN 0 ELSE -amount_minor END), 0)
                AS waiting
            FROM transfer t WHERE t.credit_id = a.id) AS c ON true
        WHERE (a.debits, a.debits_pending, a.credits, a.credits_pending)
            IS DISTINCT FROM (d.done, d.waiting, c.done, c.waiting)""",
    "I1 debits equal credits per currency": """
        SELECT currency, sum(debits), sum(credits) FROM account GROUP BY currency HAVING sum(debits) <> sum(credits)""",
    "I1 a transfer stays in one currency": """
        SELECT t.id FROM transfer t JOIN account d ON d.id = t.debit_id JOIN account c ON c.id = t.credit_id
        WHERE t.currency <> d.currency OR t.currency <> c.currency""",
    "I2 nothing held is overdrawn": """
        SELECT kind, owner FROM account
        WHERE kind IN ('escrow', 'supplier_payable', 'buyer_refundable', 'sender_refundable', 'clearing',
                'partner_commission')
            AND credits < debits + debits_pending""",
    "I3 funded = held + released + refunded + fees": """
        SELECT owner, currency FROM (
            SELECT e.owner, e.currency, e.credits - e.debits AS held,
                coalesce(sum(t.amount_minor) FILTER (WHERE t.credit_id = e.id AND t.kind = 'fund'), 0) AS funded,
                coalesce(sum(t.amount_minor) FILTER (WHERE t.debit_id = e.id
                    AND t.kind IN ('release', 'refund', 'fee', 'commission')), 0)
                - coalesce(sum(t.amount_minor) FILTER (WHERE t.credit_id = e.id AND t.reverses_id IS NOT NULL), 0)
                AS gone
            FROM account e LEFT JOIN transfer t ON e.id IN (t.debit_id, t.credit_id) AND t.phase IN ('DONE', 'POSTED')
            WHERE e.kind = 'escrow' GROUP BY e.id) AS sums
        WHERE funded <> held + gone""",
    "I4 one effect for a cause and kind": """
        SELECT cause, kind FROM transfer GROUP BY cause, kind HAVING count(*) > 1""",
    "I5 nothing leaves what a claim froze": """
        SELECT owner FROM account WHERE kind = 'escrow' AND credits - debits < debits_pending""",
    "I11 reversals never exceed what they reverse": """
        SELECT o.id FROM transfer o JOIN transfer r ON r.reverses_id = o.id
        GROUP BY o.id HAVING sum(r.amount_minor) > o.amount_minor""",
    "I11 a hold ends once, whole": """
        SELECT h.id FROM transfer h JOIN transfer e ON e.pending_id = h.id
        GROUP BY h.id, h.amount_minor HAVING count(*) > 1 OR sum(e.amount_minor) <> h.amount_minor""",
    "I12 disputed accounts are only ever pending": """
        SELECT owner FROM account WHERE kind = 'disputed' AND (debits <> 0 OR credits <> 0)""",
}


def broken() -> list[str]:
    """The names of the invariants that do not hold now, with the first offending row; empty when all is well."""
    found = []
    with connection.cursor() as cursor:
        for name, query in CHECKS.items():
            cursor.execute(query)
            row = cursor.fetchone()
            if row is not None:
                found.append(f"{name}: {row}")
    return found
