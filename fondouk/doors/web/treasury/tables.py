"""A bank's own CSV or XLSX: uploaded, its columns named by a person, then imported like any statement."""

from __future__ import annotations

from typing import Any, BinaryIO, cast

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_http_methods, require_POST

from fondouk.doors import clock
from fondouk.doors.web import posting, shell
from fondouk.doors.web.access import may
from fondouk.doors.web.request import Request
from fondouk.doors.web.treasury.statements import company_of, imported
from fondouk.engines.bank_files import columns
from fondouk.engines.bank_files.statements import CsvMapping
from fondouk.engines.files import store
from fondouk.engines.files.kinds import XLSX
from fondouk.kit.refusal import Refusal, Refused, sentence
from fondouk.market.treasury import queries

DELIMITERS = [(";", _l("semicolon ;")), (",", _l("comma ,")), ("\t", _l("tabulator")), ("|", "|")]
MARKS = [(",", "1 234,50"), (".", "1,234.50")]
DAYS = [("%d/%m/%Y", "31/12/2026"), ("%d.%m.%Y", "31.12.2026"), ("%d-%m-%Y", "31-12-2026"),
        ("%Y-%m-%d", "2026-12-31"), ("%m/%d/%Y", "12/31/2026"), ("%Y%m%d", "20261231")]  # fmt: skip
ENCODINGS = [("utf-8-sig", "UTF-8"), ("cp1252", "Windows, Latin-1"), ("utf-16", "UTF-16")]
GUESSES = {
    "day": ("date", "jour", "booking", "valeur", "تاريخ"), "amount": ("amount", "montant", "betrag", "مبلغ"),
    "incoming": ("credit", "crédit"), "outgoing": ("debit", "débit"), "balance": ("balance", "solde", "رصيد"),
    "reference": ("reference", "référence", "n°"), "party": ("payer", "name", "nom", "donneur", "contrepartie"),
    "text": ("libell", "description", "motif", "text", "remittance", "communication", "بيان"),
}  # fmt: skip


class TableForm(forms.Form):
    """Which column is which, and how the bank writes figures and days."""

    account = forms.ChoiceField(label=_l("Account"))
    delimiter = forms.ChoiceField(label=_l("Columns are parted by"), choices=DELIMITERS)
    encoding = forms.ChoiceField(label=_l("Letters"), choices=ENCODINGS)
    decimal_mark = forms.ChoiceField(label=_l("Figures"), choices=MARKS)
    day_format = forms.ChoiceField(label=_l("Days"), choices=DAYS)
    day = forms.ChoiceField(label=_l("Day of booking"))
    amount = forms.ChoiceField(label=_l("Amount with its sign"), required=False)
    incoming = forms.ChoiceField(label=_l("Money in"), required=False)
    outgoing = forms.ChoiceField(label=_l("Money out"), required=False)
    text = forms.ChoiceField(label=_l("Text of the payment"), required=False)
    party = forms.ChoiceField(label=_l("Payer or payee"), required=False)
    reference = forms.ChoiceField(label=_l("The bank’s reference"), required=False)
    balance = forms.ChoiceField(label=_l("Balance after the entry"), required=False)
    COLUMNS = ("day", "amount", "incoming", "outgoing", "text", "party", "reference", "balance")

    def __init__(
        self, *args: Any, accounts: list[tuple[str, str]], names: list[str], workbook: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if workbook:  # its cells are parted and lettered already
            del self.fields["delimiter"], self.fields["encoding"]
        fields: dict[str, Any] = dict(self.fields)
        fields["account"].choices = accounts
        for name in self.COLUMNS:
            fields[name].choices = [("", "–"), *((one, one) for one in dict.fromkeys(names) if one)]

    def clean(self) -> dict[str, Any]:
        """Either one column with a sign, or one for each direction."""
        values = super().clean() or {}
        if not values.get("amount") and not (values.get("incoming") and values.get("outgoing")):
            self.add_error("amount", _("Choose the column of the amount, or one for money in and one for money out."))
        return values

    def mapping(self) -> CsvMapping:
        """What the reader takes."""
        values = self.cleaned_data
        two = not values["amount"]
        return CsvMapping(
            account=values["account"], currency="", day=values["day"], amount=values["amount"],
            incoming=values["incoming"] if two else "", outgoing=values["outgoing"] if two else "",
            texts=(values["text"],) if values["text"] else (), party=values["party"], reference=values["reference"],
            balance=values["balance"], delimiter=values.get("delimiter", ";"), decimal_mark=values["decimal_mark"],
            day_format=values["day_format"], encoding=values.get("encoding", "utf-8-sig"),
        )  # fmt: skip


@may("treasury.book")
@require_POST
def upload(request: Request) -> HttpResponse:
    """Receive the table; its columns are named on the next page."""
    asking = request.asking
    given = request.FILES.get("file")
    try:
        if given is None:
            raise Refused(Refusal("statement.none", sentence("Choose a statement file."), field="file"))
        received = store.receive(
            cast(BinaryIO, given), "statement", owner=asking.the_company.id, by=asking.actor, at=clock.now(),
            name=given.name or "",
        )  # fmt: skip
    except Refused as refused:
        messages.error(request, shell.refusal_text(refused))
        return redirect("desk_statements")
    return redirect("desk_statement_table", received.reference)


@may("treasury.book")
@require_http_methods(["GET", "POST"])
def table(request: Request, file: str) -> HttpResponse:
    """Say which column is which, look at the first rows, import."""
    found = store.find(file)
    if found is None or found.kind != "statement" or found.owner != company_of(request) or found.state != "READY":
        raise Http404
    content = store.open(file)[1]
    asked = request.POST if request.method == "POST" else request.GET
    rows, refused_look = _look(content, asked.get("delimiter") or _delimiter(content), asked.get("encoding", ""))
    names = rows[0] if rows else []
    accounts = [
        (one.reference, f"{one.currency} · {one.number}") for one in queries.holder_accounts(company_of(request))
    ]
    first = {"delimiter": asked.get("delimiter") or _delimiter(content), "encoding": _encoding(content),
             **_guessed(names)}  # fmt: skip
    workbook = found.media_type == XLSX
    form = TableForm(request.POST or None, accounts=accounts, names=names, initial=first, workbook=workbook)
    if request.method == "POST" and "look" not in request.POST and form.is_valid():
        try:
            return imported(request, file=file, mapping=form.mapping())
        except Refused as refused:
            posting.show_refusals(form, refused)
    context = {"tab": "statements", "form": form, "rows": rows, "file": found, "wrong": refused_look}
    return shell.render(request, "treasury/table.html", context, status=posting.status_of(form))


def _look(content: bytes, delimiter: str, encoding: str) -> tuple[list[list[str]], list[shell.Line]]:
    known = delimiter if delimiter in dict(DELIMITERS) else ";"
    name = encoding if encoding in dict(ENCODINGS) else _encoding(content)
    try:
        return columns.look(content, delimiter=known, encoding=name), []
    except Refused as refused:
        return [], shell.refusal_lines(refused)


def _delimiter(content: bytes) -> str:
    """The one that stands most often in the first line."""
    line = content.replace(b"\0", b"")[:4000].split(b"\n")[0].decode("latin-1")
    return max((one for one, _words in DELIMITERS), key=line.count)


def _encoding(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _guessed(names: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for field, parts in GUESSES.items():
        hit = next((one for one in names if any(part in one.lower() for part in parts)), "")
        if hit and hit not in found.values():
            found[field] = hit
    return found
