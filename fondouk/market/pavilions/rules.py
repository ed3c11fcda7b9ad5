"""Rules of a pavilion: an agency edits it only while its agreement is in force. Plain Python."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from fondouk.kit.refusal import Refusal, sentence

LANGUAGES = ("en", "fr", "ar")
LEAD_MAX = 600
FEATURED_MAX = 6


def refusal_to_edit(*, in_force: bool) -> Refusal | None:
    """Curating belongs to the agency whose agreement is in force."""
    if in_force:
        return None
    return Refusal("pavilion.no_agreement", sentence("No agreement of your agency is in force for this country."))


def refusals_of_texts(texts: Mapping[str, Mapping[str, str]], *, needs: str) -> list[Refusal]:
    """One language is enough to begin; no unknown language, no empty title."""
    found = []
    if not any(texts.get(language, {}).get(needs, "").strip() for language in LANGUAGES):
        found.append(Refusal("pavilion.title", sentence("Write a title in at least one language."), field=needs))
    if unknown := sorted(set(texts) - set(LANGUAGES)):
        text = sentence("%(language)s is not a language of this marketplace.")
        found.append(Refusal("pavilion.language", text, {"language": unknown[0]}))
    return found


def refusals_of_page(
    texts: Mapping[str, Mapping[str, str]], *, cover_known: bool, featured: Sequence[str], accredited: Collection[str]
) -> list[Refusal]:
    """What an agency may put on its page: its words, a product on sale, suppliers it vouches for."""
    found = refusals_of_texts(texts, needs="lead")
    if any(len(text.get("lead", "")) > LEAD_MAX for text in texts.values()):
        text = sentence("An introduction has at most %(most)s characters.")
        found.append(Refusal("pavilion.lead.long", text, {"most": LEAD_MAX}, "lead"))
    if not cover_known:
        text = sentence("No product on sale has this reference. Copy it from the product's page, or leave it empty.")
        found.append(Refusal("pavilion.cover", text, field="cover"))
    if len(featured) > FEATURED_MAX or not set(featured) <= set(accredited):
        text = sentence("Choose at most %(most)s suppliers, all accredited by you today.")
        found.append(Refusal("pavilion.featured", text, {"most": FEATURED_MAX}, "featured"))
    return found


def refusal_to_announce(*, from_on: date, until_on: date) -> Refusal | None:
    """A mission ends on or after the day it begins."""
    if until_on < from_on:
        return Refusal("mission.dates", sentence("The last day lies before the first."), field="until_on")
    return None
