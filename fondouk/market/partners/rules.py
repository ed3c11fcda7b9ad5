"""Stages of a partner's cohort, from the first call to the first order. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fondouk.kit.refusal import Refusal, sentence


class Stage(StrEnum):
    """How far a supplier has come; each is read from facts, nobody sets it."""

    INVITED = "INVITED"
    MANDATED = "MANDATED"
    VERIFIED = "VERIFIED"
    STOREFRONT = "STOREFRONT"
    LIVE = "LIVE"
    FIRST_INQUIRY = "FIRST_INQUIRY"
    FIRST_ORDER = "FIRST_ORDER"


STAGES = [
    (Stage.INVITED.value, sentence("Invited")),
    (Stage.MANDATED.value, sentence("Mandate given")),
    (Stage.VERIFIED.value, sentence("Identity checked")),
    (Stage.STOREFRONT.value, sentence("Storefront open")),
    (Stage.LIVE.value, sentence("Products published")),
    (Stage.FIRST_INQUIRY.value, sentence("First inquiry")),
    (Stage.FIRST_ORDER.value, sentence("First order")),
]


@dataclass(frozen=True, slots=True)
class Progress:
    """What is true of one supplier."""

    verified: bool = False
    storefront_open: bool = False
    products: int = 0
    inquiries: int = 0
    orders: int = 0


def stage_of(progress: Progress) -> Stage:
    """The furthest stage reached; a later fact counts even if an earlier one is missing."""
    reached = [
        (progress.orders > 0, Stage.FIRST_ORDER),
        (progress.inquiries > 0, Stage.FIRST_INQUIRY),
        (progress.products > 0, Stage.LIVE),
        (progress.storefront_open, Stage.STOREFRONT),
        (progress.verified, Stage.VERIFIED),
    ]
    return next((stage for true, stage in reached if true), Stage.MANDATED)


def refusals_to_invite(*, name: str, email: str, known: bool) -> list[Refusal]:
    """What is wrong with a prospect."""
    found = []
    if not name.strip():
        found.append(Refusal("prospect.name", sentence("Enter the name of the company."), field="name"))
    if "@" not in email:
        found.append(Refusal("prospect.email", sentence("Enter an e-mail address."), field="email"))
    if known:
        found.append(Refusal("prospect.known", sentence("This company is already on your board."), field="email"))
    return found
