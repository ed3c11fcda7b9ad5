"""Talks on pages: posting with files, polling, reading, and who is shown nothing."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fondouk.market.conversations import commands, queries
from fondouk.market.conversations.models import Conversation, Message
from tests.cast import Cast, Party
from tests.clock import AT

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


@pytest.fixture
def talk(cast: Cast) -> Conversation:
    return commands.open_conversation(
        subject="INQ-0000-0001", buyer=cast.chicago.company, supplier=cast.argan.company,
        operator=cast.operator.company, title="Argan oil", by=cast.chicago.actor, at=AT,
    )  # fmt: skip


def signed_in(party: Party, person: object = None) -> Client:
    client = Client()
    client.force_login(person or party.owner)
    return client


def address(talk: Conversation, rest: str = "") -> str:
    return f"/en/account/conversations/{talk.reference}/{rest}"


def test_a_message_with_a_file_reaches_the_other_side(cast: Cast, talk: Conversation) -> None:
    buyer, supplier = signed_in(cast.chicago), signed_in(cast.argan)
    file = SimpleUploadedFile("analyse \u202e.pdf", PDF, "text/html")
    answer = buyer.post(address(talk, "messages/"), {"body": "See <b>this</b>", "files": file, "once": "1"})
    assert answer.status_code == 302
    page = supplier.get(address(talk)).content.decode()
    assert "See &lt;b&gt;this&lt;/b&gt;" in page
    sent = Message.objects.get().attachments.get()
    download = supplier.get(address(talk, f"files/{sent.file}/"))
    assert b"".join(download) == PDF
    assert download["X-Content-Type-Options"] == "nosniff"
    assert download["Content-Disposition"].startswith("attachment")


def test_a_double_click_says_it_once_also_with_a_file(cast: Cast, talk: Conversation) -> None:
    client = signed_in(cast.chicago)
    for _ in range(2):
        typed = {"body": "Once", "files": SimpleUploadedFile("a.pdf", PDF), "once": "same"}
        assert client.post(address(talk, "messages/"), typed).status_code == 302
    assert Message.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.html", b"<script>alert(1)</script>", "This kind of file is not taken here."),
        ("a.svg", b"<svg onload='x'/>", "This kind of file is not taken here."),
        ("a.pdf", PDF.replace(b"<<>>", b"<< /JavaScript >>"), "active content"),
        ("a.exe", b"MZ\0\0", "This kind of file is not taken here."),
    ],
)
def test_a_hostile_file_is_refused_and_the_words_are_kept(
    cast: Cast, talk: Conversation, name: str, content: bytes, said: str
) -> None:
    typed = {"body": "My long question", "files": SimpleUploadedFile(name, content, "image/png"), "once": "1"}
    answer = signed_in(cast.chicago).post(address(talk, "messages/"), typed)
    body = answer.content.decode()
    assert answer.status_code == 422
    assert said in body
    assert "My long question" in body
    assert not Message.objects.exists()


def test_polling_is_quiet_until_something_is_said_or_read(cast: Cast, talk: Conversation) -> None:
    buyer, supplier = signed_in(cast.chicago), signed_in(cast.argan)
    assert buyer.get(address(talk, "latest/?after=0-0")).status_code == 204
    buyer.post(address(talk, "messages/"), {"body": "Hello", "once": "1"})
    assert buyer.get(address(talk, "latest/?after=1-0")).status_code == 204
    fresh = supplier.get(address(talk, "latest/?after=0-0"))
    assert fresh.status_code == 200
    assert "<html" not in fresh.content.decode()
    read = buyer.get(address(talk, "latest/?after=1-0"))
    assert read.status_code == 200
    assert "Read by the other side" in read.content.decode()


def test_being_shown_the_talk_marks_it_read(cast: Cast, talk: Conversation) -> None:
    signed_in(cast.chicago).post(address(talk, "messages/"), {"body": "Hello", "once": "1"})
    person = cast.argan.owner.reference
    assert queries.unread_count(cast.argan.id, person=person) == 1
    signed_in(cast.argan).get(address(talk, "latest/?after=0-0"))
    assert queries.unread_count(cast.argan.id, person=person) == 0


def test_strangers_are_shown_nothing(cast: Cast, talk: Conversation) -> None:
    buyer = signed_in(cast.chicago)
    buyer.post(address(talk, "messages/"), {"body": "Hello", "files": SimpleUploadedFile("a.pdf", PDF), "once": "1"})
    file = Message.objects.get().attachments.get().file
    for party in (cast.rival, cast.montreal, cast.agency):
        stranger = signed_in(party)
        for rest in ("", "latest/", f"files/{file}/"):
            assert stranger.get(address(talk, rest)).status_code == 404
        assert stranger.post(address(talk, "messages/"), {"body": "x", "once": "1"}).status_code == 404
    assert signed_in(cast.chicago, cast.chicago.clerk_person).post(
        address(talk, "messages/"), {"body": "x", "once": "2"}
    ).status_code == 403  # fmt: skip
    assert Client().get(address(talk)).status_code == 302
    assert buyer.get(address(talk, "files/FIL-0000-0000/")).status_code == 404
    assert Message.objects.count() == 1
