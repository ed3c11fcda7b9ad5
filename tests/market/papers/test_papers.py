"""A paper is kept as it was drawn up: numbered, versioned, hashed, seen by its parties alone."""

import hashlib
import io

import pytest
from django.db import DatabaseError, connection, transaction

from fondouk.engines.files import store
from fondouk.engines.tables import scope
from fondouk.kit.refusal import Refused
from fondouk.market.papers import commands, queries
from fondouk.market.papers.commands import Place
from fondouk.market.papers.models import Paper
from fondouk.market.papers.rules import FILED, MADE, NAMES, PaperKind
from tests.engines.documents.samples import sample

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(cast):
    return Place("SHP-1", "ORD-1", cast.chicago.id, cast.ceramics.id, cast.operator.id)


def make(cast, place, at, **changes):
    data = {**sample("packing_list"), **changes}
    return commands.make_paper(
        kind="packing_list", place=place, number="PL-1", data=data, language="fr", owner=cast.ceramics.id,
        by=cast.ceramics.actor, at=at,
    )  # fmt: skip


def test_every_kind_is_made_or_filed_and_has_a_name():
    assert set(NAMES) == set(PaperKind) == MADE | set(FILED)


def test_the_kept_file_is_the_one_that_was_hashed(cast, place, at):
    card, content = queries.content(make(cast, place, at).reference)
    assert content.startswith(b"%PDF")
    assert hashlib.sha256(content).hexdigest() == card.sha256
    assert (card.version, card.name, card.made_here) == (1, "Packing list", True)


def test_the_same_data_gives_the_same_paper_and_other_data_the_next_version(cast, place, at):
    first, again = make(cast, place, at), make(cast, place, at)
    changed = make(cast, place, at, notes=["Keep dry."])
    assert first == again
    assert [(card.version, card.newest) for card in queries.papers_within("ORD-1")] == [(1, False), (2, True)]
    assert changed.sha256 != first.sha256


def test_an_invoice_needs_the_suppliers_own_number(cast, place, at):
    with pytest.raises(Refused) as refused:
        commands.make_paper(
            kind="commercial_invoice", place=place, number=" ", data=sample("commercial_invoice"), language="en",
            owner=cast.ceramics.id, by=cast.ceramics.actor, at=at,
        )  # fmt: skip
    assert refused.value.code == "papers.number"


def test_a_received_document_is_filed_once(cast, place, at):
    file = store.receive(
        io.BytesIO(b"%PDF-1.4 bill of lading %%EOF"), "report", owner=cast.ceramics.id, by=cast.ceramics.actor, at=at,
        name="bl.pdf",
    )  # fmt: skip

    def send():
        return commands.file_paper(
            kind="bill_of_lading", place=place, number="MEDU123", file=file.reference, by=cast.ceramics.actor, at=at
        )

    assert send() == send()
    with pytest.raises(Refused) as refused:
        commands.file_paper(
            kind="contract", place=place, number="1", file=file.reference, by=cast.ceramics.actor, at=at
        )
    assert refused.value.code == "papers.kind"


@pytest.mark.parametrize("who", ["ceramics", "chicago", "operator"])
def test_its_parties_see_a_paper(cast, place, at, who):
    reference = make(cast, place, at).reference
    with scope.as_company(getattr(cast, who).id):
        assert queries.content(reference) is not None


@pytest.mark.parametrize("who", ["rival", "montreal", "partner", "agency"])
def test_nobody_else_does(cast, place, at, who):
    reference = make(cast, place, at).reference
    with scope.as_company(getattr(cast, who).id):
        assert queries.content(reference) is None
        assert queries.papers_within("ORD-1") == []


def test_a_paper_cannot_be_changed_even_by_sql(cast, place, at):
    make(cast, place, at)
    for statement in ("UPDATE papers_paper SET number = 'x'", "DELETE FROM papers_paper"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert Paper.objects.get().number == "PL-1"
