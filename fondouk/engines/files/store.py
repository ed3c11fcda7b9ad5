"""The face of the files engine: receive, open, drop, prepare; and public pictures by their hash.

An upload is received before the command, which then only gets the FileRef. Nothing is believed of what a client
declares: type by bytes, size by counting. Private bytes leave only through `open`, which a noun's own view calls
after its query has decided; `/media/<hash>` serves public variants only.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, BinaryIO

from django.db import connection, transaction

from fondouk.engines.files import drawings, encodings, pictures, sniff, vault
from fondouk.engines.files.kinds import EXTENSIONS, IMAGES, KINDS, SVG
from fondouk.engines.files.models import StoredFile
from fondouk.engines.tables import scope
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, sentence

_CHUNK = 1 << 16
REPEATED_WITHIN = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file as commands and pages know it; `state` is RECEIVED, READY, REFUSED or DROPPED."""

    reference: str
    kind: str
    name: str
    media_type: str
    sha256: str
    size: int
    state: str
    owner: int | None = None
    refusal: str = ""
    variants: tuple[dict[str, Any], ...] = ()

    @property
    def is_image(self) -> bool:
        """Whether it can be shown as a picture."""
        return self.media_type in IMAGES


def receive(
    stream: BinaryIO, kind: str, *, owner: int | None, by: Actor, at: datetime, name: str = "", made_here: bool = False
) -> FileRef:
    """Take an upload, or (`made_here`) a document of our own. Raises Refused with the reason; then nothing is kept.

    Photos stay RECEIVED until `prepare` has drawn their public sizes; everything else is READY at once.
    """
    content = _read(stream, KINDS[kind].bytes_max)
    found = _refuse_type(content, kind, name, made_here)
    digest = hashlib.sha256(content).hexdigest()
    size = len(content)
    if found in IMAGES and kind != "photo":
        content = pictures.without_metadata(content, found)
    elif kind == "photo":
        pictures.decode(content, width_max=pictures.WIDTHS[0])
    cleaned = sniff.clean_name(name, EXTENSIONS[found])
    with transaction.atomic():
        known = _received_before(kind, owner, digest, cleaned, by, at)
        if known is not None:
            return _ref(known)
        row = StoredFile(
            kind=kind, owner=owner, name=cleaned, media_type=found, sha256=digest, size=size,
            state="RECEIVED" if kind == "photo" else "READY", received_at=at, received_by=by.label(),
        )  # fmt: skip
        if KINDS[kind].encrypted:
            content, row.key_id = vault.seal(content, row.reference), vault.key_id()
        vault.write(vault.private_path(row.reference), content)
        row.save(force_insert=True)
    return _ref(row)


def _received_before(
    kind: str, owner: int | None, digest: str, name: str, by: Actor, at: datetime
) -> StoredFile | None:
    """The same upload by the same person within the hour: a double click must come to one file, hence to one effect."""
    key = hashlib.blake2b(f"{kind}|{owner}|{digest}|{name}|{by.label()}".encode(), digest_size=8).digest()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int.from_bytes(key, signed=True)])
    same = StoredFile.objects.filter(kind=kind, owner=owner, sha256=digest, name=name, received_by=by.label())
    recent = same.filter(received_at__gt=at - REPEATED_WITHIN, received_at__lte=at, state__in=("RECEIVED", "READY"))
    return recent.order_by("-pk").first()


