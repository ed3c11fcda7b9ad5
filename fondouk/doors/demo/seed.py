"""Write the demo: one transaction, the same on every machine, nothing at all where it already stands.

Everything goes through the commands people use, with the moments passed in; the catalogue through the bulk import.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from fondouk.doors import clock
from fondouk.doors.demo import bank, companies, pavilion, people, products, reading, reference_data, trades, waiting
from fondouk.doors.demo.companies import SYSTEM, Register
from fondouk.doors.demo.variants import forms
from fondouk.engines.events import journal
from fondouk.engines.tables import scope
from fondouk.kit import references
from fondouk.market.discovery import commands as discovery
from fondouk.market.discovery.readers import NAME as READER

Progress = Callable[[str], None]


def run(progress: Progress, at: datetime | None = None) -> bool:
    """Write the demo as of `at` (now, unless given); False where it was already there."""
    moment = at or clock.now()
    with scope.as_system(), references.drawn_from("caravane"), transaction.atomic():
        if companies.known():
            progress("The demo data is there.")
            return False
        _write(_timed(progress), moment)
    return True


def _timed(progress: Progress) -> Callable[[str], None]:
    """Say what was done and how long it took since the last line."""
    last = time.monotonic()

    def said(what: str) -> None:
        nonlocal last
        now = time.monotonic()
        progress(f"{what} ({now - last:.1f} s)")
        last = now

    return said


def _write(say: Callable[[str], None], at: datetime) -> None:
    register = Register(people.admit(by=SYSTEM, at=at))
    companies.register_all(register, at=at)
    say(f"{len(register.companies)} companies with {len(register.people)} people")
    companies.prove_all(register, at=at)
    companies.open_all(register, at=at)
    say("Certificates checked, storefronts open")
    files = reference_data.load_reference(by=SYSTEM, at=at)
    say(f"{files} files of tariffs, rate cards and exchange rates loaded")
    products.load_shelves(by=SYSTEM, at=at)
    written = products.import_all(companies=register.companies, certificates=register.certificates, by=SYSTEM, at=at)
    say(f"{len(written)} products published")
    waiting.leave(register, at=at)
    told = _trade(register, at)
    say(f"{told} trades told")
    discovery.refresh(products=written, by=SYSTEM, at=at)
    say("Listings made")
    journal.done(journal.unread(READER, limit=100_000))  # the listings just made know all of it
    pavilion.open_morocco(register, "fondouk-maroc", at=at)
    say("Pavilion open")


def _trade(register: Register, at: datetime) -> int:
    """The holder and everybody's accounts, then the trades."""
    bank.open_holder(register, at=at)
    bank.open_accounts(register, sorted(_accounts()), at=at)
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
