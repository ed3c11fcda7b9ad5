"""Rules of people and companies: identifiers, evidence, bank accounts, invitations. Plain Python.

Identifier rules: 5-trade-facts, Morocco (ICE, RC with its court, IF, CNSS, taxe professionnelle), python-stdnum
for EIN, BN and VAT. A failed ICE check digit is a warning, never a refusal: the register holds such numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum

from stdnum import exceptions as stdnum_exceptions
from stdnum.ca import bn as ca_bn
from stdnum.eu import vat as eu_vat
from stdnum.ma import ice as ma_ice
from stdnum.us import ein as us_ein

from fondouk.kit import bank_accounts, days
from fondouk.kit.refusal import Refusal, sentence


class Capacity(StrEnum):
    """What a company may do here; one company can have several."""

    SUPPLIER = "supplier"
    BUYER = "buyer"
    PARTNER = "partner"
    AGENCY = "agency"
    FORWARDER = "forwarder"
    INSPECTOR = "inspector"
    OPERATOR = "operator"


class Kind(StrEnum):
    """Legal kinds of seller and buyer; RC and CNSS are asked of none of them."""

    COMPANY = "company"
    COOPERATIVE = "cooperative"
    UNION = "union"
    AUTO_ENTREPRENEUR = "auto_entrepreneur"
    ARTISAN = "artisan"
    PUBLIC_BODY = "public_body"


class Role(StrEnum):
    """One person's part in a company."""

    OWNER = "owner"
    MANAGER = "manager"
    SALES = "sales"
    FINANCE = "finance"
    LOGISTICS = "logistics"
    VIEWER = "viewer"


class EvidenceKind(StrEnum):
    """What a proof is about."""

    IDENTITY = "identity"
    CERTIFICATE = "certificate"
    ACCREDITATION = "accreditation"
    SHIPMENT = "shipment"
    FLAG = "flag"


class EvidenceState(StrEnum):
    """PENDING → ACCEPTED | REFUSED; an accepted proof can be WITHDRAWN (agreement ended, found false)."""

    PENDING = "PENDING"
    ACCEPTED = "ACCEPTED"
    REFUSED = "REFUSED"
    WITHDRAWN = "WITHDRAWN"


LANGUAGES = [("en", "English"), ("fr", "Français"), ("ar", "العربية")]
KINDS = [
    (Kind.COMPANY.value, sentence("Company")),
    (Kind.COOPERATIVE.value, sentence("Cooperative")),
    (Kind.UNION.value, sentence("Union of cooperatives or economic interest group")),
    (Kind.AUTO_ENTREPRENEUR.value, sentence("Self-employed (auto-entrepreneur)")),
    (Kind.ARTISAN.value, sentence("Craftsperson")),
    (Kind.PUBLIC_BODY.value, sentence("Public body")),
]
ROLES = [
    (Role.OWNER.value, sentence("Owner")),
    (Role.MANAGER.value, sentence("Manager")),
    (Role.SALES.value, sentence("Sales")),
    (Role.FINANCE.value, sentence("Finance")),
    (Role.LOGISTICS.value, sentence("Logistics")),
    (Role.VIEWER.value, sentence("Viewer")),
]
CAPACITIES = [
    (Capacity.SUPPLIER.value, sentence("Sells")),
    (Capacity.BUYER.value, sentence("Buys")),
    (Capacity.PARTNER.value, sentence("Channel partner")),
    (Capacity.AGENCY.value, sentence("Export promotion agency")),
    (Capacity.FORWARDER.value, sentence("Freight forwarder")),
    (Capacity.INSPECTOR.value, sentence("Inspection company")),
    (Capacity.OPERATOR.value, sentence("Operator of this marketplace")),
]
EVIDENCE_KINDS = [
    (EvidenceKind.IDENTITY.value, sentence("Identity (register extract)")),
    (EvidenceKind.CERTIFICATE.value, sentence("Certificate")),
    (EvidenceKind.ACCREDITATION.value, sentence("Accreditation by an agency")),
    (EvidenceKind.SHIPMENT.value, sentence("Shipped order")),
    (EvidenceKind.FLAG.value, sentence("Self-declared fact with proof")),
]
EVIDENCE_STATES = [
    (EvidenceState.PENDING.value, sentence("Waiting for a check")),
    (EvidenceState.ACCEPTED.value, sentence("Accepted")),
    (EvidenceState.REFUSED.value, sentence("Refused")),
    (EvidenceState.WITHDRAWN.value, sentence("Withdrawn")),
]
EVIDENCE_TRANSITIONS: Mapping[EvidenceState, tuple[EvidenceState, ...]] = {
    EvidenceState.PENDING: (EvidenceState.ACCEPTED, EvidenceState.REFUSED),
    EvidenceState.ACCEPTED: (EvidenceState.WITHDRAWN,),
    EvidenceState.REFUSED: (),
    EvidenceState.WITHDRAWN: (),
}

