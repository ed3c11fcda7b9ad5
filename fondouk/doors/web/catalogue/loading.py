"""How a quantity loads: the drawing of a 20-foot container, and how full it gets by volume and by weight."""

from __future__ import annotations

from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from fondouk.doors.web import formats
from fondouk.doors.web.catalogue import container
from fondouk.engines.freight import lanes
from fondouk.market.catalogue.publication import Publication
from fondouk.market.catalogue.rules import Cargo, Load


def drawing(found: Publication, load: Load) -> list[container.Shape]:
    """Pallets where the supplier says how many cartons one takes, else the cartons by themselves."""
    return _drawing(found.cargo, load)


@lru_cache(maxsize=1_000)
def _drawing(cargo: Cargo, load: Load) -> list[container.Shape]:
    if not (load.packages and cargo.length_cm and cargo.width_cm and cargo.height_cm):
        return []
    size = (cargo.length_cm, cargo.width_cm, cargo.height_cm)
    if load.pallets and cargo.packages_per_pallet:
        return container.outline() + container.pallets(load.pallets, load.packages, cargo.packages_per_pallet, size)
    return container.outline(places=False) + container.cartons(load.packages, size)


def loading(found: Publication, load: Load, country: str) -> Markup:
    """Packages, pallets, and how full a container gets, in a sentence or two."""
    cargo = found.cargo
    if not load.packages or not cargo.units_per_package:
        return Markup()
    sentence = ngettext("%(packages)s package of %(each)s.", "%(packages)s packages of %(each)s.", load.packages)
    said = formats.filled(
        sentence, packages=formats.number(load.packages), each=formats.quantity(cargo.units_per_package, found.unit)
    )
    if load.pallets and load.pallets <= container.ROWS * container.COLUMNS:
        on = ngettext(
            "%(count)s pallet shares a 20′ container.", "%(count)s pallets share a 20′ container.", load.pallets
        )
        said += Markup(" ") + formats.filled(on, count=formats.number(load.pallets))
    return said + _filling(load, country)


def _filling(load: Load, country: str) -> Markup:
    """How full a 20-foot container gets by volume and by weight, and how many are needed."""
    if not load.gross_kg or not load.volume_m3:
        return Markup()
    full = lanes.container_load("FCL20", load.gross_kg, load.volume_m3, country)
    if full.containers > 1:
        said = ngettext(
            "It takes %(count)s container of 20′: %(binds)s fills it first.",
            "It takes %(count)s containers of 20′: %(binds)s fills them first.",
            full.containers,
        )
        binds = _("weight") if full.binds == "weight" else _("volume")
        return Markup(" ") + formats.filled(said, count=formats.number(full.containers), binds=binds)
    said = _("A 20′ container is filled to %(volume)s by volume and to %(weight)s by the weight its roads allow.")
    return Markup(" ") + formats.filled(
        said, volume=formats.percent(round(full.share_volume, 3)), weight=formats.percent(round(full.share_weight, 3))
    )
