"""Completing what is being typed: words of the reader's language, then documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import tantivy

from fondouk.engines.search.shapes import LANGUAGES, SuggestedProduct, SuggestedWord, Suggestions
from fondouk.engines.search.tantivy.compile import MUST, SHOULD, Tree, text_tree
from fondouk.engines.search.tantivy.schema import shown_titles
from fondouk.engines.search.words.folding import is_arabic
from fondouk.engines.search.words.question import Word, read
from fondouk.engines.search.words.stems import every_stem

PREFIX_LENGTH_MIN = 2


def suggest(searcher: tantivy.Searcher, schema: tantivy.Schema, prefix: str, language: str, limit: int) -> Suggestions:
    """Words completing the last one typed among documents holding the others, and documents by title."""
    words = read(prefix)
    while words and len(words[-1].text) < PREFIX_LENGTH_MIN:
        words = words[:-1]
    if not words:
        return Suggestions()
    before, last = words[:-1], words[-1]
    held = text_tree(schema, before) if before else None
    begun = {
        name: searcher.terms_with_prefix(f"word_{name}", last.text, filter_query=held, limit=limit)
        for name in (("ar",) if is_arabic(last.text) else LANGUAGES[:2])
    }
    return Suggestions(
        words=_words(begun, before, language, limit),
        products=_products(searcher, schema, held, _stems(begun, last), language, limit),
    )


def _words(
    begun: Mapping[str, Sequence[tuple[str, int]]], before: Sequence[Word], language: str, limit: int
) -> tuple[SuggestedWord, ...]:
    """Of the reader's language; of others where the script tells."""
    found = (
        dict(begun[language]) if language in begun else {word: count for each in begun.values() for word, count in each}
    )
    lead = "".join(f"{word.text} " for word in before)
    best = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]
    return tuple(SuggestedWord(lead + text, count) for text, count in best)


def _stems(begun: Mapping[str, Sequence[tuple[str, int]]], last: Word) -> list[str]:
    """The word as it is typed, and what it most often begins: their lists of documents are cut short by their scores,
    where those of every word that begins so would all be read."""
    completed = [stem for each in begun.values() for word, _ in each for stem in every_stem(word)]
    return list(dict.fromkeys((*last.stems, *completed)))


def _products(
    searcher: tantivy.Searcher,
    schema: tantivy.Schema,
    held: Tree | None,
    stems: Sequence[str],
    language: str,
    limit: int,
) -> tuple[SuggestedProduct, ...]:
    tree = Tree.boolean_query([(SHOULD, Tree.term_query(schema, "text", stem, index_option="freq")) for stem in stems])
    if held is not None:
        tree = Tree.boolean_query([(MUST, tree), (MUST, held)])
    shown = [searcher.doc(address) for _, address in searcher.search(tree, limit, count=False).hits]
    return tuple(_product(document, language) for document in shown)


def _product(document: tantivy.Document, language: str) -> SuggestedProduct:
    titles = shown_titles(document)
    chosen = next((name for name in (language, *LANGUAGES) if titles.get(name)), language)
    return SuggestedProduct(document["id"][0], titles.get(chosen, ""), chosen)
