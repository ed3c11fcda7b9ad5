"""Every product gets a picture of its own, made again exactly, light enough for a thin line."""

import gzip
import re
from pathlib import Path

import pytest
from lxml import etree

from fondouk.doors.demo.artwork import draw

GOODS = sorted({id(thing.draw): name for name, thing in draw.THINGS.items()}.values())
BYTES_MAX = 6_000
CONTENT = Path(draw.__file__).parent.parent / "content"


@pytest.mark.parametrize("kind", GOODS)
def test_a_drawing_is_light_well_formed_and_repeatable(kind):
    svg = draw.picture(kind, palette="rose", seed="PRD-1", variant=3)
    assert svg == draw.picture(kind, palette="rose", seed="PRD-1", variant=3)
    assert len(gzip.compress(svg.encode())) <= BYTES_MAX
    root = etree.fromstring(svg.encode())
    assert root.get("viewBox") == "0 0 400 300"
    assert not root.xpath("//*[local-name()='script' or @style or @onload]")


def test_six_hundred_products_have_six_hundred_pictures():
    kinds = draw.drawable()
    made = {
        draw.picture(kinds[n % 40], palette=draw.PALETTES[n % 10], seed=f"PRD-{n}", variant=n // 40) for n in range(600)
    }
    assert len(made) == 600


def test_variants_differ_in_more_than_their_place():
    shades = {draw.picture("rug", palette="sand", seed=1, variant=n).count("#D7A03F") for n in range(6)}
    assert len(shades) > 1


def test_an_unknown_thing_is_still_drawn():
    assert "<svg" in draw.picture("unheard_of", palette="nowhere", seed=1)


def test_seals_and_covers_follow_their_seed():
    assert draw.seal("a") == draw.seal("a")
    assert len({draw.seal(n) for n in range(60)}) > 30
    assert 'viewBox="-143 0 686 300"' in draw.cover("press", palette="amber", seed=1)


def test_everything_the_demo_sells_can_be_drawn():
    wanted = set()
    for file in CONTENT.rglob("*.toml"):
        wanted |= set(re.findall(r'picture = "(\w+) \w+"', file.read_text(encoding="utf-8")))
    assert wanted
    assert wanted <= set(draw.drawable())
