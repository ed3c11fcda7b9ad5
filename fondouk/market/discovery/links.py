"""Links that work without signing in: signed, for one saved search, so that its mail stops with one click."""

from __future__ import annotations

from django.conf import settings
from django.core import signing

_SALT = "fondouk.saved-search.stop"


def stop_address(saved: str, language: str) -> str:
    """The address that stops the mail of a saved search (reference)."""
    return f"{settings.SITE_URL}/{language}/searches/stop/{signing.dumps(saved, salt=_SALT)}/"


def saved_of(token: str) -> str | None:
    """The saved search a link is for, None where the link is not ours."""
    try:
        said = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return None
    return said if isinstance(said, str) else None
