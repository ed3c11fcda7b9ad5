"""The operator's dated figures: fees and days an order freezes when it is signed, and how short a receipt may be."""

from __future__ import annotations

from datetime import date, datetime

from fondouk.engines.events import journal
from fondouk.kit.actor import Actor
from fondouk.kit.money import Money
from fondouk.kit.refusal import Refusal, Refused, sentence
from fondouk.market.companies import standing
from fondouk.market.orders.models import TermsInForce, Tolerance


def set_terms(
    *, valid_from: date, fee_basis_points: int, pay_days: int, inspection_days: int, claim_days: int, source: str,
    by: Actor, at: datetime,
) -> None:  # fmt: skip
    """Figures that hold from a day on; orders signed before keep theirs. Setting a day again rewrites it."""
    company = standing.require(by, "treasury.approve")
    _need_source(source)
    TermsInForce.objects.update_or_create(
        valid_from=valid_from,
        defaults={
            "fee_basis_points": fee_basis_points, "pay_days": pay_days, "inspection_days": inspection_days,
            "claim_days": claim_days, "source": source.strip(),
        },
    )  # fmt: skip
    journal.record("orders.terms.set", subject=valid_from.isoformat(), parties=[company.pk], by=by, at=at)


def set_tolerance(*, valid_from: date, money: Money, source: str, by: Actor, at: datetime) -> None:
    """From a day on, a receipt in this currency may be short by so much: what banks keep on the way."""
    company = standing.require(by, "treasury.approve")
    _need_source(source)
    Tolerance.objects.update_or_create(
        currency=money.currency, valid_from=valid_from,
        defaults={"amount_minor": money.amount_minor, "source": source.strip()},
    )  # fmt: skip
    journal.record("orders.tolerance.set", subject=money.currency, parties=[company.pk], by=by, at=at)


def _need_source(source: str) -> None:
    if not source.strip():
        raise Refused(Refusal("terms.source", sentence("Say where these figures were decided."), field="source"))
