"""The catalogue's rules as tables; no database."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fondouk.market.catalogue import rules
from fondouk.market.catalogue.incoterms import TERMS, Incoterm, hints, refusal_of_place
from fondouk.market.catalogue.rows import slug_of
from fondouk.market.catalogue.rules import Break, Cargo, ProductFacts, ProductState

D = Decimal
FACTS = ProductFacts(
    titles={"en": "Argan oil"}, photos_ready=1, category="argan-oil", unit="KGM", moq=D(50), incoterm="FCA",
    place_name="Agadir", place_code="MAAGA", currency="USD", breaks=(Break(D(50), D(20)),), origin_country="MA",
)  # fmt: skip


def codes(facts: ProductFacts) -> set[str]:
    return {one.code for one in rules.refusals_to_publish(facts)}


def test_the_transition_table_names_every_state() -> None:
    assert set(rules.TRANSITIONS) == set(ProductState)
    for state in ProductState:
        for verb in rules.Verb:
            assert (rules.refusal_to(verb, state) is None) == (verb in rules.TRANSITIONS[state])


def test_what_is_complete_may_be_published() -> None:
    assert codes(FACTS) == set()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"titles": {"en": ""}}, "product.missing.title"),
        ({"titles": {"en": "x" * 121}}, "product.title.long"),
        ({"photos_ready": 0}, "product.missing.photo"),
        ({"photos_ready": 0, "photos_waiting": 1}, "product.missing.photo.waiting"),
        ({"category": ""}, "product.missing.category"),
        ({"unit": ""}, "product.missing.unit"),
        ({"unit": "KILO"}, "product.unit"),
        ({"moq": None}, "product.missing.moq"),
        ({"unit": "C62", "moq": D("1.5"), "breaks": (Break(D(1), D(2)),)}, "product.moq.whole"),
        ({"order_multiple": D(0)}, "product.multiple"),
        ({"currency": ""}, "product.missing.currency"),
        ({"currency": "XYZ"}, "product.currency"),
        ({"incoterm": ""}, "product.missing.incoterm"),
        ({"incoterm": "DAF"}, "incoterm.unknown"),
        ({"place_name": ""}, "product.missing.place"),
        ({"place_code": "USNYC"}, "incoterm.place.side"),
        ({"place_code": "AGA"}, "incoterm.place.code"),
        ({"incoterm": "CIF"}, "incoterm.place.side"),
        ({"origin_country": ""}, "product.missing.origin"),
        ({"breaks": ()}, "product.missing.price"),
        ({"breaks": (Break(D(60), D(20)),)}, "product.breaks.start"),
        ({"breaks": (Break(D(50), D(0)),)}, "product.breaks.positive"),
        ({"breaks": (Break(D(50), D(20)), Break(D(50), D(19)))}, "product.breaks.rise"),
        ({"breaks": (Break(D(50), D(20)), Break(D(60), D(20)))}, "product.breaks.fall"),
        ({"breaks": tuple(Break(D(50 + n), D(20 - n)) for n in range(7))}, "product.breaks.many"),
        ({"hs6": "15159"}, "product.hs6"),
        ({"hs6": "771590"}, "product.hs6"),
        ({"hs6": "151590", "tariff_codes": {"US": "3304990000"}}, "product.tariff.prefix"),
        ({"tariff_codes": {"CA": "1515.90"}}, "product.tariff"),
    ],
)
def test_each_thing_that_is_missing_or_wrong_is_said(change: dict[str, object], code: str) -> None:
    assert codes(replace(FACTS, **change)) == {code}  # type: ignore[arg-type]


def test_a_minimum_is_more_than_nothing() -> None:
    assert "product.moq" in codes(replace(FACTS, moq=D(0)))


def test_everything_is_said_at_once() -> None:
    assert len(codes(ProductFacts())) == 10


def test_readiness_rises_to_one_hundred_and_names_the_next_step() -> None:
    bare = rules.readiness(ProductFacts())
    assert bare.score == 0
    assert bare.next_step is not None
    assert bare.next_step.weight == max(gap.weight for gap in bare.gaps)
    whole = replace(
        FACTS, titles={"en": "a", "fr": "b"}, summaries={"en": "s"}, photos_ready=3, hs6="151590",
        origin_region="MA-09", tariff_codes={"US": "15159081", "CA": "1515909990"}, preference_known=True,
        lead_days=14, unit_net_kg=D(1), package_known=True, capacity_per_month=D(1), certificates=1,
    )  # fmt: skip
    assert rules.readiness(whole) == rules.Readiness(100, ())
    assert bare.score < rules.readiness(FACTS).score < 100


@given(
    quantity=st.decimals("0.0001", "100000", places=2), moq=st.integers(1, 500), multiple=st.none() | st.integers(1, 60)
)
def test_a_quantity_is_raised_to_the_next_one_the_supplier_takes(
    quantity: Decimal, moq: int, multiple: int | None
) -> None:
    step = D(multiple) if multiple else None
    found = rules.orderable(quantity, D(moq), step)
    assert found >= max(quantity, D(moq))
    if step:
        assert (found - moq) % step == 0
        assert found - step < max(quantity, D(moq)) or found == moq


def test_packages_and_pallets_are_whole() -> None:
    cargo = Cargo(D(1), "CT", D(25), D(30), D(26), D(40), D("26.5"), 16)
    load = rules.load_of(cargo, D(401))
    assert (load.packages, load.pallets, load.net_kg, load.gross_kg) == (17, 2, D(401), D("450.5"))
    assert load.volume_m3 == D("0.5304")
    assert rules.named_quantity(cargo, D(50), D(25)) == 400
    assert rules.named_quantity(cargo, D(450), D(25)) == 450
    assert rules.named_quantity(Cargo(), D(50), None) == 50
    unknown = rules.load_of(Cargo(), D(10))
    assert (unknown.packages, unknown.gross_kg, unknown.volume_m3) == (None, None, None)


def test_the_price_that_holds_for_a_quantity() -> None:
    breaks = (Break(D(50), D(3)), Break(D(100), D(2)))
    prices = [rules.break_at(breaks, D(quantity)) for quantity in (1, 50, 99, 100, 5000)]
    assert [one.unit_price for one in prices if one] == [3, 3, 3, 2, 2]
    assert rules.break_at((), D(1)) is None


def test_every_incoterm_has_its_row_and_its_side() -> None:
    assert set(TERMS) == set(Incoterm)
    assert {term for term, terms in TERMS.items() if terms.sea_only} == {"FAS", "FOB", "CFR", "CIF"}
    for term, terms in TERMS.items():
        right, wrong = ("MACAS", "USNYC") if terms.place_side == "origin" else ("USNYC", "MACAS")
        assert refusal_of_place(term, right, "MA") is None
        assert refusal_of_place(term, wrong, "MA") is not None
        assert refusal_of_place(term, "", "MA") is None


@pytest.mark.parametrize(
    ("term", "codes"),
    [
        ("FOB", {"incoterm.hint.container"}),
        ("EXW", {"incoterm.hint.exw"}),
        ("DDP", {"incoterm.hint.ddp"}),
        ("FCA", set()),
    ],
)
def test_hints_advise_and_stop_nobody(term: str, codes: set[str]) -> None:
    assert {hint.code for hint in hints(term, containerised=True)} == codes


@pytest.mark.parametrize(
    ("title", "slug"),
    [("Huile d’argan, pressée", "huile-d-argan-pressee"), ("زيت أركان", "زيت-اركان"), ("—", ""), ("a" * 200, "a" * 80)],
)
def test_slugs_are_readable(title: str, slug: str) -> None:
    assert slug_of(title) == slug
