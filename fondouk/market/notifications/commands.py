"""Every write of notifications: notices are made by the reader, mailed by a task, read by their person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from fondouk.engines.events.journal import News
from fondouk.engines.tables import names
from fondouk.kit.actor import Actor
from fondouk.market.companies import queries as companies
from fondouk.market.companies import roles
from fondouk.market.companies.queries import Colleague, CompanyCard
from fondouk.market.notifications import mail, rules, tasks
from fondouk.market.notifications.models import Notice
from fondouk.market.partners import queries as partners
from fondouk.market.sourcing import promised, promises


def tell(*, news: Sequence[News], by: Actor, at: datetime) -> list[Notice]:  # noqa: ARG001
    """Write the notices of some news and have those still fresh mailed. Four statements, whatever the number."""
    told = [one for one in news if one.name in rules.NEWS and not _is_dull(one)]
    parties = companies.companies({party for one in told for party in one.parties})
    colleagues = companies.colleagues(parties)
    actors = companies.companies_of_references({one.company for one in told if one.company})
    rows = [
        notice
        for one in told
        for party in one.parties
        if party in parties and _is_told(one, parties[party])
        for notice in _notices(one, parties[party], colleagues.get(party, ()), actors.get(one.company))
    ]
    names.give(rows, "NTC")
    Notice.objects.bulk_create(rows, ignore_conflicts=True)
    for row in rows:
        if rules.is_worth_mailing(row.happened_at, at):
            tasks.mail_notice.defer(notice=row.reference)
    return rows


def _is_dull(one: News) -> bool:
    """Evidence an order recorded by itself is no news to its supplier."""
    return one.name == "companies.evidence.checked" and one.data.get("kind") == "shipment"


def _is_told(one: News, company: CompanyCard) -> bool:
    return company.reference != one.company or one.name in rules.OWN


def _notices(
    one: News, company: CompanyCard, colleagues: Sequence[Colleague], actor: CompanyCard | None
) -> list[Notice]:
    found = []
    values = _values(one)
    for colleague in colleagues:
        held = roles.permissions_of(company.capacities, colleague.role)
        word = rules.word_for(one.name, held)
        if word is None or colleague.person.reference == one.by:
            continue
        found.append(
            Notice(
                person_id=colleague.person.id,
                company_id=company.id,
                event=one.name,
                permission=word[0],
                other=actor.name if actor else "",
                about=one.within or one.subject,
                subject=one.subject,
                values=values,
                unread_id=one.unread_id,
                happened_at=one.at,
            )
        )
    return found


def _values(one: News) -> dict[str, str]:
    """What the sentence of this news says beside who acted: money with its sign, in isolates for either direction."""
    if one.name != promises.CHANGED:
        return {}
    alert = promised.alert(str(one.data.get("alert", "")))
    return {"difference": f"\u2066{alert.difference:+,.2f} {alert.currency}\u2069"} if alert else {"difference": ""}


def invite(*, invitation: str, by: Actor, at: datetime) -> None:  # noqa: ARG001
    """Mail an invitation, if it is still open; called by its task, outside any transaction of news."""
    found = companies.invitation(invitation)
    if found is not None and found.expires_at > at:
        mail.send_invitation(found)


def invite_prospect(*, prospect: str, by: Actor, at: datetime) -> None:  # noqa: ARG001
    """Mail the maker whom a partner put on its board."""
    found = partners.prospect(prospect)
    if found is not None:
        mail.send_prospect(found)


def mail_notice(*, notice: str, by: Actor, at: datetime) -> Notice | None:  # noqa: ARG001
    """Mail one notice to its person, once; a notice already read is not mailed."""
    row = Notice.objects.select_related("person", "company").filter(reference=notice, mailed_at=None).first()
    if row is None or row.read_at is not None or not row.person.is_active:
        return None
    mail.send_notice(row)
    row.mailed_at = at
    row.save(update_fields=["mailed_at"])
    return row


def mark_read(*, notice: str, by: Actor, at: datetime) -> Notice | None:
    """One's own notice was followed."""
    row = Notice.objects.filter(reference=notice, person__reference=by.person).first()
    if row is not None and row.read_at is None:
        row.read_at = at
        row.save(update_fields=["read_at"])
    return row


def mark_all_read(*, by: Actor, at: datetime) -> None:
    """Everything in one's own inbox was seen."""
    Notice.objects.filter(person__reference=by.person, read_at=None).update(read_at=at)
