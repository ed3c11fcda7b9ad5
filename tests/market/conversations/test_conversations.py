"""Conversations: both parties, the colleague without the right, the rival, the stranger."""

from __future__ import annotations

import io

import pytest
from django.db import IntegrityError, transaction

from fondouk.engines.events import journal
from fondouk.engines.files import store
from fondouk.engines.tables import scope
from fondouk.kit.refusal import Refused
from fondouk.market.catalogue import queries as catalogue
from fondouk.market.conversations import commands, queries
from fondouk.market.conversations.models import Conversation, Message
from tests.cast import Cast, Party
from tests.clock import AT, later
from tests.market.catalogue import offers


def opened(cast: Cast, subject: str = "INQ-0000-0001") -> Conversation:
    return commands.open_conversation(
        subject=subject, buyer=cast.chicago.company, supplier=cast.argan.company, operator=cast.operator.company,
        title="Argan oil", by=cast.chicago.actor, at=AT,
    )  # fmt: skip


def said(party: Party, conversation: Conversation, body: str, **options: object) -> Message:
    at = options.pop("at", AT)
    return commands.post_message(
        conversation=conversation.reference, body=body, by=party.actor, at=at, **options  # type: ignore[arg-type]
    )  # fmt: skip


def attached(party: Party, content: bytes = b"Lot;Acidity\n26-118;0.6\n", name: str = "analysis.csv") -> str:
    found = store.receive(io.BytesIO(content), "attachment", owner=party.id, by=party.actor, at=AT, name=name)
    return found.reference


def thread(party: Party, conversation: Conversation) -> queries.Thread | None:
    return queries.conversation(conversation.reference, company=party.id, person=party.owner.reference)


def test_both_parties_read_what_was_said_with_its_files(cast: Cast) -> None:
    row = opened(cast)
    said(cast.chicago, row, "Is the oil deodorised?")
    said(cast.argan, row, "No.", attachments=(attached(cast.argan),), card={"kind": "quotation", "reference": "QUO-1"})
    found = thread(cast.chicago, row)
    assert found is not None
    assert [(one.person, one.mine) for one in found.messages] == [("Dana Whitfield", True), ("Khadija Aït Baha", False)]
    assert found.messages[1].attachments[0].name == "analysis.csv"
    assert found.messages[1].card == {"kind": "quotation", "reference": "QUO-1"}
    assert found.unread == 1
    assert found.other.name == "Tafrawt Argane"


def test_a_conversation_is_opened_once_for_a_subject(cast: Cast) -> None:
    assert opened(cast).pk == opened(cast).pk
    assert opened(cast, "ORD-1").pk != opened(cast).pk


def test_reading_marks_go_by_person_and_show_the_other_side(cast: Cast) -> None:
    row = opened(cast)
    said(cast.chicago, row, "Hello")
    assert queries.unread_count(cast.argan.id, person=cast.argan.owner.reference) == 1
    commands.mark_read(conversation=row.reference, by=cast.argan.actor, at=later(minutes=5))
    assert queries.unread_count(cast.argan.id, person=cast.argan.owner.reference) == 0
    assert queries.unread_count(cast.chicago.id, person=cast.chicago.clerk_person.reference) == 1  # type: ignore[union-attr]
    found = thread(cast.chicago, row)
    assert found is not None
    assert found.other_read == 1


def test_strangers_learn_nothing(cast: Cast) -> None:
    row = opened(cast)
    message = said(cast.chicago, row, "secret", attachments=(attached(cast.chicago),))
    file = message.attachments.get().file
    for party in (cast.rival, cast.montreal, cast.partner):
        assert thread(party, row) is None
        assert queries.reading(row.reference, company=party.id, person=party.owner.reference) is None
        assert queries.attachment(row.reference, file, company=party.id) is None
        with pytest.raises(Refused) as refused:
            said(party, row, "let me in")
        assert refused.value.code == "conversation.unknown"
        with scope.as_company(party.id):
            assert not Message.objects.exists()
            assert not Conversation.objects.exists()
    with scope.as_company(cast.argan.id):
        assert Message.objects.count() == 1
        assert queries.attachment(row.reference, file, company=cast.argan.id) is not None


def test_a_colleague_without_the_right_reads_but_does_not_write(cast: Cast) -> None:
    row = opened(cast)
    with pytest.raises(Refused) as refused:
        commands.post_message(conversation=row.reference, body="Hi", by=cast.chicago.clerk, at=AT)
    assert refused.value.code == "permission"
    commands.mark_read(conversation=row.reference, by=cast.chicago.clerk, at=AT)


def test_empty_long_and_borrowed_messages_are_refused(cast: Cast) -> None:
    row = opened(cast)
    for body, files, code in (
        (" ", (), "message.empty"), ("x" * 5001, (), "message.long"), ("x", ("a",) * 6, "message.attachments"),
        ("x", (attached(cast.rival),), "message.file"), ("x", ("FIL-none",), "message.file"),
    ):  # fmt: skip
        with pytest.raises(Refused) as refused:
            said(cast.chicago, row, body, attachments=files)
        assert refused.value.code == code
    assert Conversation.objects.get().last_number == 0


def test_the_first_answer_sets_the_suppliers_clock(cast: Cast) -> None:
    offers.shelves()
    offers.published(cast.argan)
    for number, hours in enumerate((2, 4, 9)):
        row = opened(cast, f"INQ-{number}")
        said(cast.chicago, row, "Price?")
        said(cast.argan, row, "24.80", at=later(hours=hours))
        said(cast.argan, row, "More later", at=later(hours=hours + 20))
    supplier = catalogue.suppliers([cast.argan.id], on=AT.date())[cast.argan.id]
    assert supplier.response_minutes == 240


def test_the_journal_holds_references_only(cast: Cast) -> None:
    row = opened(cast)
    said(cast.chicago, row, "a private word")
    (entry,) = journal.history(row.reference)
    assert entry.data == {"conversation": row.reference, "about": row.subject, "author": cast.chicago.reference}


def test_a_child_row_cannot_name_another_party(cast: Cast) -> None:
    message = said(cast.chicago, opened(cast), "Hello")
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.filter(pk=message.pk).update(supplier=cast.rival.company)


def test_a_thread_costs_the_same_however_long_it_is(cast: Cast, django_assert_max_num_queries: object) -> None:
    row = opened(cast)
    for number in range(6):
        said(cast.chicago, row, f"{number}", attachments=(attached(cast.chicago),))
    with django_assert_max_num_queries(4):  # type: ignore[operator]
        thread(cast.argan, row)
    with django_assert_max_num_queries(1):  # type: ignore[operator]
        queries.conversations_of(cast.argan.id, person="x")
