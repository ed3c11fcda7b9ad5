"""Statement texts the tests bend: one camt.053 with its parts as arguments."""

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
IBAN = "MA64001810007800020110620318"

DETAIL = (
    "<TxDtls><Refs><EndToEndId>{e2e}</EndToEndId></Refs><Amt Ccy='USD'>{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
    "<RltdPties><Dbtr>{party}</Dbtr><DbtrAcct><Id><Othr><Id>123 456</Id></Othr></Id></DbtrAcct></RltdPties>"
    "<RmtInf><Ustrd>{text}</Ustrd></RmtInf></TxDtls>"
)


def detail(
    amount: str = "100.00", text: str = "", e2e: str = "NOTPROVIDED", party: str = "<Pty><Nm>Acme</Nm></Pty>"
) -> str:
    return DETAIL.format(amount=amount, text=text, e2e=e2e, party=party)


def entry(amount: str = "100.00", *, details: str = "", status: str = "<Cd>BOOK</Cd>", direction: str = "CRDT",
          reference: str = "B-1", currency: str = "USD", more: str = "") -> str:  # fmt: skip
    return (
        f"<Ntry><Amt Ccy='{currency}'>{amount}</Amt><CdtDbtInd>{direction}</CdtDbtInd>{more}<Sts>{status}</Sts>"
        f"<BookgDt><Dt>2026-11-20</Dt></BookgDt><AcctSvcrRef>{reference}</AcctSvcrRef>"
        f"<NtryDtls>{details}</NtryDtls></Ntry>"
    )


def balance(code: str, amount: str, direction: str = "CRDT", currency: str = "USD") -> str:
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy='{currency}'>{amount}</Amt>"
        f"<CdtDbtInd>{direction}</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>"
    )


def camt(*parts: str, version: str = "08", opening: str = "0.00", closing: str = "100.00", head: str = HEAD) -> bytes:
    """A camt.053 with these entries."""
    return (
        f"{head}<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}'><BkToCstmrStmt><GrpHdr>"
        f"<MsgId>M1</MsgId></GrpHdr><Stmt><Id>S-1</Id><Acct><Id><IBAN>{IBAN}</IBAN></Id><Ccy>USD</Ccy></Acct>"
        f"{balance('OPBD', opening)}{balance('CLBD', closing)}{''.join(parts)}</Stmt></BkToCstmrStmt></Document>"
    ).encode()