def _read(stream: BinaryIO, bytes_max: int) -> bytes:
    """All of it, or a refusal as soon as it is too much."""
    parts: list[bytes] = []
    total = 0
    while chunk := stream.read(_CHUNK):
        total += len(chunk)
        if total > bytes_max:
            text = sentence("This file is larger than %(max)s MB.")
            raise Refused(Refusal("file.large", text, {"max": bytes_max // 1_000_000}, "file"))
        parts.append(chunk)
    if not total:
        raise Refused(Refusal("file.empty", sentence("This file is empty."), field="file"))
    return b"".join(parts)


def _refuse_type(content: bytes, kind: str, name: str, made_here: bool) -> str:
    found = _bank_type(content, name) if kind == "statement" else sniff.media_type(content, name)
    if found is None or found not in KINDS[kind].types or (KINDS[kind].made_here and not made_here):
        accepted = ", ".join(sorted(EXTENSIONS[one].upper() for one in KINDS[kind].types))
        text = sentence("This kind of file is not taken here. Send one of: %(accepted)s.")
        raise Refused(Refusal("file.type", text, {"accepted": accepted}, "file"))
    refusal = None if made_here else sniff.refusal_of_content(content, found)
    if refusal:
        raise Refused(refusal)
    return found


def _bank_type(content: bytes, name: str) -> str | None:
    """As for other files; but banks also write UTF-16 and Latin-1, and leave out the XML declaration."""
    found = sniff.media_type(content, name) if content.startswith((b"PK", b"%PDF", b"\xff\xd8")) else None
    if found is not None:
        return found
    plain = encodings.as_utf8(content).lstrip()
    declared = plain if not plain.startswith(b"<") or plain.startswith(b"<?xml") else b"<?xml?>" + plain
    return sniff.media_type(declared, name)


def _ref(row: StoredFile) -> FileRef:
    return FileRef(
        row.reference, row.kind, row.name, row.media_type, row.sha256, row.size, row.state, row.owner, row.refusal,
        tuple(row.variants),
    )  # fmt: skip


def find(reference: str) -> FileRef | None:
    """What is known of a file, as far as the asking company may see its row."""
    row = StoredFile.objects.filter(reference=reference).first()
    return _ref(row) if row else None


def find_many(references: list[str]) -> dict[str, FileRef]:
    """Several at once. The caller's own query has decided who may see them."""
    if not references:
        return {}
    with scope.as_system():
        return {row.reference: _ref(row) for row in StoredFile.objects.filter(reference__in=references)}


def open(reference: str) -> tuple[FileRef, bytes]:
    """The file and its bytes. The caller's own query has decided who may read it.

    Raises StoredFile.DoesNotExist for an unknown, refused or dropped one.
    """
    with scope.as_system():
        row = StoredFile.objects.get(reference=reference, state__in=("READY", "RECEIVED"))
    content = vault.private_path(reference).read_bytes()
    return _ref(row), vault.unseal(content, reference) if row.key_id else content


def prepare(reference: str) -> FileRef:
    """Draw a photo's public sizes and forget the original, whose metadata may say where its maker lives.

    Idempotent, and asked again after a crash it forgets what the first time had left behind.
    """
    row = StoredFile.objects.get(reference=reference)
    if row.kind != "photo":
        return _ref(row)
    path = vault.private_path(reference)
    # A commit that fails puts the row back to RECEIVED: the original must still be there for the next attempt.
    transaction.on_commit(lambda: path.unlink(missing_ok=True))
    if row.state != "RECEIVED":
        return _ref(row)
    try:
        sizes = pictures.variants(path.read_bytes())
    except Refused as refused:
        row.state, row.refusal = "REFUSED", refused.code
    else:
        row.variants = [_publish(size) for size in sizes]
        row.state = "READY"
    row.save(update_fields=["state", "refusal", "variants"])
    return _ref(row)


def _publish(size: pictures.Encoded) -> dict[str, Any]:
    digest = hashlib.sha256(size.content).hexdigest()
    vault.write(vault.public_path(f"{digest}.{EXTENSIONS[size.media_type]}"), size.content)
    return {"width": size.width, "height": size.height, "hash": digest, "media_type": size.media_type}


def publish_drawing(svg: bytes, *, width: int, height: int) -> dict[str, Any]:
    """Keep an SVG that this program drew as a public picture; returns its variant. Never for uploads."""
    digest = hashlib.sha256(svg).hexdigest()
    path = vault.public_path(f"{digest}.svg")
    if not path.exists():
        vault.write(path, svg)
    return {"width": width, "height": height, "hash": digest, "media_type": SVG}


def publish_rasters(drawing: dict[str, Any]) -> list[dict[str, Any]]:
    """Pixels of a public drawing, kept as public pictures; returns their variants. Idempotent."""
    svg = vault.public_path(f"{drawing['hash']}.svg").read_bytes()
    return [_publish(size) for size in drawings.rasters(svg, drawing["width"], drawing["height"])]


def media_url(digest: str, media_type: str) -> str:
    """The public address of a variant; it never changes, so it may be cached for ever."""
    return f"/media/{digest}.{EXTENSIONS[media_type]}"


def open_media(name: str) -> tuple[bytes, str] | None:
    """(bytes, media type) of a public variant by hash and extension; None where there is none."""
    digest, _, extension = name.partition(".")
    types = {EXTENSIONS[one]: one for one in (*IMAGES, SVG)}
    if len(digest) != 64 or not digest.isalnum() or extension not in types:
        return None
    try:
        return vault.public_path(name).read_bytes(), types[extension]
    except FileNotFoundError:
        return None


def drop(reference: str) -> None:
    """Forget the bytes; the row stays and says so. Public variants stay: other rows may show the same picture."""
    StoredFile.objects.filter(reference=reference).update(state="DROPPED")
    transaction.on_commit(lambda: vault.private_path(reference).unlink(missing_ok=True))
