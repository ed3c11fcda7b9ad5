"""What waits in the demo: papers handed in for the desk to check, makers a partner helps, makers it has invited."""

from __future__ import annotations

import io
from datetime import datetime, timedelta

from fondouk.doors.demo.companies import Register, number_of
from fondouk.engines.files import store
from fondouk.market.companies import commands as companies
from fondouk.market.partners import commands as partners

PARTNER = "sahel-conseil"
_DAY = timedelta(days=1)
#: (maker, kind of proof, scheme, who issued it)
_HANDED_IN = (
    ("ait-baha-huiles", "identity", "", "OMPIC"),
    ("tighmert-belboula", "identity", "", "OMPIC"),
    ("tawrdit-rose", "certificate", "fair_trade", "Certif Maghreb"),
    ("nebka-soins", "certificate", "cosmos", "Certif Maghreb"),
)
_HELPED = {
    "ait-baha-huiles": ("catalogue.edit", "catalogue.publish", "messages.write", "sourcing.quote"),
    "tiziri-amlou": ("catalogue.edit", "storefront.edit", "messages.write"),
}
_INVITED = (
    ("Coopérative Tissaliwine", "tissaliwine@poste.example", "Tafraout"),
    ("Miellerie Aït Ouafka", "aitouafka@poste.example", "Tiznit"),
    ("Atelier Imi Ouaddar", "imiouaddar@poste.example", "Agadir"),
)


def leave(register: Register, *, at: datetime) -> None:
    """Hand in the papers, give the mandates, invite the makers."""
    for days, (maker, kind, scheme, issuer) in enumerate(_HANDED_IN, start=1):
        _hand_in(register, maker, kind, scheme, issuer, at - days * _DAY)
    for maker, scope in _HELPED.items():
        companies.give_mandate(
            partner=register.companies[PARTNER], scope=scope, commission_basis_points=100, by=register.owner(maker),
            at=at - 80 * _DAY,
        )  # fmt: skip
    for days, (name, email, town) in enumerate(_INVITED, start=3):
        by = register.owner(PARTNER)
        partners.invite_prospect(name=name, email=email, town=town, by=by, at=at - days * _DAY)


def _hand_in(register: Register, maker: str, kind: str, scheme: str, issuer: str, at: datetime) -> None:
    by = register.owner(maker)
    file = store.receive(
        io.BytesIO(_scan(f"{issuer} {number_of(maker, kind, 6)}")), "evidence", owner=register.ids[maker], by=by, at=at,
        name=f"{kind}.pdf",
    )  # fmt: skip
    companies.add_evidence(
        kind=kind, scheme=scheme, issuer=issuer, number=number_of(maker, kind, 6), file=file.reference,
        valid_from=(at - 20 * _DAY).date(), valid_until=(at + 700 * _DAY).date(), by=by, at=at,
    )  # fmt: skip


def _scan(words: str) -> bytes:
    """One page of PDF that says these words."""
    content = f"BT /F1 18 Tf 72 720 Td ({words}) Tj ET".encode("ascii", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return b"%sxref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        out, size, table, size, len(out),
    )  # fmt: skip
