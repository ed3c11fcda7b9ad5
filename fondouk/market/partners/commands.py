"""A partner invites small makers; all the rest of the cohort is read from what they then do."""

from __future__ import annotations

from datetime import datetime

from fondouk.engines.events import journal
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import refuse_if
from fondouk.market.companies import standing
from fondouk.market.companies.models import Company
from fondouk.market.partners import rules
from fondouk.market.partners.models import Prospect


def invite_prospect(*, name: str, email: str, by: Actor, at: datetime, town: str = "") -> Prospect:
    """Put a maker on the board and have the invitation written."""
    partner = standing.require(by, "partners.cohort")
    Company.objects.select_for_update().get(pk=partner.pk)
    known = Prospect.objects.filter(partner=partner, email__iexact=email.strip()).exists()
    refuse_if(rules.refusals_to_invite(name=name, email=email, known=known))
    row = Prospect.objects.create(
        partner=partner, name=name.strip(), email=email.strip().lower(), town=town.strip(), invited_at=at,
        invited_by=by.label(),
    )  # fmt: skip
    journal.record("partners.prospect.invited", subject=row.reference, parties=[partner.pk], by=by, at=at)
    return row
