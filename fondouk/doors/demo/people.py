"""The people of the demo: who signs in where, all with one password. Fictional, like everybody here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from fondouk.doors.demo import reading
from fondouk.kit.actor import Actor

PASSWORD = "caravane-2026"  # noqa: S105 (told to everybody who starts the demo)


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody in the demo; `says` is empty for those the welcome does not name."""

    email: str
    name: str
    company: str
    role: str
    language: str
    destination: str = ""
    says: str = ""


def _named() -> tuple[DemoPerson, ...]:
    return tuple(DemoPerson(**row) for row in reading.table("people.csv"))


#: Those the welcome lists, in its order.
PEOPLE = _named()


@cache
def everybody() -> tuple[DemoPerson, ...]:
    """The named ones, then the owners of all other makers."""
    return (*PEOPLE, *_owners({person.company for person in PEOPLE}))


def _owners(known: set[str]) -> Iterator[DemoPerson]:
    for row in reading.table("owners.csv"):
        if row["company"] not in known:
            email = f"contact@{row['company']}.example"
            yield DemoPerson(email, row["name"], row["company"], "owner", row["language"])


def admit(*, by: Actor, at: datetime) -> dict[str, str]:
    """Write them all; e-mail → reference."""
    from fondouk.doors.web.accounts import people as accounts  # the welcome reads the list without Django

    rows = [
        {"email": one.email, "name": one.name, "language": one.language, "destination": one.destination}
        for one in everybody()
    ]
    return accounts.admit(rows, password=PASSWORD, by=by, at=at)
