"""What README and the walk say of the demo is so: people, password, how many makers and products."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fondouk.doors.demo import people, reading
from fondouk.doors.demo.variants import forms

PROJECT = Path(__file__).resolve().parents[3]


def read(name: str) -> str:
    """A document of the project."""
    return (PROJECT / name).read_text(encoding="utf-8")


def test_the_walk_names_people_who_can_sign_in() -> None:
    walk = read("docs/walk.md")
    named = set(re.findall(r"[a-z]+@[a-z]+\.example", walk))
    assert named <= {one.email for one in people.PEOPLE}
    assert len(named) >= 5
    assert people.PASSWORD in walk


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md"])
def test_the_figures_are_those_of_the_content(name: str) -> None:
    text = read(name)
    assert f"{len(reading.suppliers())} makers" in text
    if name == "README.md":
        assert f"{len(forms())} products" in text
    else:
        assert f"{len(reading.products())} products written by hand" in text


def test_pictures_in_the_readme_are_there() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", read("README.md"))
    assert len(pictures) == 2
    assert all((PROJECT / picture).stat().st_size < 200_000 for picture in pictures)
