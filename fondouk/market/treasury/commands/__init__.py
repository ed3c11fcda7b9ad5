"""Every write of the treasury: statements in, suspense cleared, payouts out."""

from fondouk.market.treasury.commands.payouts import approve_payout, build_payouts, file_payouts, reject_payout
from fondouk.market.treasury.commands.statements import import_statement
from fondouk.market.treasury.commands.suspense import assign_entry

__all__ = ["approve_payout", "assign_entry", "build_payouts", "file_payouts", "import_statement", "reject_payout"]
