"""Join the style sheets, one file per part, into one for both writing directions: `static/app.css`.

`python -m fondouk.doors.web.assets` writes it; `--check` only says whether it is up to date and light enough.
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

STATIC = Path(__file__).parent / "static"
PARTS = STATIC / "css"
SHEET = STATIC / "app.css"
#: Bytes of the compressed sheet: a first view on a thin line depends on it.
LIMIT_BYTES = 15_000

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r"\s*([{};,>])\s*")


def minified(text: str) -> str:
    """Without comments and needless space; strings hold no double space and no braces in our sheets."""
    text = _SPACE.sub(" ", _COMMENT.sub("", text))
    text = _AROUND.sub(r"\1", text).replace(";}", "}")
    return re.sub(r"(?<=[;{])([a-z-]+|--[\w-]+): ", r"\1:", text).strip()


def joined() -> str:
    """Every part in the order of its file name."""
    return "".join(minified(part.read_text(encoding="utf-8")) for part in sorted(PARTS.glob("*.css"))) + "\n"


def weight_bytes(text: str) -> int:
    """Its size as sent."""
    return len(gzip.compress(text.encode(), 9, mtime=0))


def main(arguments: list[str]) -> int:
    """0 when all is well, 1 when the sheet is out of date or too heavy."""
    sheet = joined()
    weight = weight_bytes(sheet)
    if weight > LIMIT_BYTES:
        print(f"app.css weighs {weight} bytes compressed, more than {LIMIT_BYTES}.")
        return 1
    if "--check" not in arguments:
        SHEET.write_text(sheet, encoding="utf-8")
        print(f"app.css: {weight} bytes compressed.")
        return 0
    if not SHEET.exists() or SHEET.read_text(encoding="utf-8") != sheet:
        print("app.css is out of date: run make assets.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
