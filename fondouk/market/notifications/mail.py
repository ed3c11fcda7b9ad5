"""Messages by e-mail: plain text, in the recipient's language, with one link."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import send_mail
from django.utils import translation
from django.utils.translation import gettext as _

from fondouk.market.companies.queries import OpenInvitation
from fondouk.market.notifications import rules
from fondouk.market.notifications.models import Notice
from fondouk.market.partners.queries import Invited


def send_notice(notice: Notice) -> None:
    """One notice to its person."""
    with translation.override(notice.person.language):
        told = _(rules.sentence_of(notice.event, notice.permission)) % {"company": notice.other, **notice.values}
        path = f"/{notice.person.language}/account/notifications/{notice.reference}/"
        _send(notice.person.email, told, [_greeting(notice.person.name), told, _about(notice), f"{_site()}{path}"])


def _greeting(name: str) -> str:
    return _("Hello %(name)s,") % {"name": name}


def _about(notice: Notice) -> str:
    return _("This is about %(about)s of %(company)s. Open it here:") % {
        "about": notice.about,
        "company": notice.company.name,
    }


def send_invitation(invitation: OpenInvitation) -> None:
    """A colleague is asked to join."""
    with translation.override(invitation.language):
        values = {"inviter": invitation.inviter, "company": invitation.company}
        told = _("%(inviter)s invites you to %(company)s.") % values
        path = f"/{invitation.language}/account/invitations/{invitation.reference}/"
        _send(invitation.email, told, [_("Hello,"), told, _("Answer here:"), f"{_site()}{path}"])


def send_prospect(invited: Invited) -> None:
    """A partner proposes its help to a maker: in French, as their talks are."""
    with translation.override("fr"):
        told = _("%(partner)s invites %(name)s to sell abroad on Fondouk.") % {
            "partner": invited.partner,
            "name": invited.name,
        }
        why = _("Open an account and register your company; you then choose what the partner may do for you.")
        _send(invited.email, told, [_("Hello,"), told, why, f"{_site()}/fr/account/signup/?email={invited.email}"])


def _site() -> str:
    return str(settings.SITE_URL)


def _send(to: str, subject: str, lines: list[str]) -> None:
    body = "\n\n".join([*lines, _("Fondouk, the open export marketplace")])
    send_mail(subject, f"{body}\n", settings.DEFAULT_FROM_EMAIL, [to])
