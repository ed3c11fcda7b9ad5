"""A camt.053.001.08 as a bank sends it: written for the demo's fictional bank and for tests that read it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from lxml import etree

from fondouk.engines.bank_files.records import Element, Entry, Statement
from fondouk.kit.bank_accounts import is_iban
from fondouk.kit.money import Money

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"


def write(issued: Sequence[tuple[Statement, str, str]]) -> bytes:
    """The message with each (statement, account holder, bank's BIC); statements need both balances and a last day."""
    if not issued:
        raise ValueError("a message carries a statement")
    first = issued[0][0]
    root = etree.Element(f"{{{NAMESPACE}}}Document", nsmap={None: NAMESPACE})
    message = _add(root, "BkToCstmrStmt")
    header = _add(message, "GrpHdr")
    _add(header, "MsgId", first.reference)
    _add(header, "CreDtTm", _made(first))
    for statement, holder, bic in issued:
        _statement(message, statement, holder, bic)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _made(statement: Statement) -> str:
    if statement.until_on is None:
        raise ValueError("a statement has a last day")
    return datetime.combine(statement.until_on, time(18)).isoformat()


def _statement(message: Element, statement: Statement, holder: str, bic: str) -> None:
    if statement.opening is None or statement.closing is None or statement.until_on is None:
        raise ValueError("a statement has an opening and a closing balance and a day")
    body = _add(message, "Stmt")
    _add(body, "Id", statement.reference)
    _add(body, "ElctrncSeqNb", statement.sequence or "1")
    _add(body, "CreDtTm", _made(statement))
    _account(body, statement, holder, bic)
    _balance(body, "OPBD", statement.opening, (statement.from_on or statement.until_on).isoformat())
    _balance(body, "CLBD", statement.closing, statement.until_on.isoformat())
    for entry in statement.entries:
        _entry(body, entry)


def _add(parent: Element, path: str, text: str | None = None) -> Element:
    """The last of a chain of new elements."""
    for name in path.split("/"):
        parent = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    parent.text = text
    return parent


def _identify(parent: Element, number: str) -> None:
    _add(parent, "IBAN" if is_iban(number) else "Othr/Id", number)


def _account(body: Element, statement: Statement, holder: str, bic: str) -> None:
    account = _add(body, "Acct")
    _identify(_add(account, "Id"), statement.account)
    _add(account, "Ccy", statement.currency)
    _add(account, "Ownr/Nm", holder)
    _add(account, "Svcr/FinInstnId/BICFI", bic)


def _amount(parent: Element, money: Money) -> None:
    _add(parent, "Amt", str(Money(abs(money.amount_minor), money.currency).decimal)).set("Ccy", money.currency)


def _balance(body: Element, code: str, money: Money, day: str) -> None:
    balance = _add(body, "Bal")
    _add(balance, "Tp/CdOrPrtry/Cd", code)
    _amount(balance, money)
    _add(balance, "CdtDbtInd", "DBIT" if money.amount_minor < 0 else "CRDT")
    _add(balance, "Dt/Dt", day)


def _entry(body: Element, entry: Entry) -> None:
    row = _add(body, "Ntry")
    _amount(row, entry.money)
    _add(row, "CdtDbtInd", "CRDT" if entry.incoming else "DBIT")
    _add(row, "Sts/Cd", "BOOK")
    _add(row, "BookgDt/Dt", entry.booked_on.isoformat())
    _add(row, "ValDt/Dt", (entry.value_on or entry.booked_on).isoformat())
    _add(row, "AcctSvcrRef", entry.reference)
    domain = _add(row, "BkTxCd/Domn")
    _add(domain, "Cd", "PMNT")
    family = _add(domain, "Fmly")
    _add(family, "Cd", "RCDT" if entry.incoming else "ICDT")
    _add(family, "SubFmlyCd", "XBCT")
    _details(row, entry)


def _details(row: Element, entry: Entry) -> None:
    detail = _add(row, "NtryDtls/TxDtls")
    _add(detail, "Refs/EndToEndId", entry.end_to_end or "NOTPROVIDED")
    _amount(detail, entry.money)
    _add(detail, "CdtDbtInd", "CRDT" if entry.incoming else "DBIT")
    role = "Dbtr" if entry.incoming else "Cdtr"
    if entry.party:
        parties = _add(detail, "RltdPties")
        _add(parties, f"{role}/Pty/Nm", entry.party)
        if entry.party_account:
            _identify(_add(parties, f"{role}Acct/Id"), entry.party_account)
    if entry.texts:
        remittance = _add(detail, "RmtInf")
        for text in entry.texts:
            _add(remittance, "Ustrd", text[:140])
    if entry.returned:
        _add(detail, "RtrInf/Rsn/Cd", entry.returned[:4])
