"""From a query to the engine's query tree, built from analysed words: no text is ever parsed as syntax."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import tantivy

from fondouk.engines.search.ranking import NAMED
from fondouk.engines.search.shapes import EVERY_TAG, Query
from fondouk.engines.search.words.question import Word
from fondouk.engines.search.words.stems import name_keys

Tree = tantivy.Query
MUST, SHOULD, MUST_NOT = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot


def text_tree(schema: tantivy.Schema, words: Sequence[Word], *, at_least: int | None = None) -> Tree:
    """Documents holding every word (or `at_least` so many) under one of its stems.

    Exact title words lift them, and so does a category whose whole name or synonym is asked for: who types "olive oil"
    means the oil before sardines in it.
    """
    answered = [_word_tree(schema, word) for word in words]
    if at_least is not None:
        return Tree.boolean_query([(SHOULD, tree) for tree in answered], minimum_number_should_match=at_least)
    lifting = [Tree.term_query(schema, "title", word.text, index_option="freq") for word in words]
    lifting += [
        Tree.const_score_query(Tree.term_query(schema, "shelf", key, index_option="basic"), NAMED)
        for key in name_keys(word.text for word in words)
    ]
    return Tree.boolean_query([(MUST, tree) for tree in answered] + [(SHOULD, tree) for tree in lifting])


def _word_tree(schema: tantivy.Schema, word: Word) -> Tree:
    terms = [Tree.term_query(schema, "text", stem, index_option="freq") for stem in word.stems]
    return terms[0] if len(terms) == 1 else Tree.boolean_query([(SHOULD, term) for term in terms])


def filter_trees(schema: tantivy.Schema, query: Query, *, but: str | None = None) -> list[Tree]:
    """One tree per chosen facet (leaving out `but`) and one for the cost range."""
    trees: list[Tree] = []
    for facet, tags in query.chosen:
        if facet == but or not tags:
            continue
        terms = [Tree.term_query(schema, "filters", f"{facet}:{tag}", index_option="basic") for tag in tags]
        every = facet in EVERY_TAG or len(terms) == 1
        trees += terms if every else [Tree.boolean_query([(SHOULD, term) for term in terms])]
    if query.landed != (None, None) and query.slot is not None and but != "landed":
        trees.append(_range(schema, f"landed_shipment_{query.slot}", *query.landed))
    return trees


def _range(schema: tantivy.Schema, field: str, low: int | None, high: int | None) -> Tree:
    kind = tantivy.FieldType.Integer
    return Tree.range_query(schema, field, kind, lower_bound=low if low is not None else 0, upper_bound=high)


def whole(schema: tantivy.Schema, text: Tree | None, filters: Iterable[Tree], without: Iterable[str]) -> Tree:
    """Text and filters together; filters do not score."""
    parts = [(MUST, text if text is not None else Tree.const_score_query(Tree.all_query(), 0.0))]
    parts += [(MUST, Tree.const_score_query(tree, 0.0)) for tree in filters]
    parts += [(MUST_NOT, Tree.term_query(schema, "id", id, index_option="basic")) for id in without]
    return parts[0][1] if len(parts) == 1 else Tree.boolean_query(parts)
