"""Word pieces with the features that an uncased encoder lacks: casing, quotation and line layout.

Shared by training and run time, so that both see a text the same way.
"""

import re
from functools import lru_cache
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from crossread.annotate.lines import paragraph_breaks

CLS, SEP, PAD, UNK = 101, 102, 0, 100
"""Ids of the special pieces in BERT's uncased vocabulary."""

CASINGS = 4
"""No capital; first letter capital; every letter capital (two or more); mixed."""

WORD_PIECES = 24
"""More pieces of one syntactic word tell nothing: it is an address or a row of marks."""

LAYOUTS, PARAGRAPH = 8, 4
"""Quotation state (outside, opening mark, inside, closing mark), plus ``PARAGRAPH`` where a line begins."""

_OPENING = frozenset({"“", "„", "«", "``"})
_MARKS = re.compile(r"[\"“”„«»]|''|``")
_OPENS_AFTER = frozenset("([{—–-/")


class Words(msgspec.Struct, frozen=True):
    """A text as BERT's basic words: characters ``start:end``, pieces ``first:last`` of ``ids`` (no special pieces).

    All arrays are one-dimensional; ``casing`` and ``layout`` have one value a word.
    """

    start: NDArray[np.int32]
    end: NDArray[np.int32]
    first: NDArray[np.int32]
    last: NDArray[np.int32]
    ids: NDArray[np.int64]
    casing: NDArray[np.int64]
    layout: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.start)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The words ``low:high`` that characters ``start:end`` touch."""
        low = int(np.searchsorted(self.end, start, side="right"))
        return low, max(low, int(np.searchsorted(self.start, end, side="left")))


def load_tokenizer(path: Path) -> Tokenizer:
    """The word-piece tokenizer, without the truncation and padding that its file may ask for."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def casing_of(word: str) -> int:
    """The casing class of one word (see ``CASINGS``)."""
    if word.islower() or word.lower() == word:
        return 0
    if word.isupper() and len(word) > 1:
        return 2
    return 1 if word[0].isupper() and not any(c.isupper() for c in word[1:]) else 3


def quotation_states(text: str, breaks: list[int]) -> NDArray[np.int8]:
    """For each character: 0 outside quotation marks, 1 opening mark, 2 inside, 3 closing mark.

    A quotation ends with its paragraph at the latest, since each paragraph of a long one opens anew;
    ``breaks`` are the offsets where paragraphs end.
    """
    states = np.zeros(len(text), np.int8)
    opened = -1
    marks = sorted([(m.start(), m.group()) for m in _MARKS.finditer(text)] + [(at, "") for at in breaks])
    for at, mark in marks:
        if opened < 0:
            opens = mark in _OPENING or (mark in ('"', "''") and _can_open(text, at))
            states[at] = 0 if not mark else 1 if opens else 3
            opened = at if opens else -1
        elif mark not in _OPENING:
            states[opened + 1 : at] = 2
            states[at] = 3 if mark else 0
            opened = -1
    if opened >= 0:
        states[opened + 1 :] = 2
    return states


def _can_open(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    return before.isspace() or before in _OPENS_AFTER


def words_of(tokenizer: Tokenizer, text: str) -> Words:
    """Basic words and pieces of ``text``; offsets are code points. Characters that the vocabulary drops have none."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    ids = np.array(encoding.ids, np.int64)
    if not len(ids):
        none = np.zeros(0, np.int32)
        return Words(none, none, none, none, ids, ids, ids)
    offsets = np.array(encoding.offsets, np.int32)
    owner = np.array([-1 if w is None else w for w in encoding.word_ids], np.int32)
    first = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]]).astype(np.int32)
    last = np.r_[first[1:], len(ids)].astype(np.int32)
    start, end = offsets[first, 0], offsets[last - 1, 1]
    casing = np.array([casing_of(text[s:e]) for s, e in zip(start.tolist(), end.tolist(), strict=True)], np.int64)
    breaks = paragraph_breaks(text)
    line = np.searchsorted(np.array(breaks, np.int32), start)
    begins = np.r_[True, line[1:] != line[:-1]]
    layout = quotation_states(text, breaks)[start].astype(np.int64) + PARAGRAPH * begins
    return Words(start, end, first, last, ids, casing, layout)


class WordEncoder:
    """Pieces of single words, remembered: news repeats its words."""

    def __init__(self, tokenizer: Tokenizer, remembered: int = 50_000) -> None:
        def pieces(word: str) -> tuple[int, ...]:
            return tuple(tokenizer.encode(word, add_special_tokens=False).ids[:WORD_PIECES]) or (UNK,)

        self.pieces = lru_cache(maxsize=remembered)(pieces)
