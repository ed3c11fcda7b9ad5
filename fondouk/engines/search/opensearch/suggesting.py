"""Completing what is being typed: words of the reader's language and documents, in one call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fondouk.engines.search.opensearch import reading
from fondouk.engines.search.opensearch.compile import Tree, term, text_tree
from fondouk.engines.search.shapes import LANGUAGES, SuggestedProduct, SuggestedWord, Suggestions
from fondouk.engines.search.words.folding import is_arabic
from fondouk.engines.search.words.question import Word, read

PREFIX_LENGTH_MIN = 2


def questions(prefix: str, language: str, limit: int) -> tuple[list[Tree], str]:
    """(the searches, what stands before the word being typed); nothing to ask where too little is typed."""
    words = read(prefix)
    while words and len(words[-1].text) < PREFIX_LENGTH_MIN:
        words = words[:-1]
    if not words:
        return [], ""
    before, last = words[:-1], words[-1]
    held = text_tree(before) if before else None
    told = reading.beginning(last.text, _languages(last, language), limit, held=held)
    return [told, reading.titles_of(_begun(last, held), limit)], "".join(f"{word.text} " for word in before)


def read_answers(answers: Sequence[Mapping[str, Any]], lead: str, language: str, limit: int) -> Suggestions:
    """The words by how many documents hold them, and the documents."""
    counted = reading.words_counted(answers[0])
    best = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]
    return Suggestions(
        words=tuple(SuggestedWord(lead + text, count) for text, count in best),
        products=tuple(_product(hit, language) for hit in answers[1]["hits"]["hits"]),
    )


def _languages(word: Word, language: str) -> tuple[str, ...]:
    """Where to look for completions: the reader's language first, others where the script tells."""
    if is_arabic(word.text):
        return ("ar",)
    return (language,) if language != "ar" else ("fr", "en")


def _begun(word: Word, held: Tree | None) -> Tree:
    fields = ("ar",) if is_arabic(word.text) else LANGUAGES[:2]
    trees: list[Tree] = [{"prefix": {f"word_{name}": {"value": word.text}}} for name in fields]
    trees += [term("text", stem) for stem in word.stems]
    begun: Tree = {"bool": {"should": trees, "minimum_should_match": 1}}
    return {"bool": {"must": [begun, held] if held is not None else [begun]}}


def _product(hit: Mapping[str, Any], language: str) -> SuggestedProduct:
    titles = hit["_source"].get("titles", {})
    chosen = next((name for name in (language, *LANGUAGES) if titles.get(name)), language)
    return SuggestedProduct(hit["_id"], titles.get(chosen, ""), chosen)
