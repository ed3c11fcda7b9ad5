"""MT940 in the dialects banks speak: fields by tag, `:61:` by position, `:86:` kept whole and read where structured.

German banks write ?20 … ?33 in `:86:`, Dutch ones /EREF/ … /NAME/; others write prose. For matching, all of it is
remittance text; name and account are taken only where marked.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from fondouk.engines.bank_files.records import Entry, Kind, Statement, clip, exact, refuse_too_many, unreadable
from fondouk.kit.bank_accounts import compact
from fondouk.kit.money import Money
from fondouk.kit.refusal import Refused, sentence

_TAG = re.compile(r"^:(\d{2,3}[A-Z]?):", re.MULTILINE)
_BALANCE = re.compile(r"([CD])(\d{6})([A-Z]{3})([\d,.]+)")
_LINE = re.compile(
    r"(?P<value>\d{6})(?P<booked>\d{4})?(?P<mark>R?[CD])(?P<fund>[A-Z])?(?P<amount>\d[\d,.]*)"
    r"\s*(?P<code>[NFS][A-Z0-9]{2,3})?(?P<own>[^/\n]*(?:/[^/\n]+)*)?(?://(?P<bank>[^\n]*))?(?P<more>\n.*)?",
    re.DOTALL,
)
_GERMAN = re.compile(r"\?(\d\d)")
_NOTHING = {"NONREF", "NOREF", "EREF", ""}


def looks_like(content: bytes) -> bool:
    """Whether there is a `:20:` and an opening balance near the start."""
    head = content[:4096]
    return b":20:" in head and (b":60F:" in head or b":60M:" in head)


def read(content: bytes) -> tuple[Statement, ...]:
    """Every statement (page) of the file, in order."""
    text = _decode(content).replace("\r\n", "\n").replace("\r", "\n")
    pages: list[list[tuple[str, str]]] = []
    for tag, value in _fields(text):
        if tag == "20":
            pages.append([])
        if pages:
            pages[-1].append((tag, value))
    statements = tuple(_statement(page) for page in pages)
    refuse_too_many(sum(len(one.entries) for one in statements))
    return statements


def _decode(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _fields(text: str) -> list[tuple[str, str]]:
    parts = _TAG.split(text)
    return [(tag, _until_trailer(value)) for tag, value in zip(parts[1::2], parts[2::2], strict=True)]


def _until_trailer(value: str) -> str:
    """A field without the end of its SWIFT block and whatever header follows it."""
    return re.split(r"\n-\}?|\n\{", value, maxsplit=1)[0].strip("\n")


def _statement(page: list[tuple[str, str]]) -> Statement:
    first = {tag[:2]: value for tag, value in reversed(page)}
    opening, currency, from_on = _balance(first.get("60", ""))
    closing, closing_currency, until_on = _balance(first.get("62", ""))
    if currency != closing_currency:
        raise unreadable(
            sentence("The statement mixes currencies: %(one)s and %(other)s. Its balances cannot be checked."),
            one=currency, other=closing_currency,
        )  # fmt: skip
    return Statement(
        format="MT940", kind=Kind.STATEMENT, reference=clip(first.get("20"), 35),
        account=compact(first.get("25", "").replace("/", "")), currency=currency, entries=_entries(page, currency),
        opening=opening, closing=closing, from_on=from_on, until_on=until_on, sequence=clip(first.get("28"), 20),
    )  # fmt: skip


def _balance(text: str) -> tuple[Money, str, date | None]:
    found = _BALANCE.match(text.strip())
    if found is None:
        raise unreadable(sentence("A statement of the file lacks its opening or closing balance."))
    amount = exact(_plain(found[4]), found[3])
    return (amount if found[1] == "C" else -amount), found[3], _balance_day(found[2])


def _balance_day(six: str) -> date | None:
    """Banks that reckon months of 30 days date balances on days that do not exist: such a day is left out."""
    try:
        return _day(six)
    except Refused:
        return None


def _plain(figure: str) -> str:
    return figure.replace(".", "").replace(",", ".").rstrip(".")


def _day(six: str) -> date:
    year = int(six[:2]) + (1900 if int(six[:2]) >= 80 else 2000)
    try:
        return date(year, int(six[2:4]), int(six[4:6]))
    except ValueError:
        raise unreadable(sentence("“%(text)s” is not a date."), text=six) from None


def _entries(page: list[tuple[str, str]], currency: str) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    told = True
    for tag, value in page:
        if tag == "61":
            entries.append(_line(value, currency))
            told = False
        elif tag == "86" and entries and not told:
            entries[-1] = _explained(entries[-1], value)
            told = True
        elif tag.startswith("62"):
            told = True
    return tuple(entry for entry in entries if entry.money)  # a line of nothing moved nothing


def _line(value: str, currency: str) -> Entry:
    found = _LINE.match(value.strip())
    if found is None:
        raise unreadable(sentence("“%(text)s” is not an entry of an MT940 statement."), text=clip(value, 60))
    value_on = _day(found["value"])
    mark = found["mark"]
    own, bank = clip(found["own"], 35), clip(found["bank"], 70)
    texts = tuple(text for text in (own, clip(found["more"])) if text.upper() not in _NOTHING)
    return Entry(
        money=exact(_plain(found["amount"]), currency), incoming=mark in ("C", "RD"),
        booked_on=_booked(value_on, found["booked"]), value_on=value_on,
        reference="" if bank.upper() in _NOTHING else bank, end_to_end="" if own.upper() in _NOTHING else own,
        texts=texts, returned="RETURN" if mark.startswith("R") or found["code"] in ("NRTI", "NRET") else "",
    )  # fmt: skip


def _booked(value_on: date, month_day: str | None) -> date:
    """The entry date has no year: it is the one nearest the value date."""
    if not month_day:
        return value_on
    days = [_day(f"{(value_on.year + shift) % 100:02d}{month_day}") for shift in (0, -1, 1) if month_day != "0229"]
    return min(days, key=lambda day: abs((day - value_on).days)) if days else value_on


def _explained(entry: Entry, text: str) -> Entry:
    if _GERMAN.search(text):
        return _german(entry, text.replace("\n", ""))
    party = re.search(r"/NAME/([^/\n]+(?:\n[^/\n]+)*)|NAAM: ([^\n]+)", text)
    account = re.search(r"REK: ([A-Z0-9]+)", text)
    own = re.search(r"/EREF/([^/\n]+)", text)
    return replace(
        entry, texts=(*entry.texts, clip(text)), party=clip("".join(party.groups("")).replace("\n", ""), 140) if party
        else "", party_account=account[1][:40] if account else "",
        end_to_end=entry.end_to_end or (clip(own[1], 35) if own else ""),
    )  # fmt: skip


def _german(entry: Entry, text: str) -> Entry:
    parts = _GERMAN.split(text)
    fields: dict[str, str] = {}
    for code, value in zip(parts[1::2], parts[2::2], strict=True):
        fields[code] = fields.get(code, "") + value
    remittance = "".join(value for code, value in sorted(fields.items()) if code[0] in "26")
    own = re.search(r"EREF\+(.+?)(?=(?:KREF|MREF|CRED|SVWZ|ABWA|OAMT)\+|$)", remittance)
    return replace(
        entry, texts=(*entry.texts, clip(remittance)), party=clip(fields.get("32", "") + fields.get("33", ""), 140),
        party_account=compact(fields.get("31", ""))[:40],
        end_to_end=clip(own[1], 35) if own else entry.end_to_end,
    )  # fmt: skip
