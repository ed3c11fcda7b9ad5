"""The catalogue's facts as sentences in the reader's language."""

from __future__ import annotations

from datetime import date
from functools import cache

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from markupsafe import Markup

from fondouk.doors.web import fields, formats
from fondouk.engines.places import gazetteer
from fondouk.kit.refusal import sentence
from fondouk.market.catalogue.publication import Proof, Publication, Supplier, Trust
from fondouk.market.companies.rules import SCHEMES

PREFERENCES = {
    "WHOLLY_OBTAINED": sentence("wholly obtained"),
    "PRODUCT_RULE": sentence("meets the product rule"),
    "VALUE_CONTENT": sentence("meets the value content"),
    "UNKNOWN": sentence("preferential status not stated"),
    "NONE": sentence("no preference claimed"),
}


def language() -> str:
    """The two letters of the language being spoken."""
    return (get_language() or "en")[:2]


def region_name(code: str) -> str:
    """A region in the reader's language; its code where it is not known."""
    found = gazetteer.region(code) if code else None
    return found.name(language()) if found else code


def place_name(code: str, typed: str) -> str:
    """A named place: by its code in the reader's language, else as typed."""
    found = gazetteer.place(code) if code else None
    return found.name(language()) if found else typed


@cache
def _towns() -> dict[str, gazetteer.Place]:
    return {name.casefold(): one for one in gazetteer.places() for name in one.names}


def town_name(town: str) -> str:
    """A town in the reader's script where the gazetteer knows it, else as typed."""
    found = _towns().get(town.casefold())
    return found.name(language()) if found else town


def trust_sentences(trust: Trust) -> list[Markup]:
    """Dated facts; what is absent is simply not said."""
    said = [_listed(trust.listed_on)] if trust.identity_checked_on is None else [_checked(trust.identity_checked_on)]
    said += [_accredited(proof) for proof in trust.accreditations[:2]]
    return said + ([_shipped(trust.orders_shipped)] if trust.orders_shipped else [])


def _listed(on: date) -> Markup:
    return formats.filled(_("Listed since %(day)s"), day=formats.day(on))


def _checked(on: date) -> Markup:
    return formats.filled(_("Identity checked, %(day)s"), day=formats.day(on))


def _accredited(proof: Proof) -> Markup:
    agency = formats.bdi(proof.issuer)
    if proof.valid_until is None:
        return formats.filled(_("Accredited by %(agency)s"), agency=agency)
    sentence = _("Accredited by %(agency)s, to %(day)s")
    return formats.filled(sentence, agency=agency, day=formats.day(proof.valid_until))


def _shipped(count: int) -> Markup:
    words = ngettext("Shipped %(count)s order", "Shipped %(count)s orders", count)
    return formats.filled(words, count=formats.number(count))


def answers(minutes: int | None) -> str:
    """How fast a supplier usually answers."""
    if minutes is None:
        return ""
    if minutes < 60:
        return str(_("Usually answers within an hour"))
    hours = round(minutes / 60)
    if hours <= 36:
        return ngettext("Usually answers in %(count)s hour", "Usually answers in %(count)s hours", hours) % {
            "count": formats.number(hours)
        }
    count = round(hours / 24)
    return ngettext("Usually answers in %(count)s day", "Usually answers in %(count)s days", count) % {
        "count": formats.number(count)
    }


def scheme_name(scheme: str) -> str:
    """A certificate's printed name."""
    return SCHEMES.get(scheme, scheme)


def where(supplier: Supplier) -> str:
    """Town and region of a supplier."""
    region = region_name(supplier.region)
    town = town_name(supplier.town)
    return f"{town}{fields.comma()} {region}" if region else town


def origin_sentence(product: Publication, country: str) -> Markup:
    """Where the goods were made, and what is said about preference at the destination."""
    made = formats.country(product.origin_country)
    said = next((one for one in product.preferences.values() if one.agreement.startswith(country)), None)
    parts = [Markup("{}").format(made)]
    if product.origin_region:
        parts = [Markup("{} ({})").format(made, region_name(product.origin_region))]
    if said and said.status != "UNKNOWN":
        parts.append(Markup("{}").format(_(PREFERENCES[said.status])))
    sentence = Markup("{}").format(parts[0])
    for part in parts[1:]:
        sentence += Markup("{} {}").format(fields.comma(), part)
    if said and said.examined:
        told = _("examined by a bill of materials, until %(day)s")
        sentence += Markup("{} {}").format(fields.comma(), formats.filled(told, day=formats.day(said.valid_until)))
    if said and said.proof:
        proof = formats.filled(_("Proof: %(proof)s"), proof=formats.bdi(said.proof))
        sentence += Markup(". {}").format(proof)
        if said.proof_on:
            sentence += Markup("{} {}").format(fields.comma(), formats.day(said.proof_on))
    return sentence