# Certificate schemes buyers filter on: code → name as printed (proper names, not translated).
SCHEMES: Mapping[str, str] = {
    "organic_eu": "EU Organic",
    "organic_usda": "USDA Organic",
    "organic_canada": "Canada Organic",
    "ecocert": "Ecocert",
    "cosmos": "COSMOS",
    "fair_trade": "Fair for Life",
    "haccp": "HACCP",
    "iso_22000": "ISO 22000",
    "fssc_22000": "FSSC 22000",
    "brcgs": "BRCGS",
    "ifs": "IFS Food",
    "globalgap": "GLOBALG.A.P.",
    "halal": "Halal IMANOR",
    "kosher": "Kosher",
    "onssa": "ONSSA",
    "pgi": "IGP",
    "pdo": "AOP",
    "msc": "MSC",
    "iso_9001": "ISO 9001",
    "iso_14001": "ISO 14001",
    "iso_22716": "ISO 22716",
    "iatf_16949": "IATF 16949",
    "as_9100": "AS9100",
    "oeko_tex": "OEKO-TEX Standard 100",
    "gots": "GOTS",
    "lwg": "Leather Working Group",
    "goodweave": "GoodWeave",
    "smeta": "SMETA",
    "artisan_label": "Label National de l’Artisanat",
}
FLAGS = [("women_led", sentence("Led by women")), ("cooperative", sentence("Cooperative"))]

INVITATION_DAYS = 14
BANK_CHANGE_HOURS = 72
_DIGITS_WANTED = {"if": (1, 8), "cnss": (7, 7), "tp": (8, 8)}


def refusals_of_identifiers(identifiers: Mapping[str, str]) -> list[Refusal]:
    """All that is wrong with a company's numbers; empty values are left alone, nothing is mandatory here."""
    found = [_refusal_of_number(key, value) for key, value in identifiers.items() if value]
    if identifiers.get("rc") and not identifiers.get("rc_court"):
        found.append(
            Refusal("company.rc_court", sentence("Name the court of the trade register number."), field="rc_court")
        )
    return [refusal for refusal in found if refusal]


def _refusal_of_number(key: str, value: str) -> Refusal | None:
    digits = re.sub(r"[\s.\-/]", "", value)
    if key == "ice" and not re.fullmatch(r"[0-9]{15}", digits):
        return Refusal("company.ice", sentence("An ICE has 15 digits."), field="ice")
    if key in _DIGITS_WANTED and not _has_digits(digits, *_DIGITS_WANTED[key]):
        return Refusal(f"company.{key}", _DIGIT_SENTENCES[key], field=key)
    check = _CHECKS.get(key)
    if check and not _passes(check, value):
        return Refusal(f"company.{key}", _CHECK_SENTENCES[key], field=key)
    return None


_DIGIT_SENTENCES = {
    "if": sentence("A tax identifier (IF) has at most 8 digits."),
    "cnss": sentence("A CNSS number has 7 digits."),
    "tp": sentence("A taxe professionnelle number has 8 digits."),
}
_CHECKS = {"ein": us_ein.validate, "bn": ca_bn.validate, "vat": eu_vat.validate}
_CHECK_SENTENCES = {
    "ein": sentence("This is not a United States EIN: it has 9 digits, such as 12-3456789."),
    "bn": sentence("This is not a Canadian business number: 9 digits, or 15 characters such as 123456782RM0001."),
    "vat": sentence("This is not a valid VAT number: begin with the two letters of the country."),
}


