"""Write the demo: the same on every machine, nothing at all where it already stands.

Everything goes through the commands people use, with the moments passed in; the catalogue through the bulk import. Two
transactions: the marketplace (companies, rates, products), then the trades. The listings need no trade and the trades
no listing, so at the start of a demo two processes write them side by side. Killed in between, the next start goes on.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connections, transaction

from fondouk.doors import clock
from fondouk.doors.demo import (
    bank,
    companies,
    making,
    pavilion,
    people,
    pictures,
    products,
    reading,
    reference_data,
    trades,
    waiting,
)
from fondouk.doors.demo.companies import SYSTEM, Register
from fondouk.doors.demo.variants import forms
from fondouk.engines.events import journal
from fondouk.engines.tables import scope
from fondouk.kit import references
from fondouk.market.discovery import commands as discovery
from fondouk.market.discovery import queries as discovery_queries
from fondouk.market.discovery.readers import NAME as READER
from fondouk.market.orders import queries as orders

Progress = Callable[[str], None]


def run(progress: Progress, at: datetime | None = None, *, side_by_side: bool = False) -> bool:
    """Write the demo as of `at` (now, unless given); False where it was already there.

    `side_by_side` tells the trades in a second process; without it all happens in this one.
    """
    moment, say = at or clock.now(), _timed(progress)
    with scope.as_system():
        if whole():
            progress("The demo data is there.")
            return False
        register = _marketplace(say, moment)
        if side_by_side:
            _beside(lambda: _trades(register, say, moment), lambda: _shelves(register, say, moment))
        else:
            _trades(register, say, moment)
            _shelves(register, say, moment)
    return True


def get_ready() -> None:
    """What needs no tables, done while they are made: on an empty marketplace, read the content and draw pictures."""
    if not Path(settings.MEDIA_ROOT, "public").exists():
        pictures.photos_of_all()


def whole() -> bool:
    """Whether the demo stands: its trades are told and its products listed."""
    with scope.as_system():
        return bool(orders.order_counts()) and discovery_queries.count() > 0


def _beside(other: Callable[[], None], own: Callable[[], None]) -> None:
    """Two jobs at once, the other one in a forked process, which knows all this one does. Raises where it fails."""
    connections.close_all()  # a connection cannot be shared with a forked process
    process = multiprocessing.get_context("fork").Process(target=other)
    process.start()
    own()
    process.join()
    if process.exitcode != 0:
        raise RuntimeError("The demo's trades could not be told; the lines above say why.")


def _timed(progress: Progress) -> Callable[[str], None]:
    """Say what was done and how long it took since the last line."""
    last = time.monotonic()

    def said(what: str) -> None:
        nonlocal last
        now = time.monotonic()
        progress(f"{what} ({now - last:.1f} s)")
        last = now

    return said


def _marketplace(say: Callable[[str], None], at: datetime) -> Register:
    """Companies, papers, reference data, products; read back where an earlier start has written them."""
    if companies.known():
        return companies.recall(at=at)
    with references.drawn_from("caravane"), transaction.atomic():
        register = Register(people.admit(by=SYSTEM, at=at))
        companies.register_all(register, at=at)
        say(f"{len(register.companies)} companies with {len(register.people)} people")
        companies.prove_all(register, at=at)
        companies.open_all(register, at=at)
        say("Certificates checked, storefronts open")
        files = reference_data.load_reference(by=SYSTEM, at=at)
        say(f"{files} files of tariffs, rate cards and exchange rates loaded")
        products.load_shelves(by=SYSTEM, at=at)
        shown = products.import_all(companies=register.companies, certificates=register.certificates, by=SYSTEM, at=at)
        making.enter(register, at=at)
        waiting.leave(register, at=at)
        bank.open_holder(register, at=at)
        bank.open_accounts(register, sorted(_accounts()), at=at)
        journal.done(journal.unread(READER, limit=100_000))  # the listings made next know all of it
    say(f"{len(shown)} products published")
    return register


def _trades(register: Register, say: Callable[[str], None], at: datetime) -> None:
    with scope.as_system(), references.drawn_from("trades of the caravane"), transaction.atomic():
        if not orders.order_counts():
            say(f"{_trade(register, at)} trades told")


def _shelves(register: Register, say: Callable[[str], None], at: datetime) -> None:
    with scope.as_system(), references.drawn_from("shelves of the caravane"), transaction.atomic():
        if discovery_queries.count() == 0:
            discovery.refresh(products=[products.reference_of(form.key) for form in forms()], by=SYSTEM, at=at)
            say("Listings made")
            pavilion.open_morocco(register, "fondouk-maroc", at=at)
            say("Pavilion open")


def _trade(register: Register, at: datetime) -> int:
    """The trades, and the wire nobody can place."""
    teller = bank.Bank(register)
    told = trades.run(register, teller, at=at)
    trades.leave_unclear(register, teller, at=at)
    return told


def _accounts() -> set[tuple[str, str]]:
    """(company, currency) of the makers whose contract is signed, and of the buyers in Chicago and Montréal."""
    known = {form.key: form.product for form in forms()}
    signed = [one for one in reading.document("trades.toml").values() if "sign" in one["steps"].split()]
    makers = {(known[one["product"]]["of"], known[one["product"]]["trade"]["currency"]) for one in signed}
    return makers | {("lakeshore", "USD"), ("plateau", "USD"), ("plateau", "CAD")}
