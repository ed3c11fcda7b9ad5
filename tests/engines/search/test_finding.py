"""What buyers type, in three languages and scripts, and what they get."""

from __future__ import annotations

import pytest

from fondouk.engines.search import index
from fondouk.engines.search.index import Query, Sort

pytestmark = [pytest.mark.both_engines, pytest.mark.usefixtures("shop")]


def ids(text: str = "", **more: object) -> list[str]:
    """The ids found."""
    return [hit.id for hit in index.find(Query(text, **more)).hits]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("argan", {"ARGAN", "CULINARY"}),
        ("ARGAN OILS", {"ARGAN", "CULINARY"}),
        ("cold pressed", {"ARGAN"}),
        ("coldpressed", {"ARGAN"}),
        ("huile d'olive", {"OLIVE"}),
        ("huile d’olive", {"OLIVE"}),
        ("olive", {"OLIVE"}),
        ("carreau", {"ZELLIGE"}),
        ("ceramique", {"ZELLIGE"}),
        ("céramiques", {"ZELLIGE"}),
        ("slipper", {"BABOUCHE"}),
        ("babouches", {"BABOUCHE"}),
        ("بلغة", {"BABOUCHE"}),
        ("والبلغة", {"BABOUCHE"}),
        ("بالزيت", {"ARGAN", "CULINARY", "OLIVE"}),
        ("وزيت الزيتون", {"OLIVE"}),
        ("زَيْت أَرْگان", {"ARGAN", "CULINARY"}),
        ("5 l", {"OLIVE"}),
        ("5L", {"OLIVE"}),
        ("5 litres", {"OLIVE"}),
        ("٥ لتر", {"OLIVE"}),
        ("25 cl", {"CULINARY"}),
        ("15159081", {"ARGAN"}),
        ("PRD-7K3F-9MQ2", {"ARGAN"}),
        ("tafrawt", {"ARGAN"}),
        ("meknes", {"OLIVE"}),
    ],
)
def test_words_in_three_languages(text: str, expected: set[str]) -> None:
    found = index.find(Query(text))
    assert {hit.id for hit in found.hits} == expected
    assert found.meant is None
    assert not found.loosened


@pytest.mark.parametrize("text", ["zelij", "zellij", "zelig", "زليج", "zéllige"])
def test_spellings_of_one_sound(text: str) -> None:
    assert ids(text) == ["ZELLIGE"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [("argna", "argan"), ("arggan oil", "argan oil"), ("zelliges vrt", "zelliges vert"), ("olvie", "olive")],
)
def test_a_typo_is_mended_and_told(text: str, meant: str) -> None:
    found = index.find(Query(text))
    assert found.total
    assert found.meant == meant


def test_an_arabic_typo_is_mended() -> None:
    assert ids("الزيتوون") == ["OLIVE"]


def test_a_word_not_yet_typed_to_the_end() -> None:
    assert set(ids("arg")) == {"ARGAN", "CULINARY"}
    assert ids("culin") == ["CULINARY"]


def test_words_that_never_meet_are_loosened_and_told() -> None:
    found = index.find(Query("argan zellige"))
    assert {hit.id for hit in found.hits} >= {"ARGAN", "ZELLIGE"}
    assert found.loosened


def test_a_filter_that_leaves_nothing_loosens_no_words() -> None:
    found = index.find(Query("argan oil", chosen=(("region", ("MA-03",)),)))
    assert found.total == 0
    assert not found.loosened


def test_nothing_is_found_for_a_word_nobody_knows() -> None:
    found = index.find(Query("xyzzyx"))
    assert (found.total, found.meant, found.pages) == (0, None, 1)


def test_the_title_outweighs_the_vocabulary_and_evidence_lifts() -> None:
    assert ids("olive oil")[0] == "OLIVE"
    assert ids("argan") == ["ARGAN", "CULINARY"]


def test_in_some_facets_one_choice_is_enough_in_others_all_must_hold() -> None:
    assert set(ids(chosen=(("region", ("MA-03", "MA-09")),))) == {"ARGAN", "CULINARY", "OLIVE", "BABOUCHE", "ZELLIGE"}
    assert ids(chosen=(("certificate", ("cosmos", "organic_usda")),)) == ["ARGAN"]
    assert ids(chosen=(("region", ("nowhere",)),)) == []


