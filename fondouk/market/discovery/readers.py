"""What discovery does on others' news: it makes the listings concerned again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from fondouk.engines.events.journal import News
from fondouk.kit.actor import Actor
from fondouk.market.discovery import commands

NAME = "discovery"
INDEXER = "indexer"
FRONTS = "supplier_fronts"
WANTS = ("catalogue.product.", "catalogue.storefront.", "companies.evidence.", "companies.company.", "reference.load.")
FRONTS_WANTS = ("discovery.listing.changed", "catalogue.storefront.", "companies.evidence.", "companies.company.")
_OF_A_COMPANY = ("catalogue.storefront.", "companies.")


def read(news: Sequence[News], *, at: datetime) -> None:
    """Refresh the products named, and all products of the companies whose facts changed."""
    by = Actor.system("discovery")
    products = {one.subject for one in news if one.name.startswith("catalogue.product.")}
    others = {party for one in news if one.name.startswith(_OF_A_COMPANY) for party in one.parties}
    for one in (one for one in news if one.name.startswith("reference.load.")):
        commands.mark_stale(table=one.data.get("table", ""), touches=one.data.get("touches", []), by=by, at=at)
    if products:
        commands.refresh(products=products, by=by, at=at)
    if others:
        commands.refresh_suppliers(suppliers=others, by=by, at=at)


def read_fronts(news: Sequence[News], *, at: datetime) -> None:
    """Refresh the suppliers whose goods, storefront or facts changed."""
    suppliers = {party for one in news for party in one.parties}
    if suppliers:
        commands.refresh_fronts(suppliers=suppliers, by=Actor.system("discovery"), at=at)


READERS = {NAME: read, FRONTS: read_fronts}
