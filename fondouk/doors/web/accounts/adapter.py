"""Where django-allauth meets our people: new accounts, mails in the recipient's language, sealed secrets."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string
from django.utils import translation

from fondouk.doors.web.request import Request

# allauth's own notes that we do not repeat: the next page says it by being there.
_SILENT = frozenset({"account/messages/logged_in.txt", "account/messages/logged_out.txt"})


class Adapter(DefaultAccountAdapter):
    """Accounts of people, by e-mail address."""

    def save_user(self, request: Request, user: Any, form: Any, commit: bool = True) -> Any:
        """A new person speaks the language of the page they signed up on."""
        user.name = form.cleaned_data.get("name", "").strip()
        user.language = (translation.get_language() or "en")[:2]
        destination = getattr(request, "destination", None)
        user.destination = destination.code if destination else ""
        return super().save_user(request, user, form, commit)

    def clean_email(self, email: str) -> str:
        """One spelling per address."""
        return super().clean_email(email).strip().lower()

    def render_mail(
        self, template_prefix: str, email: str | list[str], context: dict[str, Any], headers: Any = None
    ) -> EmailMessage:
        """Plain text, in the recipient's language where we know it."""
        language = getattr(context.get("user"), "language", None) or translation.get_language() or "en"
        values = {**context, "site": settings.SITE_URL}
        with translation.override(language):
            subject = " ".join(_text(f"{template_prefix}_subject.txt", values).split())
            body = _text(f"{template_prefix}_message.txt", values)
        to = [email] if isinstance(email, str) else email
        return EmailMultiAlternatives(subject, body, self.get_from_email(), to, headers=headers)

    def add_message(
        self, request: Request, level: int, message_template: str | None = None, *arguments: Any, **words: Any
    ) -> None:
        """Say what is worth saying."""
        if message_template not in _SILENT:
            super().add_message(request, level, message_template, *arguments, **words)


def _text(template: str, values: dict[str, Any]) -> str:
    """Rendered without the request: its flash messages belong to the next page, not to a mail."""
    try:
        return render_to_string(template, values, using="jinja2").strip()
    except TemplateDoesNotExist:
        return render_to_string(template, values).strip()


class SecondFactorAdapter(DefaultMFAAdapter):
    """Authenticator secrets are sealed at rest with a key of their own."""

    def encrypt(self, text: str) -> str:
        """Seal a TOTP secret or recovery seed."""
        return _vault().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open it again."""
        return _vault().decrypt(encrypted_text.encode()).decode()


def _vault() -> Fernet:
    digest = hashlib.sha256(b"second factor|" + settings.EVIDENCE_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
