"""Read the demo's content files into plain values; nothing here touches a database.

Texts come as lists of three: English, French, Arabic. Small records are written on one line, as
"quantity:price quantity:price" or "key|English|French|Arabic|…"; this module is where such lines are taken apart.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "fr", "ar")
_CONTENT = files("fondouk.doors.demo.content")


def words(texts: Sequence[str]) -> dict[str, str]:
    """Three texts by language; a text left empty is absent."""
    return {language: text for language, text in zip(LANGUAGES, texts, strict=True) if text}


@cache
def table(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader((_CONTENT / name).read_text(encoding="utf-8").splitlines()))


@cache
def document(name: str) -> dict[str, Any]:
    """A TOML file."""
    return tomllib.loads((_CONTENT / name).read_text(encoding="utf-8"))


def folder(name: str) -> dict[str, Any]:
    """All TOML files of a folder as one, in the order of their names. Raises ValueError where a key comes twice."""
    merged: dict[str, Any] = {}
    for file in sorted((_CONTENT / name).iterdir(), key=lambda one: one.name):
        if file.name.endswith(".toml"):
            _merge(merged, tomllib.loads(file.read_text(encoding="utf-8")), file.name)
    return merged


def _merge(into: dict[str, Any], more: Mapping[str, Any], where: str) -> None:
    if twice := into.keys() & more.keys():
        raise ValueError(f"{where}: {sorted(twice)} stand in another file too")
    into.update(more)


def pairs(line: str) -> list[tuple[str, str]]:
    """ "50:24.80 200:22.60" as pairs."""
    return [(left, right) for left, _, right in (one.partition(":") for one in line.split())]


@cache
def suppliers() -> dict[str, Any]:
    """Every maker by its key."""
    return folder("suppliers")


@cache
def products() -> dict[str, Any]:
    """Every product written by hand, by its key."""
    return folder("products")


@cache
def axes() -> dict[str, Any]:
    """What can vary, by its key."""
    return document("variants.toml")


@cache
def codes() -> dict[str, dict[str, str]]:
    """The tariff codes of the goods, by the key products name."""
    return {row["key"]: row for row in table("codes.csv")}


def synonyms(row: Mapping[str, str], languages: Iterable[str] = LANGUAGES) -> dict[str, list[str]]:
    """The search words of a category row."""
    return {language: [one for one in row[f"words_{language}"].split("|") if one] for language in languages}
