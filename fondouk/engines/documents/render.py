"""The face of the documents engine: a template, its data and a language in, the PDF's bytes out.

Trade documents speak English and, beside it, French or Arabic. Their values are texts ready to print: ISO dates and
codes, Western digits. The data's shape is what the templates read; `templates/words.json` names every label.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from fondouk.engines.documents.letters import printable
from fondouk.kit.money import Money, exponent
from fondouk.kit.quantity import Quantity, plain

FOLDER = Path(__file__).resolve().parent
TEMPLATES = (
    "contract", "proforma_invoice", "commercial_invoice", "packing_list", "inspection_report", "origin_declaration",
)  # fmt: skip
LANGUAGES = ("en", "fr", "ar")
NO_BREAK = "\u00a0"  # not U+202F, the narrow one, which the font lacks

_local = threading.local()


class UnknownTemplate(ValueError):
    """There is no such template or language."""


def pdf(template: str, data: Mapping[str, Any], language: str) -> bytes:
    """The document as PDF/A-3; the same input gives the same bytes. Raises UnknownTemplate, typst.TypstError."""
    if template not in TEMPLATES or language not in LANGUAGES:
        raise UnknownTemplate(f"{template} in {language}")
    inputs = {"data": json.dumps(printable({**data, "language": language}), ensure_ascii=False, default=_text)}
    made = _compiler(template).compile(
        format="pdf", sys_inputs=inputs, pdf_standards=["a-3b"], timestamp=_day(data["date"]), pdf_tags=True
    )
    assert isinstance(made, bytes)
    return made


def amount(money: Money) -> str:
    """Minor units as printed: 1234550 USD is "12 345.50"."""
    return _grouped(f"{money.decimal:.{exponent(money.currency)}f}")


def quantity(value: Quantity) -> str:
    """A quantity with its Rec 20 code: "1 200 KGM"."""
    return f"{_grouped(plain(value.amount))}{NO_BREAK}{value.unit}"


def number(value: Decimal) -> str:
    """A plain number, grouped, without trailing zeros."""
    return _grouped(plain(value))


def _grouped(digits: str) -> str:
    whole, point, rest = digits.partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return sign + f"{int(whole):,}".replace(",", NO_BREAK) + point + rest


def _text(value: object) -> str:
    return str(value)


def _day(iso: str) -> int:
    """The creation date of the file: the document's own, so that a second rendering does not differ."""
    return int(datetime.fromisoformat(iso).replace(tzinfo=UTC).timestamp())


def _compiler(template: str) -> typst.Compiler:
    """One compiler per thread and template: it keeps what it has parsed."""
    made: dict[str, typst.Compiler] = _local.__dict__.setdefault("compilers", {})
    if template not in made:
        source = FOLDER / "templates" / f"{template}.typ"
        made[template] = typst.Compiler(
            str(source), root=str(source.parent), font_paths=_fonts(), ignore_system_fonts=True
        )
    return made[template]


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Only the fonts kept beside this file: a document looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER / "fonts")])


@lru_cache(maxsize=1)
def words() -> dict[str, dict[str, str]]:
    """Every label in English, French and Arabic."""
    found: dict[str, dict[str, str]] = json.loads((FOLDER / "templates" / "words.json").read_text())
    return found
