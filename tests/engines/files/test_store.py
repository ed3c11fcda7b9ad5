"""Uploads: what is honest is kept clean, what is hostile is refused with a reason and leaves nothing behind."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from django.conf import settings
from django.db import transaction
from PIL import Image

from fondouk.engines.files import pictures, sniff, store, vault
from fondouk.engines.files.models import StoredFile
from fondouk.engines.tables import scope
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refused
from tests.clock import AT

BY = Actor(person="PER-1", company="CO-1")
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<<>>\n%%EOF\n"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: object) -> None:
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]


def receive(content: bytes, kind: str = "attachment", name: str = "file.bin", owner: int | None = 7) -> store.FileRef:
    return store.receive(io.BytesIO(content), kind, owner=owner, by=BY, at=AT, name=name)


def refused(content: bytes, kind: str = "attachment", name: str = "file.bin") -> str:
    with pytest.raises(Refused) as caught:
        receive(content, kind, name)
    assert not StoredFile.objects.exists()
    assert not [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    return caught.value.code


def picture(width: int = 600, height: int = 400, form: str = "JPEG", mode: str = "RGB", **options: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, (width, height), 120 if mode == "L" else "teal").save(out, form, **options)  # type: ignore[arg-type]
    return out.getvalue()


def archive(entries: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as box:
        for name, content in entries.items():
            box.writestr(name, content)
    return out.getvalue()


def workbook(**more: bytes) -> dict[str, bytes]:
    return {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>", **more}


def png_of(width: int, height: int) -> bytes:
    """A PNG that only claims its size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>'
