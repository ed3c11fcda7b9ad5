"""Places: the short list is consistent, and names come in three languages."""

from __future__ import annotations

import pytest

from fondouk.engines.places import gazetteer
from fondouk.engines.places.imported import degrees


def test_morocco_has_twelve_regions_with_their_capitals() -> None:
    assert len(gazetteer.regions("MA")) == 12
    for region in gazetteer.regions("MA"):
        capital = gazetteer.place(region.capital)
        assert capital is not None
        assert capital.region == region.code


def test_every_region_has_a_town_of_its_own() -> None:
    assert {place.region for place in gazetteer.places("MA")} == {region.code for region in gazetteer.regions("MA")}


@pytest.mark.parametrize("place", gazetteer.places(), ids=lambda place: place.code)
def test_the_port_of_a_place_is_a_port(place: gazetteer.Place) -> None:
    port = gazetteer.place(place.port)
    assert port is not None
    assert "port" in port.kinds
    assert all(place.names)


def test_markets_have_slots_of_their_own_and_a_port() -> None:
    markets = gazetteer.markets()
    assert len({market.slot for market in markets}) == len(markets) <= 8
    for market in markets:
        port = gazetteer.place(market.default_port)
        assert port is not None
        assert port.country == market.country


@pytest.mark.parametrize(("to", "market"), [("US", "US"), ("USCHI", "US"), ("camtr", "CA"), ("JP", None), ("", None)])
def test_a_destination_belongs_to_a_market(to: str, market: str | None) -> None:
    found = gazetteer.market_for(to)
    assert (found.code if found else None) == market


def test_names_follow_the_reader() -> None:
    fez = gazetteer.place("MAFEZ")
    assert fez is not None
    assert [fez.name(language) for language in ("en", "fr-CA", "ar", "de")] == ["Fès", "Fès", "فاس", "Fès"]
    assert gazetteer.country_name("MA", "ar") == "المغرب"


@pytest.mark.parametrize("text", ["MATRD", "MA TRD", "Taroudant", " taroudant ", "تارودانت"])
def test_a_place_is_found_by_code_or_by_name(text: str) -> None:
    found = gazetteer.place_named(text)
    assert found is not None
    assert found.code == "MATRD"


def test_coordinates() -> None:
    assert degrees("4042N 07400W") == (40.7, -74.0)
    assert degrees("") == (None, None)
