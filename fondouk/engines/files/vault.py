"""Bytes on disk: private ones under their reference, public ones under their hash; evidence encrypted."""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

_NONCE_BYTES = 12


def _key() -> bytes:
    return hashlib.sha256(settings.EVIDENCE_KEY.encode()).digest()


def key_id() -> str:
    """A name for the key in force that tells nothing about it."""
    return hashlib.sha256(b"id:" + _key()).hexdigest()[:16]


def seal(content: bytes, reference: str) -> bytes:
    """AES-256-GCM, bound to the reference: bytes swapped between two files do not open."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(_key()).encrypt(nonce, content, reference.encode())


def unseal(sealed: bytes, reference: str) -> bytes:
    """The content; raises InvalidTag where bytes, key or reference were changed."""
    return AESGCM(_key()).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], reference.encode())


def private_path(reference: str) -> Path:
    """Where a private file lies."""
    return Path(settings.MEDIA_ROOT) / "private" / reference[-2:] / reference


def public_path(name: str) -> Path:
    """Where a public picture lies; `name` is hash and extension."""
    return Path(settings.MEDIA_ROOT) / "public" / name[:2] / name


def write(path: Path, content: bytes) -> None:
    """Whole or not at all, and on the disk before the row says so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    with draft.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    draft.replace(path)
