"""A refusal: a stable code and a clear sentence that says what to do.

One rule returns it, three places use it: the command raises it, the page shows it on the disabled button, the
API returns it as a problem. Sentences are marked here and translated at the door.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


def sentence(text: str) -> str:
    """Mark a sentence for translation; it stays English until a door speaks it."""
    return text


@dataclass(frozen=True)
class Refusal:
    """Why not. `values` fill the %(name)s places of the sentence; `field` names the input it is about."""

    code: str
    sentence: str
    values: Mapping[str, Any] = field(default_factory=dict)
    field: str | None = None

    def __str__(self) -> str:
        return self.sentence % self.values if self.values else self.sentence


class Refused(Exception):
    """Raised by a command: one refusal or all that stand in the way, at once."""

    def __init__(self, refusals: Refusal | Sequence[Refusal]):
        self.refusals = (refusals,) if isinstance(refusals, Refusal) else tuple(refusals)
        if not self.refusals:
            raise ValueError("a refusal needs a reason")
        super().__init__("; ".join(f"{one.code}: {one}" for one in self.refusals))

    @property
    def code(self) -> str:
        """The code of the first refusal."""
        return self.refusals[0].code


def refuse_if(refusals: Refusal | Sequence[Refusal] | None) -> None:
    """Raise what a rule returned, if it returned anything."""
    if refusals:
        raise Refused(refusals)
