"""The tokens keep their contrast, light and dark, on the grounds they stand on."""

import re
from itertools import product

import pytest

from fondouk.doors.web import assets

TEXT, EDGE = 4.5, 3.0


def tokens() -> dict[str, dict[str, str]]:
    text = (assets.PARTS / "01-tokens.css").read_text()
    light, dark = text.split("@media (prefers-color-scheme: dark)")
    found = {"light": dict(re.findall(r"--([\w-]+): (#[0-9A-Fa-f]{6})", light))}
    found["dark"] = found["light"] | dict(re.findall(r"--([\w-]+): (#[0-9A-Fa-f]{6})", dark))
    return found


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


GROUNDS = ("ground", "surface", "sunk")
PAIRS = [
    *((text, ground, TEXT) for text, ground in product(("ink", "ink-2", "ink-3", "blue", "saffron-ink"), GROUNDS)),
    ("blue-deep", "blue-tint", TEXT), ("ink-3", "blue-tint", TEXT), ("ink-2", "blue-tint", TEXT),
    ("saffron-text", "saffron-tint", TEXT), ("mint-text", "mint-tint", TEXT), ("terra-text", "terra-tint", TEXT),
    ("terra-text", "surface", TEXT), ("terra-text", "ground", TEXT), ("mint-text", "ground", TEXT),
    ("on-button", "button", TEXT), ("on-button", "button-over", TEXT),
    ("on-pavilion", "pavilion", TEXT), ("on-pavilion-2", "pavilion", TEXT),
    ("on-map-light", "map-0", TEXT), ("on-map-light", "map-1", TEXT), ("on-map-light", "map-2", TEXT),
    ("on-map-deep", "map-3", TEXT), ("on-map-deepest", "map-4", TEXT),
    ("edge", "ground", EDGE), ("edge", "surface", EDGE), ("blue", "surface", EDGE), ("terra", "surface", EDGE),
    ("mint", "ground", EDGE), ("terra", "ground", EDGE),
]  # fmt: skip


@pytest.mark.parametrize(("front", "back", "least"), PAIRS, ids=lambda value: str(value))
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(scheme, front, back, least):
    colours = tokens()[scheme]
    assert contrast(colours[front], colours[back]) >= least, round(contrast(colours[front], colours[back]), 2)
