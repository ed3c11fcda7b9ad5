"""What is new in a saved search, by e-mail: plain text, in the language of the person, one link a product."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from babel.dates import format_date
from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fondouk.market.discovery import links, queries
from fondouk.market.discovery.models import Listing, SavedSearch


def send_news(reference: str, products: Sequence[str]) -> None:
    """Mail the products of a search that is still kept; what is no longer public is left out."""
    row = SavedSearch.objects.select_related("person").filter(reference=reference).first()
    if row is None:
        return
    language = row.person.language
    cards = queries.cards(products, language=language, market=row.market[:2])
    if not cards:
        return
    published = dict(Listing.objects.filter(product__in=products).values_list("product", "published_at"))
    stop = links.stop_address(reference, language)
    with translation.override(language):
        subject = ngettext(
            "%(count)s new product for “%(search)s”", "%(count)s new products for “%(search)s”", len(cards)
        ) % {"count": len(cards), "search": row.name}
        lines = [subject, *(_told(card, published[card.reference], language) for card in cards)]
        lines += [
            _("See all your saved searches:") + f" {settings.SITE_URL}/{language}/account/searches/",
            _("Stop these messages with one click:") + f" {stop}",
            _("Fondouk, the open export marketplace"),
        ]
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    body = "\n\n".join(lines) + "\n"
    EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [row.person.email], headers=headers).send()


def _told(card: queries.Card, published: datetime, language: str) -> str:
    locale = {"ar": "ar_MA", "fr": "fr_MA"}.get(language, "en_US")
    day = _("On sale since %(day)s") % {"day": format_date(published.date(), "medium", locale=locale)}
    return f"{card.title} · {card.supplier}\n{day}\n{settings.SITE_URL}/{language}{card.path}"
