"""From words to tariff codes: by the description of the line, and by the names of our shelves in three languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fondouk.engines.tariffs import schedule
from fondouk.market.catalogue import queries
from fondouk.market.catalogue.publication import Shelf


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A line the words may mean, with the general rate written in the tariff."""

    code: str
    description: str
    rate: str


def suggestions(words: str, *, destination: str, on: date) -> list[Suggestion]:
    """At most 24 lines for the words, those of a matching shelf's heading after those that say the words themselves."""
    tariff = schedule.tariff()
    found = list(tariff.search(destination, words, on))
    for heading in _headings(words):
        found += tariff.codes_under(destination, heading, on, limit=12)
    seen: dict[str, Suggestion] = {}
    for one in found:
        seen.setdefault(one.hs, Suggestion(one.hs, one.description, one.rate if not one.human else ""))
    return list(seen.values())[:24]


def under(code: str, *, destination: str, on: date) -> list[Suggestion]:
    """The lines under a code that does not decide the rate yet."""
    found = schedule.tariff().codes_under(destination, code, on)
    return [Suggestion(one.hs, one.description, one.rate) for one in found if one.hs != code]


def _headings(words: str) -> list[str]:
    wanted = set(re.findall(r"\w+", words.casefold()))
    scored = [(score, shelf.heading) for shelf in queries.categories() if (score := _score(shelf, wanted)) > 0]
    ordered = [heading for _, heading in sorted(scored, key=lambda pair: -pair[0]) if heading]
    return list(dict.fromkeys(ordered))[:2]


def _score(shelf: Shelf, wanted: set[str]) -> int:
    return max((len(wanted & said) for said in _phrases(shelf)), default=0)


def _phrases(shelf: Shelf) -> Iterable[set[str]]:
    for names, synonyms in ((shelf.names, shelf.synonyms), (shelf.heading_names, shelf.heading_synonyms)):
        for text in names.values():
            yield set(re.findall(r"\w+", text.casefold()))
        for words in synonyms.values():
            for text in words:
                yield set(re.findall(r"\w+", text.casefold()))
