"""Every route × who asks: an unlisted route fails, and nobody reaches what is not theirs.

A route is public by being named in `PUBLIC`; every other one carries a guard (`access.may`, `access.signed_in`, or a
side's view of a trade) whose permission belongs to the area the route is mounted in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from fondouk.market.companies import roles
from fondouk.market.companies.models import Person
from fondouk.market.companies.rules import Capacity
from tests import trade
from tests.cast import Cast, member, person

#: Pages anybody may open, and the sign-in library's own, which guard themselves.
PUBLIC = {
    "home", "trust", "search", "search_suggestions", "categories", "category", "product", "product_csv", "storefront",
    "storefront_qr", "pavilions", "pavilion", "collection", "media", "livez", "readyz", "account_invitation",
    "account_demo", "notifications_count", "landed_cost", "landed_cost_json", "landed_cost_csv",
    "landed_cost_schema", "compare", "seen_removal", "suppliers", "robots", "sitemap", "sitemap_pages",
    "sitemap_products", "search_stop", "theme",
}  # fmt: skip
LIBRARY = ("allauth.", "django.")
AREAS = {
    "buy": {Capacity.BUYER},
    "sell": {Capacity.SUPPLIER},
    "partner": {Capacity.PARTNER},
    "agency": {Capacity.AGENCY},
    "desk": {Capacity.OPERATOR},
    "forward": {Capacity.FORWARDER, Capacity.INSPECTOR},
}
SIDE = "a side's view"
MALFORMED = ("ZZZ-0000-0000", "'<b>" + "x" * 300, "%00")


@dataclass(frozen=True)
class Route:
    """One pattern of the URL configuration, in English."""

    path: str
    name: str
    guard: str | None
    module: str
    kwargs: tuple[str, ...]

    @property
    def area(self) -> str:
        """The first part after the language."""
        return self.path.split("/")[1] if self.path.startswith("en/") and self.path.count("/") > 1 else ""

    @property
    def is_library(self) -> bool:
        """Whether the view is the sign-in library's."""
        return self.module.startswith(LIBRARY)

    def address(self, value: str) -> str:
        """The path with every argument set to `value`."""
        parts = [value if part.startswith("<") or "<" in part else part for part in self.path.split("/")]
        return "/" + "/".join(parts)


def _walk(resolver: URLResolver, prefix: str = "") -> Iterator[Route]:
    for one in resolver.url_patterns:
        path = prefix + str(one.pattern)
        if isinstance(one, URLPattern):
            kwargs = tuple(getattr(one.pattern, "converters", {}))
            yield Route(path, one.name or "", getattr(one.callback, "guard", None), one.callback.__module__, kwargs)
        else:
            yield from _walk(one, path)


ROUTES = list(_walk(get_resolver()))
GUARDED = [route for route in ROUTES if route.guard is not None and not route.is_library]


def client_of(who: Person) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(who)
    return client


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.path)
def test_every_route_is_placed(route: Route) -> None:
    assert route.name, "a route has a name"
    if route.is_library or route.name in PUBLIC:
        assert route.guard is None
        return
    assert route.guard is not None, f"{route.path} has no guard: decorate its view, or name it in PUBLIC"
    if route.area in AREAS and route.guard not in {SIDE, "signed in"}:
        assert roles.PERMISSIONS[route.guard].capacities & AREAS[route.area], f"{route.guard} is not of /{route.area}/"
    if route.area in AREAS:
        assert route.guard != "signed in", f"{route.path} needs a permission of its area"


def test_names_are_given_once() -> None:
    names = [route.name for route in ROUTES]
    assert sorted(names) == sorted(set(names))


def _ask(client: Client, address: str) -> int:
    """The status of a GET, or of a POST where only that is allowed."""
    status = client.get(address).status_code
    return client.post(address).status_code if status == 405 else status


@pytest.mark.django_db
def test_nobody_is_led_to_the_sign_in_page() -> None:
    client = Client(raise_request_exception=False)
    wrong = []
    for route in GUARDED:
        for answer in (client.get(route.address("ZZZ-1")), client.post(route.address("ZZZ-1"))):
            led = answer.status_code == 302 and "/account/login/" in answer["Location"]
            if not led and answer.status_code != 405:
                wrong.append((route.name, answer.status_code))
    assert wrong == []


