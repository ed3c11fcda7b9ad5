"""Requirements in the reader's words: what kind, who, and by when."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from fondouk.doors.web import formats
from fondouk.engines.requirements.checklist import Item
from fondouk.kit.refusal import sentence

KINDS = {
    "registration": sentence("Registration"), "certificate": sentence("Certificate or test"),
    "label": sentence("Label"), "filing": sentence("Filing"), "packing": sentence("Packing"),
    "document": sentence("Document"),
}  # fmt: skip
TERRITORIES = {
    "US": sentence("the United States"), "CA": sentence("Canada"), "EU": sentence("the European Union"),
}  # fmt: skip


def kind_name(kind: str) -> str:
    """What kind of thing it is."""
    return _(KINDS.get(kind, kind))


def territory_name(code: str) -> str:
    """Whose rules, as it stands alone."""
    return _("European Union") if code == "EU" else str(formats.country(code))


def territory_said(code: str) -> str:
    """Whose rules, as it reads in a sentence."""
    return _(TERRITORIES[code]) if code in TERRITORIES else str(formats.country(code))


def who(side: str) -> str:
    """Who does it."""
    return _("the supplier") if side == "supplier" else _("the importer")


def when(item: Item) -> Markup:
    """By when: 21 days before shipping, on arrival."""
    if item.days_before == 0:
        return formats.filled(_("before the goods leave") if item.anchor == "shipped" else _("at entry"))
    said = (
        ngettext("%(count)s day before shipping", "%(count)s days before shipping", item.days_before)
        if item.anchor == "shipped"
        else ngettext("%(count)s day before arrival", "%(count)s days before arrival", item.days_before)
    )
    return formats.filled(said, count=formats.number(item.days_before))
