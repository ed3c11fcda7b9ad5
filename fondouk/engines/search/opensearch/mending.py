"""Words nobody wrote: not yet typed to the end, heard alike in another script, or mistyped; all asked for at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fondouk.engines.search.opensearch import reading
from fondouk.engines.search.opensearch.compile import Tree
from fondouk.engines.search.words.question import Word, distance, typos_allowed
from fondouk.engines.search.words.sounds import sound, sounds
from fondouk.engines.search.words.stems import every_stem

Ask = Callable[[Sequence[Tree]], Sequence[Mapping[str, Any]]]
_COMPLETIONS = 5
_NEIGHBOURS = 400


@dataclass(frozen=True, slots=True)
class Known:
    """Whether documents hold a word, and whether a title spells it so."""

    held: bool
    titled: bool

    def settles(self, word: Word) -> bool:
        """Whether the word is to be looked for as it is."""
        return self.held and (self.titled or word.text[0].isdigit())


def mended(ask: Ask, words: Sequence[tuple[Word, Known]]) -> list[tuple[Word, bool] | None]:
    """For each word what was probably meant, and whether to tell the reader; None where nothing is near.

    A word that only vocabularies hold also stands for the titles' own spelling of it (zelij → zellige).
    """
    questions = {index: _questions(word, known) for index, (word, known) in enumerate(words)}
    answers = _answered(ask, questions)
    found: list[tuple[Word, bool] | None] = []
    for index, (word, known) in enumerate(words):
        found.append(_widened(word, answers[index]) if known.held else _meant(word, answers[index]))
    unmet = [index for index, one in enumerate(found) if one is None and typos_allowed(words[index][0].text)]
    for index, near in _neighbours(ask, [words[index][0] for index in unmet], unmet).items():
        found[index] = (Word(near, every_stem(near)), True)
    return found


def _questions(word: Word, known: Known) -> dict[str, Tree]:
    """What to ask for one word, by name."""
    if known.settles(word):
        return {}
    asked = {f"heard {key}": reading.heard(key) for key in sounds(word.text)}
    if not known.held and len(word.text) >= 3 and not word.text[0].isdigit():
        asked["begun"] = reading.beginning(word.text, word.languages, _COMPLETIONS)
    if not known.held:
        asked |= {f"typos {n}": reading.spelt_nearly(word, n) for n in range(1, typos_allowed(word.text) + 1)}
    return asked


def _answered(ask: Ask, questions: Mapping[int, Mapping[str, Tree]]) -> dict[int, dict[str, Mapping[str, Any]]]:
    """The answers under the names of their questions, in one call."""
    flat = [(index, name, tree) for index, asked in questions.items() for name, tree in asked.items()]
    found: dict[int, dict[str, Mapping[str, Any]]] = {index: {} for index in questions}
    if flat:
        for (index, name, _), answer in zip(flat, ask([tree for _, _, tree in flat]), strict=True):
            found[index][name] = answer
    return found


def _widened(word: Word, answers: Mapping[str, Mapping[str, Any]]) -> tuple[Word, bool]:
    heard = _heard(word, answers)
    return (Word(word.text, tuple(dict.fromkeys((*word.stems, *heard.stems)))) if heard else word), False


def _meant(word: Word, answers: Mapping[str, Mapping[str, Any]]) -> tuple[Word, bool] | None:
    if "begun" in answers and (begun := reading.words_counted(answers["begun"])):
        best = sorted(begun, key=lambda other: -begun[other])[:_COMPLETIONS]
        return Word(word.text, tuple(dict.fromkeys(stem for other in best for stem in every_stem(other)))), False
    if (heard := _heard(word, answers)) is not None:
        return heard, True
    for typos in range(1, typos_allowed(word.text) + 1):
        near = [
            one for one in reading.title_words(answers[f"typos {typos}"]) if distance(one, word.text, typos) <= typos
        ]
        if near:
            best_near = max(set(near), key=lambda other: (near.count(other), other))
            return Word(best_near, every_stem(best_near)), True
    return None


def _heard(word: Word, answers: Mapping[str, Mapping[str, Any]]) -> Word | None:
    for key in sounds(word.text):
        answer = answers.get(f"heard {key}")
        near = [other for other in reading.title_words(answer) if sound(other) == key] if answer else []
        if near:
            best = min(near, key=lambda other: distance(other, word.text, 9))
            return Word(best, tuple(dict.fromkeys(stem for other in near for stem in every_stem(other)))[:6])
    return None


def _neighbours(ask: Ask, words: Sequence[Word], places: Sequence[int]) -> dict[int, str]:
    """Place → the nearest word with the same first two letters, for words near no title."""
    if not words:
        return {}
    found: dict[int, str] = {}
    answers = ask([reading.beginning(word.text[:2], word.languages, _NEIGHBOURS) for word in words])
    for place, word, answer in zip(places, words, answers, strict=True):
        counted = reading.words_counted(answer)
        apart = {other: distance(other, word.text, typos_allowed(word.text)) for other in counted}
        near = [other for other in counted if apart[other] <= typos_allowed(word.text)]
        if near:
            found[place] = min(near, key=lambda other: (apart[other], -counted[other], other))
    return found
