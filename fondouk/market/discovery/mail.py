"""What is new in a saved search, by e-mail: plain text, in the language of the person, one link a product."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.core.mail import send_mail
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fondouk.market.discovery import queries
from fondouk.market.discovery.models import SavedSearch


def send_news(reference: str, products: Sequence[str]) -> None:
    """Mail the products of a search that is still kept; what is no longer public is left out."""
    row = SavedSearch.objects.select_related("person").filter(reference=reference).first()
    if row is None:
        return
    language = row.person.language
    cards = queries.cards(products, language=language, market=row.market[:2])
    if not cards:
        return
    with translation.override(language):
        subject = ngettext(
            "%(count)s new product for “%(search)s”", "%(count)s new products for “%(search)s”", len(cards)
        ) % {"count": len(cards), "search": row.name}
        lines = [
            subject,
            *(f"{card.title} · {card.supplier}\n{settings.SITE_URL}/{language}{card.path}" for card in cards),
        ]
        lines += [
            _("See all, or stop these messages:") + f" {settings.SITE_URL}/{language}/account/searches/",
            _("Fondouk, the open export marketplace"),
        ]
    send_mail(subject, "\n\n".join(lines) + "\n", settings.DEFAULT_FROM_EMAIL, [row.person.email])
