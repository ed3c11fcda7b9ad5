"""The calculator for anyone: goods by words or code, everything editable, every line with its source and date."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fondouk.doors import clock
from fondouk.doors.web import formats
from fondouk.doors.web.catalogue import landed_table
from fondouk.doors.web.catalogue.product import safe_cell
from fondouk.doors.web.catalogue.words import scheme_name
from fondouk.doors.web.landed_cost import asking, codes, facts
from fondouk.doors.web.landed_cost.asking import Asked
from fondouk.doors.web.landed_cost.lane_map import LaneMap, lane_map
from fondouk.doors.web.readiness import words as need_words
from fondouk.doors.web.request import Request
from fondouk.doors.web.shell import render
from fondouk.doors.web.unit_names import unit_name
from fondouk.engines.freight import lanes
from fondouk.engines.landed_cost import estimate
from fondouk.engines.landed_cost.estimate import Estimate, Shipment
from fondouk.engines.places import gazetteer
from fondouk.market.readiness import queries as readiness

MODE_WORDS = ("LCL", "FCL20", "FCL40", "FCL40HC", "air", "courier")


def _asked(request: Request) -> Asked:
    on = clock.now().date()
    return asking.read(request.GET.dict(), to=request.destination.code, on=on)


@require_safe
def calculator(request: Request) -> HttpResponse:
    """The form, and below it the answer or the codes to choose from."""
    asked = _asked(request)
    context: dict[str, Any] = {"asked": asked, "typed": asked.typed, "errors": asked.errors, **_choices(asked)}
    country = asked.typed["port"][:2]
    on = clock.now().date()
    if asked.shipment is not None:
        context |= _answer(asked.shipment)
        context["hints"] = facts.hints(asked.typed, mode=context["estimate"].mode)
        context["needs"] = readiness.of_code(asked.code, country=country, mode=context["estimate"].mode, on=on)
        context |= {"need_words": need_words, "scheme_name": scheme_name}
        if len(asked.code) < 8:
            context["choices"] = codes.under(asked.code, destination=country, on=on)
    elif asked.words:
        context["choices"] = codes.suggestions(asked.words, destination=country, on=on)
    context["link_to"], context["share"] = _links(request), settings.SITE_URL + request.get_full_path()
    response = render(request, "landed_cost/calculator.html", context)
    patch_vary_headers(response, ["Cookie", "Accept-Language"])
    return response


def _links(request: Request) -> Any:
    """The same question with another code."""

    def link(code: str) -> str:
        query = request.GET.copy()
        query["goods"] = code
        return "?" + query.urlencode()

    return link


def _choices(asked: Asked) -> dict[str, Any]:
    ports = [(port.code, f"{port.name(formats.locale_now())} ({port.code})") for market in gazetteer.markets()
             for port in gazetteer.places(market.country) if port.kinds & {"port", "town"}]  # fmt: skip
    origins, loadings = (
        [(place.code, f"{place.name(formats.locale_now())} ({place.code})") for place in gazetteer.places("MA", kind)]
        for kind in (None, "port")
    )
    return {
        "ports": _with(ports, asked.typed["port"]),
        "places": _with([*origins, *ports], asked.typed["place"]),
        "loadings": _with(loadings, asked.typed["loading"]),
        "entries": [
            ("", _("by value")),
            ("formal", _("formal")),
            ("informal", _("informal")),
            ("express_hub", _("express hub")),
        ],
        "on_by": [("", _("nothing: unloaded at its port")), ("truck", _("truck")), ("rail", _("rail"))],
        "additions": _additions(),
        "facts_given": facts.given(asked.typed),
        "incoterms": [(one, one) for one in asking.INCOTERMS],
        "currencies": [(one, one) for one in asking.CURRENCIES],
        "units": [(one, unit_name(one, 3)) for one in asking.UNITS],
        "modes": [("", _("cheapest")), *((one, mode_name(one)) for one in MODE_WORDS)],
    }


def _with(choices: list[tuple[str, str]], typed: str) -> list[tuple[str, str]]:
    """The choices with what was typed among them: an address may name any place of the world."""
    return choices if not typed or typed in dict(choices) else [(typed, typed), *choices]


def _additions() -> list[tuple[str, str]]:
    """What is paid outside the invoice, each in words."""
    words = {
        "packing": _("Packing"), "selling_commission": _("Selling commission"), "royalty": _("Royalties"),
        "assist": _("Moulds, labels, designs you provide"), "later_proceeds": _("Later proceeds to the seller"),
        "buying_commission": _("Buying commission"),
    }  # fmt: skip
    return [(kind, words[kind]) for kind in facts.ADDITIONS]


def mode_name(mode: str) -> str:
    """How goods travel, in words."""
    words = {
        "LCL": _("by sea, shared container (LCL)"),
        "FCL20": _("by sea, 20-foot container"),
        "FCL40": _("by sea, 40-foot container"),
        "FCL40HC": _("by sea, 40-foot high container"),
        "air": _("by air"),
        "courier": _("by courier"),
    }
    return words.get(mode, mode)


def _answer(shipment: Shipment) -> dict[str, Any]:
    on = clock.now().date()
    modes = [] if any(cost.kind == "freight" for cost in shipment.costs) else list(MODE_WORDS)
    both = [shipment, *(replace(shipment, mode=mode) for mode in modes)]
    found, *others = estimate.many(both, on=on)
    line = shipment.lines[0]
    rows = landed_table.rows_of(
        found,
        goods_basis=formats.quantity(line.quantity, line.unit),
        goods_rate=formats.price(line.unit_price, shipment.currency),
        goods_source=formats.bdi(f"{shipment.incoterm} {shipment.place}"),
    )
    return {
        "estimate": found,
        "rows": rows,
        "unit": line.unit,
        "gaps": [landed_table.remark_words(gap) for gap in found.gaps],
        "assumptions": [landed_table.remark_words(one) for one in found.assumptions],
        "by_mode": _by_mode(shipment, modes, others),
        "footprint": estimate.footprint_of(shipment, found),
        "map": _map(shipment, found),
        "break_even": _break_even(shipment, found),
        "mode_words": mode_name(found.mode),
    }


def _map(shipment: Shipment, found: Estimate) -> LaneMap | None:
    """The lane drawn, once its mode is known."""
    start = estimate.loaded_at(shipment)
    return lane_map(start, found.port, found.mode) if start and found.port and found.mode else None


def _break_even(shipment: Shipment, found: Estimate) -> lanes.BreakEven | None:
    """From how much on a container pays on this lane."""
    start, day = estimate.loaded_at(shipment), found.entry_on or clock.now().date()
    return lanes.break_even(lanes.board(), origin=start, destination=found.port, on=day) if start else None


def _cut_offs(shipment: Shipment, found: Estimate) -> dict[str, int | None]:
    """Mode → days before departure by which goods are handed over, of the card the freight is taken from."""
    day = found.entry_on or clock.now().date()
    request = lanes.Request(
        estimate.loaded_at(shipment), found.port, None, shipment.gross_kg, shipment.volume_m3, shipment.containers
    )
    known: dict[str, int | None] = {}
    for one in lanes.board().offers(request, day):
        if one.amount is not None:
            known.setdefault(one.card.mode, one.card.cut_off_days)
    return known


def _by_mode(shipment: Shipment, modes: list[str], found: list[Estimate]) -> list[dict[str, Any]]:
    """Modes whose freight is known, cheapest first."""
    known = [(mode, one) for mode, one in zip(modes, found, strict=True) if _freight(one) is not None]
    ordered = sorted(known, key=lambda pair: pair[1].total_before_recoverable_tax)
    cut_offs = _cut_offs(shipment, ordered[0][1]) if ordered else {}
    return [
        {"mode": mode_name(mode), "code": mode, "freight": _freight(one), "total": one.total_before_recoverable_tax,
         "unit": one.per_unit_before_tax, "days": one.transit_days, "cut_off": cut_offs.get(mode),
         "co2e": estimate.footprint_of(shipment, one)}
        for mode, one in ordered
    ]  # fmt: skip


def _freight(found: Estimate) -> Decimal | None:
    return next((line.amount for line in found.lines if line.kind == "freight" and line.counted), None)


@require_safe
def as_json(request: Request) -> HttpResponse:
    """The answer in the estimate format; 422 with a sentence where the question cannot be read."""
    asked = _asked(request)
    if asked.shipment is None:
        said = asked.errors or {"goods": _("Write a tariff code to get an answer.")}
        return JsonResponse({"error": " ".join(dict.fromkeys(said.values())), "fields": said}, status=422)
    (found,) = estimate.many([asked.shipment], on=clock.now().date())
    return JsonResponse(estimate.answer(asked.shipment, found), json_dumps_params={"ensure_ascii": False, "indent": 1})


@require_safe
def as_csv(request: Request) -> HttpResponse:
    """The lines for a spreadsheet: ISO days, plain figures, no cell that a spreadsheet would run."""
    asked = _asked(request)
    out = io.StringIO()
    table = csv.writer(out)
    names = ("kind", "line", "what", "basis", "rate", "amount", "counted", "certainty", "source", "valid_from",
             "valid_until", "heading", "recoverable")  # fmt: skip
    table.writerow([*names, "currency"])
    if asked.shipment is not None:
        (found,) = estimate.many([asked.shipment], on=clock.now().date())
        said = estimate.as_json(found)
        for line in said["lines"]:
            table.writerow([safe_cell(line[name]) for name in names] + [found.currency])
        if (footprint := estimate.footprint_of(asked.shipment, found)) is not None:
            table.writerow(
                ["co2e_kg", "", _("CO₂e of the main carriage"), footprint.kilometres, footprint.factor.grams_per_tkm,
                 footprint.kilograms, "", "assumption", safe_cell(footprint.factor.source)]
            )  # fmt: skip
        table.writerow(["total", "", _("Known so far"), "", "", str(found.total_known), "", found.certainty])
    response = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="landed-cost.csv"'
    return response


@require_safe
def schema(request: Request) -> HttpResponse:  # noqa: ARG001
    """The JSON Schema of a shipment."""
    return JsonResponse(estimate.schema(), json_dumps_params={"indent": 1})
