"""The chart of accounts: which kinds there are and how their balances behave. Plain Python."""

from __future__ import annotations

from enum import StrEnum


class AccountKind(StrEnum):
    """What an account stands for; its owner is a reference text."""

    BANK = "bank"  # one per bank account of the holder
    SUSPENSE = "suspense"  # received and not yet recognised, per bank account
    CLEARING = "clearing"  # on its way out, per payout; returns to zero
    ESCROW = "escrow"  # held for an order
    DISPUTED = "disputed"  # counterpart of frozen escrow, per order; only ever pending
    SUPPLIER_PAYABLE = "supplier_payable"  # released, not yet paid out, per supplier
    BUYER_REFUNDABLE = "buyer_refundable"  # owed back, not yet paid out, per buyer
    SENDER_REFUNDABLE = "sender_refundable"  # not ours, on its way back to who sent it, per bank entry
    PLATFORM_FEE = "platform_fee"  # per operator
    PARTNER_COMMISSION = "partner_commission"  # per partner
    OWN_FUNDS = "own_funds"  # the holder's own money in a bank account: opening balance, bank charges
    FX = "fx"
    ROUNDING = "rounding"


NEVER_OVERDRAWN = (
    AccountKind.ESCROW,
    AccountKind.SUPPLIER_PAYABLE,
    AccountKind.BUYER_REFUNDABLE,
    AccountKind.SENDER_REFUNDABLE,
    AccountKind.CLEARING,
    AccountKind.PARTNER_COMMISSION,
)
"""Debits, pending ones included, never exceed posted credits: a constraint of the table says the same."""


class Phase(StrEnum):
    """A transfer is done at once, or held and later posted or voided by a second row."""

    DONE = "DONE"
    HELD = "HELD"
    POSTED = "POSTED"
    VOIDED = "VOIDED"
