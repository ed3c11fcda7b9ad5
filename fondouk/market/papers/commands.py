"""Every write of a trade document. The upper noun asks who may, and hands in the parties and the data."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from fondouk.engines.documents import render
from fondouk.engines.events import journal
from fondouk.engines.files import store
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.papers import rules
from fondouk.market.papers.models import Paper


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paper belongs: its subject, the order it is part of, and the three parties' keys."""

    subject: str
    within: str
    buyer: int
    supplier: int
    operator: int


def make_paper(
    *, kind: str, place: Place, number: str, data: Mapping[str, Any], language: str, owner: int, by: Actor, at: datetime
) -> Paper:
    """Draw up a document from data as PDF and keep it. Unchanged data gives the version that is there."""
    refuse_if(rules.refusal_of_number(kind, number))
    last = _last(place, kind, number)
    kept = json.loads(json.dumps(dict(data), ensure_ascii=False, default=str))
    if last is not None and last.data == kept and last.language == language:
        return last
    version = last.version + 1 if last else 1
    printed = {**kept, "number": number, "version": version, "date": at.date().isoformat()}
    content = render.pdf(kind, printed, language)
    file = store.receive(
        io.BytesIO(content), "document", owner=owner, by=by, at=at, name=f"{kind}-{number}-v{version}.pdf",
        made_here=True,
    )  # fmt: skip
    paper = _row(kind, place, number, version, file, by, at)
    paper.language, paper.data = language, kept
    paper.save(force_insert=True)
    _record("papers.paper.made", paper, by, at)
    return paper


def file_paper(*, kind: str, place: Place, number: str, file: str, by: Actor, at: datetime) -> Paper:
    """File a document that came from others (a bill of lading, a certificate). Raises Refused."""
    found = store.find(file)
    if found is None:
        raise Refused(Refusal("papers.file", sentence("Choose the file to be filed."), field="file"))
    refuse_if(rules.refusal_to_file(kind, found.state))
    last = _last(place, kind, number)
    if last is not None and last.sha256 == found.sha256:
        return last
    paper = _row(kind, place, number, last.version + 1 if last else 1, found, by, at)
    paper.save(force_insert=True)
    _record("papers.paper.filed", paper, by, at)
    return paper


def _last(place: Place, kind: str, number: str) -> Paper | None:
    """The newest version, behind a lock on the document: two drawn up at once get two numbers."""
    key = hashlib.blake2b(f"paper|{place.subject}|{kind}|{number}".encode(), digest_size=8).digest()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int.from_bytes(key, signed=True)])
    return Paper.objects.filter(subject=place.subject, kind=kind, number=number).order_by("-version").first()


def _row(kind: str, place: Place, number: str, version: int, file: store.FileRef, by: Actor, at: datetime) -> Paper:
    return Paper(
        kind=kind, subject=place.subject, within=place.within, number=number, version=version, file=file.reference,
        file_name=file.name, sha256=file.sha256, size=file.size, buyer_id=place.buyer, supplier_id=place.supplier,
        operator_id=place.operator, added_at=at, added_by=by.label(),
    )  # fmt: skip


def _record(name: str, paper: Paper, by: Actor, at: datetime) -> None:
    parties = [paper.buyer_id, paper.supplier_id, paper.operator_id]
    data = {"kind": paper.kind, "version": paper.version}
    journal.record(name, subject=paper.reference, within=paper.within, parties=parties, by=by, at=at, data=data)
