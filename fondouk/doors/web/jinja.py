"""The Jinja2 environment of every page: translations, addresses, static files, formats, autoescape."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import jinja2
from django.conf import settings
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext, ngettext, npgettext, pgettext

from fondouk.doors.web import destination, fields, formats, locale, motif, quick, shell_parts, words
from fondouk.doors.web.with_query import with_query


def environment(**options: Any) -> jinja2.Environment:
    """Called by Django's Jinja2 backend (OPTIONS: environment)."""
    options.pop("autoescape", None)
    options.setdefault("undefined", jinja2.StrictUndefined)
    options.setdefault("trim_blocks", True)
    options.setdefault("lstrip_blocks", True)
    extensions = ["jinja2.ext.i18n", "jinja2.ext.do"]
    env = quick.PageEnvironment(autoescape=True, extensions=extensions, **options)
    env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=gettext, ngettext=ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    env.globals.update(gettext=quick.said, _=quick.said)
    env.policies["ext.i18n.trimmed"] = True
    env.globals.update(formats.EXPORTS)
    env.filters.update(formats.EXPORTS)
    env.globals.update(fields.EXPORTS)
    env.globals.update(words.EXPORTS)
    env.globals.update(words.GLOBALS)
    env.globals.update(shell_parts.GLOBALS)
    env.filters.update(words.FILTERS)
    env.globals.update(
        url=url,
        address_of=address_of,
        static=kept_static,
        with_query=with_query,
        path_in=locale.path_in,
        language_names=locale.NAMES,
        site_url=settings.SITE_URL,
        destinations=destination.CHOICES,
        star=motif.star,
        errors={},
        notes=(),
        is_fragment=False,
    )
    return env


@lru_cache(maxsize=500)
def kept_static(path: str) -> str:
    """The address of a file of ours: it does not change while a process lives."""
    return static(path)


def address_of(name: str) -> str | None:
    """The address of a page that may not be there yet; None hides its links."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a named page, under the language being spoken."""
    return reverse(name, args=args or None, kwargs=kwargs or None)
