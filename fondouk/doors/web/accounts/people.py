"""Admit people in bulk, with a verified address: for the demo and for an operator's own import."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from fondouk.kit.actor import Actor
from fondouk.market.companies import commands


def admit(people: Iterable[Mapping[str, str]], *, password: str, by: Actor, at: datetime) -> dict[str, str]:
    """Rows of {email, name, language, destination, reference?}; returns e-mail → reference. One hash for all.

    The caller opens the transaction. Addresses already known are left as they are.
    """
    made = commands.admit_people(people=list(people), password_hash=make_password(password), by=by, at=at)
    EmailAddress.objects.bulk_create(
        (EmailAddress(user_id=key, email=email, verified=True, primary=True) for email, (key, _) in made.items()),
        ignore_conflicts=True,
    )
    return {email: reference for email, (_, reference) in made.items()}
