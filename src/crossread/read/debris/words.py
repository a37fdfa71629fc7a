"""Words to compare passages of one report by."""

import re
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…][\"'”’)\]])\s+(?=[\"'“‘(]?[A-Z0-9])|(?<=[.!?…])\s+(?=[\"'“‘(]?[A-Z0-9])")


def word_set(words: str) -> frozenset[str]:
    """A table of words set out as running text."""
    return frozenset(words.split())


# Words that any two passages share.
STOP = word_set(
    """
    a an the and or but if of in on at to for from by with as is are was were be been being has have had do does
    did not no that this these those it its he she they him his her their them who which what when where how why
    will would can could may might must should than then there here also said say says after before into over
    under about between more most up out off so such same other some any all each both only own one two i you we
    our your us itself himself herself themselves
    """
)
# Words that say when: a passage that brings one of them tells something new.
_WHEN = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december today yesterday tomorrow
    """
)
_STEMMER = snowballstemmer.stemmer("english")


def words_of(text: str) -> list[str]:
    """Words in lower case, in order."""
    return [w.replace("’", "'").lower() for w in _WORD.findall(text)]


def content_of(text: str) -> set[str]:
    """The stems of the words that carry content."""
    return {_stem(w.removesuffix("'s")) for w in words_of(text) if w not in STOP}


def facts_of(text: str) -> set[str]:
    """Figures and the words that say when."""
    return {w for w in words_of(text) if w in _WHEN or any(c.isdigit() for c in w)}


def names_of(text: str) -> set[str]:
    """Capitalised words that do not open a sentence, as stems."""
    names: set[str] = set()
    for sentence in _SENTENCE_END.split(text):
        found = _WORD.findall(sentence)[1:]
        names |= {_stem(w.lower().removesuffix("'s").removesuffix("’s")) for w in found if w[0].isupper()}
    return names - {_stem(w) for w in STOP}


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Where the sentences of one block stand, roughly: good enough to find one that is told twice."""
    cuts = [(m.start(), m.end()) for m in _SENTENCE_END.finditer(text)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    return [(s, e) for s, e in zip(starts, ends, strict=True) if e > s]


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))
