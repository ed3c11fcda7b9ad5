"""Keys: the ways a word may be met by others, for lists too short to need an index of their own."""

from __future__ import annotations

from fondouk.engines.search.words.folding import compounds, words
from fondouk.engines.search.words.sounds import sound, sounds
from fondouk.engines.search.words.stems import STOP_WORDS, every_stem

WORDS_MAX = 12
_SOUND = "~"
"""A sound is no stem: it never meets one by chance."""


def keys_of(text: str, *, heard: bool = False) -> list[str]:
    """All keys under which a text is to be found: the stems of its words in every language; for names also the sounds,
    so that they are met in another script."""
    found: dict[str, None] = {}
    for word in (*words(text), *compounds(text)):
        if word not in STOP_WORDS:
            sounded = sound(word) if heard else None
            found |= dict.fromkeys((*every_stem(word), *([_SOUND + sounded] if sounded else [])))
    return list(found)


def asked_keys(text: str) -> list[tuple[str, ...]]:
    """For each telling word of a question, the keys of which one must be met; at most twelve words."""
    telling = [word for word in words(text) if word not in STOP_WORDS][:WORDS_MAX]
    return [tuple(dict.fromkeys((*every_stem(word), *(_SOUND + key for key in sounds(word))))) for word in telling]
