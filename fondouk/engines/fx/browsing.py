"""Exchange rates as people browse them: the latest of each source, and one pair over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fondouk.engines.fx.models import Rate


@dataclass(frozen=True, slots=True)
class Published:
    """1 `base` = `rate` `currency`, as a source published it on a day; `load` brought it."""

    source: str
    base: str
    currency: str
    on: date
    rate: Decimal
    official: bool
    load: str


_COLUMNS = ("source", "base", "currency", "on", "rate", "official", "load")


def latest(on: date) -> tuple[Published, ...]:
    """The latest figure of each source and pair as of a day."""
    rows = Rate.objects.filter(superseded_by="", on__lte=on).order_by("base", "currency", "source", "-on")
    return tuple(Published(*one) for one in rows.distinct("base", "currency", "source").values_list(*_COLUMNS))


def history(base: str, currency: str, *, limit: int = 90) -> tuple[Published, ...]:
    """One pair as published, the newest first."""
    rows = Rate.objects.filter(superseded_by="", base=base, currency=currency).order_by("-on", "source")
    return tuple(Published(*one) for one in rows.values_list(*_COLUMNS)[:limit])
