"""Words nobody wrote: not yet typed to the end, heard alike in another script, or mistyped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import tantivy

from fondouk.engines.search.shapes import LANGUAGES
from fondouk.engines.search.tantivy.compile import SHOULD, Tree
from fondouk.engines.search.tantivy.schema import shown_titles
from fondouk.engines.search.words.pieces import TITLES
from fondouk.engines.search.words.question import Word, distance, typos_allowed
from fondouk.engines.search.words.sounds import sound, sounds
from fondouk.engines.search.words.stems import every_stem

_COMPLETIONS = 5
_NEIGHBOURS = 400


def known(searcher: tantivy.Searcher, word: Word) -> bool:
    """Whether any document holds the word."""
    return any(searcher.doc_freq("text", stem) for stem in word.stems)


def widened(searcher: tantivy.Searcher, schema: tantivy.Schema, word: Word) -> Word:
    """A word that only vocabularies hold also stands for the titles' own spelling of it (zelij → zellige)."""
    if word.text[0].isdigit() or any(searcher.doc_freq("title", term) for term in (word.text, *word.stems)):
        return word
    heard = _heard(searcher, schema, word)
    return Word(word.text, tuple(dict.fromkeys((*word.stems, *heard.stems)))) if heard else word


def mend(searcher: tantivy.Searcher, schema: tantivy.Schema, word: Word) -> tuple[Word, bool] | None:
    """What was probably meant, and whether to tell the reader; None where nothing is near."""
    if (completed := _completed(searcher, word)) is not None:
        return completed, False
    if (heard := _heard(searcher, schema, word)) is not None:
        return heard, True
    if (corrected := _corrected(searcher, schema, word)) is not None:
        return corrected, True
    return None


def _heard(searcher: tantivy.Searcher, schema: tantivy.Schema, word: Word) -> Word | None:
    for key in sounds(word.text):
        if not searcher.doc_freq("sound", key):
            continue
        tree = Tree.term_query(schema, "sound", key, index_option="basic")
        near = [other for other in _shown_words(searcher, tree) if sound(other) == key]
        if near:
            best = min(near, key=lambda other: distance(other, word.text, 9))
            return Word(best, tuple(dict.fromkeys(stem for other in near for stem in every_stem(other)))[:6])
    return None


def _completed(searcher: tantivy.Searcher, word: Word) -> Word | None:
    if len(word.text) < 3 or word.text[0].isdigit():
        return None
    found: dict[str, int] = {}
    for language in word.languages:
        found.update(searcher.terms_with_prefix(f"word_{language}", word.text, limit=_COMPLETIONS))
    if not found:
        return None
    best = sorted(found, key=lambda other: -found[other])[:_COMPLETIONS]
    return Word(word.text, tuple(dict.fromkeys(stem for other in best for stem in every_stem(other))))


def _corrected(searcher: tantivy.Searcher, schema: tantivy.Schema, word: Word) -> Word | None:
    limit = typos_allowed(word.text)
    if not limit:
        return None
    for typos in range(1, limit + 1):
        near = _near_in_titles(searcher, schema, word, typos) or _near_in_words(searcher, word, typos)
        if near:
            return Word(near, every_stem(near))
    return None


def _near_in_titles(searcher: tantivy.Searcher, schema: tantivy.Schema, word: Word, typos: int) -> str | None:
    trees = [Tree.fuzzy_term_query(schema, f"word_{language}", word.text, typos) for language in word.languages]
    shown = _shown_words(searcher, Tree.boolean_query([(SHOULD, tree) for tree in trees]), word.languages)
    times = Counter(shown)
    near = [other for other in times if distance(other, word.text, typos) <= typos]
    return max(near, key=lambda other: (times[other], other)) if near else None


def _near_in_words(searcher: tantivy.Searcher, word: Word, typos: int) -> str | None:
    for language in word.languages:
        for other, _ in searcher.terms_with_prefix(f"word_{language}", word.text[:2], limit=_NEIGHBOURS):
            if distance(other, word.text, typos) <= typos:
                return other
    return None


def _shown_words(searcher: tantivy.Searcher, tree: Tree, languages: Sequence[str] = LANGUAGES) -> list[str]:
    """The title words of the first documents of a tree, in these languages."""
    found: list[str] = []
    for _, address in searcher.search(tree, 8, count=False).hits:
        titles = shown_titles(searcher.doc(address))
        pieces = [
            piece for language in languages if language in titles for piece in TITLES[language].of(titles[language])
        ]
        found += [word for piece in pieces for word in piece.words.split()]
    return found
