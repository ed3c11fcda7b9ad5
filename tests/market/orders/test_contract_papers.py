"""When both have signed, both can read the contract and the invoice that says where to wire."""

import pypdfium2
import pytest

from fondouk.engines.tables import scope
from fondouk.market.orders import commands as orders
from fondouk.market.papers import queries
from tests import trade
from tests.clock import AT

pytestmark = pytest.mark.django_db


def text_of(content: bytes) -> str:
    pages = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_range() for page in pages).replace("\u00a0", " ")


def read(order, kind: str) -> str:
    (card,) = [card for card in queries.papers_within(order.reference) if card.kind == kind]
    _, content = queries.content(card.reference)
    return text_of(content)


def test_the_signed_contract_is_printed_with_its_signatures(cast):
    order = trade.signed(cast)
    text = read(order, "contract")
    for wanted in (order.reference, order.contract_hash[:20], "Dana Whitfield", "Khadija", "9 040.00 USD"):
        assert wanted in text


def test_the_proforma_names_account_and_references(cast):
    order = trade.signed(cast)
    text = read(order, "proforma_invoice").replace(" ", "")
    assert order.beneficiary["number"].replace(" ", "") in text
    assert all(one.creditor_reference in text for one in order.milestones.all())


def test_an_unsigned_contract_has_no_papers(cast):
    assert queries.papers_within(trade.proposed(cast).reference) == []


@pytest.mark.parametrize("who", ["rival", "montreal"])
def test_a_rival_sees_none(cast, who):
    order = trade.signed(cast)
    with scope.as_company(getattr(cast, who).id):
        assert queries.papers_within(order.reference) == []


@pytest.mark.parametrize("passed", [True, False])
def test_the_inspectors_report_is_printed_for_the_parties(cast, passed):
    order = trade.signed(cast, inspected=True)
    with scope.as_company(cast.inspector.id):
        orders.record_inspection(
            order=order.reference, passed=passed, findings="Drums sealed, lot 26-118.", inspected_on=AT.date(),
            place="Agadir", by=cast.inspector.actor, at=AT,
        )  # fmt: skip
    with scope.as_company(cast.chicago.id):
        text = read(order, "inspection_report")
    for wanted in ("Drums sealed", "Passed" if passed else "Failed", "Contrôle du Détroit", "Agadir"):
        assert wanted in text
