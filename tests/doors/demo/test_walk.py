"""docs/walk.md speaks of what is there: its buttons, its people, its pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.urls import Resolver404, resolve
from django.utils import translation

from fondouk.doors.demo.people import everybody

ROOT = Path(__file__).resolve().parents[3]
WALK = (ROOT / "docs" / "walk.md").read_text(encoding="utf-8")
TEMPLATES = ROOT / "fondouk" / "doors" / "web"
#: Bold in the walk and no word of a page: who acts, and what a page takes from the data.
NAMES = {
    "Dana", "Khadija", "Salma", "Omar", "Samir", "Rif Inspection", "Everybody's password is `caravane-2026`.",
    "Organic argan oil, cold-pressed, cosmetic grade, 25 kg jerrycan",
}  # fmt: skip
FILLED = {"ORD-…": "ORD-1234-5678", "INQ-…": "INQ-1234-5678"}


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("'", "’")


def said() -> str:
    """All words of templates and views."""
    files = [*TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.py")]
    return flat(" ".join(path.read_text(encoding="utf-8") for path in files))


def test_each_button_of_the_walk_is_on_a_page() -> None:
    quoted = {flat(one) for one in re.findall(r"\*\*(.+?)\*\*", WALK, re.S)} - {flat(one) for one in NAMES}
    words = said()
    missing = sorted(one for one in quoted if f'"{one}"' not in words and f"\u2018{one}\u2019" not in words)
    assert len(quoted) > 20
    assert not missing


def test_each_person_of_the_walk_can_sign_in() -> None:
    known = {one.email for one in everybody()}
    assert set(re.findall(r"[a-z]+@[a-z.]+\.example", WALK)) <= known


@pytest.mark.parametrize("address", sorted(set(re.findall(r"`(/(?:en|fr|ar)/[^`]*)`", WALK))))
def test_each_address_of_the_walk_leads_somewhere(address: str) -> None:
    path = address.split("?")[0]
    for part, reference in FILLED.items():
        path = path.replace(part, reference)
    if path.count("/") > 2:  # `/fr/` alone is how to read in another language
        with translation.override(path[1:3]):
            try:
                resolve(path)
            except Resolver404:
                pytest.fail(f"{address} leads nowhere")
