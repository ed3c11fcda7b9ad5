"""Payment files out: pain.001.001.09, one debtor account and currency a file, each transfer with its own id.

An IBAN goes in Id/IBAN, a Moroccan RIB or another number in Id/Othr/Id; addresses are structured, town and country
at least: banks turn unstructured ones away since 14 Nov 2026.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime

from lxml import etree

from fondouk.engines.bank_files.records import Element
from fondouk.kit.addresses import Address
from fondouk.kit.money import Money, total


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


NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"


def pain001(batch: PaymentFile) -> bytes:
    """The file's bytes, UTF-8. Raises ValueError when it is empty, currencies differ or an id is used twice."""
    money = _control_sum(batch)
    root = etree.Element(f"{{{NAMESPACE}}}Document", nsmap={None: NAMESPACE})
    message = _add(root, "CstmrCdtTrfInitn")
    header = _add(message, "GrpHdr")
    _add(header, "MsgId", _id(batch.reference))
    _add(header, "CreDtTm", batch.made_at.strftime("%Y-%m-%dT%H:%M:%SZ"))
    _add(header, "NbOfTxs", str(len(batch.instructions)))
    _add(header, "CtrlSum", str(money.decimal))
    _add(header, "InitgPty/Nm", plain(batch.initiator, 140))
    payment = _add(message, "PmtInf")
    _payment(payment, batch, money)
    for instruction in batch.instructions:
        _transfer(payment, instruction)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def plain(text: str, most: int) -> str:
    """Latin letters without accents and the few signs every bank takes: SWIFT's character set, cut to a length."""
    letters = unicodedata.normalize("NFKD", text.replace("’", "'")).encode("ascii", "ignore").decode()
    return " ".join(re.sub(r"[^A-Za-z0-9/\-?:().,'+ ]", " ", letters).split())[:most].strip()


def _control_sum(batch: PaymentFile) -> Money:
    if not batch.instructions:
        raise ValueError("a payment file pays somebody")
    ids = {instruction.end_to_end for instruction in batch.instructions}
    if len(ids) != len(batch.instructions):
        raise ValueError("an end-to-end id is used twice")
    if any(instruction.money.amount_minor <= 0 for instruction in batch.instructions):
        raise ValueError("a payment is more than nothing")
    return total([one.money for one in batch.instructions], batch.instructions[0].money.currency)


def _add(parent: Element, path: str, text: str | None = None) -> Element:
    for name in path.split("/"):
        parent = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    parent.text = text
    return parent


def _id(reference: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9-]{1,35}", reference):
        raise ValueError(f"not an id banks take: {reference!r}")
    return reference


def _payment(payment: Element, batch: PaymentFile, money: Money) -> None:
    _add(payment, "PmtInfId", _id(batch.reference))
    _add(payment, "PmtMtd", "TRF")
    _add(payment, "BtchBookg", "false")
    _add(payment, "NbOfTxs", str(len(batch.instructions)))
    _add(payment, "CtrlSum", str(money.decimal))
    _add(payment, "ReqdExctnDt/Dt", batch.execute_on.isoformat())
    _party(payment, "Dbtr", batch.payer)
    _account(payment, "DbtrAcct", batch.payer, money.currency)
    _add(payment, "DbtrAgt/FinInstnId/BICFI", batch.payer.bic)
    _add(payment, "ChrgBr", "SHAR")


def _transfer(payment: Element, instruction: Instruction) -> None:
    transfer = _add(payment, "CdtTrfTxInf")
    ids = _add(transfer, "PmtId")
    _add(ids, "InstrId", _id(instruction.end_to_end))
    _add(ids, "EndToEndId", _id(instruction.end_to_end))
    amount = _add(transfer, "Amt/InstdAmt", str(instruction.money.decimal))
    amount.set("Ccy", instruction.money.currency)
    _add(transfer, "CdtrAgt/FinInstnId/BICFI", instruction.payee.bic)
    _party(transfer, "Cdtr", instruction.payee)
    _account(transfer, "CdtrAcct", instruction.payee, None)
    _add(transfer, "RmtInf/Ustrd", plain(instruction.remittance, 140))


def _party(parent: Element, role: str, party: Party) -> None:
    if not party.address.town or not party.address.country:
        raise ValueError(f"{party.name}: banks refuse an address without town and country")
    if not plain(party.name, 140) or not plain(party.address.town, 35):
        raise ValueError(f"{party.name}: banks need the name and the town in Latin letters")
    node = _add(parent, role)
    _add(node, "Nm", plain(party.name, 140))
    address = _add(node, "PstlAdr")
    if party.address.street:
        _add(address, "StrtNm", plain(party.address.street, 70))
    if party.address.postal_code:
        _add(address, "PstCd", plain(party.address.postal_code, 16))
    _add(address, "TwnNm", plain(party.address.town, 35))
    _add(address, "Ctry", party.address.country)


def _account(parent: Element, role: str, party: Party, currency: str | None) -> None:
    account = _add(parent, role)
    _add(account, "Id/IBAN" if party.scheme == "IBAN" else "Id/Othr/Id", party.number)
    if currency:
        _add(account, "Ccy", currency)
