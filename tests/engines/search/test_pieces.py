"""A text read piece by piece holds what it holds when read whole, whatever it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fondouk.engines.search.shapes import LANGUAGES, Document
from fondouk.engines.search.words import pieces
from fondouk.engines.search.words.folding import compounds, words
from fondouk.engines.search.words.sounds import sound
from fondouk.engines.search.words.stems import STOP_WORDS, stems
from fondouk.engines.search.words.terms import terms_of

ODD = st.sampled_from(
    [
        "5",
        "l",
        "L,",
        "0,5",
        "2.5",
        "x",
        "-",
        "--",
        "&",
        "\u200b",
        "\u00a0",
        "\u200b5",
        "²",
        "\u0640",
        "㏠",
        "٪",
        "½",
        "m²",
        "cm",
        "kg.",
        "d'argan",
        "l’huile",
        "cold-pressed",
        "5-l",
        "x5",
        "ISO",
        "٥٠٠",
        "مل",
        "الزيت",
        "وبلغة",
        "’s",
        "women's",
        "\u0301",
        "é\u0301",
        "de",
        "_",
        "a_5",
        "\ufdfa",
        "\u00a8",
        "1000",
        "kilo",
        "\n",
        "\x1f",
        "İ",
        "ΟΔΟΣ",
    ]
)
TEXTS = st.lists(st.one_of(ODD, st.text(max_size=6)), max_size=12).map(" ".join) | st.text(max_size=60)


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=TEXTS)
@settings(max_examples=400, deadline=None)
def test_pieces_hold_what_the_whole_holds(language: str, text: str) -> None:
    whole = [*words(text), *compounds(text)]
    telling = [word for word in whole if word not in STOP_WORDS]
    read = pieces.TITLES[language].of(text)
    assert _sorted(one.words for one in read) == sorted(whole)
    assert _sorted(one.telling for one in read) == sorted(telling)
    expected = sorted(stem for word in telling for stem in stems(word, language))
    assert _sorted(one.stems for one in read) == expected == _sorted(pieces.STEMS[language].of(text))
    assert _sorted(one.sounds for one in read) == sorted(filter(None, map(sound, telling)))


@pytest.mark.parametrize(
    "apart",
    [
        "5 \u200b l",
        "5 - l",
        "5\u00a0l",
        "²\u0640 l",
        "5 , l",
        "5 de l",
        "x5 l",
        "5 T{",
        "5 6 l",
        "5 {6 l",
        "10 x 20 cm",
        "5 l 6 kg",
    ],
)
def test_a_number_finds_its_unit_behind_blanks(apart: str) -> None:
    for text in (apart, f"oil {apart} tin"):
        for language in LANGUAGES:
            assert _sorted(one.words for one in pieces.TITLES[language].of(text)) == sorted(words(text))


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "KNOWN_MAX", 10)
    read = pieces.Stems("en")
    found = [" ".join(read.of(f"oil number{number} 5 l")) for number in range(50)]
    assert found == [f"oil number{number} 5000ml" for number in range(50)]
    assert " ".join(read.of("x" * 500)) == "x" * 500
    assert len(read) < 20
    assert "x" * 500 not in read


def test_terms_are_weighed_by_where_they_stand() -> None:
    terms = terms_of(
        Document(
            "P1", {"en": "Argan oil 5 l"}, {"en": "cold-pressed oil"}, {"fr": "huile\nsavon noir"}, names=("Atlas",)
        )
    )
    counted = {word: terms.text.split().count(word) for word in ("argan", "oil", "5000ml", "coldpress", "huil", "atla")}
    assert counted == {"argan": 4, "oil": 5, "5000ml": 4, "coldpress": 1, "huil": 1, "atla": 2}
    assert terms.title.split() == ["argan", "oil", "5000ml"]
    assert set(terms.surfaces["fr"].split()) == {"atlas", "huile", "savon", "noir"}
    assert set(terms.shelf.split()) == {"huil", "noir_savon"}


def _sorted(parts: object) -> list[str]:
    return sorted(" ".join(parts).split())  # type: ignore[call-overload]
