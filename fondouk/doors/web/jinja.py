"""The Jinja2 environment of every page: translations, addresses, static files, formats, autoescape."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import jinja2
from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext, ngettext, npgettext, pgettext

from fondouk.doors.web import destination, fields, formats, locale, motif, quick, words


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
    env.filters.update(words.FILTERS)
    env.globals.update(
        url=url,
        address_of=address_of,
        static=static,
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


def address_of(name: str) -> str | None:
    """The address of a page that may not be there yet; None hides its links."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a named page, under the language being spoken."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def with_query(request: HttpRequest, **changes: Any) -> str:
    """This page's address with some of its query changed; None removes a key, a list repeats it."""
    query = request.GET.copy()
    for key, value in changes.items():
        if value is None:
            query.pop(key, None)
        elif isinstance(value, (list, tuple)):
            query.setlist(key, [str(one) for one in value])
        else:
            query[key] = str(value)
    pairs = [(key, one) for key, values in query.lists() for one in values if one != ""]
    return f"{request.path}?{urlencode(pairs)}" if pairs else request.path
