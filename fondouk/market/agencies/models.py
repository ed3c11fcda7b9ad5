"""The agreement between an export promotion agency and the operator; a pavilion lives by it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fondouk.engines.tables.columns import country_code, reference_code, state_column
from fondouk.market.agencies.rules import AgreementState
from fondouk.market.companies.models import Company


class Agreement(models.Model):
    """Signed by both sides; in force from its first to its last day unless ended before."""

    reference = reference_code("AGR")
    agency = models.ForeignKey(Company, models.PROTECT, related_name="+")
    operator = models.ForeignKey(Company, models.PROTECT, related_name="+")
    country = country_code()
    from_on = models.DateField()
    until_on = models.DateField()
    state = state_column(AgreementState, AgreementState.PROPOSED)
    proposed_at = models.DateTimeField()
    proposed_by = models.CharField(max_length=40)
    agency_signed_at = models.DateTimeField(null=True)
    agency_signed_by = models.CharField(max_length=40, blank=True, default="")
    operator_signed_at = models.DateTimeField(null=True)
    operator_signed_by = models.CharField(max_length=40, blank=True, default="")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=40, blank=True, default="")
    end_reason = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        db_table = "agreement"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="agreement_ends_after_it_begins"),
            models.CheckConstraint(
                condition=~Q(state="SIGNED") | Q(agency_signed_at__isnull=False, operator_signed_at__isnull=False),
                name="agreement_signed_by_both",
            ),
            models.CheckConstraint(
                condition=~Q(state="ENDED") | (Q(ended_at__isnull=False) & ~Q(end_reason="")),
                name="agreement_ended_with_reason",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["country", "state"], name="agreement_by_country")]
