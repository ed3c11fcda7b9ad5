"""camt.053 and camt.054, versions 001.02 to 001.14, as banks send them.

Refused, with the reason: any DOCTYPE (before a parser acts on it), other namespaces, mixed currencies in one
statement, amounts finer than the minor unit. The versions differ in a few places only: `Sts` is text up to .07 and
has `Cd` after; parties lie in `Pty` since .08; a detail's amount is `Amt` since .03, `AmtDtls/TxAmt/Amt` before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from xml.parsers import expat

from lxml import etree

from fondouk.engines.bank_files.records import Element, Entry, Kind, Statement, clip, exact, refuse_too_many, unreadable
from fondouk.kit.bank_accounts import compact
from fondouk.kit.money import Money
from fondouk.kit.refusal import sentence

_NAMESPACE = re.compile(r"urn:iso:std:iso:20022:tech:xsd:(camt\.05([34])\.001\.(\d\d))$")
_ROOTS = {"3": ("BkToCstmrStmt/Stmt", Kind.STATEMENT), "4": ("BkToCstmrDbtCdtNtfctn/Ntfctn", Kind.NOTIFICATION)}
_OPENING, _CLOSING = ("OPBD", "PRCD"), ("CLBD",)
_OWN_NOTHING = {"NOTPROVIDED", "NONREF", "NOT PROVIDED", "NOTAVAILABLE"}


def looks_like(content: bytes) -> bool:
    """Whether the bytes begin like XML, in any of its encodings."""
    head = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:8].replace(b"\x00", b"").lstrip(b"\xff\xfe")
    return head.startswith(b"<")


def read(content: bytes) -> tuple[Statement, ...]:
    """All statements or notifications of the message, in order."""
    root = _parse(content)
    found = _NAMESPACE.match(etree.QName(root).namespace or "")
    if found is None or not 2 <= int(found[3]) <= 14:
        raise unreadable(
            sentence("This XML is not a camt.053 or camt.054 message of version 001.02 to 001.14 (its namespace says: “%(namespace)s”)."),  # noqa: E501
            namespace=clip(etree.QName(root).namespace, 120),
        )  # fmt: skip
    path, kind = _ROOTS[found[2]]
    nodes = _Nodes(etree.QName(root).namespace or "")
    statements = tuple(_statement(nodes, node, found[1], kind) for node in nodes.all(root, path))
    if not statements:
        raise unreadable(sentence("The message carries no statement."))
    refuse_too_many(sum(len(one.entries) for one in statements))
    return statements


class _Nodes:
    """Reads paths in the message's own namespace."""

    def __init__(self, namespace: str):
        self.map = {None: namespace}

    def all(self, node: Element, path: str) -> list[Element]:
        return node.findall(path, self.map)

    def one(self, node: Element, path: str) -> Element | None:
        return node.find(path, self.map)

    def text(self, node: Element, *paths: str) -> str:
        """The text at the first of the paths that has one."""
        for path in paths:
            text = node.findtext(path, "", self.map)
            if text.strip():
                return text.strip()
        return ""


def _parse(content: bytes) -> Element:
    _refuse_doctype(content)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, LookupError, ValueError) as error:
        raise _broken(str(error)) from None
    if root.getroottree().docinfo.doctype:
        raise _doctype()
    return root


def _refuse_doctype(content: bytes) -> None:
    """Look at the prolog only, with a parser that stops at the first element: nothing in a DOCTYPE is ever acted on."""

    class Seen(Exception):
        pass

    def doctype(*_: object) -> None:
        raise _doctype()

    def element(*_: object) -> None:
        raise Seen

    prolog = expat.ParserCreate()
    prolog.StartDoctypeDeclHandler = doctype
    prolog.StartElementHandler = element
    try:
        prolog.Parse(content, True)
    except Seen:
        return
    except (expat.ExpatError, LookupError, ValueError) as error:  # not well-formed, or in an encoding nobody knows
        raise _broken(str(error)) from None


def _doctype() -> Exception:
    return unreadable(
        sentence("The file carries a DOCTYPE declaration. Bank messages never do, and it can hide an attack: it was not read.")  # noqa: E501
    )  # fmt: skip


def _broken(reason: str) -> Exception:
    return unreadable(sentence("The file is not well-formed XML: %(reason)s."), reason=clip(reason, 160))