def _has_digits(text: str, least: int, most: int) -> bool:
    return text.isascii() and text.isdigit() and least <= len(text) <= most


def _passes(check: object, value: str) -> bool:
    try:
        check(value)  # type: ignore[operator]
    except stdnum_exceptions.ValidationError:
        return False
    return True


def warnings_of_identifiers(identifiers: Mapping[str, str]) -> list[Refusal]:
    """What looks odd but is accepted: an ICE of 15 digits whose control digits do not fit."""
    number = re.sub(r"[\s.\-/]", "", identifiers.get("ice", ""))
    if re.fullmatch(r"[0-9]{15}", number) and not ma_ice.is_valid(number):
        words = sentence("The control digits of this ICE do not fit. Read it again; you can go on if it is right.")
        return [Refusal("company.ice.control", words, field="ice")]
    return []


def refusals_to_register(*, name: str, town: str, country: str, capacities: Iterable[str]) -> list[Refusal]:
    """What is missing before a company can stand in the register."""
    found = []
    if not name.strip():
        found.append(Refusal("company.name", sentence("Enter the name of the company."), field="name"))
    if not town.strip():
        found.append(Refusal("company.town", sentence("Enter the town."), field="town"))
    if not re.fullmatch(r"[A-Z]{2}", country):
        found.append(Refusal("company.country", sentence("Choose the country."), field="country"))
    if not set(capacities) or not set(capacities) <= {one.value for one in Capacity}:
        found.append(Refusal("company.capacity", sentence("Say whether you sell or buy."), field="capacities"))
    return found


def refusal_to_invite(*, role: str, inviter_role: str, already_member: bool) -> Refusal | None:
    """Why this colleague cannot be invited; only an owner makes another owner."""
    if role not in {one.value for one in Role}:
        return Refusal("invitation.role", sentence("Choose a role."), field="role")
    if role == Role.OWNER and inviter_role != Role.OWNER:
        return Refusal("invitation.owner", sentence("Only an owner can invite another owner."), field="role")
    if already_member:
        return Refusal("invitation.member", sentence("This person already belongs to the company."), field="email")
    return None


def refusal_to_accept_invitation(
    *, accepted: bool, withdrawn: bool, expires_at: datetime, at: datetime, same_address: bool
) -> Refusal | None:
    """Why this invitation no longer opens a door."""
    if accepted:
        return Refusal("invitation.accepted", sentence("This invitation was already accepted."))
    if withdrawn:
        words = sentence("This invitation was withdrawn. Ask your colleague for a new one.")
        return Refusal("invitation.withdrawn", words)
    if at > expires_at:
        return Refusal("invitation.expired", sentence("This invitation has expired. Ask your colleague for a new one."))
    if not same_address:
        words = sentence("This invitation was sent to another e-mail address. Sign in with that address.")
        return Refusal("invitation.address", words)
    return None


def refusal_to_change_member(*, is_last_owner: bool, new_role: str | None) -> Refusal | None:
    """Why a member cannot get this role, or leave (None): a company keeps at least one owner."""
    if is_last_owner and new_role != Role.OWNER:
        return Refusal("member.last_owner", sentence("A company keeps at least one owner. Name another owner first."))
    return None


