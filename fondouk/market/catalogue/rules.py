"""The catalogue's rules: states of a product, what publishing needs, prices by quantity, readiness. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from fondouk.kit.quantity import UNITS, is_whole, plain
from fondouk.kit.refusal import Refusal, sentence
from fondouk.market.catalogue.cargo import Cargo, Load, load_of, named_quantity, orderable
from fondouk.market.catalogue.incoterms import refusal_of_place

__all__ = ["Cargo", "Load", "load_of", "named_quantity", "orderable"]

LANGUAGES = ("en", "fr", "ar")
DESTINATIONS = ("US", "CA", "EU")
CURRENCIES = ("USD", "CAD", "EUR", "GBP", "MAD")
TITLE_LENGTH_MAX = 120
PHOTOS_MAX = 8
BREAKS_MAX = 6


class ProductState(StrEnum):
    """Where a product stands."""

    DRAFT = "DRAFT"
    PUBLISHED = "PUBLISHED"
    PAUSED = "PAUSED"
    HELD = "HELD"
    ARCHIVED = "ARCHIVED"


class Verb(StrEnum):
    """What moves a product from state to state."""

    PUBLISH = "publish"
    PAUSE = "pause"
    ARCHIVE = "archive"
    HOLD = "hold"
    RELEASE = "release"


#: Every state is named; a verb that is absent is refused there.
TRANSITIONS: dict[ProductState, dict[Verb, ProductState]] = {
    ProductState.DRAFT: {Verb.PUBLISH: ProductState.PUBLISHED, Verb.ARCHIVE: ProductState.ARCHIVED},
    ProductState.PUBLISHED: {
        Verb.PAUSE: ProductState.PAUSED,
        Verb.ARCHIVE: ProductState.ARCHIVED,
        Verb.HOLD: ProductState.HELD,
    },
    ProductState.PAUSED: {Verb.PUBLISH: ProductState.PUBLISHED, Verb.ARCHIVE: ProductState.ARCHIVED},
    ProductState.HELD: {Verb.RELEASE: ProductState.PUBLISHED, Verb.ARCHIVE: ProductState.ARCHIVED},
    ProductState.ARCHIVED: {},
}


class PreferenceStatus(StrEnum):
    """On what the claim to a trade preference rests."""

    UNKNOWN = "UNKNOWN"
    WHOLLY_OBTAINED = "WHOLLY_OBTAINED"
    PRODUCT_RULE = "PRODUCT_RULE"
    VALUE_CONTENT = "VALUE_CONTENT"
    NONE = "NONE"


@dataclass(frozen=True, slots=True)
class Break:
    """From this quantity on, this price per unit (up to 6 places), ready in so many days."""

    min_quantity: Decimal
    unit_price: Decimal
    lead_days: int | None = None


@dataclass(frozen=True, slots=True)
class ProductFacts:
    """What the rules look at; the command and the query fill it from rows."""

    titles: dict[str, str] = field(default_factory=dict)
    summaries: dict[str, str] = field(default_factory=dict)
    photos_ready: int = 0
    photos_waiting: int = 0
    category: str = ""
    unit: str = ""
    moq: Decimal | None = None
    order_multiple: Decimal | None = None
    incoterm: str = ""
    place_name: str = ""
    place_code: str = ""
    currency: str = ""
    breaks: tuple[Break, ...] = ()
    origin_country: str = ""
    origin_region: str = ""
    hs6: str = ""
    tariff_codes: dict[str, str] = field(default_factory=dict)
    preference_known: bool = False
    lead_days: int | None = None
    unit_net_kg: Decimal | None = None
    package_known: bool = False
    capacity_per_month: Decimal | None = None
    certificates: int = 0
    shelf_life_days: int | None = None
    seller_country: str = "MA"


def refusal_to(verb: Verb, state: ProductState) -> Refusal | None:
    """Why this verb does not apply in this state, or None."""
    if verb in TRANSITIONS[state]:
        return None
    sentences = {
        ProductState.DRAFT: sentence("This product is still a draft."),
        ProductState.PUBLISHED: sentence("This product is already published."),
        ProductState.PAUSED: sentence("This product is paused; publish it again first."),
        ProductState.HELD: sentence(
            "The operator holds this product back; answer the reason given, then ask for release."
        ),
        ProductState.ARCHIVED: sentence("This product is archived; duplicate it to offer it again."),
    }
    return Refusal(f"product.{verb}.{state.lower()}", sentences[state])


def refusal_to_edit(state: ProductState) -> Refusal | None:
    """An archived product no longer changes: orders and reviews point at it."""
    return refusal_to(Verb.ARCHIVE, state) if state == ProductState.ARCHIVED else None


def refusals_to_publish(facts: ProductFacts) -> list[Refusal]:
    """Everything that is missing to publish, at once, each with the field to go to."""
    missing: list[tuple[bool, str, str, str]] = [
        (not any(facts.titles.values()), "title", sentence("Write a title in at least one language."), "title"),
        (
            facts.photos_ready == 0 and facts.photos_waiting == 0,
            "photo",
            sentence("Add one photo: buyers pass over goods they cannot see."),
            "photos",
        ),
        (
            facts.photos_ready == 0 and facts.photos_waiting > 0,
            "photo.waiting",
            sentence("The photo is still being prepared: try again in a moment."),
            "photos",
        ),
        (not facts.category, "category", sentence("Choose a category."), "category"),
        (not facts.unit, "unit", sentence("Choose the unit you sell by."), "unit"),
        (facts.moq is None, "moq", sentence("Give the smallest quantity you accept."), "moq"),
        (not facts.breaks, "price", sentence("Give a price."), "breaks"),
        (not facts.currency, "currency", sentence("Choose the currency of the price."), "currency"),
        (not facts.incoterm, "incoterm", sentence("Choose the Incoterms rule of the price."), "incoterm"),
        (not facts.place_name, "place", sentence("Name the place that belongs to the Incoterms rule."), "place_name"),
        (not facts.origin_country, "origin", sentence("Say in which country the goods were made."), "origin_country"),
    ]
    found = [Refusal(f"product.missing.{code}", text, field=where) for lacks, code, text, where in missing if lacks]
    return found + refusals_of_values(facts)


def refusals_of_values(facts: ProductFacts) -> list[Refusal]:
    """What is there but cannot be right; checked on every save, so that a draft is never nonsense."""
    found = [_refusal_of_titles(facts), _refusal_of_unit(facts), *_refusals_of_quantity(facts)]
    found += [refusal_of_breaks(facts.breaks, facts.moq), refusal_of_hs6(facts.hs6)]
    found += [refusal_of_tariff_code(place, code, facts.hs6) for place, code in facts.tariff_codes.items()]
    if facts.incoterm:
        found.append(refusal_of_place(facts.incoterm, facts.place_code, facts.seller_country))
    if facts.currency and facts.currency not in CURRENCIES:
        found.append(Refusal("product.currency", sentence("Choose one of the currencies listed."), field="currency"))
    return [refusal for refusal in found if refusal]


def _refusal_of_titles(facts: ProductFacts) -> Refusal | None:
    if any(len(title) > TITLE_LENGTH_MAX for title in facts.titles.values()):
        text = sentence("A title has at most %(max)s characters; put the rest in the summary.")
        return Refusal("product.title.long", text, {"max": TITLE_LENGTH_MAX}, "title")
    return None


def _refusal_of_unit(facts: ProductFacts) -> Refusal | None:
    if facts.unit and facts.unit not in UNITS:
        return Refusal("product.unit", sentence("Choose one of the units listed."), field="unit")
    return None


def _refusals_of_quantity(facts: ProductFacts) -> list[Refusal]:
    found: list[Refusal] = []
    if facts.moq is not None and facts.moq <= 0:
        found.append(Refusal("product.moq", sentence("The smallest quantity is more than nothing."), field="moq"))
    if facts.moq and is_whole(facts.unit) and facts.moq != facts.moq.to_integral_value():
        found.append(Refusal("product.moq.whole", sentence("This unit is counted: give a whole number."), field="moq"))
    if facts.order_multiple is not None and facts.order_multiple <= 0:
        text = sentence("The step between quantities is more than nothing; leave it empty if any quantity will do.")
        found.append(Refusal("product.multiple", text, field="order_multiple"))
    return found


def refusal_of_breaks(breaks: Sequence[Break], moq: Decimal | None) -> Refusal | None:
    """Quantities must rise, prices must fall strictly, and the first price must hold at the smallest quantity."""
    if not breaks:
        return None
    if len(breaks) > BREAKS_MAX:
        text = sentence("At most %(max)s prices by quantity: buyers do not read longer lists.")
        return Refusal("product.breaks.many", text, {"max": BREAKS_MAX}, "breaks")
    if any(one.min_quantity <= 0 or one.unit_price <= 0 for one in breaks):
        return Refusal(
            "product.breaks.positive", sentence("Quantities and prices are more than nothing."), field="breaks"
        )
    if moq is not None and breaks[0].min_quantity > moq:
        text = sentence("The first price starts at %(from)s, above the smallest quantity %(moq)s.")
        values = {"from": plain(breaks[0].min_quantity), "moq": plain(moq)}
        return Refusal("product.breaks.start", text, values, "breaks")
    for lower, higher in pairwise(breaks):
        if higher.min_quantity <= lower.min_quantity:
            return Refusal(
                "product.breaks.rise", sentence("Each quantity must be larger than the one before."), field="breaks"
            )
        if higher.unit_price >= lower.unit_price:
            text = sentence(
                "From %(quantity)s the price must be lower than %(price)s: a larger quantity costs less per unit."
            )
            values = {"quantity": plain(higher.min_quantity), "price": plain(lower.unit_price)}
            return Refusal("product.breaks.fall", text, values, "breaks")
    return None


def refusal_of_hs6(code: str) -> Refusal | None:
    """HS codes have six digits; chapters run from 01 to 97, without 77."""
    if not code:
        return None
    if len(code) == 6 and code.isascii() and code.isdigit() and 1 <= int(code[:2]) <= 97 and code[:2] != "77":
        return None
    return Refusal("product.hs6", sentence("An HS code has six digits, as in 151590."), field="hs6")


def refusal_of_tariff_code(destination: str, code: str, hs6: str) -> Refusal | None:
    """A full code has 8 or 10 digits (US, EU and Canada declare 10) and starts with the HS code."""
    where = f"tariff_{destination.lower()}"
    if not code:
        return None
    if not (code.isascii() and code.isdigit()) or len(code) not in (8, 10):
        text = sentence("The full tariff code of %(destination)s has 8 or 10 digits, without dots.")
        return Refusal("product.tariff", text, {"destination": destination}, where)
    if hs6 and not code.startswith(hs6):
        text = sentence("The tariff code of %(destination)s must start with the HS code %(hs6)s.")
        return Refusal("product.tariff.prefix", text, {"destination": destination, "hs6": hs6}, where)
    return None


def break_at(breaks: Sequence[Break], quantity: Decimal) -> Break | None:
    """The price that holds for this quantity: the last break it reaches, or the first where it reaches none."""
    if not breaks:
        return None
    reached = [one for one in breaks if one.min_quantity <= quantity]
    return reached[-1] if reached else breaks[0]


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing buyers filter or decide on that is not there yet, with its share of the score and what to do."""

    code: str
    field: str
    weight: int
    step: str


