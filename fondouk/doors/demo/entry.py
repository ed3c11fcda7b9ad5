"""What the goods of the demo's trades need to enter: drawn when both have signed, done as each side gets to it."""

from __future__ import annotations

from datetime import date, datetime

from fondouk.doors.demo.companies import SYSTEM
from fondouk.kit.actor import Actor
from fondouk.market.readiness import commands, queries

_SAID = {
    "registration": "In force, renewed this year", "certificate": "Report of this lot on file",
    "label": "Printed and approved by the buyer", "filing": "Filed by our broker", "packing": "Stamped on every pallet",
    "document": "With the shipping documents",
}  # fmt: skip


def draw(order: str, *, at: datetime) -> None:
    """The tasks of a signed order."""
    commands.draw_tasks(order=order, by=SYSTEM, at=at)


def settle(order: str, *, maker: Actor, buyer: Actor, until: date | None, at: datetime) -> None:
    """Both sides tick off what falls due by a day; all of it where none is given."""
    for one in queries.tasks_of(order):
        due = until is None or (one.due_on is not None and one.due_on <= until)
        if due and one.done_at is None:
            by = maker if one.side == "supplier" else buyer
            commands.complete_task(task=one.reference, note=_SAID[one.kind], by=by, at=at)
