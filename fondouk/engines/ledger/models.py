"""Accounts and transfers. One row of `transfer` is one transfer; nothing is ever changed or deleted.

The cached sums of an account are written by a trigger on `transfer` alone: the application's role may not update
them, so they cannot drift from the rows.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from fondouk.engines.ledger.chart import NEVER_OVERDRAWN, AccountKind, Phase
from fondouk.engines.tables.columns import currency_code, minor_units
from fondouk.kit.money import Money

_KINDS = [(kind.value, kind.value) for kind in AccountKind]
_PHASES = [(phase.value, phase.value) for phase in Phase]


class Account(models.Model):
    """One pot of one currency. Sums in minor units, kept by the trigger `transfer_keeps_sums`."""

    kind = models.CharField(max_length=20, choices=_KINDS)
    owner = models.CharField(max_length=24)
    currency = currency_code()
    debits = minor_units(default=0)
    credits = minor_units(default=0)
    debits_pending = minor_units(default=0)
    credits_pending = minor_units(default=0)

    class Meta:
        db_table = "account"
        constraints = [
            models.UniqueConstraint(fields=["kind", "owner", "currency"], name="account_once"),
            models.UniqueConstraint(fields=["id", "currency"], name="account_currency"),
            models.CheckConstraint(
                condition=Q(debits__gte=0, credits__gte=0, debits_pending__gte=0, credits_pending__gte=0),
                name="account_sums_positive",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=[kind.value for kind in NEVER_OVERDRAWN])
                | Q(credits__gte=F("debits") + F("debits_pending")),
                name="account_never_overdrawn",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}:{self.owner}:{self.currency}"

    @property
    def balance(self) -> Money:
        """Posted credits less posted debits."""
        return Money(self.credits - self.debits, self.currency)

    @property
    def available(self) -> Money:
        """The balance less what pending debits hold."""
        return Money(self.credits - self.debits - self.debits_pending, self.currency)


class Transfer(models.Model):
    """Debit account → credit account, one currency, amount > 0. A correction is a reversal, never an edit."""

    debit = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="debited")
    credit = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="credited")
    currency = currency_code()
    amount_minor = minor_units()
    kind = models.CharField(max_length=40)
    cause = models.CharField(max_length=40)
    about = models.CharField(max_length=40, blank=True, default="")
    phase = models.CharField(max_length=6, choices=_PHASES, default=Phase.DONE.value)
    pending = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="ends")
    reverses = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="reversals")
    by = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        db_table = "transfer"
        constraints = [
            models.UniqueConstraint(fields=["cause", "kind"], name="transfer_once_per_cause"),
            models.UniqueConstraint(fields=["pending"], name="transfer_ends_a_hold_once"),
            models.CheckConstraint(condition=Q(amount_minor__gt=0), name="transfer_amount_positive"),
            models.CheckConstraint(condition=~Q(debit=F("credit")), name="transfer_between_two"),
            models.CheckConstraint(
                condition=Q(phase__in=[Phase.DONE.value, Phase.HELD.value], pending=None)
                | Q(phase__in=[Phase.POSTED.value, Phase.VOIDED.value], pending__isnull=False),
                name="transfer_phase_fits",
            ),
            models.CheckConstraint(
                condition=Q(reverses=None) | Q(phase=Phase.DONE.value), name="transfer_reversal_is_done"
            ),
        ]
        indexes = [models.Index(fields=["about"], name="transfer_about")]

    def __str__(self) -> str:
        return f"{self.kind} {self.cause} {self.money}"

    @property
    def money(self) -> Money:
        """The amount with its currency."""
        return Money(self.amount_minor, self.currency)
