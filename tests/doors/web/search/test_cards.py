"""Cards drawn by filling moulds: what a seller wrote stays text, a change is drawn anew, what is saved is pressed."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from django.utils import translation

from fondouk.doors.web import formats
from fondouk.doors.web.search import card_face, cards
from fondouk.market.discovery.queries import Card, Gap, Landed, Photo

HOSTILE = "%(url)s <b>\"100 %s\" & 'x' %"
LANDED = Landed(
    unit=Decimal("12.4"), shipment=Decimal(4960), currency="USD", quantity=Decimal(400), mode="LCL", pallets=1,
    transit_days=(20, 24), certainty="assumed",
)  # fmt: skip
CARD = Card(
    reference="PRD-AAAA-BBBB", title="Argan oil", title_language="en", slug="argan-oil", supplier="Tafrawt",
    supplier_reference="CMP-1", shop="tafrawt", region="Souss-Massa", place="Agadir", price_low=Decimal("9.5"),
    price_high=Decimal("12"), currency="USD", incoterm="FCA", unit="KGM", minimum=Decimal(50), lead_days=(10, 14),
    certificates=("ONSSA", "Halal"), facts={"identity": "2026-01-01", "shipped": 3},
    photo=Photo("/media/a.webp", "/media/a.webp 400w", 400, 300), landed=LANDED, category="argan-oil",
    response_minutes=None, stamp="s1",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _reader() -> Iterator[None]:
    cards._kept.clear()
    with translation.override("en"), formats.towards("US"):
        yield
    cards._kept.clear()


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html)).strip()


def test_a_card_says_all_it_knows() -> None:
    said = text_of(card_face.html(CARD, "en", "h3"))
    for words in ("Argan oil", "Tafrawt · Souss-Massa", "$9.50 – 12.00", "/ kg · FCA Agadir", "Minimum 50 kg",
                  "$12.40 / kg landed at your door", "400 kg · 1 pallet LCL · 30–38 days",
                  "Lead time 10–14 days", "Certificates ONSSA , Halal", "Identity checked",
                  "Shipped 3 orders"):  # fmt: skip
        assert words in said, (words, said)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_what_was_written_stays_text(language: str) -> None:
    hostile = replace(CARD, title=HOSTILE, title_language="en", supplier=HOSTILE, region=HOSTILE, place=HOSTILE,
                      certificates=(HOSTILE,), photo=Photo(HOSTILE, HOSTILE, 1, 1),
                      landed=replace(LANDED, gaps=(Gap("odd", HOSTILE.replace("%", "%%")),)))  # fmt: skip
    with translation.override(language):
        html = card_face.html(hostile, language, "h2")
    assert "<b>&#34;100" not in html
    assert '<b>"' not in html
    assert html.count("%(url)s &lt;b&gt;&#34;100 %s&#34; &amp; &#39;x&#39; %") >= 8
    assert "%(title)s" not in html
    assert "%%(" not in html.replace("%%(url)s &lt;b", "")


def test_every_place_is_filled_whatever_is_missing() -> None:
    bare = replace(CARD, region="", incoterm="", photo=None, landed=None, minimum=None, lead_days=None,
                   certificates=(), facts={}, price_low=None, price_high=None, currency="", unit="")  # fmt: skip
    for language in ("en", "fr", "ar"):
        with translation.override(language):
            for card in (bare, replace(bare, photo=Photo("/a.svg", "", 0, 0)), replace(CARD, title_language="ar")):
                assert "%" not in card_face.html(card, language, "h2").replace("100vw", "")


def test_arabic_isolates_amounts_and_names() -> None:
    with translation.override("ar"):
        html = card_face.html(CARD, "ar", "h3")
    assert '<bdi dir="ltr">FCA</bdi> <bdi>Agadir</bdi>' in html
    assert '<b><bdi dir="ltr">' in html
    assert ' lang="en" dir="auto"' in html


def test_a_change_is_drawn_anew_and_the_old_one_forgotten() -> None:
    first = cards.drawn_from([CARD], "en", "US")[0]
    assert cards.drawn_from([CARD], "en", "US")[0] is first
    again = cards.drawn_from([replace(CARD, title="Other", stamp="s2")], "en", "US")[0]
    assert ">Other</a>" in again.html
    assert len(cards._kept) == 1


def test_what_is_saved_is_pressed_and_the_first_photos_fetched_at_once() -> None:
    plain, pressed = (cards.drawn_from([CARD], "en", "US", saved)[0].html for saved in (frozenset(), {CARD.reference}))
    assert 'aria-pressed="false"' in plain
    assert 'aria-pressed="true" formaction="/en/account/saved/PRD-AAAA-BBBB/removal/"' in pressed
    assert 'fetchpriority="high"' in cards.drawn_from([CARD], "en", "US", eager=1)[0].html


def test_few_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "KEPT_MAX", 3)
    cards.drawn_from([replace(CARD, reference=f"PRD-{n}") for n in range(9)], "en", "US")
    assert [key[0] for key in cards._kept] == ["PRD-6", "PRD-7", "PRD-8"]


def test_the_language_spoken_is_each_threads_own() -> None:
    heard: list[str | None] = []
    with translation.override("ar"):
        other = threading.Thread(target=lambda: heard.append(translation.get_language()))
        other.start()
        other.join()
        with translation.override("fr"):
            heard.append(translation.get_language())
        heard.append(translation.get_language())
    assert heard == ["en", "fr", "ar"]
    assert translation.get_language() == "en"
