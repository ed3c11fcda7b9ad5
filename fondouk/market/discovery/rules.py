"""What places a product in a result and on which shelves: plain arithmetic and thresholds, the same for everybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from math import log10

from fondouk.kit.refusal import Refusal, sentence

MINIMUM_STEPS = {"under-1000": 1_000_00, "under-5000": 5_000_00}
"""Tag → value of the minimum order in US cents below which it stands."""
LEAD_STEPS = {"ready": 3, "within-14": 14, "within-30": 30}
"""Tag → days within which the goods leave."""
PALLET = "one-pallet"
SAVED_MAX = 50
NAME_LENGTH_MAX = 120
QUERY_LENGTH_MAX = 1000
PRODUCTS_MAX = 500
NOTE_LENGTH_MAX = 500


class Alert(StrEnum):
    """When a saved search tells its owner of new products."""

    NONE = "NONE"
    INSTANT = "INSTANT"
    DAILY = "DAILY"


WEIGHTS: Mapping[str, float] = {
    "base": 0.75,
    "readiness": 0.25,
    "identity": 0.08,
    "accredited": 0.06,
    "shipped": 0.12,
    "answers": 0.06,
    "fresh": 0.03,
}
"""What a product's place is made of beside the words asked for. It is published, and nothing of it can be bought."""


def weight_parts(
    *, readiness: int, identity: bool, accredited: bool, shipped: int, response_minutes: int | None, age_days: int
) -> dict[str, float]:
    """Each part of the weight, by name: `readiness` 0 to 100, `shipped` orders, median minutes to a first answer."""
    answers = (
        0.0
        if response_minutes is None
        else 1.0
        if response_minutes <= 240
        else 0.5
        if response_minutes <= 1440
        else 0.0
    )
    shares = {
        "base": 1.0,
        "readiness": readiness / 100,
        "identity": float(identity),
        "accredited": float(accredited),
        "shipped": min(log10(1 + shipped) / 2, 1.0),
        "answers": answers,
        "fresh": 1.0 if age_days <= 30 else 0.0,
    }
    return {name: round(WEIGHTS[name] * share, 4) for name, share in shares.items()}


def minimum_tags(*, value_cents: int | None, minimum: Decimal, pallet: Decimal | None) -> tuple[str, ...]:
    """Shelves of the minimum order: below a value, not above one pallet."""
    below = [tag for tag, step in MINIMUM_STEPS.items() if value_cents is not None and value_cents < step]
    return (*below, *([PALLET] if pallet is not None and minimum <= pallet else []))


def lead_tags(*, days: int | None, minimum: Decimal, in_stock: Decimal | None) -> tuple[str, ...]:
    """Shelves of the lead time; what lies in stock for a minimum order is ready."""
    waits = 0 if in_stock is not None and in_stock >= minimum else days
    return () if waits is None else tuple(tag for tag, step in LEAD_STEPS.items() if waits <= step)


def claims_preference(statuses: Mapping[str, str], market: str, currency: str) -> bool | None:
    """Whether the supplier claims a preference there: None where nothing is said, so that both columns are shown."""
    here = [market, *(["EU"] if currency == "EUR" else [])]
    said = [status for agreement, status in statuses.items() if agreement.split("-")[0] in here]
    if not said or said[0] == "UNKNOWN":
        return None
    return said[0] != "NONE"


def refusal_to_save(*, name: str, query: str, kept: int) -> Refusal | None:
    """Why a search cannot be saved, or None."""
    if not query.strip() or len(query) > QUERY_LENGTH_MAX:
        return Refusal("search.empty", sentence("Search for something or choose a filter first, then save the search."))
    if len(name) > NAME_LENGTH_MAX:
        return Refusal("search.name", sentence("Give the search a name of at most 120 letters."), field="name")
    if kept >= SAVED_MAX:
        return Refusal("search.many", sentence("You keep 50 searches. Remove one, then save this one."))
    return None


def refusal_to_keep(*, note: str, kept: int) -> Refusal | None:
    """Why a product cannot be kept in the list, or None."""
    if len(note) > NOTE_LENGTH_MAX:
        return Refusal("saved.note", sentence("A note has at most 500 letters."), field="note")
    if kept >= PRODUCTS_MAX:
        return Refusal("saved.many", sentence("You keep 500 products. Remove one, then save this one."))
    return None


def age_days(published: date, today: date) -> int:
    """Days since a product was first shown."""
    return max((today - published).days, 0)


def first(texts: Mapping[str, str], languages: Sequence[str]) -> str:
    """The text in the first of the languages there is."""
    return next((texts[language] for language in languages if texts.get(language)), "")