@dataclass(frozen=True, slots=True)
class Readiness:
    """0–100, and the gaps, the most worthwhile first."""

    score: int
    gaps: tuple[Gap, ...]

    @property
    def next_step(self) -> Gap | None:
        """The one thing to do next."""
        return self.gaps[0] if self.gaps else None


def readiness(facts: ProductFacts) -> Readiness:
    """Share of the fields a buyer filters or decides on."""
    checks = _readiness_checks(facts)
    total = sum(gap.weight for _, gap in checks)
    reached = sum(gap.weight for done, gap in checks if done)
    gaps = sorted((gap for done, gap in checks if not done), key=lambda gap: -gap.weight)
    return Readiness(score=reached * 100 // total, gaps=tuple(gaps))


def _readiness_checks(facts: ProductFacts) -> list[tuple[bool, Gap]]:
    return _checks_of_the_offer(facts) + _checks_of_the_cost(facts) + _checks_of_the_words(facts)


def _checks_of_the_offer(facts: ProductFacts) -> list[tuple[bool, Gap]]:
    titles = {language for language, title in facts.titles.items() if title}
    return [
        (bool(titles), Gap("title", "title", 12, sentence("Write a title."))),
        (facts.photos_ready > 0, Gap("photo", "photos", 12, sentence("Add a photo."))),
        (bool(facts.breaks), Gap("price", "breaks", 12, sentence("Give a price."))),
        (bool(facts.category), Gap("category", "category", 8, sentence("Choose a category."))),
        (facts.moq is not None, Gap("moq", "moq", 6, sentence("Give the smallest quantity you accept."))),
        (
            facts.lead_days is not None,
            Gap("lead", "lead_days", 4, sentence("Say in how many days the goods are ready.")),
        ),
        (facts.certificates > 0, Gap("certificate", "certificates", 4, sentence("Attach a certificate."))),
        (
            facts.capacity_per_month is not None,
            Gap("capacity", "capacity_per_month", 3, sentence("Say how much you can make in a month.")),
        ),
    ]


def _checks_of_the_cost(facts: ProductFacts) -> list[tuple[bool, Gap]]:
    codes = {destination for destination, code in facts.tariff_codes.items() if code}
    return [
        (bool(facts.hs6), Gap("hs6", "hs6", 8, sentence("Give the HS code: without it no duty can be shown."))),
        (
            facts.package_known,
            Gap(
                "package", "package", 8, sentence("Give carton size and weight: freight is then counted, not guessed.")
            ),
        ),
        (
            facts.unit_net_kg is not None,
            Gap("weight", "unit_net_kg", 6, sentence("Give the net weight of one unit.")),
        ),
        (
            "US" in codes,
            Gap("tariff.us", "tariff_us", 5, sentence("Give the US tariff code: six digits leave a range.")),
        ),
        ("CA" in codes, Gap("tariff.ca", "tariff_ca", 3, sentence("Give the Canadian tariff code."))),
        (
            facts.preference_known,
            Gap("preference", "preference", 4, sentence("Say how the goods originate: it can remove the duty.")),
        ),
        (
            bool(facts.origin_region),
            Gap("region", "origin_region", 2, sentence("Name the region the goods come from.")),
        ),
    ]


def _checks_of_the_words(facts: ProductFacts) -> list[tuple[bool, Gap]]:
    titles = {language for language, title in facts.titles.items() if title}
    return [
        (
            "en" in titles,
            Gap("text.en", "title_en", 5, sentence("Add an English title: most buyers search in English.")),
        ),
        ("fr" in titles, Gap("text.fr", "title_fr", 3, sentence("Add a French title for buyers in Québec."))),
        (
            any(facts.summaries.values()),
            Gap("summary", "summary", 4, sentence("Write two sentences on what makes the goods yours.")),
        ),
        (facts.photos_ready >= 3, Gap("photos", "photos", 3, sentence("Add two more photos: detail, packing."))),
    ]
