"""Folding, stems, sounds, distances."""

from __future__ import annotations

import pytest

from fondouk.engines.search.words.folding import compounds, fold, words
from fondouk.engines.search.words.question import distance, read
from fondouk.engines.search.words.sounds import sound
from fondouk.engines.search.words.stems import arabic, english, every_stem, french


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’huile d'Argan", ["huile", "argan"]),
        ("Women's œuvre", ["women", "oeuvre"]),
        ("0,5 l", ["500ml"]),
        ("0.5L", ["500ml"]),
        ("50cl", ["500ml"]),
        ("500 ml", ["500ml"]),
        ("٥٠٠ مل", ["500ml"]),
        ("1 kg", ["1000g"]),
        ("1,5 كيلو", ["1500g"]),
        ("10 cm", ["100mm"]),
        ("أَرْغَانٌ", ["ارغان"]),
        ("گلميم", ["كلميم"]),
        ("ISO 22716", ["iso", "22716"]),
    ],
)
def test_folding(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_compounds_are_also_read_as_one_word() -> None:
    assert compounds("cold-pressed, hand-made oil") == ["coldpressed", "handmade"]


@pytest.mark.parametrize(
    "family",
    [
        ["زيت", "الزيت", "بزيت", "وزيت", "والزيت", "بالزيت", "للزيت"],
        ["زيتون", "الزيتون", "والزيتون", "بالزيتون", "زيتونه"],
        ["بلغه", "البلغه", "والبلغه", "بلغة"],
        ["منتج", "منتجات", "المنتجات", "والمنتجات", "بمنتجات"],
        ["صابون", "الصابون", "بصابون", "وصابون"],
        ["زربيه", "الزربيه", "بزربيه"],
    ],
)
def test_the_forms_of_an_arabic_word_share_a_stem(family: list[str]) -> None:
    first = set(arabic(fold(family[0])))
    assert all(first & set(arabic(fold(form))) for form in family)


def test_olives_do_not_become_oil() -> None:
    assert not set(arabic("زيتون")) & set(arabic("زيت"))


@pytest.mark.parametrize(
    ("left", "right"), [("huiles", "huile"), ("carreaux", "carreau"), ("bijoux", "bijou"), ("tapis", "tapi")]
)
def test_french_plurals(left: str, right: str) -> None:
    assert french(left) == french(right)


@pytest.mark.parametrize(
    ("left", "right"), [("slippers", "slipper"), ("women", "woman"), ("olives", "olive"), ("dates", "date")]
)
def test_english_plurals(left: str, right: str) -> None:
    assert english(left) == english(right)


@pytest.mark.parametrize(
    "family",
    [["zellige", "zelij", "زليج"], ["tagine", "tajine", "طاجين"], ["babouche", "بابوش"], ["couscous", "كسكس"],
     ["argan", "أركان"], ["ghassoul", "rhassoul", "غاسول"], ["kilim", "كليم"], ["chermoula", "شرمولة"]],
)  # fmt: skip
def test_one_sound_in_two_scripts(family: list[str]) -> None:
    assert len({sound(fold(word)) for word in family}) == 1
    assert sound(fold(family[0]))


def test_distance_counts_a_swap_as_one() -> None:
    assert distance("argna", "argan", 2) == 1
    assert distance("argan", "argan", 2) == 0
    assert distance("oil", "olive", 1) == 2


def test_a_question_keeps_stop_words_only_where_there_is_nothing_else() -> None:
    assert [word.text for word in read("huile de la cooperative")] == ["huile", "cooperative"]
    assert [word.text for word in read("de la")] == ["de", "la"]
    assert every_stem("1000g") == ("1000g",)


@pytest.mark.parametrize("typed", ["5702.31", "HS 5702.31", "570231", "sh 5702.31"])
def test_a_tariff_code_with_its_dots(typed: str) -> None:
    assert read(typed)[-1].text == "570231"


@pytest.mark.parametrize("typed", ["1515.90.81.90", "1515908190", "1515.90.81", "15159081"])
def test_a_full_tariff_code_also_stands_for_its_heading(typed: str) -> None:
    assert read(typed)[0].stems[-1] == "151590"


def test_a_measure_is_no_code() -> None:
    assert [word.text for word in read("1,5 l 0.75 l")] == ["1500ml", "750ml"]
