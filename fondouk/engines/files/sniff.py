"""What bytes really are, whatever their name says; and what makes them unwelcome."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile

from fondouk.engines.files.kinds import CSV, DOCX, GZIP, JPEG, JSON, PDF, PNG, TEXT, WEBP, XLSX, XML
from fondouk.kit.refusal import Refusal, Refused, sentence

_ZIP_ENTRIES_MAX = 2_000
_ZIP_UNPACKED_MAX = 200_000_000
_ZIP_RATIO_MAX = 200
_OOXML = {b"word/document.xml": DOCX, b"xl/workbook.xml": XLSX}
_ACTIVE_PDF = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b")


def media_type(content: bytes, name: str = "") -> str | None:
    """The type by magic bytes; None where it is nothing we know. The name only tells CSV from other plain text."""
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    if content.startswith(b"%PDF-"):
        return PDF
    if content.startswith(b"\x1f\x8b"):
        return GZIP
    if content.startswith(b"PK\x03\x04"):
        return _office_type(content)
    return _text_type(content, name)


def _office_type(content: bytes) -> str | None:
    try:
        names = {info.filename.encode() for info in zipfile.ZipFile(io.BytesIO(content)).infolist()}
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError):
        return None
    if b"[Content_Types].xml" not in names:
        return None
    return next((found for part, found in _OOXML.items() if part in names), None)


def _text_type(content: bytes, name: str) -> str | None:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        _refuse_other_encoding(content, name)
        return None
    if any(unicodedata.category(one) == "Cc" and one not in "\t\r\n\f" for one in text[:100_000]):
        return None
    start = text.lstrip()[:400]
    if start.startswith("<"):
        return (
            XML if start.startswith("<?xml") and not re.search(r"<(?:svg|html|script)\b", text[:4000], re.I) else None
        )
    if start.startswith(("{", "[")) and name.lower().endswith(".json"):
        return JSON
    return CSV if name.lower().endswith((".csv", ".tsv")) else TEXT


_TEXTS = (".csv", ".tsv", ".txt", ".json", ".xml")


def _refuse_other_encoding(content: bytes, name: str) -> None:
    """A text of another encoding is told as such: read as UTF-8 anyway, its names would come out wrong."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if name.lower().endswith(_TEXTS) and (marked or b"\0" not in content):
        text = sentence("This file is not written in UTF-8. Save it as “CSV UTF-8” or as UTF-8 text and send it again.")
        raise Refused(Refusal("file.encoding", text, field="file"))


def refusal_of_content(content: bytes, found: str) -> Refusal | None:
    """Why bytes of an allowed type are still not taken: bombs, macros, active PDFs."""
    if found in (XLSX, DOCX):
        return _refusal_of_archive(content)
    if found == PDF and (_ACTIVE_PDF.search(content) or b"%%EOF" not in content[-2048:]):
        text = sentence("This PDF is damaged or contains active content. Print it to a new PDF and send that.")
        return Refusal("file.pdf.active", text, field="file")
    return None


def _refusal_of_archive(content: bytes) -> Refusal | None:
    archive = zipfile.ZipFile(io.BytesIO(content))
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    names = " ".join(entry.filename.lower() for entry in entries)
    if len(entries) > _ZIP_ENTRIES_MAX or unpacked > min(_ZIP_UNPACKED_MAX, _ZIP_RATIO_MAX * len(content)):
        return Refusal("file.archive.bomb", sentence("This file unpacks to far more than it should."), field="file")
    if "vbaproject" in names or "activex" in names or ".." in names or "oleobject" in names:
        text = sentence("This file contains macros or embedded programs. Save it without them and send it again.")
        return Refusal("file.macro", text, field="file")
    return None


def clean_name(name: str, extension: str) -> str:
    """A file name that is safe to print and to save: no path, no controls, no direction marks, the true extension."""
    base = re.split(r"[/\\]", name)[-1]
    base = "".join(one for one in base if unicodedata.category(one)[0] != "C")
    stem = re.sub(r'["\'<>|:*?%;]', "", base.rsplit(".", 1)[0]).strip(" .")
    return f"{stem[:80] or 'file'}.{extension}"