def test_facets_are_counted_as_if_nothing_of_themselves_were_chosen() -> None:
    facets = ("region", "category", "certificate")
    found = index.find(Query(chosen=(("region", ("MA-09",)), ("certificate", ("organic_usda",))), facets=facets))
    assert found.facets.counts["region"] == {"MA-09": 2}
    assert found.facets.counts["certificate"] == {"organic_usda": 2, "cosmos": 1}
    wide = index.find(Query(chosen=(("region", ("MA-09",)),), facets=facets))
    assert wide.facets.counts["region"] == {"MA-09": 2, "MA-03": 3}
    assert wide.facets.counts["category"] == {"oils": 2, "argan-oil": 2}


def test_costs_have_a_histogram_a_range_and_an_order() -> None:
    found = index.find(Query(slot=0, facets=("landed",), landed=(500_000, 1_000_000), sort=Sort.LANDED_SHIPMENT))
    assert [hit.id for hit in found.hits] == ["CULINARY", "ARGAN"]
    assert sum(bar.count for bar in found.facets.costs) == 4
    assert ids(slot=0, sort=Sort.LANDED_UNIT) == ["CULINARY", "ARGAN", "OLIVE", "ZELLIGE", "BABOUCHE"]
    assert ids(slot=1, sort=Sort.LANDED_UNIT)[0] == "ARGAN"


def test_what_has_no_value_comes_last_in_every_order() -> None:
    assert ids(sort=Sort.MINIMUM)[0] == "BABOUCHE"
    assert ids(sort=Sort.MINIMUM)[-1] == "ZELLIGE"
    assert ids(sort=Sort.LEAD)[0] == "OLIVE"
    assert ids(sort=Sort.NEWEST)[0] == "OLIVE"
    assert ids(slot=0, sort=Sort.LANDED_SHIPMENT)[-1] == "BABOUCHE"


def test_without_words_the_best_supplied_come_first() -> None:
    assert ids()[0] == "ARGAN"
    assert ids()[-1] == "BABOUCHE"
    assert ids(without=("ARGAN",))[0] != "ARGAN"


def test_pages() -> None:
    pages = [index.find(Query("oil", size=1, page=page)) for page in (1, 2, 3)]
    assert {found.hits[0].id for found in pages} == {"ARGAN", "CULINARY", "OLIVE"}
    assert {found.total for found in pages} == {3}
    last = index.find(Query("oil", size=1, page=10**9))
    assert (last.page, last.pages, len(last.hits)) == (3, 3, 1)
    assert index.find(Query(size=2, page=10**9)).page == 3


def test_suggestions() -> None:
    made = index.suggest("arg", "en")
    assert "argan" in [word.text for word in made.words]
    assert {product.id for product in made.products} == {"ARGAN", "CULINARY"}
    assert [word.text for word in index.suggest("huile d'ol", "fr").words] == ["huile olive"]
    assert index.suggest("زي", "ar").words
    assert index.suggest("", "en").words == ()
    assert index.suggest("a", "en").products == ()


def test_a_title_is_suggested_in_the_readers_language_where_there_is_one() -> None:
    made = index.suggest("argan", "fr")
    titles = {product.id: (product.title, product.language) for product in made.products}
    assert titles["ARGAN"] == ("Huile d’argan biologique, pressée à froid", "fr")
    assert titles["CULINARY"][1] == "en"


def test_a_word_begun_comes_before_one_that_only_sounds_like_it(stocked: str) -> None:
    """ "arga" is argan begun, not work heard; rugs are no rouge soap."""
    rug = index.Document("RUG", {"en": "Wool rug"})
    soap = index.Document("SOAP", {"fr": "Savons rouges"})
    index.put([index.Document("WORK", {"en": "Work coverall"}), rug, soap])
    assert "WORK" not in ids("arga")
    assert "ARGAN" in ids("arga")
    assert ids("rugs") == ["RUG"]


def test_the_same_question_is_answered_from_memory_until_the_next_commit(stocked: str) -> None:
    first, again = index.find(Query("argan")), index.find(Query("argan"))
    assert first.hits is again.hits
    index.remove(["ARGAN"])
    assert ids("argan") == ["CULINARY"]


def test_a_place_is_explained() -> None:
    why = index.explain(Query("argan oil"), "ARGAN")
    assert [word["word"] for word in why["words"]] == ["argan", "oil"]  # type: ignore[attr-defined,index]
    assert why["weight"] == 1.2
    assert index.explain(Query("argan"), "nothing")["found"] is False
