"""Colleagues come, change their role, and leave; a company keeps at least one owner."""

from __future__ import annotations

from datetime import datetime, timedelta

from fondouk.engines.events import journal
from fondouk.engines.tables import scope
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.companies import rules, standing
from fondouk.market.companies.models import Company, Invitation, Member, Person


def invite_colleague(*, email: str, role: str, by: Actor, at: datetime, language: str = "en") -> Invitation:
    """Ask a colleague to join; the journal's reader sends the mail. Inviting again renews the invitation."""
    company = _locked(standing.require(by, "team.manage"))
    address = email.strip().lower()
    if "@" not in address:
        raise Refused(Refusal("invitation.email", sentence("Enter an e-mail address."), field="email"))
    inviter = standing.of(by)
    already = Member.objects.filter(company=company, person__email__iexact=address, left_at=None).exists()
    inviter_role = (inviter.role if inviter else None) or ("owner" if by.is_system else "")
    refuse_if(rules.refusal_to_invite(role=role, inviter_role=inviter_role, already_member=already))
    Invitation.objects.filter(company=company, email__iexact=address, accepted_at=None, withdrawn_at=None).update(
        withdrawn_at=at, withdrawn_by=by.label()
    )
    invitation = Invitation.objects.create(
        company=company, email=address, role=role, language=language, invited_at=at, invited_by=by.label(),
        expires_at=at + timedelta(days=rules.INVITATION_DAYS),
    )  # fmt: skip
    _record("companies.invitation.sent", invitation.reference, company, by, at)
    return invitation


def accept_invitation(*, invitation: str, by: Actor, at: datetime) -> Company:
    """Join the company that asked; only the holder of the invited e-mail address can."""
    row = Invitation.objects.select_for_update().select_related("company").get(reference=invitation)
    person = Person.objects.get(reference=by.person)
    refuse_if(
        rules.refusal_to_accept_invitation(
            accepted=row.accepted_at is not None, withdrawn=row.withdrawn_at is not None, expires_at=row.expires_at,
            at=at, same_address=person.email.lower() == row.email.lower(),
        )
    )  # fmt: skip
    company = _locked(row.company)
    if not Member.objects.filter(person=person, company=company, left_at=None).exists():
        Member.objects.create(person=person, company=company, role=row.role, joined_at=at, joined_by=row.invited_by)
    row.accepted_at, row.accepted_by = at, by.label()
    row.save(update_fields=["accepted_at", "accepted_by"])
    _record("companies.member.joined", person.reference, company, by, at)
    return company


def withdraw_invitation(*, invitation: str, by: Actor, at: datetime) -> Invitation:
    """Take an unanswered invitation back."""
    company = standing.require(by, "team.manage")
    row = Invitation.objects.select_for_update().filter(reference=invitation, company=company).first()
    if row is None or row.accepted_at or row.withdrawn_at:
        raise Refused(Refusal("invitation.answered", sentence("This invitation is no longer open.")))
    row.withdrawn_at, row.withdrawn_by = at, by.label()
    row.save(update_fields=["withdrawn_at", "withdrawn_by"])
    _record("companies.invitation.withdrawn", row.reference, company, by, at)
    return row


def change_role(*, person: str, role: str, by: Actor, at: datetime) -> Company:
    """Give a colleague another role; owners are made by owners only."""
    company = _locked(standing.require(by, "team.manage"))
    member = _member(company, person)
    acting = standing.of(by)
    if "owner" in {role, member.role} and acting is not None and acting.role not in {"owner", None}:
        raise Refused(Refusal("member.owner", sentence("Only an owner can do this."), field="role"))
    if role not in dict(rules.ROLES):
        raise Refused(Refusal("invitation.role", sentence("Choose a role."), field="role"))
    refuse_if(rules.refusal_to_change_member(is_last_owner=_is_last_owner(company, member), new_role=role))
    member.role = role
    member.save(update_fields=["role"])
    _record("companies.member.changed", person, company, by, at)
    return company


def remove_member(*, person: str, by: Actor, at: datetime) -> Company:
    """A colleague leaves; anybody may leave by themselves. What they did stays in the record."""
    acting = standing.of(by)
    company = _locked(acting.company if acting and by.person == person else standing.require(by, "team.manage"))
    member = _member(company, person)
    if member.role == "owner" and by.person != person and acting is not None and acting.role not in {"owner", None}:
        raise Refused(Refusal("member.owner", sentence("Only an owner can do this.")))
    refuse_if(rules.refusal_to_change_member(is_last_owner=_is_last_owner(company, member), new_role=None))
    member.left_at, member.left_by = at, by.label()
    member.save(update_fields=["left_at", "left_by"])
    _record("companies.member.left", person, company, by, at)
    return company


def _locked(company: Company) -> Company:
    return Company.objects.select_for_update().get(pk=company.pk)


def _member(company: Company, person: str) -> Member:
    row = Member.objects.select_for_update().filter(company=company, person__reference=person, left_at=None).first()
    if row is None:
        raise Refused(Refusal("member.gone", sentence("This person does not belong to the company any more.")))
    return row


def _is_last_owner(company: Company, member: Member) -> bool:
    others = Member.objects.filter(company=company, role="owner", left_at=None).exclude(pk=member.pk)
    return member.role == "owner" and not others.exists()


def _record(name: str, subject: str, company: Company, by: Actor, at: datetime) -> None:
    """In system scope: somebody who joins does not act for the company yet."""
    with scope.as_system():
        journal.record(name, subject=subject, within=company.reference, parties=[company.pk], by=by, at=at)
