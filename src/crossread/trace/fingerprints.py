"""Word fingerprints of texts, and which texts share any: an inverted winnowing index.

Winnowing is Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting" (SIGMOD
2003): of every window of hashed word n-grams the smallest is kept, so any run of at least GRAM + WINDOW - 1 words
that two texts share leaves a fingerprint in both. Memory and time grow with the text, not with the pairs.
"""

from collections.abc import Iterable, Sequence
from hashlib import blake2b

import msgspec
import numpy as np
from numpy.typing import NDArray

from crossread.model.span import Extent
from crossread.model.words import words

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]

# Words in a gram. With a fifth of the words replaced a third of all 5-grams still stand.
GRAM = 5
# Grams in a window: a shared run of 8 words is always seen, and two grams in five are kept.
WINDOW = 4
# Two texts are compared in full when they share this many fingerprints. A 30-word passage leaves at least 6.
SHARED = 3
# A fingerprint that more texts than this hold pairs each with its next neighbours only, so that stock phrases and
# an agency story in hundreds of outlets cost linear time; neighbours still connect every copy.
CROWD = 16
NEIGHBOURS = 3

_MULTIPLIER = 0x9E3779B97F4A7C15


class Worded(msgspec.Struct, frozen=True):
    """A text by its words: ``starts``/``ends`` are their characters, ``forms`` their 64-bit hashes, ``grams[i]`` the
    hash of the GRAM words from word ``i``. Words inside ``skip`` extents (page debris) are left out."""

    starts: Places
    ends: Places
    forms: Hashes
    grams: Hashes

    @property
    def size(self) -> int:
        """How many words."""
        return len(self.forms)


class Hasher:
    """Hashes of words, the same in every process; remembers each form once."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def word(self, form: str) -> int:
        """64-bit hash of a folded word."""
        value = self._known.get(form)
        if value is None:
            value = int.from_bytes(blake2b(form.encode(), digest_size=8).digest(), "little")
            self._known[form] = value
        return value

    def text(self, text: str, skip: Sequence[Extent] = ()) -> Worded:
        """A text by its words."""
        found = words(text)
        if skip:
            found = [w for w in found if not any(s.start <= w.start < s.end for s in skip)]
        forms = np.fromiter((self.word(w.form) for w in found), np.uint64, len(found))
        starts = np.fromiter((w.start for w in found), np.int64, len(found))
        ends = np.fromiter((w.end for w in found), np.int64, len(found))
        return Worded(starts, ends, forms, _grams(forms))


def _grams(forms: Hashes) -> Hashes:
    count = len(forms) - GRAM + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    with np.errstate(over="ignore"):
        out = np.zeros(count, np.uint64)
        for i in range(GRAM):
            out = (out * np.uint64(_MULTIPLIER)) ^ forms[i : i + count]
            out ^= out >> np.uint64(29)
    return out


def winnow(grams: Hashes) -> Hashes:
    """The fingerprints of a text: each window's smallest gram, without repeats, sorted."""
    if len(grams) <= WINDOW:
        return np.unique(grams)
    windows = np.lib.stride_tricks.sliding_window_view(grams, WINDOW)
    return np.unique(windows.min(axis=1))


def candidates(prints: Iterable[Hashes]) -> list[tuple[int, int]]:
    """Pairs ``(a, b)``, a < b, of texts that share at least SHARED fingerprints, sorted."""
    held = list(prints)
    sizes = np.fromiter((len(p) for p in held), np.int64, len(held))
    if not sizes.sum():
        return []
    hashes = np.concatenate(held)
    owners = np.repeat(np.arange(len(held)), sizes)
    order = np.argsort(hashes, kind="stable")
    hashes, owners = hashes[order], owners[order]
    group = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    length = np.diff(np.append(group, len(hashes)))
    pairs: list[Places] = []
    for step in range(1, CROWD):
        reach = np.where(length > CROWD, NEIGHBOURS, CROWD)
        some = (length > step) & (step <= reach)
        left = _ranges(group[some], length[some] - step)
        pairs.append(owners[left] * len(held) + owners[left + step])
    keys, counts = np.unique(np.concatenate(pairs), return_counts=True)
    enough = keys[counts >= SHARED]
    return [(int(k) // len(held), int(k) % len(held)) for k in enough]


def _ranges(starts: Places, lengths: Places) -> Places:
    """All of ``start .. start + length`` for each, one after the other."""
    total = int(lengths.sum())
    if not total:
        return np.zeros(0, np.int64)
    base = np.repeat(starts - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
    return base + np.arange(total)