HOSTILE = {
    "html named as a picture": (HTML, "photo", "cat.jpg", "file.type"),
    "html as an attachment": (HTML, "attachment", "page.html", "file.type"),
    "svg from outside": (SVG, "photo", "logo.svg", "file.type"),
    "svg behind a declaration": (b'<?xml version="1.0"?>' + SVG, "statement", "s.xml", "file.type"),
    "program": (b"MZ\x90\0" + b"\0" * 100, "attachment", "setup.exe", "file.type"),
    "elf named as text": (b"\x7fELF\x02\x01\x01\0", "attachment", "notes.txt", "file.type"),
    "gif": (b"GIF89a" + b"\0" * 40, "photo", "x.gif", "file.type"),
    "empty": (b"", "photo", "x.jpg", "file.empty"),
    "truncated picture": (picture()[:400], "photo", "x.jpg", "file.picture.damaged"),
    "picture of nothing": (b"\xff\xd8\xff\xe0" + b"A" * 500, "photo", "x.jpg", "file.picture.damaged"),
    "pixel flood": (png_of(60_000, 60_000), "photo", "x.png", "file.picture.large"),
    "one pixel": (picture(1, 1, "PNG"), "photo", "x.png", "file.picture.small"),
    "pdf with a program": (PDF.replace(b"/Catalog", b"/Catalog /JavaScript"), "attachment", "x.pdf", "file.pdf.active"),
    "pdf that launches": (PDF.replace(b"/Catalog", b"/Catalog /Launch"), "evidence", "x.pdf", "file.pdf.active"),
    "pdf cut short": (PDF[:40], "attachment", "x.pdf", "file.pdf.active"),
    "pdf behind html": (HTML + PDF, "attachment", "x.pdf", "file.type"),
    "plain zip": (archive({"a.txt": b"a"}), "attachment", "x.zip", "file.type"),
    "workbook with macros": (archive(workbook(**{"xl/vbaProject.bin": b"x"})), "spreadsheet", "x.xlsx", "file.macro"),
    "workbook bomb": (archive(workbook(big=b"0" * 30_000_000)), "spreadsheet", "x.xlsx", "file.archive.bomb"),
    "workbook that climbs": (archive(workbook(**{"../../etc/passwd": b"x"})), "spreadsheet", "x.xlsx", "file.macro"),
    "broken zip": (b"PK\x03\x04" + b"\0" * 60, "spreadsheet", "x.xlsx", "file.type"),
    "nul bytes in a table": (b"a,b\n\0\0,1\n", "spreadsheet", "x.csv", "file.type"),
    "latin letters": (b"caf\xe9;1", "spreadsheet", "x.csv", "file.encoding"),
    "a document from outside": (PDF, "document", "invoice.pdf", "file.type"),
    "a picture as a statement": (picture(), "statement", "s.xml", "file.type"),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_uploads_are_refused_and_leave_nothing(case: str) -> None:
    content, kind, name, code = HOSTILE[case]
    assert refused(content, kind, name) == code


def test_too_large_is_refused_before_all_of_it_is_read() -> None:
    class Endless(io.RawIOBase):
        given = 0

        def read(self, size: int = -1) -> bytes:
            self.given += size
            return b"\xff" * size

    stream = Endless()
    with pytest.raises(Refused) as caught:
        store.receive(stream, "photo", owner=7, by=BY, at=AT, name="x.jpg")  # type: ignore[arg-type]
    assert caught.value.code == "file.large"
    assert stream.given < 16_000_000


@pytest.mark.parametrize(
    ("content", "kind", "name", "found"),
    [
        (picture(form="PNG", mode="RGBA"), "photo", "a.png", "image/png"),
        (picture(form="WEBP"), "photo", "a.webp", "image/webp"),
        (picture(mode="L"), "photo", "a.jpg", "image/jpeg"),
        (picture(mode="CMYK"), "photo", "a.jpg", "image/jpeg"),
        (PDF, "evidence", "rc.pdf", "application/pdf"),
        (b'<?xml version="1.0"?><Document/>', "statement", "s.xml", "application/xml"),
        ("﻿الاسم,السعر\n".encode(), "spreadsheet", "prix.csv", "text/csv"),
        (archive(workbook()), "spreadsheet", "a.xlsx", sniff.XLSX),
        (b"plain words", "attachment", "note.txt", "text/plain"),
    ],
)
def test_honest_uploads_are_taken(content: bytes, kind: str, name: str, found: str) -> None:
    file = receive(content, kind, name)
    assert file.media_type == found
    assert file.state == ("RECEIVED" if kind == "photo" else "READY")


def test_a_photo_becomes_public_sizes_without_metadata_and_its_original_is_forgotten(
    django_capture_on_commit_callbacks,
) -> None:
    exif = Image.Exif()
    exif[0x0110] = "SecretCamera"
    exif[0x8825] = {1: "N", 2: (30.0, 28.0, 12.0)}
    exif[0x0112] = 6
    file = receive(picture(1600, 1000, exif=exif.tobytes(), comment=b"my address"), "photo", "a.jpg")
    with django_capture_on_commit_callbacks(execute=True):
        ready = store.prepare(file.reference)
    assert ready.state == "READY"
    assert [one["width"] for one in ready.variants] == [320, 640, 1000]
    assert ready.variants[-1]["height"] == 1600
    for one in ready.variants:
        found = store.open_media(f"{one['hash']}.webp")
        assert found is not None
        assert b"SecretCamera" not in found[0]
        assert not Image.open(io.BytesIO(found[0])).getexif()
    assert not vault.private_path(file.reference).exists()
    assert store.prepare(file.reference) == ready


def test_a_photo_that_fails_in_the_worker_is_refused_with_its_reason() -> None:
    file = receive(picture(), "photo")
    vault.write(vault.private_path(file.reference), b"\xff\xd8\xff broken")
    ready = store.prepare(file.reference)
    assert (ready.state, ready.refusal, ready.variants) == ("REFUSED", "file.picture.damaged", ())


def test_attached_pictures_lose_their_metadata_too() -> None:
    exif = Image.Exif()
    exif[0x0110] = "SecretCamera"
    file = receive(picture(exif=exif.tobytes()), "attachment", "a.jpg")
    assert b"SecretCamera" not in store.open(file.reference)[1]


def test_evidence_is_encrypted_and_bound_to_its_reference() -> None:
    file, other = receive(PDF, "evidence", "rc.pdf"), receive(PDF, "evidence", "other.pdf")
    sealed = vault.private_path(file.reference).read_bytes()
    assert b"Catalog" not in sealed
    assert store.open(file.reference)[1] == PDF
    assert StoredFile.objects.get(reference=file.reference).key_id == vault.key_id()
    vault.write(vault.private_path(other.reference), sealed)
    with pytest.raises(InvalidTag):
        store.open(other.reference)


def test_a_double_click_comes_to_one_file() -> None:
    first = receive(PDF, "attachment", "a.pdf")
    assert receive(PDF, "attachment", "a.pdf") == first
    assert receive(PDF, "attachment", "b.pdf") != first
    assert receive(PDF, "attachment", "a.pdf", owner=8) != first
    later = store.receive(
        io.BytesIO(PDF), "attachment", owner=7, by=BY, at=AT + 2 * store.REPEATED_WITHIN, name="a.pdf"
    )
    assert later != first
    store.drop(first.reference)
    assert receive(PDF, "attachment", "a.pdf").reference != first.reference


def test_a_file_row_is_seen_by_its_owner_only() -> None:
    file = receive(PDF, "attachment", "a.pdf", owner=7)
    with scope.as_company(8):
        assert store.find(file.reference) is None
    with scope.as_company(7):
        assert store.find(file.reference) == file


def test_dropping_forgets_the_bytes_and_keeps_the_row() -> None:
    file = receive(PDF, "attachment", "a.pdf")
    store.drop(file.reference)
    with pytest.raises(StoredFile.DoesNotExist):
        store.open(file.reference)
    assert StoredFile.objects.get().state == "DROPPED"


def test_an_original_outlives_a_preparation_that_was_rolled_back(django_capture_on_commit_callbacks) -> None:
    file = receive(picture(), "photo", "a.jpg")
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        store.prepare(file.reference)
        transaction.set_rollback(True)  # as a commit that fails
    assert vault.private_path(file.reference).exists()
    with django_capture_on_commit_callbacks(execute=True):
        assert store.prepare(file.reference).state == "READY"
    assert not vault.private_path(file.reference).exists()


def test_an_original_left_behind_by_a_crash_is_forgotten_the_next_time(django_capture_on_commit_callbacks) -> None:
    file = receive(picture(), "photo", "a.jpg")
    store.prepare(file.reference)
    assert vault.private_path(file.reference).exists()
    with django_capture_on_commit_callbacks(execute=True):
        assert store.prepare(file.reference).state == "READY"
    assert not vault.private_path(file.reference).exists()


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd.jpg", "passwd.jpg"), ("a\u202egpj.exe", "agpj.jpg"), ('x";y\r\n.pdf', "xy.jpg"),
        ("شهادة.pdf", "شهادة.jpg"), ("....", "file.jpg"), ("C:\\x\\y.z.png", "y.z.jpg"), ("a" * 300, "a" * 80 + ".jpg"),
    ],
)  # fmt: skip
def test_names_are_safe_to_print_and_to_save(name: str, clean: str) -> None:
    assert sniff.clean_name(name, "jpg") == clean


@pytest.mark.parametrize("name", ["x", "../private/AB/FIL-1", "a" * 64, "a" * 64 + ".html", "." * 64 + ".svg", ""])
def test_media_opens_nothing_but_hashes(name: str) -> None:
    assert store.open_media(name) is None


def test_a_drawing_of_ours_is_kept_once_under_its_hash() -> None:
    first = store.publish_drawing(b"<svg/>", width=4, height=3)
    assert first == store.publish_drawing(b"<svg/>", width=4, height=3)
    assert store.open_media(f"{first['hash']}.svg") == (b"<svg/>", "image/svg+xml")
    assert store.media_url(first["hash"], first["media_type"]) == f"/media/{first['hash']}.svg"


def test_a_picture_is_never_enlarged() -> None:
    assert [one.width for one in pictures.variants(picture(500, 300))] == [320, 500]
    assert [one.width for one in pictures.variants(picture(100, 90))] == [100]
