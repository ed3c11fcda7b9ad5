"""Texts read piece by piece: what stands between two blanks is read once and remembered, however often it is written.

No rule of `folding` looks beyond a blank, save one: a number may have its unit behind it ("5 l"). So a text is what its
pieces are, a number being one piece with what follows it. Catalogues repeat their words: most pieces are known.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from fondouk.engines.search.shapes import LANGUAGES
from fondouk.engines.search.words.folding import TEXT_LENGTH_MAX, compounds, words
from fondouk.engines.search.words.sounds import sound
from fondouk.engines.search.words.stems import STOP_WORDS, stems

PIECE_LENGTH_MAX = 60
"""Longer ones are nobody's words: they are read, and not remembered."""
KNOWN_MAX = 400_000
_MAY_BE_NUMBER = re.compile("[^A-Za-zÀ-ÖØ-öø-ſ\u0621-\u063a\u0641-\u0652\\s,.;:!?'’()\"/&-]")
"""Anything but the letters and signs of our languages: digits of every script, ² and ½, and what nobody foresaw. What
is no number after all is read with what follows it, which comes to the same."""
Held = TypeVar("Held")


class Pieces(dict[str, Held], Generic[Held]):
    """Piece → what it holds where a document in one language has it. Filled as pieces are met, by any thread."""

    nothing: Held

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def of(self, text: str) -> Sequence[Held]:
        """What the pieces of a text hold, in order."""
        if len(self) >= KNOWN_MAX:
            self.clear()
        parts = text[:TEXT_LENGTH_MAX].split()
        found = list(map(self.__getitem__, parts))
        return self._measured(parts, found) if _MAY_BE_NUMBER.search(text) else found

    @abstractmethod
    def read(self, found: Sequence[str]) -> Held:
        """What these folded words hold."""

    def __missing__(self, part: str) -> Held:
        made = self.read(words(part) + (compounds(part) if "-" in part else []))
        if len(part) <= PIECE_LENGTH_MAX:
            self[part] = made
        return made

    def _measured(self, parts: Sequence[str], found: list[Held]) -> Sequence[Held]:
        """With each number and what follows it, up to the next plain word, read as one."""
        odd = [_MAY_BE_NUMBER.search(part) is not None for part in parts]
        whole: list[Held] = []
        at = odd.index(True) if True in odd else len(parts)
        whole += found[:at]
        while at < len(parts):
            end = at + 1
            if odd[at]:
                while end < len(parts) and (odd[end] or found[end] == self.nothing):
                    end += 1
                end += end < len(parts)
            whole.append(self[" ".join(parts[at:end])])
            at = end
        return whole


class Stems(Pieces[str]):
    """The stems of each piece, joined by blanks."""

    nothing = ""

    def read(self, found: Sequence[str]) -> str:
        """See above."""
        return " ".join([stem for word in found if word not in STOP_WORDS for stem in stems(word, self.language)])


class Shown(NamedTuple):
    """What is shown by name, each joined by blanks: its words, those that tell something, their stems and sounds."""

    words: str
    telling: str
    stems: str
    sounds: str


class Titles(Pieces[Shown]):
    """All of a piece that a title or a name may be found by."""

    nothing = Shown("", "", "", "")

    def read(self, found: Sequence[str]) -> Shown:
        """See above."""
        telling = [word for word in found if word not in STOP_WORDS]
        return Shown(
            words=" ".join(found),
            telling=" ".join(telling),
            stems=" ".join([stem for word in telling for stem in stems(word, self.language)]),
            sounds=" ".join(filter(None, map(sound, telling))),
        )


STEMS = {language: Stems(language) for language in LANGUAGES}
TITLES = {language: Titles(language) for language in LANGUAGES}
