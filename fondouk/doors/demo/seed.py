"""Write the demo: the same on every machine, nothing at all where it already stands.

Everything goes through the commands people use, with the moments passed in; the catalogue through the bulk import. Four
transactions: reference data; companies with the products that are traded; the trades; the other products and all
listings. The first needs no company, the third none of the fourth: at the start of a demo two processes write at a
time. Killed in between, the next start goes on.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from datetime import datetime

from django.db import connections, transaction

from fondouk.doors import clock
from fondouk.doors.demo import (
    bank,
    companies,
    making,
    pavilion,
    people,
    products,
    reading,
    reference_data,
    trades,
    waiting,
)
from fondouk.doors.demo.companies import SYSTEM, Register
from fondouk.doors.demo.variants import forms
from fondouk.doors.ops import environment
from fondouk.engines.events import journal
from fondouk.engines.tables import scope
from fondouk.kit import references
from fondouk.market.discovery import commands as discovery
from fondouk.market.discovery import queries as discovery_queries
from fondouk.market.discovery.readers import NAME as READER
from fondouk.market.orders import queries as orders

Progress = Callable[[str], None]


def run(
    progress: Progress,
    at: datetime | None = None,
    *,
    side_by_side: bool = False,
    listed: Callable[[], None] = lambda: None,
) -> bool:
    """Write the demo as of `at` (now, unless given); False where it was already there.

    `side_by_side` writes in a second process what does not wait for the rest; without it all happens in this one.
    `listed` is called once every product has its listing: then only trades are still missing.
    """
    moment, say = at or clock.now(), _timed(progress)
    with scope.as_system():
        if whole():
            progress("The demo data is there.")
            return False
        register = _marketplace(say, moment, forked=side_by_side)
        told = _begin(lambda: _trades(register, say, moment), forked=side_by_side)
        _shelves(register, say, moment)
        listed()
        told()
    return True


def get_ready() -> None:
    """What needs no tables, done while they are made: read the content."""
    forms()
    people.everybody()


def whole() -> bool:
    """Whether the demo stands: its trades are told and its products listed."""
    with scope.as_system():
        return bool(orders.order_counts()) and discovery_queries.count() > 0


def _begin(job: Callable[[], None], *, forked: bool) -> Callable[[], None]:
    """Do a job now, or begin it in a forked process; what is returned waits for it."""
    if not forked:
        job()
        return lambda: None
    connections.close_all()  # a connection cannot be shared with a forked process
    return environment.forked(job)


def _timed(progress: Progress) -> Callable[[str], None]:
    """Say what was done and how long it took since the last line."""
    last = time.monotonic()

    def said(what: str) -> None:
        nonlocal last
        now = time.monotonic()
        progress(f"{what} ({now - last:.1f} s)")
        last = now

    return said


def _marketplace(say: Callable[[str], None], at: datetime, *, forked: bool) -> Register:
    """Companies, papers, reference data, traded products; read back where an earlier start has written them."""
    if companies.known():
        return companies.recall(at=at)
    loaded = _begin(lambda: _rates(say, at), forked=forked)
    with scope.as_system(), references.drawn_from("caravane"), transaction.atomic():
        register = Register(people.admit(by=SYSTEM, at=at))
        companies.register_all(register, at=at)
        say(f"{len(register.companies)} companies with {len(register.people)} people")
        companies.prove_all(register, at=at)
        companies.open_all(register, at=at)
        say("Certificates checked, storefronts open")
        loaded()
        products.load_shelves(by=SYSTEM, at=at)
        shown = _publish(register, sorted(_traded()), at)
        making.enter(register, at=at)
        waiting.leave(register, at=at)
        bank.open_holder(register, at=at)
        bank.open_accounts(register, sorted(_accounts()), at=at)
        journal.done(journal.unread(READER, limit=100_000))  # the listings made later know all of it
    say(f"{shown} products published, those that are traded")
    return register


def _rates(say: Callable[[str], None], at: datetime) -> None:
    with scope.as_system(), references.drawn_from("rates of the caravane"), transaction.atomic():
        files = reference_data.load_reference(by=SYSTEM, at=at)
    say(f"{files} files of tariffs, rate cards and exchange rates loaded")


def _trades(register: Register, say: Callable[[str], None], at: datetime) -> None:
    with scope.as_system(), references.drawn_from("trades of the caravane"), transaction.atomic():
        if not orders.order_counts():
            say(f"{_trade(register, at)} trades told")


def _shelves(register: Register, say: Callable[[str], None], at: datetime) -> None:
    with scope.as_system(), references.drawn_from("shelves of the caravane"), transaction.atomic():
        if discovery_queries.count() == 0:
            shown = _publish(register, [form.key for form in forms() if form.key not in _traded()], at)
            say(f"{shown} products published, the others")
            journal.done(journal.unread(READER, limit=100_000))
            discovery.refresh(products=[products.reference_of(form.key) for form in forms()], by=SYSTEM, at=at)
            say("Listings made")
            pavilion.open_morocco(register, "fondouk-maroc", at=at)
            say("Pavilion open")


def _publish(register: Register, keys: Collection[str], at: datetime) -> int:
    """Import the products of these keys; returns how many."""
    wanted = set(keys)
    products.import_all(
        [form for form in forms() if form.key in wanted], companies=register.companies,
        certificates=register.certificates, by=SYSTEM, at=at,
    )  # fmt: skip
    return len(wanted)


def _traded() -> set[str]:
    """The products the trades and the bills of materials speak of."""
    return {one["product"] for one in reading.document("trades.toml").values()} | set(making.PRODUCTS)


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
