"""Completing what is being typed: words of the reader's language, then documents."""

from __future__ import annotations

from collections.abc import Sequence

import tantivy

from fondouk.engines.search.shapes import LANGUAGES, SuggestedProduct, SuggestedWord, Suggestions
from fondouk.engines.search.tantivy.compile import MUST, SHOULD, Tree, text_tree
from fondouk.engines.search.tantivy.schema import shown_titles
from fondouk.engines.search.words.folding import is_arabic
from fondouk.engines.search.words.question import Word, read

PREFIX_LENGTH_MIN = 2


def suggest(searcher: tantivy.Searcher, schema: tantivy.Schema, prefix: str, language: str, limit: int) -> Suggestions:
    """Words completing the last one typed among documents holding the others, and documents by title."""
    words = read(prefix)
    while words and len(words[-1].text) < PREFIX_LENGTH_MIN:
        words = words[:-1]
    if not words:
        return Suggestions()
    before, last = words[:-1], words[-1]
    languages = _languages(last, language)
    held = text_tree(schema, before) if before else None
    return Suggestions(
        words=_words(searcher, held, before, last, languages, limit),
        products=_products(searcher, schema, held, last, language, limit),
    )


def _languages(word: Word, language: str) -> tuple[str, ...]:
    """Where to look for completions: the reader's language first, others where the script tells."""
    if is_arabic(word.text):
        return ("ar",)
    return (language,) if language != "ar" else ("fr", "en")


def _words(
    searcher: tantivy.Searcher,
    held: Tree | None,
    before: Sequence[Word],
    last: Word,
    languages: Sequence[str],
    limit: int,
) -> tuple[SuggestedWord, ...]:
    found: dict[str, int] = {}
    for language in languages:
        found.update(searcher.terms_with_prefix(f"word_{language}", last.text, filter_query=held, limit=limit))
    lead = "".join(f"{word.text} " for word in before)
    best = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]
    return tuple(SuggestedWord(lead + text, count) for text, count in best)


def _products(
    searcher: tantivy.Searcher, schema: tantivy.Schema, held: Tree | None, last: Word, language: str, limit: int
) -> tuple[SuggestedProduct, ...]:
    fields = ("ar",) if is_arabic(last.text) else LANGUAGES[:2]
    begun = [Tree.fuzzy_term_query(schema, f"word_{name}", last.text, 0, prefix=True) for name in fields]
    exact = [Tree.term_query(schema, "text", stem, index_option="freq") for stem in last.stems]
    trees = [(SHOULD, tree) for tree in (*begun, *exact)]
    tree = Tree.boolean_query([(MUST, Tree.boolean_query(trees)), *([(MUST, held)] if held is not None else [])])
    shown = [searcher.doc(address) for _, address in searcher.search(tree, limit, count=False).hits]
    return tuple(_product(document, language) for document in shown)


def _product(document: tantivy.Document, language: str) -> SuggestedProduct:
    titles = shown_titles(document)
    chosen = next((name for name in (language, *LANGUAGES) if titles.get(name)), language)
    return SuggestedProduct(document["id"][0], titles.get(chosen, ""), chosen)
