"""Every write of a conversation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import connection

from fondouk.engines.events import journal
from fondouk.engines.files import store
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.catalogue import commands as catalogue
from fondouk.market.companies import standing
from fondouk.market.companies.models import Company
from fondouk.market.conversations import rules
from fondouk.market.conversations.models import Attachment, Conversation, Message, ReadMark


def open_conversation(
    *, subject: str, buyer: Company, supplier: Company, operator: Company, title: str = "", by: Actor, at: datetime
) -> Conversation:
    """The conversation of these two about a subject; opened if there is none yet. Called by the noun it is about."""
    row, _ = Conversation.objects.get_or_create(
        subject=subject, buyer=buyer, supplier=supplier,
        defaults={"operator": operator, "title": title[:160], "opened_at": at, "opened_by": by.label(), "last_at": at},
    )  # fmt: skip
    return row


def post_message(
    *,
    conversation: str,
    body: str = "",
    attachments: Sequence[str] = (),
    card: Mapping[str, Any] | None = None,
    language: str = "",
    by: Actor,
    at: datetime,
) -> Message:
    """Say something; `attachments` are references of received files, `card` {kind, reference} of what to act on.

    Raises Refused for strangers, for a colleague without the right, and for empty or overlong messages.
    """
    company = standing.require(by, "messages.write")
    row = _locked(conversation, company)
    is_party = company.pk in (row.buyer_id, row.supplier_id)
    refuse_if(rules.refusals_to_post(body=body, attachments=attachments, has_card=card is not None, is_party=is_party))
    files = _files(attachments, company)
    message = _write(row, company, body.strip(), card, language, by, at)
    _attach(message, files)
    _keep_clock(row, company, by, at)
    _mark(row, company, by, at)
    journal.record(
        "conversations.message.posted", subject=message.reference, within=row.reference,
        parties=[row.buyer_id, row.supplier_id], by=by, at=at,
        data={"conversation": row.reference, "about": row.subject, "author": company.reference},
    )  # fmt: skip
    return message


def _locked(reference: str, company: Company) -> Conversation:
    row = Conversation.objects.select_for_update().filter(reference=reference).first()
    if row is None or company.pk not in (row.buyer_id, row.supplier_id, row.operator_id):
        raise Refused(Refusal("conversation.unknown", sentence("There is no such conversation.")))
    return row


def _files(references: Sequence[str], company: Company) -> list[store.FileRef]:
    known = store.find_many(list(references))
    files = [known.get(reference) for reference in references]
    if any(file is None or file.owner != company.pk or file.state != "READY" for file in files):
        raise Refused(Refusal("message.file", sentence("Choose the file again."), field="attachments"))
    return [file for file in files if file]


def _parties(row: Conversation) -> dict[str, int]:
    return {"buyer_id": row.buyer_id, "supplier_id": row.supplier_id, "operator_id": row.operator_id}


def _write(
    row: Conversation, company: Company, body: str, card: Mapping[str, Any] | None, language: str, by: Actor,
    at: datetime,
) -> Message:  # fmt: skip
    row.last_number += 1
    row.last_at = at
    return Message.objects.create(
        conversation=row, number=row.last_number, author=company, written_by=by.label(), written_at=at,
        language=language, body=body, card=dict(card) if card else None, **_parties(row),
    )  # fmt: skip


def _attach(message: Message, files: list[store.FileRef]) -> None:
    parties = {"buyer_id": message.buyer_id, "supplier_id": message.supplier_id, "operator_id": message.operator_id}
    Attachment.objects.bulk_create(
        Attachment(
            message=message, file=file.reference, name=file.name, media_type=file.media_type, size=file.size, **parties
        )
        for file in files
    )


def _keep_clock(row: Conversation, company: Company, by: Actor, at: datetime) -> None:
    """Note the first question and the first answer; the storefront shows the median between them."""
    first_answer = company.pk == row.supplier_id and row.asked_at is not None and row.answered_at is None
    if company.pk == row.buyer_id and row.asked_at is None:
        row.asked_at = at
    if first_answer:
        row.answered_at = at
    row.save(update_fields=["last_number", "last_at", "asked_at", "answered_at"])
    if first_answer:
        minutes, count = _median(row.supplier_id)
        catalogue.record_response_time(supplier=row.supplier_id, minutes=minutes, count=count, by=by, at=at)


def _median(supplier: int) -> tuple[int, int]:
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM answered_at - asked_at)), count(*)
               FROM conversations_conversation WHERE supplier_id = %s AND answered_at IS NOT NULL""",
            [supplier],
        )
        seconds, count = cursor.fetchone()
    return round(seconds / 60), count


def _mark(row: Conversation, company: Company, by: Actor, at: datetime) -> None:
    mark = ReadMark(
        conversation=row, company=company, person=by.label(), number=row.last_number, read_at=at, **_parties(row)
    )
    ReadMark.objects.bulk_create(
        [mark], update_conflicts=True, unique_fields=["conversation", "company", "person"],
        update_fields=["number", "read_at"],
    )  # fmt: skip


def mark_read(*, conversation: str, by: Actor, at: datetime) -> Conversation:
    """The person has read to the end."""
    standing_now = standing.of(by)
    if standing_now is None:
        raise Refused(Refusal("conversation.unknown", sentence("There is no such conversation.")))
    row = _locked(conversation, standing_now.company)
    _mark(row, standing_now.company, by, at)
    return row
