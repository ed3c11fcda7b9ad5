"""What every expression of a page pays, made cheap: calls of macros, imports of them, words in the reader's language.

A page of results makes some three hundred such calls. Jinja asks of each whether it wants the context, compares the
globals of each imported file, and wraps each translation anew; here that is asked once.
"""

from __future__ import annotations

import threading
from functools import lru_cache
from types import FunctionType
from typing import Any

import jinja2
from django.utils.translation import get_language, gettext, trans_real
from jinja2.runtime import Context, Macro
from markupsafe import Markup

_KEPT_MAX = 20_000


def speak_by_thread() -> None:
    """Let Django keep the language being spoken in a plain thread-local: a page asks for it four hundred times.

    Its own place for it also serves code that awaits, behind a lock and a context variable, at twenty times the price.
    Every door of ours is synchronous: a request, a task and a mail each have their thread to themselves.
    """
    if not isinstance(trans_real._active, threading.local):  # type: ignore[attr-defined]
        spoken = getattr(trans_real._active, "value", None)  # type: ignore[attr-defined]
        trans_real._active = threading.local()  # type: ignore[attr-defined]
        if spoken is not None:
            trans_real._active.value = spoken  # type: ignore[attr-defined]


class PageContext(Context):
    """A context that calls macros and plain functions directly."""

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - the arguments may have any name
        """As Jinja's own, without asking twice what kind of callable it is."""
        kind = type(__obj)
        if kind is Macro:
            args = (__self.eval_ctx, *args)
        elif kind is not FunctionType or hasattr(__obj, "jinja_pass_arg"):
            return super().call(__obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return __obj(*args, **kwargs)


class PageTemplate(jinja2.Template):
    """A template that is imported once: all of ours have the environment's globals and no others."""

    def _get_default_module(self, ctx: Context | None = None) -> Any:  # noqa: ARG002
        return super()._get_default_module()


class PageEnvironment(jinja2.Environment):
    """The environment of those."""

    context_class = PageContext
    template_class = PageTemplate


def said(text: str, **values: Any) -> Markup:
    """A sentence of ours in the reader's language, with its values filled in and escaped."""
    if values:
        return _translated(get_language(), text) % values
    return _whole(get_language(), text)


@lru_cache(maxsize=_KEPT_MAX)
def _translated(language: str | None, text: str) -> Markup:  # noqa: ARG001 - the key
    return Markup(gettext(text))  # noqa: S704 - our own sentences and their translations; values are escaped


@lru_cache(maxsize=_KEPT_MAX)
def _whole(language: str | None, text: str) -> Markup:
    return _translated(language, text) % {}