def _statement(nodes: _Nodes, node: Element, format_name: str, kind: Kind) -> Statement:
    account = nodes.text(node, "Acct/Id/IBAN", "Acct/Id/Othr/Id", "Acct/Id/PrtryAcct/Id")
    currency = _currency(nodes, node)
    entries = tuple(entry for row in nodes.all(node, "Ntry") for entry in _entries(nodes, row, currency))
    if not account or not currency:
        raise unreadable(sentence("A statement of the file does not name its account and currency."))
    return Statement(
        format=format_name, kind=kind, reference=clip(nodes.text(node, "Id"), 35), account=compact(account),
        currency=currency, entries=entries, opening=_balance(nodes, node, currency, _OPENING),
        closing=_balance(nodes, node, currency, _CLOSING), from_on=_day(nodes, node, "FrToDt/FrDtTm", "FrToDt/FrDt"),
        until_on=_day(nodes, node, "FrToDt/ToDtTm", "FrToDt/ToDt", "CreDtTm"),
        sequence=nodes.text(node, "LglSeqNb", "ElctrncSeqNb"),
    )  # fmt: skip


def _currency(nodes: _Nodes, node: Element) -> str:
    named = nodes.text(node, "Acct/Ccy")
    if named:
        return named
    for amount in (*nodes.all(node, "Bal/Amt"), *nodes.all(node, "Ntry/Amt")):
        return str(amount.get("Ccy", ""))
    return ""


def _balance(nodes: _Nodes, node: Element, currency: str, codes: tuple[str, ...]) -> Money | None:
    """The booked balance of the first code present; the last of several closings is the day's end."""
    by_code: dict[str, Element] = {}
    for row in nodes.all(node, "Bal"):
        by_code[nodes.text(row, "Tp/CdOrPrtry/Cd")] = row
    row = next((by_code[code] for code in codes if code in by_code), None)
    if row is None:
        return None
    amount = _amount(nodes, row, currency)
    return amount if nodes.text(row, "CdtDbtInd") == "CRDT" else -amount


def _amount(nodes: _Nodes, node: Element, currency: str) -> Money:
    amount = nodes.one(node, "Amt")
    if amount is None or not amount.text:
        raise unreadable(sentence("An entry or balance of the file has no amount."))
    if amount.get("Ccy") != currency:
        raise unreadable(
            sentence("The statement mixes currencies: %(one)s and %(other)s. Its balances cannot be checked."),
            one=currency, other=clip(amount.get("Ccy"), 10),
        )  # fmt: skip
    money = exact(amount.text, currency)
    if money < Money.zero(currency):
        raise unreadable(sentence("“%(text)s” is not an amount."), text=amount.text[:40])
    return money


def _entries(nodes: _Nodes, row: Element, currency: str) -> Iterator[Entry]:
    if nodes.text(row, "Sts/Cd", "Sts") != "BOOK":
        return
    money, incoming = _amount(nodes, row, currency), _incoming(nodes, row)
    details = nodes.all(row, "NtryDtls/TxDtls")
    parts = _parts(nodes, details, money, incoming)
    if parts is None:
        if money:
            yield _entry(nodes, row, details, money, incoming, nodes.text(row, "AcctSvcrRef", "NtryRef"))
        return
    base = nodes.text(row, "AcctSvcrRef", "NtryRef")
    for number, (detail, part) in enumerate(zip(details, parts, strict=True), start=1):
        own = nodes.text(detail, "Refs/AcctSvcrRef")
        numbered = f"{base}/{number}" if base else ""
        yield _entry(nodes, row, [detail], part, incoming, own if own and own != base else numbered)


def _incoming(nodes: _Nodes, row: Element) -> bool:
    direction = nodes.text(row, "CdtDbtInd")
    if direction not in ("CRDT", "DBIT"):
        raise unreadable(sentence("An entry of the file does not say whether money came or went."))
    return direction == "CRDT"


