"""Rules of an agency's agreement: who signs, when it is in force, what its end needs. Plain Python."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from fondouk.kit import days
from fondouk.kit.refusal import Refusal, sentence


class AgreementState(StrEnum):
    """An agreement's life. Whether it is in force also depends on the day."""

    PROPOSED = "PROPOSED"
    SIGNED = "SIGNED"
    ENDED = "ENDED"


class Side(StrEnum):
    """The two who sign."""

    AGENCY = "agency"
    OPERATOR = "operator"


AGREEMENT_TRANSITIONS: dict[AgreementState, dict[str, AgreementState]] = {
    AgreementState.PROPOSED: {"sign": AgreementState.SIGNED, "end": AgreementState.ENDED},
    AgreementState.SIGNED: {"end": AgreementState.ENDED},
    AgreementState.ENDED: {},
}


def is_in_force(*, state: str, from_on: date, until_on: date, day: date) -> bool:
    """Both signed, not ended, and the day lies within it; first and last day included."""
    return state == AgreementState.SIGNED and from_on <= day <= until_on


def refusal_to_propose(*, from_on: date, until_on: date, is_agency: bool, day: date) -> Refusal | None:
    """An agreement is made with an agency and ends after it began."""
    if not is_agency:
        return Refusal(
            "agreement.not_agency", sentence("This company is not an export promotion agency."), field="agency"
        )
    if until_on < from_on:
        return Refusal("agreement.dates", sentence("The last day lies before the first."), field="until_on")
    first, last = days.years(day, -20), days.years(day, 20)
    return days.refusal_of_day(from_on, first=first, last=last, field="from_on") or days.refusal_of_day(
        until_on, first=first, last=last, field="until_on"
    )


def refusal_to_sign(*, state: str, signed_already: bool, until_on: date, day: date) -> Refusal | None:
    """Each side signs once, while the proposal stands and its last day has not passed."""
    if state == AgreementState.ENDED:
        return Refusal("agreement.ended", sentence("This agreement has ended. Propose a new one."))
    if signed_already:
        return Refusal("agreement.signed", sentence("Your side has already signed this agreement."))
    if until_on < day:
        return Refusal(
            "agreement.over", sentence("The agreement's last day, %(until)s, has passed."), {"until": until_on}
        )
    return None


def refusal_to_end(*, state: str, reason: str) -> Refusal | None:
    """Ending needs a reason: the pavilion closes by it."""
    if state == AgreementState.ENDED:
        return Refusal("agreement.ended", sentence("This agreement has ended. Propose a new one."))
    if not reason.strip():
        return Refusal("agreement.reason", sentence("Say why the agreement ends."), field="reason")
    return None


def refusal_to_accredit(*, agreed_until: date | None, until_on: date, day: date, accredited: bool) -> Refusal | None:
    """Why this supplier cannot be accredited now: an agreement must be in force, the term lie ahead and within it."""
    if agreed_until is None:
        words = sentence("Accreditation needs an agreement of your agency in force for the supplier’s country.")
        return Refusal("accreditation.agreement", words)
    if until_on <= day:
        return Refusal("accreditation.term", sentence("The last day must lie ahead."), field="until_on")
    if until_on > agreed_until:
        words = sentence("Your agreement ends on %(until)s: nobody is accredited beyond that day.")
        return Refusal("accreditation.beyond", words, {"until": agreed_until}, field="until_on")
    if accredited:
        return Refusal("accreditation.given", sentence("You have accredited this supplier already."), field="supplier")
    return None
