"""Money in the demo: the holder's accounts, the wires the fictional bank reports, the operator's payouts."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from fondouk.doors.demo import reading
from fondouk.doors.demo.companies import Register, number_of, rib_of
from fondouk.engines.files import store
from fondouk.kit.money import Money
from fondouk.market.companies import commands as companies
from fondouk.market.orders import commands as orders
from fondouk.market.sourcing import commands as sourcing
from fondouk.market.treasury import commands as treasury
from fondouk.market.treasury import queries
from fondouk.market.treasury.expected import Bend, next_statement
from fondouk.market.treasury.rules import PayoutState

OPERATOR, SECOND = "salma@fondouk.example", "omar@fondouk.example"
CURRENCIES = ("USD", "EUR", "CAD")
_DAY = timedelta(days=1)
_SOURCE = "Decision of the demo’s operator, fictional"


def open_holder(register: Register, *, at: datetime) -> None:
    """Name the licensed holder, open an account a currency with it, and set fees, days and tolerances."""
    first, second = register.actor(OPERATOR), register.actor(SECOND)
    before = at - 190 * _DAY
    for currency in CURRENCIES:
        row = companies.add_bank_account(
            number=rib_of(f"held-{currency}"), bic="ARGNMAMC", currency=currency, holder="Fondouk Maroc, money held",
            bank_name="Banque Arganier", by=first, at=before,
        )  # fmt: skip
        companies.confirm_bank_account(account=row.reference, by=second, at=before + _DAY)
        orders.set_tolerance(
            valid_from=before.date(), money=Money.of("50.00", currency), source=_SOURCE, by=first, at=before
        )
    orders.set_terms(
        valid_from=before.date(), fee_basis_points=150, pay_days=5, inspection_days=7, claim_days=30, source=_SOURCE,
        by=first, at=before,
    )  # fmt: skip
    sourcing.appoint_holder(
        name="Banque Arganier", licence="PI-0417, a licence of the demo", country="MA", fictional=True, by=first,
        at=before,
    )  # fmt: skip


def open_accounts(register: Register, wanted: Iterable[tuple[str, str]], *, at: datetime) -> None:
    """Where makers are paid and buyers refunded, by company and currency: two people stand behind each."""
    second = register.actor(SECOND)
    for key, currency in wanted:
        makes = key in reading.suppliers()
        row = companies.add_bank_account(
            number=rib_of(key) if makes else number_of(key, "account", 12), currency=currency,
            bic="ARGNMAMC" if makes else "LAKEUS44", holder=reading.suppliers()[key]["name"] if makes else key.title(),
            bank_name="Banque Arganier" if makes else "Lake and Harbor Bank", by=register.owner(key),
            at=at - 160 * _DAY,
        )  # fmt: skip
        companies.confirm_bank_account(account=row.reference, by=second, at=at - 158 * _DAY)


@dataclass
class Bank:
    """What waits for the next statement, by currency."""

    register: Register
    wires: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def wire(self, reference: str, currency: str) -> None:
        """The buyer wires a payment (RF…), or a payment file (PMF-…) goes to the bank."""
        self.wires[currency].append(reference)

    def report(self, moment: datetime) -> None:
        """The bank's statements of the day, imported by the operator the same evening."""
        for _currency, references in sorted(self.wires.items()):
            if references:
                self._import(next_statement(references, day=moment.date()).content, moment)
        self.wires.clear()

    def report_unclear(self, reference: str, moment: datetime) -> None:
        """A wire nobody can place: another payer, no reference. It stays in suspense."""
        bend = Bend(payer="MIDWEST HOLDINGS LLC", text="INVOICE 2219 THANK YOU")
        self._import(next_statement([reference], day=moment.date(), bend=bend).content, moment)

    def _import(self, content: bytes, moment: datetime) -> None:
        operator = self.register.actor(OPERATOR)
        file = store.receive(
            io.BytesIO(content), "statement", owner=self.register.ids["fondouk-maroc"], by=operator, at=moment,
            name=f"statement-{moment:%Y-%m-%d}.xml",
        )  # fmt: skip
        treasury.import_statement(file=file.reference, by=operator, at=moment)

    def pay_out(self, moment: datetime) -> None:
        """Salma builds what is owed, Omar approves, Salma files: a payment file a currency, booked next day."""
        first, second = self.register.actor(OPERATOR), self.register.actor(SECOND)
        treasury.build_payouts(by=first, at=moment)
        built: dict[str, list[str]] = defaultdict(list)
        operator = self.register.ids["fondouk-maroc"]
        for row in queries.payouts(operator, states=[PayoutState.BUILT], at=moment):
            treasury.approve_payout(payout=row.reference, by=second, at=moment)
            built[row.money.currency].append(row.reference)
        for currency, references in sorted(built.items()):
            file = treasury.file_payouts(payouts=references, by=first, at=moment)
            self.wire(file.reference, currency)