def _parts(nodes: _Nodes, details: list[Element], money: Money, incoming: bool) -> list[Money] | None:
    """The amounts of a batch booked as one entry, where they add up to it; else None: the entry stays whole."""
    if len(details) < 2:
        return None
    parts = []
    for detail in details:
        amount = nodes.one(detail, "Amt")
        amount = nodes.one(detail, "AmtDtls/TxAmt/Amt") if amount is None else amount
        direction = nodes.text(detail, "CdtDbtInd")
        if amount is None or amount.get("Ccy") != money.currency or not amount.text:
            return None
        if direction and (direction == "CRDT") != incoming:
            return None
        parts.append(exact(amount.text, money.currency))
    whole = sum(part.amount_minor for part in parts) == money.amount_minor
    return parts if whole and all(part.amount_minor > 0 for part in parts) else None


def _entry(
    nodes: _Nodes, row: Element, details: list[Element], money: Money, incoming: bool, reference: str
) -> Entry:  # fmt: skip
    booked_on = _day(nodes, row, "BookgDt/Dt", "BookgDt/DtTm") or _day(nodes, row, "ValDt/Dt", "ValDt/DtTm")
    if booked_on is None:
        raise unreadable(sentence("An entry of the file has no booking date."))
    detail = details[0] if len(details) == 1 else None
    other = "Dbtr" if incoming else "Cdtr"
    return Entry(
        money=money, incoming=incoming, booked_on=booked_on, value_on=_day(nodes, row, "ValDt/Dt", "ValDt/DtTm"),
        reference=clip(reference, 70), end_to_end=_end_to_end(nodes, detail), batches=_batches(nodes, row, details),
        texts=_texts(nodes, row, details), party=_party(nodes, detail, other),
        party_account=_account(nodes, detail, other),
        returned=_returned(nodes, row, details),
    )  # fmt: skip


def _end_to_end(nodes: _Nodes, detail: Element | None) -> str:
    found = "" if detail is None else nodes.text(detail, "Refs/EndToEndId")
    return "" if found.upper() in _OWN_NOTHING else clip(found, 35)


def _batches(nodes: _Nodes, row: Element, details: list[Element]) -> tuple[str, ...]:
    found = [nodes.text(row, f"NtryDtls/Btch/{name}") for name in ("MsgId", "PmtInfId")]
    found += [nodes.text(detail, f"Refs/{name}") for detail in details for name in ("MsgId", "PmtInfId")]
    return tuple(dict.fromkeys(clip(text, 35) for text in found if text))


def _texts(nodes: _Nodes, row: Element, details: list[Element]) -> tuple[str, ...]:
    """Every place a payer's bank may put the reference in, in reading order, without repeats."""
    found: list[str] = []
    for detail in details:
        for path in (
            "RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/RfrdDocInf/Nb", "RmtInf/Strd/AddtlRmtInf", "RmtInf/Ustrd",
            "Refs/EndToEndId", "Refs/InstrId", "Purp/Prtry", "AddtlTxInf",
        ):  # fmt: skip
            found += [node.text or "" for node in nodes.all(detail, path)]
    found.append(nodes.text(row, "AddtlNtryInf"))
    cleaned = (clip(text) for text in found)
    return tuple(dict.fromkeys(text for text in cleaned if text and text.upper() not in _OWN_NOTHING))


def _party(nodes: _Nodes, detail: Element | None, role: str) -> str:
    if detail is None:
        return ""
    names = (f"RltdPties/{role}/Pty/Nm", f"RltdPties/{role}/Nm", f"RltdPties/Ultmt{role}/Pty/Nm",
             f"RltdPties/Ultmt{role}/Nm")  # fmt: skip
    return clip(nodes.text(detail, *names), 140)


def _account(nodes: _Nodes, detail: Element | None, role: str) -> str:
    if detail is None:
        return ""
    return compact(nodes.text(detail, f"RltdPties/{role}Acct/Id/IBAN", f"RltdPties/{role}Acct/Id/Othr/Id"))[:40]


def _returned(nodes: _Nodes, row: Element, details: list[Element]) -> str:
    """The reason code of a return; "RETURN" where the entry is a reversal without one."""
    for detail in details:
        if nodes.one(detail, "RtrInf") is not None:
            return nodes.text(detail, "RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry")[:35] or "RETURN"
    return "RETURN" if nodes.text(row, "RvslInd") == "true" else ""


def _day(nodes: _Nodes, node: Element, *paths: str) -> date | None:
    text = nodes.text(node, *paths)
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise unreadable(sentence("“%(text)s” is not a date."), text=text[:40]) from None
