"""`/compare/?p=…&p=…`: up to four products side by side; the address says all of it, so it can be sent to anybody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe
from markupsafe import Markup

from fondouk.doors import clock
from fondouk.doors.web import formats
from fondouk.doors.web.catalogue import words
from fondouk.doors.web.fields import at
from fondouk.doors.web.request import Request
from fondouk.doors.web.search import compared
from fondouk.doors.web.shell import render
from fondouk.engines.places import gazetteer
from fondouk.kit.quantity import plain
from fondouk.market.catalogue import queries as catalogue

COMPARED_MAX = 4
SAID_MAX = 40
QUANTITY_MAX = Decimal(10_000_000)
_REFERENCE = re.compile(r"PRD-[0-9A-Z]{4}-[0-9A-Z]{4}")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the address asks for: products in order, those past the fourth, the quantity, differences only."""

    references: tuple[str, ...]
    refused: int
    quantity: Decimal | None
    typed: str
    only: bool

    def address(self, **changes: Any) -> str:
        """The same comparison with something changed, as a query."""
        values: dict[str, Any] = {"references": self.references, "quantity": self.typed, "only": self.only} | changes
        pairs = [("p", one) for one in values["references"]]
        pairs += [("quantity", values["quantity"])] if values["quantity"] else []
        return "?" + urlencode(pairs + ([("only", "differences")] if values["only"] else []))

    def without(self, reference: str) -> str:
        """The comparison with one product less."""
        return self.address(references=tuple(one for one in self.references if one != reference))


def chosen(parameters: QueryDict) -> tuple[str, ...]:
    """The products an address names by `p`, each once, in its order; what is no reference is left out."""
    said = [part.strip().upper() for value in parameters.getlist("p")[:SAID_MAX] for part in value[:500].split(",")]
    return tuple(dict.fromkeys(one for one in said if _REFERENCE.fullmatch(one)))[:SAID_MAX]


def read(parameters: QueryDict) -> Comparison:
    """The comparison an address asks for; any address asks for one."""
    found, quantity = chosen(parameters), _quantity(parameters.get("quantity", ""))
    kept = found[:COMPARED_MAX]
    typed = plain(quantity) if quantity is not None else ""
    return Comparison(kept, len(found) - len(kept), quantity, typed, parameters.get("only") == "differences")


def _quantity(text: str) -> Decimal | None:
    try:
        asked = Decimal(text[:40].replace(",", ".").strip())
    except InvalidOperation:
        return None
    return asked if asked.is_finite() and 0 < asked <= QUANTITY_MAX else None


@require_safe
def compare(request: Request) -> HttpResponse:
    """The page."""
    asked, on = read(request.GET), clock.now().date()
    to = request.destination
    market = gazetteer.market_for(to.code) or gazetteer.markets()[0]
    found = {one.reference: one for one in _published(asked.references)}
    products = [found[reference] for reference in asked.references if reference in found]
    port = to.code if len(to.code) == 5 else ""
    columns = compared.columns(products, asked.quantity, market=market.code, port=port, on=on) if products else []
    parts = compared.parts(columns, market.code) if columns else []
    unit = compared.shared_unit(products) if products else None
    context = {
        "compared": asked, "columns": columns, "parts": _shown(parts, only=asked.only), "unit": unit,
        "differences": sum(row.differs for part in parts for row in part.rows),
        "kept": tuple(one.reference for one in products), "places_left": COMPARED_MAX - len(products),
        "typed": asked.typed or (plain(columns[0].quantity) if unit and columns and columns[0].quantity else ""),
        "remarks": _remarks(asked, products, columns), "market": market, "plain": plain,
        "share": settings.SITE_URL + at("/compare/") + asked.address(),
    }  # fmt: skip
    return render(request, "search/compare.html", context)


def _published(references: Sequence[str]) -> list[Any]:
    return catalogue.publications(references=references, on=clock.now().date()) if references else []


def _shown(parts: Sequence[compared.Part], *, only: bool) -> list[compared.Part]:
    if not only:
        return list(parts)
    kept = [compared.Part(part.title, tuple(row for row in part.rows if row.differs)) for part in parts]
    return [part for part in kept if part.rows]


def _remarks(asked: Comparison, products: Sequence[Any], columns: Sequence[compared.Column]) -> list[Markup]:
    """What the reader must know before reading the table, in sentences."""
    said: list[Markup] = []
    if asked.refused:
        said.append(formats.filled(ngettext(
            "Four products can be compared at a time; %(count)s more was left out. Remove one to add another.",
            "Four products can be compared at a time; %(count)s more were left out. Remove one to add another.",
            asked.refused), count=formats.number(asked.refused)))  # fmt: skip
    gone = len(asked.references) - len(products)
    if gone:
        said.append(formats.filled(ngettext(
            "%(count)s product of this address is no longer offered.",
            "%(count)s products of this address are no longer offered.",
            gone), count=formats.number(gone)))  # fmt: skip
    if len(products) > 1 and compared.shared_unit(products) is None:
        said.append(formats.filled(
            _("These goods are sold by different units, so that their costs per unit cannot be ranked.")))  # fmt: skip
    return said + _raised(asked, columns)


def _raised(asked: Comparison, columns: Sequence[compared.Column]) -> list[Markup]:
    """Products whose minimum or step does not allow the quantity typed."""
    return [
        formats.filled(
            _("%(product)s cannot be ordered in that quantity; its cost is for %(quantity)s."),
            product=formats.bdi(one.product.text(words.language()).title),
            quantity=formats.quantity(one.quantity, one.product.unit),
        )
        for one in columns
        if asked.quantity is not None and one.quantity is not None and one.quantity != asked.quantity
    ]
