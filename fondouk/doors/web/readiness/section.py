"""What goods need to enter a market, as a section of a page: products of one code share it until something differs."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from django.template import engines
from django.utils.translation import get_language
from markupsafe import Markup

from fondouk.doors.web import formats
from fondouk.doors.web.catalogue.words import scheme_name
from fondouk.doors.web.readiness import words
from fondouk.market.readiness.queries import Checklist

KEPT_MAX = 500
_kept: OrderedDict[Any, tuple[Checklist, Markup]] = OrderedDict()


def section(found: Checklist) -> Markup:
    """The section in the reader's language, drawn anew where the list is not the one that was drawn."""
    language = (get_language() or "en")[:2]
    key = (
        formats.locale_now(),
        found.market.code,
        tuple((line.item.code, line.mark, line.scheme) for line in found.lines),
    )
    kept = _kept.get(key)
    if kept is not None and kept[0] == found:
        return kept[1]
    macros: Any = engines["jinja2"].env.get_template("components/needs.html").module  # type: ignore[attr-defined]
    html: Markup = macros.needs_section(found, words, scheme_name, language)
    _kept[key] = (found, html)
    while len(_kept) > KEPT_MAX:
        _kept.popitem(last=False)
    return html
