"""Morocco's pavilion in the demo: the agreement both sides signed, the page, its collections and missions."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from fondouk.doors.demo import reading
from fondouk.doors.demo.companies import Register
from fondouk.market.agencies import commands as agencies
from fondouk.market.discovery import queries as discovery
from fondouk.market.pavilions import commands

AGENCY = "office-atlas-export"
LANGUAGES = ("en", "fr", "ar")


def open_morocco(register: Register, operator: str, *, at: datetime) -> None:
    """Sign the agreement two months ago, write the page, put the collections together, announce two missions."""
    agency, operating = register.owner(AGENCY), register.owner(operator)
    begins = _first_of_month(at.date() - timedelta(days=50))
    signed_at = at - timedelta(days=60)
    agreement = agencies.propose_agreement(
        agency=register.companies[AGENCY], country="MA", from_on=begins,
        until_on=begins.replace(year=begins.year + 2) - timedelta(days=1), by=operating, at=signed_at,
    )  # fmt: skip
    agencies.sign_agreement(agreement=agreement.reference, by=agency, at=signed_at)
    agencies.sign_agreement(agreement=agreement.reference, by=operating, at=signed_at)
    written = reading.document("pavilion.toml")
    page = commands.open_pavilion(
        country="MA", slug="morocco", texts=_texts(written["page"], "lead"),
        regions={code: dict(zip(LANGUAGES, texts, strict=True)) for code, texts in written["regions"].items()},
        by=agency, at=at - timedelta(days=40),
    )  # fmt: skip
    for position, (slug, one) in enumerate(written["collections"].items()):
        commands.arrange_collection(
            pavilion=page.reference, slug=slug, texts=_texts(one, "title", "second"), products=_products(one),
            position=position, by=agency, at=at - timedelta(days=9 - position),
        )  # fmt: skip
    for one in written["missions"].values():
        begins = _monday(at.date() + timedelta(days=one["in_days"]))
        commands.announce_mission(
            pavilion=page.reference, texts=_texts(one, "title", "second"), place=one["place"], from_on=begins,
            until_on=begins + timedelta(days=one["days"] - 1), by=agency, at=at - timedelta(days=5),
        )  # fmt: skip


def _products(one: dict[str, Any]) -> list[str]:
    """The first goods of the shelves a collection draws from, one of each supplier where there are enough."""
    found = [
        card
        for shelf in one["shelves"].split()
        for card in discovery.browse(language="en", market="US", category=shelf, limit=24)
    ]
    first = {card.supplier_reference: card for card in reversed(found)}
    rest = [card for card in found if card not in first.values()]
    return [card.reference for card in [*reversed(first.values()), *rest]][:18]


def _texts(one: dict[str, Any], *names: str) -> dict[str, dict[str, str]]:
    """Three texts a name, turned to {language: {name: text}}."""
    return {language: {name: one[name][i] for name in names} for i, language in enumerate(LANGUAGES)}


def _first_of_month(day: date) -> date:
    return day.replace(day=1)


def _monday(day: date) -> date:
    return day + timedelta(days=(7 - day.weekday()) % 7)
