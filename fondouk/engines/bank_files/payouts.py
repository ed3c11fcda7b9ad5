"""Payment files out: pain.001.001.09, one debtor account and currency a file, each transfer with its own id.

An IBAN goes in Id/IBAN, a Moroccan RIB or another number in Id/Othr/Id; addresses are structured, town and country
at least: banks turn unstructured ones away since 14 Nov 2026.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from fondouk.kit.addresses import Address
from fondouk.kit.money import Money


@dataclass(frozen=True, slots=True)
class Party:
    """Who pays or is paid. `scheme`: IBAN, RIB or BBAN."""

    name: str
    address: Address
    scheme: str
    number: str
    bic: str


@dataclass(frozen=True, slots=True)
class Instruction:
    """One credit transfer. `end_to_end` is unique, at most 35 characters; `remittance` at most 140."""

    end_to_end: str
    money: Money
    payee: Party
    remittance: str


@dataclass(frozen=True, slots=True)
class PaymentFile:
    """A batch: `reference` becomes message id and payment information id."""

    reference: str
    initiator: str
    payer: Party
    made_at: datetime
    execute_on: date
    instructions: tuple[Instruction, ...]


def pain001(batch: PaymentFile) -> bytes:
    """The file's bytes, UTF-8. Raises ValueError when currencies differ or an id is used twice."""
    from fondouk.engines.bank_files import pain_out

    return pain_out.write(batch)
