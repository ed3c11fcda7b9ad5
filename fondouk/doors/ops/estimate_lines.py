"""Shipments in, results out, line by line: what `fondouk estimate` does once Django is loaded.

Lines are read as bytes, so that one that is not UTF-8 fails alone. What has arrived is answered at once, so that
whoever writes a line and waits for its answer gets it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from fondouk.engines.landed_cost import estimate

_READ, LINE_MAX = 256 * 1024, 4 * 1024 * 1024
_BOM = b"\xef\xbb\xbf"
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_TOO_FAR = "A figure is too large or too small to be worked with."
_UNFORESEEN = "This shipment could not be worked out: its figures meet in a way nobody foresaw."


def run(stdin: Any, stdout: Any, *, on: date) -> None:
    """Read the binary stream to its end; what cannot be read answers with its error, and the rest goes on."""
    for batch in _batches(stdin):
        # Half of a pair of surrogates cannot be written in UTF-8: as \udxxx it stays the JSON it came as.
        said = (_encode(answer).encode("utf-8", "backslashreplace") for answer in answers(batch, on=on))
        stdout.writelines(one + b"\n" for one in said)
        stdout.flush()


def _batches(stdin: Any) -> Iterator[list[bytes]]:
    """Lines as they arrive. An empty line is a line where another follows; at the end it is none."""
    blank = 0
    for lines in _arrived(stdin):
        last = max((place for place, line in enumerate(lines, 1) if line.strip()), default=0)
        if last:
            yield [*[b""] * blank, *lines[:last]]
            blank = 0
        blank += len(lines) - last


def _arrived(stdin: Any) -> Iterator[list[bytes]]:
    """The whole lines of each read; a line beyond the limit is cut there, so that it fills no memory."""
    rest = stdin.read1(len(_BOM)).removeprefix(_BOM)
    while chunk := stdin.read1(_READ):
        *lines, rest = (rest + chunk).split(b"\n")
        rest = rest[: LINE_MAX + 1]
        if lines:
            yield lines
    yield [rest]


def answers(batch: Sequence[bytes], *, on: date) -> Iterator[dict[str, Any]]:
    """The result of each line, in their order."""
    read = [_read(line) for line in batch]
    shipments = [one for one in read if isinstance(one, estimate.Shipment)]
    worked = iter(_worked(shipments, on))
    for one in read:
        yield next(worked) if isinstance(one, estimate.Shipment) else one


def _worked(shipments: Sequence[estimate.Shipment], on: date) -> list[dict[str, Any]]:
    """All at once; where a figure is beyond arithmetic, one by one, so that only its own line fails."""
    try:
        found = estimate.many(shipments, on=on)
        return [estimate.answer(one, said) for one, said in zip(shipments, found, strict=True)]
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        if len(shipments) == 1:
            said = _TOO_FAR if isinstance(error, ArithmeticError) else _UNFORESEEN
            return [{"id": shipments[0].id, "error": said}]
        return [answer for one in shipments for answer in _worked([one], on)]


def _read(line: bytes) -> estimate.Shipment | dict[str, Any]:
    try:
        return estimate.read(_text(line))
    except estimate.Unreadable as error:
        return {"id": _id(line), "error": str(error)}


def _text(line: bytes) -> str:
    if len(line) > LINE_MAX:
        raise estimate.Unreadable(f"This line is longer than {LINE_MAX // 1024 // 1024} MB.")
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise estimate.Unreadable(f"This line is not UTF-8: see its byte {error.start + 1}.") from None
    if not text.strip():
        raise estimate.Unreadable("This line is empty.")
    return text


def _id(line: bytes) -> str | int | float | None:
    """The caller's id, where so much can be read."""
    try:
        found = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    value = found.get("id") if isinstance(found, dict) else None
    if isinstance(value, float) and not math.isfinite(value):
        return None
    known = isinstance(value, (int, float)) and not isinstance(value, bool)
    return value if known or (isinstance(value, str) and len(value) <= estimate.ID_MAX) else None