def test_areas_do_not_exist_for_other_companies(cast: Cast) -> None:
    wrong = []
    for name, party in cast.parties().items():
        client = client_of(party.owner)
        for route in GUARDED:
            if route.area in AREAS and not AREAS[route.area] & set(party.company.capacities):
                status = _ask(client, route.address("ZZZ-1"))
                if status != 404:
                    wrong.append((name, route.name, status))
    assert wrong == []


def test_a_person_without_a_company_reaches_no_area(cast: Cast) -> None:
    client = client_of(cast.stranger_person)
    areas = [route for route in GUARDED if route.area in AREAS or route.name.startswith("company_")]
    wrong = [
        (route.name, status) for route in areas if (status := _ask(client, route.address("ZZZ-1"))) not in {404, 302}
    ]
    assert wrong == []


def test_a_colleague_without_the_right_is_told_so(cast: Cast) -> None:
    wrong = []
    for capacity, party in _one_of_each(cast).items():
        viewer = person(f"viewer-{capacity}@cast.example", "View Only")
        member(party.company, viewer, "viewer")
        client = client_of(viewer)
        held = roles.permissions_of(party.company.capacities, "viewer")
        for route in GUARDED:
            if route.guard in {SIDE, "signed in"} or not _knows(route, capacity) or route.guard in held:
                continue
            status = _ask(client, route.address("ZZZ-1"))
            if status != 403:
                wrong.append((capacity, route.name, status))
    assert wrong == []


def _one_of_each(cast: Cast) -> dict[str, object]:
    return {
        "supplier": cast.ceramics, "buyer": cast.chicago, "operator": cast.operator, "partner": cast.partner,
        "agency": cast.agency, "inspector": cast.inspector, "forwarder": cast.forwarder,
    }  # fmt: skip


def _knows(route: Route, capacity: str) -> bool:
    if route.area in AREAS and capacity not in AREAS[route.area]:
        return False
    return capacity in roles.PERMISSIONS[str(route.guard)].capacities


@pytest.mark.parametrize("value", MALFORMED)
def test_malformed_and_unknown_references_break_nothing(cast: Cast, value: str) -> None:
    broken = []
    for capacity, party in _one_of_each(cast).items():
        client = client_of(party.owner)
        for route in ROUTES:
            if not route.kwargs or (route.area in AREAS and capacity not in AREAS[route.area]):
                continue
            if route.area not in AREAS and capacity != "supplier":
                continue
            for answer in (client.get(route.address(value)), client.post(route.address(value))):
                if answer.status_code >= 500:
                    broken.append((capacity, route.name, answer.status_code))
    assert broken == []


def test_insiders_posting_nothing_break_nothing(cast: Cast) -> None:
    broken = []
    for capacity, party in _one_of_each(cast).items():
        client = client_of(party.owner)
        for route in GUARDED:
            if route.area in AREAS and capacity in AREAS[route.area] and not route.kwargs:
                status = client.post(route.address("")).status_code
                if status >= 500:
                    broken.append((capacity, route.name, status))
    assert broken == []


def test_a_rival_finds_nothing_of_a_trade(cast: Cast) -> None:
    """Own, counterparty, rival: every route that takes a reference, asked with the real ones of a signed order."""
    order = trade.signed(cast)
    real = {
        "orders": order.reference, "inquiries": order.quotation.inquiry.reference,
        "quotations": order.quotation.reference, "conversations": order.conversation,
    }  # fmt: skip
    rivals = {"sell": cast.rival, "buy": cast.montreal, "account": cast.rival, "forward": cast.inspector}
    wrong = []
    for area, rival in rivals.items():
        client = client_of(rival.owner)
        for route in GUARDED:
            noun = next((one for one in real if f"/{one}/<" in route.path), None)
            if route.area != area or noun is None:
                continue
            status = _ask(client, route.address(real[noun]))
            if status not in {404, 403}:
                wrong.append((area, route.name, status))
    assert wrong == []
