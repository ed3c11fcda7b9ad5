"""Codes, check digits and refusals of shipments, without a database."""

from datetime import date
from decimal import Decimal

import pytest

from fondouk.market.shipments import rules
from fondouk.market.shipments.rules import PackageGiven, ShipmentState
from tests.clock import AT, later


def test_the_table_names_every_state_and_leads_only_to_known_ones():
    assert set(rules.TRANSITIONS) == set(ShipmentState)
    assert {target for leaving in rules.TRANSITIONS.values() for target in leaving.values()} <= set(ShipmentState)


@pytest.mark.parametrize("state", ShipmentState)
@pytest.mark.parametrize("verb", ["ship", "arrive", "deliver", "cancel"])
def test_every_verb_in_every_state_goes_through_or_says_why_not(state, verb):
    refusal = rules.refusal_to(verb, state)
    assert (refusal is None) == (verb in rules.TRANSITIONS[state])
    assert refusal is None or refusal.sentence.endswith(".")


@pytest.mark.parametrize("number", ["CSQU3054383", "csqu 305438-3", "MSKU9070323"])
def test_a_true_container_number_is_taken_as_printed(number):
    assert rules.refusal_of_container(number) is None


@pytest.mark.parametrize("number", ["CSQU3054384", "CSQU3045383", "CSQ3054383", "", "1234"])
def test_a_mistyped_one_is_refused(number):
    assert rules.refusal_of_container(number).code == "shipment.container"


@pytest.mark.parametrize(
    ("package", "code"),
    [
        (PackageGiven(60, gross_kg=Decimal(600)), None),
        (PackageGiven(60, gross_kg=Decimal(600), net_kg=Decimal(600)), None),
        (PackageGiven(0, gross_kg=Decimal(600)), "shipment.package.count"),
        (PackageGiven(60), "shipment.package.gross"),
        (PackageGiven(60, gross_kg=Decimal(-1)), "shipment.package.gross"),
        (PackageGiven(60, gross_kg=Decimal(600), net_kg=Decimal(601)), "shipment.package.net"),
        (PackageGiven(60, "ZZ", gross_kg=Decimal(600)), "shipment.package.type"),
    ],
)
def test_packages(package, code):
    assert [refusal.code for refusal in rules.refusals_of_packages([package])] == ([code] if code else [])


def test_no_package_is_no_shipment():
    assert rules.refusals_of_packages([])[0].code == "shipment.packages"


def test_volume_is_that_of_all_packages():
    assert PackageGiven(60, length_cm=Decimal(40), width_cm=Decimal(30), height_cm=Decimal(30)).volume_m3 == Decimal(
        "2.160"
    )


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        ({1: Decimal(5)}, []),
        ({1: Decimal(0)}, ["shipment.nothing"]),
        ({}, ["shipment.nothing"]),
        ({1: Decimal(11)}, ["shipment.quantity"]),
        ({1: Decimal(-1)}, ["shipment.quantity"]),
        ({2: Decimal(1)}, ["shipment.quantity"]),
    ],
)
def test_quantities_against_what_is_left(wanted, codes):
    assert [one.code for one in rules.refusals_of_quantities(wanted, {1: Decimal(10)})] == codes


def test_every_code_has_a_name():
    assert {code for codes in rules.EVENT_CODES.values() for code in codes} == set(rules.EVENT_NAMES)


@pytest.mark.parametrize(
    ("kind", "code", "classifier", "moment", "refused"),
    [
        ("TRANSPORT", "ARRI", "ACT", AT, None),
        ("TRANSPORT", "ARRI", "EST", later(days=9), None),
        ("TRANSPORT", "ARRI", "ACT", later(days=9), "shipment.event.future"),
        ("TRANSPORT", "LOAD", "ACT", AT, "shipment.event.code"),
        ("EQUIPMENT", "LOAD", "NOW", AT, "shipment.event.code"),
        ("", "", "", AT, "shipment.event.code"),
    ],
)
def test_events(kind, code, classifier, moment, refused):
    refusal = rules.refusal_of_event(kind, code, classifier, moment, AT)
    assert (refusal.code if refusal else None) == refused


@pytest.mark.parametrize(
    ("planned", "expected", "days"),
    [
        (date(2027, 1, 10), date(2027, 1, 14), 4),
        (date(2027, 1, 10), date(2027, 1, 9), -1),
        (None, date(2027, 1, 9), None),
        (date(2027, 1, 10), None, None),
    ],
)
def test_delay(planned, expected, days):
    assert rules.delay_days(planned, expected) == days
