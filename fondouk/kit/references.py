"""References people read and type: PREFIX-XXXX-XXXX in Crockford's base 32, the last a check character.

Seven random characters (35 bits) and one check character: the weighted sum modulo the prime 31. It catches every
swap of neighbours and every single wrong character, save a 0 read as a Z or a Z as a 0.
"""

from __future__ import annotations

import random
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})


def _check(body: str) -> str:
    total = sum(ALPHABET.index(character) * weight for weight, character in enumerate(body, start=2))
    return ALPHABET[total % 31]


def from_number(prefix: str, number: int) -> str:
    """The reference that stands for a number below 2**35: for data that must come out the same each time."""
    body = "".join(ALPHABET[(number >> shift) & 31] for shift in range(30, -5, -5))
    return f"{prefix}-{body[:4]}-{body[4:]}{_check(body)}"


_bits: Callable[[int], int] = secrets.randbits


def new(prefix: str) -> str:
    """A fresh reference; a clash is as likely as guessing one, and the unique column refuses it."""
    return from_number(prefix, _bits(35))


@contextmanager
def drawn_from(seed: str) -> Iterator[None]:
    """Inside, references come out the same each time: for data that is written anew on every machine."""
    global _bits
    before, _bits = _bits, random.Random(seed).getrandbits  # noqa: S311 (names, not secrets)
    try:
        yield
    finally:
        _bits = before


def normalise(text: str) -> str:
    """What somebody typed, as a reference: upper case, look-alikes mended, dashes where they belong."""
    compact = "".join(text.upper().split()).replace("-", "")
    prefix, body = compact[:-8], compact[-8:].translate(_LOOKALIKE)
    return f"{prefix}-{body[:4]}-{body[4:]}"


def valid(text: str, prefix: str | None = None) -> bool:
    """Whether this is a well-formed reference (of that prefix) whose check character is right."""
    head, _, tail = text.partition("-")
    body = tail.replace("-", "")
    if len(body) != 8 or any(character not in ALPHABET for character in body):
        return False
    return (prefix is None or head == prefix) and _check(body[:7]) == body[7]
