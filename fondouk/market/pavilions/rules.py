"""Rules of a pavilion: an agency edits it only while its agreement is in force. Plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from fondouk.kit.refusal import Refusal, sentence

LANGUAGES = ("en", "fr", "ar")


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


def refusal_to_announce(*, from_on: date, until_on: date) -> Refusal | None:
    """A mission ends on or after the day it begins."""
    if until_on < from_on:
        return Refusal("mission.dates", sentence("The last day lies before the first."), field="until_on")
    return None
