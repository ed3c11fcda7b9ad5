"""Who acts: built at a door, read again in the command."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """The person, for which company, by which mandate, through which door; all reference texts.

    `company` is the company acted for. When a partner's person acts for a supplier, `on_behalf_of` names that
    supplier too and `mandate` the consent that allows it.
    """

    person: str | None
    company: str | None
    on_behalf_of: str | None = None
    mandate: str | None = None
    door: str = "web"

    @classmethod
    def system(cls, door: str) -> Actor:
        """The marketplace itself: a clock that ran out, a reader, a seed."""
        return cls(person=None, company=None, door=door)

    @property
    def is_system(self) -> bool:
        """True where no person stands behind the act."""
        return self.person is None

    def label(self) -> str:
        """One text for a record: who did it."""
        return self.person or f"system:{self.door}"
