"""Is every sentence translated? Extracts what is marked now, and looks it up in the French and Arabic catalogues."""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

PROJECT = Path(__file__).resolve().parent.parent
LANGUAGES = ("fr", "ar")
KEYWORDS = ("sentence", "gettext_lazy", "_l")  # beside Babel's own: _, gettext, ngettext …
SHOWN = 40


def main() -> int:
    """Print what is missing; 1 if anything is."""
    marked = _marked()
    missing = [line for language in LANGUAGES for line in _missing(language, marked)]
    for line in missing[:SHOWN]:
        print(line)
    if len(missing) > SHOWN:
        print(f"… and {len(missing) - SHOWN} more")
    return 1 if missing else 0


def _marked() -> Catalog:
    with tempfile.TemporaryDirectory() as folder:
        pot = Path(folder) / "django.pot"
        keywords = [word for keyword in KEYWORDS for word in ("-k", keyword)]
        command = [sys.executable, "-m", "babel.messages.frontend", "--quiet", "extract", "-F", "babel.cfg"]
        subprocess.run([*command, *keywords, "-o", str(pot), "fondouk"], cwd=PROJECT, check=True)
        return read_po(io.BytesIO(pot.read_bytes()))


def _missing(language: str, marked: Catalog) -> list[str]:
    path = PROJECT / "locale" / language / "LC_MESSAGES" / "django.po"
    catalogue = read_po(io.BytesIO(path.read_bytes()), locale=language) if path.exists() else Catalog(locale=language)
    return [
        f"{language}: {message.locations[0][0] if message.locations else ''}: {message.id!r}"
        for message in marked
        if message.id and not _translated(catalogue.get(message.id, message.context))
    ]


def _translated(message: Message | None) -> bool:
    if message is None or message.fuzzy:
        return False
    texts = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return bool(texts) and all(texts)


if __name__ == "__main__":
    sys.exit(main())
