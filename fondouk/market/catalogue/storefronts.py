"""Writes of storefronts: open, change, close, and the answer time that conversations report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from fondouk.engines.events import journal
from fondouk.engines.files import store
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, sentence
from fondouk.market.catalogue import rules
from fondouk.market.catalogue.models import Storefront
from fondouk.market.companies import standing
from fondouk.market.companies.models import Company

PALETTES = ("amber", "saffron", "sand", "olive", "rose", "terracotta", "indigo", "sea", "mint", "slate")
STORY_LENGTH_MAX = 4000
HEADLINE_LENGTH_MAX = 160


def _record(row: Storefront, verb: str, by: Actor, at: datetime) -> Storefront:
    journal.record(
        f"catalogue.storefront.{verb}", subject=row.reference, within=row.reference, parties=[row.supplier_id],
        by=by, at=at,
    )  # fmt: skip
    return row


def _own(company: Company, by: Actor, at: datetime) -> Storefront:
    row, _ = Storefront.objects.select_for_update().get_or_create(
        supplier=company, defaults={"slug": company.slug, "changed_at": at, "changed_by": by.label()}
    )
    return row


def ensure_open(company: Company, by: Actor, at: datetime) -> None:
    """Open the storefront if it never was; one that was closed on purpose stays closed."""
    row = _own(company, by, at)
    if row.opened_at is None and not row.opened_by:
        _open(row, by, at)


def _open(row: Storefront, by: Actor, at: datetime) -> Storefront:
    row.opened_at, row.opened_by = at, by.label()
    row.changed_at, row.changed_by = at, by.label()
    row.save()
    return _record(row, "opened", by, at)


def open_storefront(*, by: Actor, at: datetime) -> Storefront:
    """Show the storefront at its address."""
    row = _own(standing.require(by, "storefront.edit"), by, at)
    return row if row.opened_at else _open(row, by, at)


def close_storefront(*, by: Actor, at: datetime) -> Storefront:
    """Take the storefront off; the products stay where they are."""
    row = _own(standing.require(by, "storefront.edit"), by, at)
    if row.opened_at is None:
        return row
    row.opened_at = None
    row.changed_at, row.changed_by = at, by.label()
    row.save()
    return _record(row, "closed", by, at)


def change_storefront(
    *,
    headlines: Mapping[str, str],
    stories: Mapping[str, str],
    capacity: Mapping[str, str] | None = None,
    palette: str = "",
    motif: str = "",
    cover: str = "",
    by: Actor,
    at: datetime,
) -> Storefront:
    """Words in up to three languages, theme colour, cover photo (reference of a received file)."""
    company = standing.require(by, "storefront.edit")
    _refuse_words(headlines, stories, palette)
    row = _own(company, by, at)
    row.headlines, row.stories = _said(headlines), _said(stories)
    row.capacity = _said(capacity or {})
    row.palette, row.motif = palette or row.palette, motif or row.motif
    if cover and cover != row.cover_file:
        row.cover_file, row.cover_variants = cover, _cover(cover, company)
    row.changed_at, row.changed_by = at, by.label()
    row.save()
    return _record(row, "changed", by, at)


def _cover(file: str, company: Company) -> list[dict[str, object]]:
    """Covers are few and awaited: drawn at once."""
    known = store.find(file)
    if known is None or known.owner != company.pk or known.kind != "photo":
        raise Refused(Refusal("storefront.cover", sentence("Choose the photo again."), field="cover"))
    ready = store.prepare(file)
    if ready.refusal:
        raise Refused(
            Refusal(
                ready.refusal,
                sentence("This picture cannot be read. Take it again, or save it as JPEG."),
                field="cover",
            )
        )
    return list(ready.variants)


def _refuse_words(headlines: Mapping[str, str], stories: Mapping[str, str], palette: str) -> None:
    found = []
    if any(len(text) > HEADLINE_LENGTH_MAX for text in headlines.values()):
        text = sentence("The line under the name has at most %(max)s characters.")
        found.append(Refusal("storefront.headline", text, {"max": HEADLINE_LENGTH_MAX}, "headline"))
    if any(len(text) > STORY_LENGTH_MAX for text in stories.values()):
        text = sentence("The story has at most %(max)s characters.")
        found.append(Refusal("storefront.story", text, {"max": STORY_LENGTH_MAX}, "story"))
    if palette and palette not in PALETTES:
        found.append(Refusal("storefront.palette", sentence("Choose one of the colours shown."), field="palette"))
    if found:
        raise Refused(found)


def _said(words: Mapping[str, str]) -> dict[str, str]:
    return {language: text.strip() for language, text in words.items() if language in rules.LANGUAGES and text.strip()}


def record_response_time(*, supplier: int, minutes: int, count: int, by: Actor, at: datetime) -> None:
    """The median of a supplier's first answers; conversations counts, the storefront shows."""
    row = Storefront.objects.select_for_update().filter(supplier_id=supplier).first()
    if row is not None:
        row.response_minutes, row.response_count = minutes, count
        row.save(update_fields=["response_minutes", "response_count"])
        _record(row, "changed", by, at)
