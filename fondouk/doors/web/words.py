"""Names of roles, kinds and trust facts in the reader's language, for every template."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.utils.html import json_script
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fondouk.doors.web import formats
from fondouk.kit.refusal import sentence
from fondouk.market.companies import rules
from fondouk.market.companies.queries import Fact
from fondouk.market.notifications.queries import Told

_ROLES = dict(rules.ROLES)
_KINDS = dict(rules.KINDS)
_CAPACITIES = dict(rules.CAPACITIES)
_EVIDENCE = dict(rules.EVIDENCE_KINDS)
_STATES = dict(rules.EVIDENCE_STATES)
_FLAGS = dict(rules.FLAGS)


def role_name(role: str | None) -> str:
    """Owner, Sales …; a partner's person holds none."""
    return _(_ROLES[role]) if role in _ROLES else _("By mandate")


def kind_name(kind: str) -> str:
    """Cooperative, Company …"""
    return _(_KINDS.get(kind, kind))


def capacity_name(capacity: str) -> str:
    """What a company does here."""
    return _(_CAPACITIES.get(capacity, capacity))


def evidence_name(kind: str) -> str:
    """What a proof is about."""
    return _(_EVIDENCE.get(kind, kind))


def evidence_state(state: str) -> str:
    """Where a proof stands."""
    return _(_STATES.get(state, state))


def fact_text(fact: Fact) -> Any:
    """One trust fact as a dated sentence: "Identity checked on 3 May 2026"."""
    since = formats.day(fact.since)
    if fact.kind == "listed":
        return _("Listed since %(day)s") % {"day": since}
    if fact.kind == "identity":
        return _("Identity checked on %(day)s") % {"day": since}
    if fact.kind == "accreditation":
        return formats.filled(_("Accredited by %(agency)s since %(day)s"), agency=formats.bdi(fact.issuer), day=since)
    if fact.kind == "shipment":
        return ngettext("Shipped %(count)s order", "Shipped %(count)s orders", fact.count) % {
            "count": formats.number(fact.count)
        }
    if fact.kind == "flag":
        return _(_FLAGS.get(fact.scheme, fact.scheme))
    if fact.until is None:
        return formats.bdi(fact.scheme_name)
    return formats.filled(
        _("%(certificate)s, valid until %(day)s"),
        certificate=formats.bdi(fact.scheme_name),
        day=formats.day(fact.until),
    )


def told_text(told: Told) -> Any:
    """One notice as a sentence; the acting company's name keeps its own direction."""
    return formats.filled(_(told.sentence), **{**told.values, "company": formats.bdi(told.other)})


#: What templates see.
#: Reasons that quote what was written: the quotation stays, the reason is told in the reader's language.
_REASONS = (
    sentence("“%(text)s” is not a rate that can be computed"),
    sentence("“%(text)s” names no currency"),
    sentence("“%(text)s” is a weight nobody declares"),
    sentence("“%(text)s” is a unit that cannot be converted"),
    sentence("which goods it covers and spares stands in %(text)s, which the file does not hold"),
    sentence("lower rates exist for some goods: %(text)s"),
)
_PATTERNS = tuple(
    (one, re.compile(re.escape(one).replace(re.escape("%(text)s"), "(?P<text>.+)"), re.DOTALL)) for one in _REASONS
)
#: Reasons without a quotation, which readers of official files give.
REASONS = (
    sentence("no rate is written"),
    sentence("the rate holds a bracket that changes its quantity"),
    sentence("the published figure is a marker, not a number"),
    sentence("text and columns of the rate contradict each other"),
    sentence("the preference rate is compound; read the special column"),
    sentence("its season is the rest of another line's"),
    sentence("outside the season set by order"),
    sentence("not in the transcription of 2026"),
)


def said(words: str) -> str:
    """Words that lie in data, in the reader's language where we know them; percent signs stay as they are."""
    if not words:
        return ""
    told = _(words)
    if told != words:
        return told
    for template, pattern in _PATTERNS:
        if match := pattern.fullmatch(words):
            return _(template) % {"text": match["text"]}
    return words


EXPORTS = {
    "role_name": role_name, "kind_name": kind_name, "capacity_name": capacity_name, "evidence_name": evidence_name,
    "evidence_state": evidence_state, "fact_text": fact_text, "told_text": told_text,
}  # fmt: skip
FILTERS = {"json_script": json_script, "said": said}
GLOBALS = {"shows_demo_people": not settings.PRODUCTION}
