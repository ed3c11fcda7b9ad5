"""Reading a question: a few words, each with the stems it may stand under. Nothing in it is syntax."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fondouk.engines.search.words.folding import is_arabic, words
from fondouk.engines.search.words.stems import STOP_WORDS, every_stem

QUESTION_LENGTH_MAX = 200
WORDS_MAX = 10
WORD_LENGTH_MAX = 40
_CODE = re.compile(r"\b\d{4}\.\d{2}(?:\.\d{2}){0,2}\b")
"""A tariff code as tariffs print it: 5702.31, 1509.20.20.90."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word asked for: as folded, and the stems that answer it."""

    text: str
    stems: tuple[str, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages whose words it may be misspelt from."""
        return ("ar",) if is_arabic(self.text) else ("en", "fr")


def read(text: str) -> tuple[Word, ...]:
    """The words of a question; stop words only count where there is nothing else."""
    plain = _CODE.sub(lambda code: code[0].replace(".", ""), text[:QUESTION_LENGTH_MAX])
    found = [word[:WORD_LENGTH_MAX] for word in words(plain)]
    telling = [word for word in found if word not in STOP_WORDS] or found
    return tuple(Word(word, _answers(word)) for word in dict.fromkeys(telling[:WORDS_MAX]))


def _answers(word: str) -> tuple[str, ...]:
    """Its stems; a destination's full tariff code also stands for the heading that goods of every market carry."""
    if word.isdigit() and len(word) in {8, 10}:
        return tuple(dict.fromkeys((word, word[:8], word[:6])))
    return every_stem(word)


def typos_allowed(word: str) -> int:
    """None in short words and numbers, one up to seven letters, two beyond."""
    if len(word) < 4 or word[0].isdigit():
        return 0
    return 1 if len(word) < 8 else 2


def distance(left: str, right: str, limit: int) -> int:
    """Letters to change, drop, add or swap (neighbours) between two words; `limit` + 1 where there are more."""
    if abs(len(left) - len(right)) > limit or len({*left} ^ {*right}) > 2 * limit:  # a change touches two letters
        return limit + 1
    left, right = _but_ends(left, right)
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, one in enumerate(left, start=1):
        above, row, older = row, [i], before
        for j, other in enumerate(right, start=1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (one != other))
            if i > 1 and j > 1 and one == right[j - 2] and left[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        before = above
    return row[-1]


def _but_ends(left: str, right: str) -> tuple[str, str]:
    """Two words without what they begin and end with alike."""
    shorter = min(len(left), len(right))
    start = next((at for at in range(shorter) if left[at] != right[at]), shorter)
    left, right, shorter = left[start:], right[start:], shorter - start
    end = next((at for at in range(shorter) if left[-1 - at] != right[-1 - at]), shorter)
    return left[: len(left) - end], right[: len(right) - end]
