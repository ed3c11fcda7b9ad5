"""Every write of the treasury: statements in, suspense cleared, payouts out."""

from fondouk.market.treasury.commands.payouts import (
    approve_payout,
    build_payouts,
    file_payouts,
    keep_payout,
    reject_payout,
)
from fondouk.market.treasury.commands.senders import Sender, send_back_entry
from fondouk.market.treasury.commands.statements import import_statement
from fondouk.market.treasury.commands.suspense import assign_entry

__all__ = [
    "Sender", "approve_payout", "assign_entry", "build_payouts", "file_payouts", "import_statement", "keep_payout",
    "reject_payout", "send_back_entry",
]  # fmt: skip
