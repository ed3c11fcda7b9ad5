"""Shipments in, results out, line by line: what `fondouk estimate` does once Django is loaded."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any, TextIO

from fondouk.engines.landed_cost import estimate

_BATCH = 500


def run(stdin: TextIO, stdout: TextIO, *, on: date) -> None:
    """Read to the end; what cannot be read answers with its error, and the rest goes on."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    lines = iter(stdin)
    while batch := list(islice(lines, _BATCH)):
        stdout.writelines(f"{encode(answer)}\n" for answer in answers(batch, on=on))
        stdout.flush()


def answers(batch: Sequence[str], *, on: date) -> Iterator[dict[str, Any]]:
    """The result of each line that is not blank."""
    read = [_read(line) for line in batch if line.strip()]
    shipments = [one for one in read if isinstance(one, estimate.Shipment)]
    worked = iter(_worked(shipments, on))
    for one in read:
        yield next(worked) if isinstance(one, estimate.Shipment) else one


def _worked(shipments: Sequence[estimate.Shipment], on: date) -> list[dict[str, Any]]:
    """All at once; where a figure is beyond arithmetic, one by one, so that only its own line fails."""
    try:
        found = estimate.many(shipments, on=on)
        return [estimate.answer(one, said) for one, said in zip(shipments, found, strict=True)]
    except ArithmeticError:
        if len(shipments) == 1:
            return [{"id": shipments[0].id, "error": "A figure is too large or too small to be worked with."}]
        return [answer for one in shipments for answer in _worked([one], on)]


def _read(line: str) -> estimate.Shipment | dict[str, Any]:
    try:
        return estimate.read(line)
    except estimate.Unreadable as error:
        return {"id": _id(line), "error": str(error)}


def _id(line: str) -> Any:
    """The caller's id, where so much can be read."""
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found.get("id") if isinstance(found, dict) else None
