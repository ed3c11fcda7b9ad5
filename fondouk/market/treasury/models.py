"""Statements with their entries, payouts with what they pay, and the payment files they went out in.

An entry belongs to the operator alone until it is recognised; a payout is seen by its payee too.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fondouk.engines.tables.columns import currency_code, minor_units, reference_code, state_column
from fondouk.kit.money import Money
from fondouk.market.companies.models import BankAccount, Company
from fondouk.market.treasury import rules

_PURPOSES = [(purpose.value, purpose.value) for purpose in rules.Purpose]
_REASONS = [(why.value, why.value) for why in rules.Why]


class Statement(models.Model):
    """One imported statement or notification of one account of the holder."""

    reference = reference_code("STM")
    operator = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(BankAccount, on_delete=models.PROTECT, related_name="+")
    format = models.CharField(max_length=20)
    bank_reference = models.CharField(max_length=35, blank=True)
    sequence = models.CharField(max_length=20, blank=True)
    digest = models.CharField(max_length=64)  # of what it says, not of the bytes
    file = models.CharField(max_length=24, blank=True, default="")  # in the files engine
    currency = currency_code()
    opening_minor = minor_units(null=True)  # null: a notification, which joins no chain
    closing_minor = minor_units(null=True)
    movement_minor = minor_units()
    number = models.PositiveIntegerField(null=True)  # place in the account's chain of balances
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    entries_count = models.PositiveIntegerField()
    known_count = models.PositiveIntegerField(default=0)  # entries another import had brought before
    imported_at = models.DateTimeField()
    imported_by = models.CharField(max_length=24)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "digest"], name="statement_once"),
            models.UniqueConstraint(fields=["account", "number"], name="statement_chain"),
            models.UniqueConstraint(fields=["id", "operator", "account"], name="statement_parties"),
            models.CheckConstraint(
                condition=Q(number=None, opening_minor=None, closing_minor=None)
                | Q(number__isnull=False, closing_minor=F("opening_minor") + F("movement_minor")),
                name="statement_adds_up",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Entry(models.Model):
    """One booked movement on the holder's account, and what it turned out to be.

    `confirmed` is the statement that repeats what a notification announced.
    """

    reference = reference_code("ENT")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="entries")
    operator = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(BankAccount, on_delete=models.PROTECT, related_name="+")
    confirmed = models.ForeignKey(Statement, on_delete=models.PROTECT, null=True, related_name="confirms")
    position = models.PositiveIntegerField()
    bank_reference = models.CharField(max_length=70, blank=True)
    incoming = models.BooleanField()
    amount_minor = minor_units()
    currency = currency_code()
    booked_on = models.DateField()
    value_on = models.DateField(null=True)
    end_to_end = models.CharField(max_length=35, blank=True)
    remittance = models.TextField(blank=True)
    party = models.CharField(max_length=140, blank=True)
    party_account = models.CharField(max_length=40, blank=True)
    returned = models.CharField(max_length=35, blank=True)
    state = state_column(rules.EntryState, rules.EntryState.SUSPENSE)
    why = models.CharField(max_length=10, choices=_REASONS, blank=True, default="")
    milestone = models.CharField(max_length=24, blank=True, default="")  # paid, or suggested while in suspense
    payout = models.CharField(max_length=24, blank=True, default="")
    assigned_at = models.DateTimeField(null=True)
    assigned_by = models.CharField(max_length=24, blank=True, default="")
    note = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering: ClassVar[list[str]] = ["statement_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["statement", "position"], name="entry_position_once"),
            models.UniqueConstraint(
                fields=["account", "bank_reference"], condition=~Q(bank_reference=""), name="entry_booked_once"
            ),
            models.CheckConstraint(condition=Q(amount_minor__gt=0), name="entry_positive"),
            models.CheckConstraint(
                condition=Q(state="SUSPENSE", assigned_at=None) | (~Q(state="SUSPENSE") & Q(assigned_at__isnull=False)),
                name="entry_assigned_when_known",
            ),
        ]
        indexes = [
            models.Index(fields=["operator", "booked_on"], condition=Q(state="SUSPENSE"), name="entry_waiting"),
            models.Index(fields=["milestone"], condition=~Q(milestone=""), name="entry_of_milestone"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def money(self) -> Money:
        """The amount, without its direction."""
        return Money(self.amount_minor, self.currency)


class PaymentFile(models.Model):
    """A pain.001 as it was handed to the bank: the same bytes for as long as it is kept."""

    reference = reference_code("PMF")
    operator = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(BankAccount, on_delete=models.PROTECT, related_name="+")
    currency = currency_code()
    amount_minor = minor_units()
    payouts_count = models.PositiveIntegerField()
    content = models.BinaryField()
    filed_at = models.DateTimeField()
    filed_by = models.CharField(max_length=24)

    def __str__(self) -> str:
        return self.reference


class Payout(models.Model):
    """One credit transfer to one company, or back to an unknown sender; its reference is the end-to-end id."""

    reference = reference_code("PAY")
    operator = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    payee = models.ForeignKey(Company, on_delete=models.PROTECT, null=True, related_name="+")
    purpose = models.CharField(max_length=10, choices=_PURPOSES)
    account = models.ForeignKey(BankAccount, on_delete=models.PROTECT, null=True, related_name="+")  # of the payee
    sender = models.JSONField(default=dict)  # {name, number, scheme, bic, town, country} where there is no payee
    paid_from = models.ForeignKey(BankAccount, on_delete=models.PROTECT, related_name="+")  # of the holder
    currency = currency_code()
    amount_minor = minor_units()
    state = state_column(rules.PayoutState, rules.PayoutState.BUILT)
    file = models.ForeignKey(PaymentFile, on_delete=models.PROTECT, null=True, related_name="payouts")
    reason = models.CharField(max_length=300, blank=True, default="")  # of a rejection or return
    built_at = models.DateTimeField()
    built_by = models.CharField(max_length=24)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.CharField(max_length=24, blank=True, default="")
    filed_at = models.DateTimeField(null=True)
    filed_by = models.CharField(max_length=24, blank=True, default="")
    booked_at = models.DateTimeField(null=True)
    booked_by = models.CharField(max_length=24, blank=True, default="")
    booked_on = models.DateField(null=True)  # the bank's day
    rejection_asked_at = models.DateTimeField(null=True)  # of one with the bank: a second person confirms
    rejection_asked_by = models.CharField(max_length=24, blank=True, default="")
    rejected_at = models.DateTimeField(null=True)
    rejected_by = models.CharField(max_length=24, blank=True, default="")
    returned_at = models.DateTimeField(null=True)
    returned_by = models.CharField(max_length=24, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["id", "operator", "payee"], name="payout_parties"),
            models.CheckConstraint(condition=Q(amount_minor__gt=0), name="payout_positive"),
            models.CheckConstraint(
                condition=Q(approved_at=None) | ~Q(approved_by=F("built_by")), name="payout_two_people"
            ),
            models.CheckConstraint(
                condition=Q(rejected_by="") | Q(rejection_asked_by="") | ~Q(rejected_by=F("rejection_asked_by")),
                name="payout_rejection_two_people",
            ),
            models.CheckConstraint(
                condition=Q(payee__isnull=False, account__isnull=False, sender={})
                | (Q(payee=None, account=None, purpose="sender") & ~Q(sender={})),
                name="payout_to_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["FILED", "BOOKED", "RETURNED"])
                | Q(approved_at__isnull=False, filed_at__isnull=False, file__isnull=False),
                name="payout_in_order",
            ),
        ]
        indexes = [
            models.Index(fields=["operator", "state"], name="payout_by_state"),
            models.Index(fields=["payee", "-built_at"], name="payout_of_payee"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def money(self) -> Money:
        """The amount."""
        return Money(self.amount_minor, self.currency)


class PayoutItem(models.Model):
    """One movement on the ledger that a payout pays. Live in at most one payout."""

    payout = models.ForeignKey(Payout, on_delete=models.PROTECT, related_name="items")
    operator = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    payee = models.ForeignKey(Company, on_delete=models.PROTECT, null=True, related_name="+")
    transfer = models.ForeignKey("ledger.Transfer", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)  # release, refund, set_aside, commission, send_back
    cause = models.CharField(max_length=40)
    milestone = models.CharField(max_length=40, blank=True)
    order = models.CharField(max_length=24, blank=True, default="")
    amount_minor = minor_units()
    live = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["transfer"], condition=Q(live=True), name="payout_item_live_once"),
            models.UniqueConstraint(fields=["payout", "transfer"], name="payout_item_once"),
            models.CheckConstraint(condition=Q(amount_minor__gt=0), name="payout_item_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.cause}"