def refusals_to_add_evidence(
    *, kind: str, scheme: str, valid_from: date, valid_until: date | None, has_file: bool, on: date
) -> list[Refusal]:
    """What is wrong with a proof a company hands in by itself, on a day."""
    spans = (("valid_from", valid_from, days.years(on, 1)), ("valid_until", valid_until, days.years(on, 30)))
    found = [
        refusal
        for field, day, last in spans
        if (refusal := days.refusal_of_day(day, first=days.years(on, -60), last=last, field=field))
    ]
    if kind not in {EvidenceKind.IDENTITY, EvidenceKind.CERTIFICATE, EvidenceKind.FLAG}:
        found.append(Refusal("evidence.kind", sentence("Choose what this document proves."), field="kind"))
    if kind == EvidenceKind.CERTIFICATE and scheme not in SCHEMES:
        found.append(Refusal("evidence.scheme", sentence("Choose the certificate."), field="scheme"))
    if kind == EvidenceKind.FLAG and scheme not in dict(FLAGS):
        found.append(Refusal("evidence.flag", sentence("Choose the fact this document proves."), field="scheme"))
    if valid_until is not None and valid_until < valid_from:
        words = sentence("The last day of validity lies before the first.")
        found.append(Refusal("evidence.dates", words, field="valid_until"))
    if not has_file:
        found.append(Refusal("evidence.file", sentence("Attach the document itself."), field="file"))
    return found


def refusal_to_check_evidence(*, state: str, outcome: str, reason: str, own_company: bool) -> Refusal | None:
    """Why this proof cannot be decided so: it must wait, refusals need a reason, nobody checks their own."""
    if EvidenceState(outcome) not in EVIDENCE_TRANSITIONS[EvidenceState(state)]:
        return Refusal("evidence.state", sentence("This document was already decided."))
    if own_company:
        return Refusal("evidence.own", sentence("Nobody checks the documents of their own company."))
    if outcome != EvidenceState.ACCEPTED and not reason.strip():
        words = sentence("Say why, so that the company knows what to do.")
        return Refusal("evidence.reason", words, field="reason")
    return None


def account_scheme(number: str) -> str | None:
    """ "IBAN", "RIB" or "BBAN" (countries without IBAN) for an account number, None where it is none of these."""
    compact = bank_accounts.compact(number)
    if bank_accounts.is_iban(compact):
        return "IBAN"
    if bank_accounts.is_rib(compact):
        return "RIB"
    if re.fullmatch(r"[0-9]{5,20}", compact) and len(compact) != 24:
        return "BBAN"
    return None


def refusals_to_add_account(*, number: str, bic: str, currency: str, holder: str, country: str) -> list[Refusal]:
    """What a bank would send this account back for. A Moroccan company needs a RIB or an IBAN."""
    found = []
    scheme = account_scheme(number)
    if scheme is None or (scheme == "BBAN" and country == "MA"):
        words = sentence("This account number is not right. Enter the IBAN, or the 24 digits of a RIB.")
        found.append(Refusal("account.number", words, field="number"))
    if not bank_accounts.is_bic(bic):
        words = sentence("A BIC has 8 or 11 characters, such as BCMAMAMC.")
        found.append(Refusal("account.bic", words, field="bic"))
    if not re.fullmatch(r"[A-Z]{3}", currency):
        found.append(Refusal("account.currency", sentence("Choose the currency."), field="currency"))
    if not holder.strip():
        found.append(Refusal("account.holder", sentence("Enter the name of the account holder."), field="holder"))
    return found


def usable_from(added_at: datetime) -> datetime:
    """The moment a new account may first be paid to."""
    return added_at + timedelta(hours=BANK_CHANGE_HOURS)


def refusal_to_confirm_account(*, confirmed: bool, retired: bool, same_person: bool) -> Refusal | None:
    """Why this person cannot confirm the account: two different people stand behind each."""
    if confirmed or retired:
        return Refusal("account.state", sentence("This account does not wait for confirmation."))
    if same_person:
        words = sentence("A second person must confirm a bank account: you entered this one yourself.")
        return Refusal("account.second_person", words)
    return None


def refusal_to_give_mandate(
    *, partner_capacities: Iterable[str], in_force: bool, scope: Iterable[str], allowed: Iterable[str]
) -> Refusal | None:
    """Why this consent cannot be given: to partners only, one at a time, within what may be lent."""
    if Capacity.PARTNER not in set(partner_capacities):
        return Refusal("mandate.partner", sentence("Only a channel partner can act for another company."))
    if in_force:
        return Refusal("mandate.in_force", sentence("A mandate for this partner is already in force."))
    if not set(scope) or not set(scope) <= set(allowed):
        return Refusal("mandate.scope", sentence("Choose what the partner may do for you."), field="scope")
    return None
