"""Cards as pages show them: drawn once for each content, language and market, and kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from fondouk.doors.web import fields, formats
from fondouk.doors.web.search import card_face
from fondouk.market.discovery import queries
from fondouk.market.discovery.queries import Card, Gap

KEPT_MAX = 8_000
EAGER = 3
_Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A card as HTML, and the gaps of its market that every card shares, by code; `stamp` is of what it says."""

    html: Markup
    shared: Mapping[str, Gap]
    url: str = ""
    title: str = ""
    reference: str = ""
    stamp: str = ""


_kept: OrderedDict[_Key, Drawn] = OrderedDict()


def drawn(
    references: Sequence[str],
    language: str,
    market: str,
    saved: frozenset[str] = frozenset(),
    *,
    stamps: Mapping[str, str] | None = None,
    heading: str = "h2",
    eager: int = EAGER,
) -> list[Drawn]:
    """The cards of these products, in order, drawn once for each content, language and destination; `saved` pressed.

    One statement says what is still public and unchanged, and reads what was never drawn here; one more, seldom, what
    changed since. None where `stamps` already says that nothing did. The photos of the first `eager` are fetched at
    once.
    """
    locale = formats.locale_now()
    held = {one: _kept.get((one, locale, market, heading)) for one in references}
    new = [one for one, kept in held.items() if kept is None]
    found: list[Card] = []
    if stamps is None:
        stamps, found = queries.stamps_and_cards(references, new, language=language, market=market)
        new = []
    new += [one for one, kept in held.items() if kept and kept.stamp != stamps.get(one, kept.stamp)]
    found += queries.cards(new, language=language, market=market) if new else []
    held |= dict.fromkeys(new)
    for card in found:
        held[card.reference] = _keep((card.reference, locale, market, heading), card, language, heading)
    shown = [kept for one, kept in held.items() if kept and one in stamps]
    shown = _with_saved(shown, saved)
    shown[:eager] = [replace(one, html=_at_once(one.html)) for one in shown[:eager]]
    return shown


def drawn_from(
    found: Iterable[Card],
    language: str,
    market: str,
    saved: frozenset[str] = frozenset(),
    *,
    heading: str = "h3",
    eager: int = 0,
) -> list[Drawn]:
    """The same for cards that were read for another reason: no statement."""
    locale, shown = formats.locale_now(), []
    for card in found:
        key = (card.reference, locale, market, heading)
        one = _kept.get(key)
        shown.append(one if one and one.stamp == card.stamp else _keep(key, card, language, heading))
    shown = _with_saved(shown, saved)
    shown[:eager] = [replace(one, html=_at_once(one.html)) for one in shown[:eager]]
    return shown


def _keep(key: _Key, card: Card, language: str, heading: str) -> Drawn:
    """Draw a card and keep it in the place of what it was; the oldest makes room."""
    shared = {gap.code: gap for gap in card.landed.shared_gaps} if card.landed else {}
    html = card_face.html(card, language, heading)
    one = Drawn(html, shared, f"/{language}{card.path}", card.title, card.reference, card.stamp)
    _kept.pop(key, None)
    _kept[key] = one
    while len(_kept) > KEPT_MAX:
        _kept.popitem(last=False)
    return one


def _with_saved(shown: list[Drawn], saved: frozenset[str]) -> list[Drawn]:
    return [_pressed(one) if one.reference in saved else one for one in shown] if saved else shown


def _at_once(html: Markup) -> Markup:
    """The photo of a card above the fold is not waited for until it is scrolled to."""
    return html.replace(Markup(' loading="lazy"'), Markup(' fetchpriority="high"'), 1)


def _pressed(card: Drawn) -> Drawn:
    """The card with its save button pressed; pressing it again takes the product off the list."""
    off, on = (Markup(_save_button(card.reference, on)) for on in (False, True))  # noqa: S704 - a reference of ours
    return replace(card, html=card.html.replace(off, on, 1))


def _save_button(reference: str, on: bool) -> str:
    """The part of the card's save button that says whether it is pressed; the template writes the same."""
    removal = f' formaction="{fields.at(f"/account/saved/{reference}/removal/")}"' if on else ""
    return f'name="product" value="{reference}" aria-pressed="{str(on).lower()}"{removal}'
